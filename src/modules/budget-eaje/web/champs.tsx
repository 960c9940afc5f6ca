import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { type buildChamp, buildChoixNommes } from '#web/ui/choix.ts';
import type { NaturePrestation, ServiceFait } from '../ligne-budget.ts';
import { formatHeuresSaisies } from '../rules/service-fait.ts';
import { formatSaisi } from './formats.ts';

type Champ = ReturnType<typeof buildChamp>;
type Coches = (nom: string, defaut?: boolean) => string[];

/** Les cases que l'action vient de rendre ; à la première lecture, ce qui est enregistré. */
export function buildCoches(rendue: { valeurs: Record<string, string | string[]> } | undefined): Coches {
  return (nom, defaut = false) => (rendue ? [rendue.valeurs[nom] ?? []].flat() : defaut ? ['oui'] : []);
}

export function ChampMontant({
  champ,
  libelle,
  nom,
  valeur = null,
  aide,
}: {
  champ: Champ;
  libelle: string;
  nom: string;
  valeur?: number | null;
  aide?: string;
}) {
  return (
    <ChampTexte
      {...champ(nom, formatSaisi(valeur))}
      libelle={`${libelle}, en euros`}
      taille="court"
      aide={aide ?? 'Par exemple 1 250,50'}
    />
  );
}

type Tenue = { libelle: string; imputation: string | null; serviceId: string | null };

/** Ce qui nomme une ligne et dit qui la tient. */
export function ChampsLigne({
  champ,
  ligne,
  services,
}: {
  champ: Champ;
  ligne: Tenue | null;
  services: { id: string; nom: string }[];
}) {
  return (
    <>
      <ChampTexte {...champ('libelle', ligne?.libelle ?? null)} libelle="Libellé" requis />
      <ChampTexte
        {...champ('imputation', ligne?.imputation ?? null)}
        libelle="Imputation"
        taille="court"
        aide="Compte M57, à confirmer par les finances ; par exemple 60632."
      />
      <ChampSelection
        {...champ('serviceId', ligne?.serviceId ?? null)}
        libelle="Tenue par"
        vide="La crèche"
        choix={buildChoixNommes(services)}
        aide="Un autre service : la crèche lit la ligne, et n’y engage rien."
      />
    </>
  );
}

type Engage = { jour: string; objet: string; centimes: number; pourExercice: boolean; depassement: string | null };

export function ChampsEngagement({
  champ,
  coches,
  aujourdhui,
  engagement,
}: {
  champ: Champ;
  coches: Coches;
  aujourdhui: string;
  engagement?: Engage;
}) {
  const { erreur, ...depassement } = champ('depassement', engagement?.depassement ?? null);
  return (
    <>
      <ChampTexte {...champ('objet', engagement?.objet ?? null)} libelle="Objet" requis />
      <ChampMontant champ={champ} nom="montant" libelle="Montant" valeur={engagement?.centimes ?? null} />
      <ChampJour {...champ('jour', engagement?.jour ?? aujourdhui)} libelle="Engagé le" requis />
      <CasesACocher
        nom="pourExercice"
        libelle="Répétition"
        choix={[{ valeur: 'oui', libelle: 'Vaut pour tout l’exercice : un marché annuel, qui ne se répétera pas' }]}
        valeurs={coches('pourExercice', engagement?.pourExercice)}
      />
      {erreur || depassement.valeur ? (
        <ZoneTexte {...depassement} erreur={erreur} libelle="Pourquoi dépasser ce qui reste" lignes={2} />
      ) : null}
    </>
  );
}

const heures = (minutes: number | null | undefined): string | null =>
  minutes === null || minutes === undefined ? null : formatHeuresSaisies(minutes);
const nombre = (n: number | null | undefined): string | null => (n === null || n === undefined ? null : String(n));

/** Ce que l'on constate d'un mois de ménage ou d'une commande d'intérim, puis l'attestation. */
export function ChampsConstat({
  champ,
  coches,
  nature,
  service,
}: {
  champ: Champ;
  coches: Coches;
  nature: NaturePrestation;
  service?: ServiceFait;
}) {
  return (
    <>
      {nature === 'MENAGE' ? (
        <>
          <ChampTexte
            {...champ('dues', nombre(service?.dues))}
            libelle="Prestations dues au marché"
            taille="court"
            requis
          />
          <ChampTexte
            {...champ('faites', nombre(service?.faites))}
            libelle="Prestations faites"
            taille="court"
            requis
          />
          <ChampTexte
            {...champ('conformes', nombre(service?.conformes))}
            libelle="Prestations conformes"
            taille="court"
            requis
          />
          <ChampMontant
            champ={champ}
            nom="prix"
            libelle="Prix du mois"
            valeur={service?.montantCentimes ?? null}
            aide="Sert à chiffrer une pénalité ; le barème du marché prévaut."
          />
        </>
      ) : (
        <>
          <ZoneTexte
            {...champ('demande', service?.demande ?? null)}
            libelle="Motif de la demande"
            lignes={2}
            aide="Sans nommer l’agent remplacé."
            requis
          />
          <ChampJour {...champ('accordLe', service?.accordLe ?? null)} libelle="Accord donné le" />
          <ChampTexte
            {...champ('commandees', heures(service?.minutesCommandees))}
            libelle="Heures commandées"
            taille="court"
            requis
          />
          <ChampTexte
            {...champ('realisees', heures(service?.minutesRealisees))}
            libelle="Heures réalisées"
            taille="court"
          />
          <ChampTexte
            {...champ('facturees', heures(service?.minutesFacturees))}
            libelle="Heures facturées"
            taille="court"
          />
          <ChampTexte
            {...champ('ecartQualification', service?.ecartQualification ?? null)}
            libelle="Écart de qualification"
            aide="Par exemple : auxiliaire demandée, agente sans diplôme reçue."
          />
        </>
      )}
      <CasesACocher
        nom="atteste"
        libelle="Service fait"
        choix={[{ valeur: 'oui', libelle: 'J’atteste ce service fait, tel qu’il est écrit ici' }]}
        valeurs={coches('atteste', service?.attesteLe !== null && service !== undefined)}
      />
    </>
  );
}
