/**
 * Les bornes d'une journée et d'une semaine de travail : un poste que l'on déplace, un horaire que l'on inscrit.
 *
 * Ce que dit le texte : dix heures de travail effectif par jour au plus, une amplitude de douze heures au plus, onze heures de repos entre
 * deux journées (décret 2000-815, TPS-02) ; vingt minutes de pause avant six heures de travail (TPS-04) ; quarante-huit heures par semaine,
 * quarante-quatre en moyenne sur douze semaines, trente-cinq heures de repos d'affilée (TPS-03).
 * Comment il est lu ici : la pause n'est pas du travail effectif ; la réunion et la sortie en sont. Une journée inconnue la veille ou le
 * lendemain ne s'oppose à rien. Une semaine type se répète : au-delà de quarante-quatre heures, elle dépasserait la moyenne avec le temps ;
 * on en prévient, sans refuser un horaire qui peut changer avant.
 * Non traité : les douze semaines glissantes elles-mêmes (TPS-03), que le planning de l'équipe suit ; les 35 heures et les 1 607 heures
 * (TPS-01), que l'aménagement du temps de travail de chacun décide ; les congés (TPS-06) ; le délai de prévenance d'un changement de
 * site (TPS-07).
 */
import { findPlage, formatDuree, formatMinutes, type Minutes, type Plage } from '#shared/quart-d-heure.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, avertit, computeVerdict, oppose, type Verdict } from '#shared/verdict.ts';
import { DECRET_2000_815 } from './textes.ts';

const TRAVAIL_MAX = 10 * 60;
const AMPLITUDE_MAX = 12 * 60;
const REPOS_MIN = 11 * 60;
const AVANT_PAUSE_MAX = 6 * 60;
const PAUSE_MIN = 20;
const SEMAINE_MAX = 48 * 60;
const MOYENNE_MAX = 44 * 60;
const REPOS_HEBDOMADAIRE_MIN = 35 * 60;
const JOURNEE = 1440;
const TEXTES: readonly TexteLegal[] = [DECRET_2000_815];

/** Une journée de travail : ses plages travaillées dans l'ordre, et ce qui l'entoure. */
export type JourneeDeTravail = Readonly<{
  plages: readonly Plage[];
  /** Fin de la veille, prise du lendemain : nulles si l'on ne travaille pas, ou si l'on ne sait pas. */
  finVeille?: Minutes | null;
  debutLendemain?: Minutes | null;
}>;

export function evaluateJourneeDeTravail({ plages, finVeille, debutLendemain }: JourneeDeTravail): Verdict {
  const premiere = plages[0];
  const derniere = plages.at(-1);
  if (!premiere || !derniere) return accepte();
  const travail = plages.reduce((somme, { debut, fin }) => somme + fin - debut, 0);
  const amplitude = derniere.fin - premiere.debut;
  const etapes = [`travail ${formatDuree(travail)}, amplitude ${formatDuree(amplitude)}`];
  if (travail > TRAVAIL_MAX) return oppose(`${formatDuree(travail)} de travail : dix heures au plus.`, TEXTES, etapes);
  if (amplitude > AMPLITUDE_MAX)
    return oppose(`Une amplitude de ${formatDuree(amplitude)} : douze heures au plus.`, TEXTES, etapes);
  if (finVeille != null && premiere.debut + JOURNEE - finVeille < REPOS_MIN)
    return oppose(
      `Reprise à ${formatMinutes(premiere.debut)} après une fin à ${formatMinutes(finVeille)} : onze heures de repos.`,
      TEXTES,
      etapes,
    );
  if (debutLendemain != null && debutLendemain + JOURNEE - derniere.fin < REPOS_MIN)
    return oppose(
      `Fin à ${formatMinutes(derniere.fin)} avant une reprise à ${formatMinutes(debutLendemain)} : onze heures de repos.`,
      TEXTES,
      etapes,
    );
  if (computePlusLongSansPause(plages) >= AVANT_PAUSE_MAX)
    return oppose('Six heures de travail sans vingt minutes de pause.', TEXTES, etapes);
  return accepte(etapes);
}

function computePlusLongSansPause(plages: readonly Plage[]): number {
  let long = 0;
  let plusLong = 0;
  let precedente: Plage | undefined;
  for (const plage of plages) {
    long =
      precedente && plage.debut - precedente.fin < PAUSE_MIN ? long + plage.fin - plage.debut : plage.fin - plage.debut;
    plusLong = Math.max(plusLong, long);
    precedente = plage;
  }
  return plusLong;
}

/** Ce qui de la pause tombe dans la plage ; rien : pas de pause ce jour-là. */
export function computePause(
  { debut, fin }: Plage,
  { pauseDebut, pauseFin }: { pauseDebut: Minutes | null; pauseFin: Minutes | null },
): Plage | null {
  const pause = { debut: Math.max(debut, pauseDebut ?? fin), fin: Math.min(fin, pauseFin ?? fin) };
  return pause.fin > pause.debut ? pause : null;
}

/** Une semaine type, lundi d'abord, et la pause de chacun de ses jours. */
export type SemaineDeTravail = Readonly<{
  semaine: readonly number[];
  pauseDebut: Minutes | null;
  pauseFin: Minutes | null;
}>;

/** Le premier jour refusé (1 : lundi), ou la semaine entière (`rang` nul). */
export function evaluateSemaineDeTravail({ semaine, ...pause }: SemaineDeTravail): Readonly<{
  rang: number | null;
  verdict: Verdict;
}> {
  const jours = [1, 2, 3, 4, 5, 6, 7].map((rang) => ({ rang, plages: listPlagesTravaillees(semaine, rang, pause) }));
  for (const [index, { rang, plages }] of jours.entries()) {
    const [veille, lendemain] = [jours.at(index - 1), jours[(index + 1) % 7]];
    const verdict = evaluateJourneeDeTravail({
      plages,
      finVeille: veille?.plages.at(-1)?.fin ?? null,
      debutLendemain: lendemain?.plages[0]?.debut ?? null,
    });
    if (verdict.issue === 'refuse') return { rang, verdict };
  }
  const travail = jours.flatMap(({ plages }) => plages).reduce((somme, { debut, fin }) => somme + fin - debut, 0);
  return { rang: null, verdict: computeVerdict([evaluateTravail(travail), evaluateRepos(jours)]) };
}

function listPlagesTravaillees(
  semaine: readonly number[],
  rang: number,
  heures: Omit<SemaineDeTravail, 'semaine'>,
): Plage[] {
  const plage = findPlage(semaine, rang);
  if (!plage) return [];
  const pause = computePause(plage, heures);
  if (!pause) return [plage];
  return [
    { debut: plage.debut, fin: pause.debut },
    { debut: pause.fin, fin: plage.fin },
  ].filter(({ debut, fin }) => debut < fin);
}

function evaluateTravail(travail: number): Verdict {
  if (travail > SEMAINE_MAX)
    return oppose(`${formatDuree(travail)} de travail par semaine : quarante-huit heures au plus.`, TEXTES);
  if (travail > MOYENNE_MAX)
    return avertit(
      `${formatDuree(travail)} de travail par semaine : quarante-quatre heures au plus en moyenne sur douze semaines.`,
      TEXTES,
    );
  return accepte();
}

/** Le plus long repos d'affilée d'une semaine qui se répète. */
function evaluateRepos(jours: readonly { rang: number; plages: readonly Plage[] }[]): Verdict {
  const travailles = jours.filter(({ plages }) => plages.length > 0);
  const repos = travailles.map(({ rang, plages }, index) => {
    const suivant = travailles[(index + 1) % travailles.length];
    const ecart = ((suivant?.rang ?? rang) - rang + 7) % 7 || 7;
    return ecart * JOURNEE + (suivant?.plages[0]?.debut ?? 0) - (plages.at(-1)?.fin ?? 0);
  });
  if (repos.length === 0 || Math.max(...repos) >= REPOS_HEBDOMADAIRE_MIN) return accepte();
  return oppose('Trente-cinq heures de repos d’affilée chaque semaine.', TEXTES);
}
