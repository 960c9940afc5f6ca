import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import type { Alea } from '../alea.ts';
import { computeJourOuvre, computeJourSemaine, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Ce que l'on a fait d'une information, jour par jour ; une étape après aujourd'hui n'a pas encore eu lieu. */
export type Chronologie = {
  recue: Numero;
  analysee: Numero;
  qualifiee: Numero | null;
  attribuee: Numero | null;
  debutee: Numero | null;
  remise: Numero | null;
  validation: Numero | null;
  decidee: Numero | null;
  close: Numero | null;
  etat: EtatInformation;
};
export type Issue = 'hors-ip' | 'transferee' | 'classement' | 'actions-adaptees' | 'saisine';

/** Par mois, de janvier à décembre, puis par jour, du lundi au dimanche [C]. */
const MOIS = [1.05, 0.95, 1.12, 0.98, 1.05, 1.22, 0.8, 0.55, 0.85, 1.08, 1.2, 1.15];
const JOURS = [1.15, 1.15, 0.9, 1.1, 1.25, 0.22, 0.22];

/** Un jour de réception entre `du` et `au`, selon la saison et le jour de la semaine. */
export function drawReception(alea: Alea, du: Numero, au: Numero): Numero {
  for (;;) {
    const jour = alea.entier(du, au);
    const mois = Number(formatNumero(jour).slice(5, 7));
    const poids = (MOIS[mois - 1] ?? 1) * (JOURS[computeJourSemaine(jour) - 1] ?? 1);
    if (alea.chance(poids / 1.6)) return jour;
  }
}

/** Le déroulé complet d'une information dont on connaît l'issue, coupé à aujourd'hui. */
export function buildChronologie(alea: Alea, recue: Numero, issue: Issue): Chronologie {
  const analysee = ouvre(recue + (alea.chance(0.85) ? 0 : alea.entier(1, 2)));
  const tri = ouvre(analysee + (alea.chance(0.75) ? alea.entier(0, 1) : alea.entier(1, 4)));
  if (issue === 'hors-ip' || issue === 'transferee') {
    return computeDeroule({ ...VIDE, recue, analysee, close: tri }, issue);
  }
  const attribuee = ouvre(tri + (alea.chance(0.7) ? alea.entier(0, 3) : alea.entier(4, 18)));
  const debutee = ouvre(attribuee + alea.entier(2, 14));
  // Log-normale : médiane 80 jours, un dixième au-delà de 165 [C].
  const duree = Math.round(Math.exp(alea.normale(Math.log(80), 0.56)));
  const remise = ouvre(Math.max(debutee + 12, recue + duree));
  const validation = ouvre(remise + alea.entier(0, 4));
  const decidee = ouvre(validation + alea.entier(1, 9));
  const close = ouvre(decidee + alea.entier(1, 20));
  return computeDeroule(
    { recue, analysee, qualifiee: tri, attribuee, debutee, remise, validation, decidee, close },
    ETAT_CLOS[issue],
  );
}

export const ETAT_CLOS = {
  classement: 'close-classement',
  'actions-adaptees': 'close-administratif',
  saisine: 'close-judiciaire',
} as const;

const VIDE = {
  qualifiee: null,
  attribuee: null,
  debutee: null,
  remise: null,
  validation: null,
  decidee: null,
};

const ouvre = (jour: Numero) => computeJourOuvre(jour);

/** L'état d'aujourd'hui : la dernière étape passée. */
export function computeDeroule(jours: Omit<Chronologie, 'etat'>, final: EtatInformation): Chronologie {
  const passe = (jour: Numero | null) => (jour !== null && jour <= AUJOURDHUI ? jour : null);
  const coupe = {
    recue: jours.recue,
    analysee: jours.analysee,
    qualifiee: passe(jours.qualifiee),
    attribuee: passe(jours.attribuee),
    debutee: passe(jours.debutee),
    remise: passe(jours.remise),
    validation: passe(jours.validation),
    decidee: passe(jours.decidee),
    close: passe(jours.close),
  };
  return { ...coupe, etat: computeEtat(coupe, final) };
}

function computeEtat(c: Omit<Chronologie, 'etat'>, final: EtatInformation): EtatInformation {
  if (c.close !== null) return final;
  if (c.decidee !== null) return 'decidee';
  if (c.validation !== null) return 'en-validation';
  if (c.remise !== null) return 'rapport-remis';
  if (c.debutee !== null) return 'en-evaluation';
  if (c.attribuee !== null) return 'attribuee';
  if (c.qualifiee !== null) return 'qualifiee';
  return c.analysee <= AUJOURDHUI ? 'en-premiere-analyse' : 'recue';
}
