import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { type buildChamp, buildChoix } from '#web/ui/choix.ts';
import type { CalendrierDuDossier } from '../data/calendrier.server.ts';
import { CHOIX_CALENDRIER, type ChoixCalendrier, ENJEUX, NATURES_TRAVAUX } from '../dossier-travaux.ts';
import { formatInscrit } from './dossier-view.ts';

type Props = {
  champ: (nom: string) => { nom: string; valeur: string; erreur: string | undefined };
  coches: (nom: string) => readonly string[];
  /** Places autorisées ce jour. */
  places: number;
};

/** Les champs d'un dossier de travaux, à l'inscription comme à la correction. */
export function ChampsDossier({ champ, coches, places }: Props) {
  const enjeux = champ('enjeux');
  return (
    <>
      <ChampTexte {...champ('objet')} libelle="Ce qui est à faire" requis />
      <ChampSelection {...champ('nature')} libelle="Nature" choix={buildChoix(NATURES_TRAVAUX)} requis />
      <ZoneTexte
        {...champ('motif')}
        libelle="Pourquoi"
        aide="Ce qui a été vu, ce qui arriverait sans ces travaux."
        requis
      />
      <CasesACocher
        nom="enjeux"
        erreur={enjeux.erreur}
        libelle="Ce qui les impose"
        aide="La priorité est celle du plus pressant."
        choix={buildChoix(ENJEUX)}
        valeurs={coches('enjeux')}
        requis
      />
      <CasesACocher
        nom="toucheAutorisation"
        libelle="Autorisation"
        choix={[{ valeur: 'oui', libelle: 'Les locaux, les places ou la direction autorisés changent' }]}
        valeurs={coches('toucheAutorisation')}
      />
      <ChampJour {...champ('debutPrevu')} libelle="Début prévu" aide="Vide tant qu’aucune date n’est dite" />
      <ChampJour
        {...champ('reouverturePrevue')}
        libelle="Réouverture prévue"
        aide="Le premier jour où la crèche accueille comme avant"
      />
      <ChampTexte
        {...champ('placesGelees')}
        libelle="Places gelées"
        taille="court"
        inputMode="numeric"
        aide={`${places} places autorisées : toutes, c’est une fermeture ; 0, la crèche n’est pas touchée`}
      />
      <ChampTexte
        {...champ('gelDebut')}
        libelle="Gelées à partir de"
        taille="court"
        aide="Par exemple 16 h 30 ; vide : toute la journée"
      />
      <ChampTexte {...champ('gelFin')} libelle="Gelées jusqu’à" taille="court" />
    </>
  );
}

type CalendrierProps = {
  champ: ReturnType<typeof buildChamp>;
  calendrier: CalendrierDuDossier;
  choix: readonly ChoixCalendrier[];
};

/** Ce que l'acte change au calendrier de la crèche : l'outil propose, la personne décide. */
export function ChampsCalendrier({ champ, calendrier: { proposition, inscrits }, choix }: CalendrierProps) {
  if (choix.length === 0) return null;
  const lever = !choix.includes('FERMER');
  return (
    <>
      <Radios
        {...champ('calendrier', lever ? 'LEVER' : (proposition?.choix ?? null))}
        libelle="Au calendrier de la crèche"
        aide={lever ? `Inscrit : ${inscrits.map(formatInscrit).join(' ; ')}` : formatProposition(proposition)}
        choix={choix.map((valeur) => ({ valeur, libelle: CHOIX_CALENDRIER[valeur], aide: AIDES[valeur] }))}
      />
      {choix.includes('MODULER') && proposition ? (
        <ChampTexte
          {...champ('placesOffertes', String(proposition.places))}
          libelle="Places offertes pendant les travaux"
          taille="court"
          inputMode="numeric"
          aide={`Si vous offrez moins de places, de ${formatMinutes(proposition.debut)} à ${formatMinutes(proposition.fin)}`}
        />
      ) : null}
    </>
  );
}

const AIDES: Readonly<Partial<Record<ChoixCalendrier, string>>> = {
  FERMER: 'Aucun enfant n’y est plus attendu.',
  MODULER: 'Les places et le surnombre se comptent sur ce qui reste.',
  LEVER: 'Ce qui y est inscrit finit la veille de la réouverture, ou disparaît si les travaux sont abandonnés.',
};

function formatProposition(proposition: CalendrierDuDossier['proposition']): string | undefined {
  if (!proposition) return undefined;
  const { du, au, choix } = proposition;
  const quand = du === au ? `le ${formatJour(du, 'long')}` : formatPeriode(du, au);
  return choix === 'FERMER'
    ? `Toutes les places sont gelées ${quand} : la crèche ferme.`
    : `Une partie des places est gelée ${quand} : la crèche en offre moins.`;
}
