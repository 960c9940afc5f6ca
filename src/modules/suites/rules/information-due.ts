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
  computeTermeSource,
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
export type FaitsADire = Omit<FaitsDus, 'saisines'> &
  Pick<FaitsSuites, 'dites'> & { signalements: readonly Pick<Signalement, 'id' | 'etat' | 'envoyeA'>[] };

/** Les faits qui font naître ce qui est à dire. `saisines` : chaque signalement parti, et le jour où il est parti. */
export type FaitsDus = Pick<
  FaitsSuites,
  | 'categorieSource'
  | 'recueLe'
  | 'transmiseLe'
  | 'suitesDemandeesLe'
  | 'attribueeLe'
  | 'evaluationDebuteeLe'
  | 'decideeLe'
> & { saisines: readonly { id: string; le: JourCivil }[] };

export function listInformationsDues({ dites, signalements, ...faits }: FaitsADire): InformationDue[] {
  const saisines = signalements.filter(isParti).flatMap(({ id, envoyeA }) => {
    return envoyeA === null ? [] : [{ id, le: jourCivilDeInstant(envoyeA) }];
  });
  const dus = { ...faits, saisines };
  return listDues(dus).map((due) => ({ ...due, etapes: buildEtapes(due, dus), faite: findFaite(dites, due) }));
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

/** Ce qui est à dire, avant de savoir si c'est dit et sans le raisonnement. */
export type Due = Omit<InformationDue, 'faite' | 'etapes'>;

export function listDues(faits: FaitsDus): Due[] {
  return [
    ...listReception(faits),
    ...listOuverture(faits),
    ...listConclusions(faits),
    ...listSaisines(faits),
    ...listSource(faits),
  ];
}

function buildDue(due: Pick<Due, 'regle' | 'objet' | 'depuis' | 'textes'> & Partial<Due>): Due {
  return { aQui: 'titulaires', signalementId: null, pour: due.depuis, facultative: false, ...due };
}

function listReception({ categorieSource, recueLe }: FaitsDus): Due[] {
  if (categorieSource === 'anonyme') return [];
  const reception = { regle: 'usage', objet: 'reception', aQui: 'source', facultative: true } as const;
  return [buildDue({ ...reception, depuis: recueLe, textes: [USAGE_ACCUSE] })];
}

/** IP-015 */
function listOuverture({ evaluationDebuteeLe, attribueeLe }: FaitsDus): Due[] {
  const le = evaluationDebuteeLe ?? attribueeLe;
  if (le === null) return [];
  return [buildDue({ regle: 'IP-015', objet: 'ouverture', depuis: le, textes: [CASF_D226_2_6_I] })];
}

/** IP-022 */
function listConclusions({ decideeLe }: FaitsDus): Due[] {
  if (decideeLe === null) return [];
  const conclusions = {
    regle: 'IP-022',
    objet: 'conclusions',
    depuis: decideeLe,
    textes: [CASF_D226_2_7_INFORMATION],
  } as const;
  return [buildDue(conclusions), buildDue({ ...conclusions, aQui: 'mineur', facultative: true })];
}

/** IP-023 */
function listSaisines({ saisines }: FaitsDus): Due[] {
  return saisines.map(({ id, le }) =>
    buildDue({ regle: 'IP-023', objet: 'saisine', signalementId: id, depuis: le, textes: [CASF_L226_5_3] }),
  );
}

/** IP-024, IP-025 */
function listSource({ categorieSource, transmiseLe, suitesDemandeesLe }: FaitsDus): Due[] {
  const terme = computeTermeSource({ categorie: categorieSource, transmiseLe, suitesDemandeesLe });
  if (terme === null) return [];
  const textes = [terme.regle === 'IP-024' ? CASF_L226_5_1 : CASF_L226_5_2];
  return [buildDue({ ...terme, objet: 'source', aQui: 'source', textes })];
}

/** D'où vient le jour, phrase par phrase. */
export function buildEtapes({ objet, aQui, depuis }: Due, faits: FaitsDus): readonly string[] {
  const le = formatJour(depuis, 'long');
  switch (objet) {
    case 'ouverture':
      return [
        `Évaluation ${faits.evaluationDebuteeLe === null ? 'attribuée' : 'commencée'} le ${le}.`,
        'Le texte ne chiffre pas de délai : due dès ce jour.',
      ];
    case 'conclusions':
      return [
        `Suites décidées le ${le}.`,
        aQui === 'mineur' ? 'Selon son âge et sa maturité.' : 'Aucun délai n’est chiffré : due dès ce jour.',
      ];
    case 'saisine':
      return [`Signalement envoyé le ${le}.`, 'Par écrit ; le texte ne chiffre pas de délai : due dès ce jour.'];
    case 'source':
      return computeInformationSource({ ...faits, categorie: faits.categorieSource })?.etapes ?? [];
    default:
      return [`Reçue le ${le} ; aucun texte n’en fixe le délai.`];
  }
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
