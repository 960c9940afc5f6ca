import { DECIDEURS, GARDIENS } from '#modules/mesures/index.ts';
import type { SaisieRendue } from '#web/page.server.ts';
import { AideEtErreur, formatIdDeChamp } from '#web/ui/champ.tsx';
import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import type { LoiVue } from './loi-view.ts';

type Defauts = Readonly<Record<string, string | null>>;
type Props = { rendue: SaisieRendue | undefined; defauts?: Defauts };

function buildChampDe({ rendue, defauts = {} }: Props) {
  const champ = buildChamp(rendue);
  return (nom: string) => champ(nom, defauts[nom] ?? null);
}

/** De quand à quand : un dernier jour ou une durée. Ce que la règle oppose à la décision se lit ici. */
export function ChampsCouverture({ loi, ...props }: Props & { loi: Pick<LoiVue, 'dureeCourte' | 'enJours'> }) {
  const champ = buildChampDe(props);
  const id = formatIdDeChamp('decision');
  const duree = loi.enJours ? 'dureeJours' : 'dureeMois';
  return (
    <div id={id}>
      <AideEtErreur id={id} erreur={props.rendue?.erreurs.decision} />
      <div className="groupe-champs">
        <ChampJour {...champ('du')} libelle="Premier jour" aide="À défaut, le jour de la décision" />
        <ChampJour {...champ('au')} libelle="Dernier jour, compris" aide={`Par la loi : ${loi.dureeCourte}`} />
        <ChampTexte
          {...champ(duree)}
          libelle={loi.enJours ? 'Ou durée en jours' : 'Ou durée en mois'}
          inputMode="numeric"
          taille="court"
          aide="Comptée du premier jour"
        />
      </div>
    </div>
  );
}

/** À qui l'enfant est confié, quand la mesure le confie. */
export function ChampsGarde({ gardiens, ...props }: Props & { gardiens: readonly (keyof typeof GARDIENS)[] }) {
  const champ = buildChampDe(props);
  if (gardiens.length === 0) return null;
  const choix = Object.fromEntries(gardiens.map((gardien) => [gardien, GARDIENS[gardien]]));
  return (
    <>
      <Radios {...champ('confieA')} libelle="L’enfant est confié à" choix={buildChoix(choix)} />
      <ChampTexte {...champ('confiePrecision')} libelle="Précision" aide="Le nom du gardien, du lieu" taille="long" />
      <ZoneTexte {...champ('droitsVisite')} libelle="Droits de visite et d’hébergement" lignes={3} />
    </>
  );
}

/** Qui a décidé, quand, et quand on l'a su. */
export function ChampsAuteur(props: Props) {
  const champ = buildChampDe(props);
  return (
    <>
      <div className="groupe-champs">
        <ChampJour {...champ('le')} libelle="Décision du" requis />
        <ChampJour {...champ('recueLe')} libelle="Reçue le" />
      </div>
      <ChampTexte
        {...champ('juridiction')}
        libelle="Qui a décidé"
        aide="Par exemple : tribunal pour enfants de la ville"
        taille="long"
        requis
      />
      <div className="groupe-champs">
        <ChampTexte {...champ('juge')} libelle="Magistrat" />
        <ChampTexte {...champ('numero')} libelle="Numéro de la décision" />
      </div>
      <ChampSelection
        {...champ('decideur')}
        libelle="Autorité, si ce n’est pas l’habituelle"
        vide="L’autorité habituelle"
        choix={buildChoix(DECIDEURS)}
      />
      <ChampTexte {...champ('fondement')} libelle="Fondement écrit dans la décision" taille="long" />
    </>
  );
}

/** Ce qu'un juge ajoute : le rapport qu'il demande, l'urgence, le lieu. */
export function ChampsProcedure({ coches, ...props }: Props & { coches: (nom: string) => readonly string[] }) {
  const champ = buildChampDe(props);
  return (
    <>
      <ChampTexte
        {...champ('rapportTousLesMois')}
        libelle="Rapport au juge, tous les… mois"
        aide="Si la décision fixe la périodicité"
        inputMode="numeric"
        taille="court"
      />
      <ZoneTexte {...champ('motifs')} libelle="Ce qui fonde la décision" lignes={4} />
      <CasesACocher
        nom="sansAudition"
        libelle="Procédure"
        choix={[{ valeur: 'oui', libelle: 'Décision prise en urgence, sans audition des parties' }]}
        valeurs={coches('sansAudition')}
      />
      <CasesACocher
        nom="lieuDecouverte"
        libelle="Juge"
        choix={[{ valeur: 'oui', libelle: 'Juge du lieu où l’enfant a été trouvé, et non du domicile' }]}
        valeurs={coches('lieuDecouverte')}
      />
    </>
  );
}

type RemplaceProps = Props & { choix: readonly { valeur: string; libelle: string }[]; valeurs: readonly string[] };

/** Celles auxquelles la décision met fin, la veille de son premier jour. */
export function ChampRemplace({ choix, valeurs, rendue }: RemplaceProps) {
  if (choix.length === 0) return null;
  return (
    <CasesACocher
      nom="remplace"
      libelle="Elle remplace, la veille de son premier jour"
      choix={choix}
      valeurs={valeurs}
      erreur={rendue?.erreurs.remplace}
    />
  );
}

/** Le service qui exerce la mesure. */
export function ChampsService(props: Props) {
  const champ = buildChampDe(props);
  return (
    <>
      <ChampTexte {...champ('service')} libelle="Service qui l’exerce" taille="long" />
      <ChampTexte {...champ('serviceContact')} libelle="Qui en répond au service" taille="long" />
    </>
  );
}
