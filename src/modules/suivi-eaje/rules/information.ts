/**
 * Qui doit savoir un fait marquant, et quand (EVT-01, EVT-04).
 *
 * Ce que dit le texte : le gestionnaire informe sans délai le président du conseil départemental de tout accident survenu pendant
 * l'accueil ayant entraîné une hospitalisation ou l'intervention des secours, et de tout décès d'un enfant confié (CSP R2324-25 I).
 * Comment il est lu ici : « sans délai » est le jour même ; un tel fait ne se clôt pas tant que le président n'est pas informé. La gravité
 * fixe, pour tout fait, quand quelqu'un hors de la crèche le sait : `delais.ts` le lit des paramètres du département. À la gravité 4, il
 * est dit deux fois, au téléphone (ou de vive voix) et par écrit : la seconde compte. Un délai en heures se juge sur l'instant ; si l'heure du fait ou
 * celle de l'information n'est pas connue, sur le jour. Informer les familles n'est pas le dire hors de la crèche. C'est une hypothèse du
 * référentiel : on le rappelle, rien n'est empêché.
 * Non traité : le changement des coordonnées d'urgence, qui est dans `contact.ts`.
 */
import { buildInstantIso, compareInstants } from '#shared/instant.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { type FaitDate, parseDateDeFait } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import type { FaitMarquant } from '../suite.ts';

export const CSP_R2324_25: TexteLegal = {
  code: 'CSP',
  article: 'R2324-25',
  source: 'Référentiel petite enfance, source S17',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};
export const GRAVITE_LOCALE: TexteLegal = {
  code: 'Remontée des faits marquants',
  source: 'pratique du département, aucun texte connu',
  confiance: 'a-confirmer',
};

/** Peut-on clore ce fait ? */
export function evaluateCloture(fait: { secours: boolean; deces: boolean; pcdInforme: boolean }): Verdict {
  if (!(fait.secours || fait.deces) || fait.pcdInforme) return accepte();
  const cause = fait.deces ? 'Un enfant confié est décédé' : 'Un enfant a été hospitalisé, ou les secours sont venus';
  return oppose(`${cause} : le président du conseil départemental doit en être informé avant que ce fait soit clos.`, [
    CSP_R2324_25,
  ]);
}

/** Quand un fait a été dit hors de la crèche d'abord ; au téléphone ou de vive voix ; par écrit. Un jour, ou un instant ISO. */
export type Dites = Readonly<{
  directionLe?: string | undefined;
  oralLe?: string | undefined;
  ecritLe?: string | undefined;
}>;

/** Quand le fait est dit comme sa gravité le demande (EVT-04) ; rien s'il ne l'est pas encore. `faiteA` : si les deux heures sont connues. */
export function findInformation(
  { date, instant, ...dites }: Pick<FaitDate, 'date' | 'instant'> & Dites,
  gravite: number,
): { faiteLe: JourCivil; faiteA: string | null } | null {
  const dues = gravite === 4 ? [dites.oralLe, dites.ecritLe] : [dites.directionLe];
  // Avant le fait, c'est une faute de saisie : on ne la retient pas.
  const lues = dues.flatMap((quand) => (quand && parseDateDeFait(quand)) || []).filter((lue) => lue.date >= date);
  const derniere = lues.toSorted(compareDates).at(-1);
  if (derniere === undefined || lues.length < dues.length) return null;
  return { faiteLe: derniere.date, faiteA: instant === null ? null : derniere.instant };
}

type Lue = Pick<FaitDate, 'date' | 'instant'>;
function compareDates(a: Lue, b: Lue): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.instant === null || b.instant === null ? 0 : compareInstants(a.instant, b.instant);
}

/** Un fait et ses informations, comme les règles les lisent ; la vue `eaje.fait_suivi` dit pareil. */
export function buildDites({ survenuLe, heure, informes }: Pick<FaitMarquant, 'survenuLe' | 'heure' | 'informes'>) {
  const dehors = informes
    .filter(({ destinataire }) => destinataire !== 'FAMILLES')
    .map(({ moyen, le, heure: a }) => ({
      moyen,
      quand: a === null ? { date: le, instant: null } : { date: le, instant: buildInstantIso(le, a) },
    }))
    .sort((a, b) => compareDates(a.quand, b.quand));
  const premiere = (retenues: typeof dehors) => {
    const quand = retenues[0]?.quand;
    return quand && (quand.instant ?? quand.date);
  };
  return {
    date: survenuLe,
    instant: heure === null ? null : buildInstantIso(survenuLe, heure),
    directionLe: premiere(dehors),
    oralLe: premiere(dehors.filter(({ moyen }) => moyen !== 'ECRIT')),
    ecritLe: premiere(dehors.filter(({ moyen }) => moyen === null || moyen === 'ECRIT')),
  };
}
