/**
 * Ce que l'on doit dire, à qui, pour quand.
 *
 * Ce que dit le texte : les parents sont informés de la mise en place de l'évaluation, sauf intérêt contraire du mineur (CASF D226-2-6 I,
 * IP-015), des conclusions et des suites (D226-2-7, à confirmer, IP-022), par écrit d'une saisine (L226-5, al. 3, IP-023). Le
 * professionnel ou l'élu qui a transmis est informé des suites dans les trois mois de sa transmission, toute autre personne, à sa
 * demande, dans les trois mois de cette demande (L226-5, al. 1 et 2, IP-024, IP-025). À un anonyme, rien (IP-026, à confirmer).
 * Comment il est lu ici : quand aucun texte ne chiffre le délai, ce qui est à dire est dû le jour du fait. Une information hors IP ou
 * transférée laisse due celle de la source. L'accusé de réception est d'usage, jamais en retard. L'information du mineur, « selon son
 * âge », s'apprécie : elle se montre et n'est jamais en retard. Le dernier écrit ou la dernière dispense l'emporte.
 * Non traité : chaque parent séparé, que la précision dit en clair.
 */
import {
  type AQui,
  CASF_D226_2_6_I,
  CASF_D226_2_7_INFORMATION,
  CASF_L226_5_1,
  CASF_L226_5_2,
  CASF_L226_5_3,
  computeInformationSource,
  LIBELLE_A_QUI,
  LIBELLE_OBJET,
  type ObjetDit,
} from '#modules/informations-preoccupantes/index.ts';
import { isParti, type Signalement } from '#modules/signalements/index.ts';
import { type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { Dite, FaitsSuites } from './faits.ts';
import { USAGE_ACCUSE } from './textes.ts';

export type InformationDue = {
  regle: 'usage' | 'IP-015' | 'IP-022' | 'IP-023' | 'IP-024' | 'IP-025';
  objet: ObjetDit;
  aQui: AQui;
  signalementId: string | null;
  /** Le fait d'où elle est due. */
  depuis: JourCivil;
  /** Dernier jour utile. */
  pour: JourCivil;
  /** S'apprécie ou se fait par usage : jamais en retard. */
  facultative: boolean;
  etapes: readonly string[];
  textes: readonly TexteLegal[];
  faite: Dite | null;
};

/** Ce qu'il faut savoir d'une information pour dire à qui l'on doit quoi. */
export type FaitsADire = Pick<
  FaitsSuites,
  | 'categorieSource'
  | 'recueLe'
  | 'transmiseLe'
  | 'suitesDemandeesLe'
  | 'attribueeLe'
  | 'evaluationDebuteeLe'
  | 'decideeLe'
  | 'dites'
> & { signalements: readonly Pick<Signalement, 'id' | 'etat' | 'envoyeA'>[] };

export function listInformationsDues(faits: FaitsADire): InformationDue[] {
  const dues = [
    ...listReception(faits),
    ...listOuverture(faits),
    ...listConclusions(faits),
    ...listSaisines(faits),
    ...listSource(faits),
  ];
  return dues.map((due) => ({ ...due, faite: findFaite(faits.dites, due) }));
}

/** Celle qui porte sur cet objet, et sur cette saisine, aux parents ou à la source. */
export function findInformationDue(
  faits: Omit<FaitsADire, 'dites'>,
  { objet, signalementId }: Pick<InformationDue, 'objet' | 'signalementId'>,
): InformationDue | undefined {
  return listInformationsDues({ ...faits, dites: [] }).find(
    (due) => due.objet === objet && due.signalementId === signalementId && !due.facultative,
  );
}

type Due = Omit<InformationDue, 'faite'>;

function listReception({ categorieSource, recueLe }: FaitsADire): Due[] {
  if (categorieSource === 'anonyme') return [];
  const reception = { regle: 'usage', objet: 'reception', aQui: 'source', signalementId: null } as const;
  const etapes = [`Reçue le ${formatJour(recueLe, 'long')} ; aucun texte n’en fixe le délai.`];
  return [{ ...reception, depuis: recueLe, pour: recueLe, facultative: true, etapes, textes: [USAGE_ACCUSE] }];
}

/** IP-015 */
function listOuverture({ evaluationDebuteeLe, attribueeLe }: FaitsADire): Due[] {
  const le = evaluationDebuteeLe ?? attribueeLe;
  if (le === null) return [];
  return [
    {
      regle: 'IP-015',
      objet: 'ouverture',
      aQui: 'titulaires',
      signalementId: null,
      depuis: le,
      pour: le,
      facultative: false,
      etapes: [
        evaluationDebuteeLe === null
          ? `Évaluation attribuée le ${formatJour(le, 'long')}.`
          : `Évaluation commencée le ${formatJour(le, 'long')}.`,
        'Le texte ne chiffre pas de délai : due dès ce jour.',
      ],
      textes: [CASF_D226_2_6_I],
    },
  ];
}

/** IP-022 */
function listConclusions({ decideeLe }: FaitsADire): Due[] {
  if (decideeLe === null) return [];
  const commun = {
    regle: 'IP-022',
    objet: 'conclusions',
    signalementId: null,
    depuis: decideeLe,
    pour: decideeLe,
  } as const;
  const decidee = `Suites décidées le ${formatJour(decideeLe, 'long')}.`;
  const textes = [CASF_D226_2_7_INFORMATION];
  return [
    {
      ...commun,
      aQui: 'titulaires',
      facultative: false,
      etapes: [decidee, 'Aucun délai n’est chiffré : due dès ce jour.'],
      textes,
    },
    { ...commun, aQui: 'mineur', facultative: true, etapes: [decidee, 'Selon son âge et sa maturité.'], textes },
  ];
}

/** IP-023 */
function listSaisines({ signalements }: FaitsADire): Due[] {
  return signalements.filter(isParti).flatMap(({ id, envoyeA }): Due[] => {
    if (envoyeA === null) return [];
    const le = jourCivilDeInstant(envoyeA);
    return [
      {
        regle: 'IP-023',
        objet: 'saisine',
        aQui: 'titulaires',
        signalementId: id,
        depuis: le,
        pour: le,
        facultative: false,
        etapes: [
          `Signalement envoyé le ${formatJour(le, 'long')}.`,
          'Par écrit ; le texte ne chiffre pas de délai : due dès ce jour.',
        ],
        textes: [CASF_L226_5_3],
      },
    ];
  });
}

/** IP-024, IP-025 */
function listSource({ categorieSource, transmiseLe, suitesDemandeesLe }: FaitsADire): Due[] {
  const delai = computeInformationSource({ categorie: categorieSource, transmiseLe, suitesDemandeesLe });
  if (delai === null) return [];
  const duProfessionnel = delai.regle === 'IP-024';
  const textes = [duProfessionnel ? CASF_L226_5_1 : CASF_L226_5_2];
  const depuis = duProfessionnel || suitesDemandeesLe === null ? transmiseLe : suitesDemandeesLe;
  return [{ ...delai, depuis, objet: 'source', aQui: 'source', signalementId: null, facultative: false, textes }];
}

function findFaite(dites: readonly Dite[], { objet, aQui, signalementId }: Due): Dite | null {
  const siennes = dites.filter((d) => d.objet === objet && d.aQui === aQui && d.signalementId === signalementId);
  return siennes.toSorted((a, b) => (a.le < b.le ? -1 : 1)).at(-1) ?? null;
}

/** « Conclusions et suites, à dire aux parents : en retard de 3 jours ». */
export function formatDue({ objet, aQui, pour }: InformationDue, aujourdhui: JourCivil): string {
  const qui = LIBELLE_A_QUI[aQui].toLocaleLowerCase('fr');
  return `${LIBELLE_OBJET[objet]} (${qui}) : à dire, ${formatDistance(pour, aujourdhui)}.`;
}
