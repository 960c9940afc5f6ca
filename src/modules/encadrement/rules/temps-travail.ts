/**
 * Les bornes d'une journée de travail, quand on déplace un poste.
 *
 * Ce que dit le texte : dix heures de travail effectif par jour au plus, une amplitude de douze heures au plus, onze heures de repos entre
 * deux journées (décret 2000-815, TPS-02) ; vingt minutes de pause avant six heures de travail (TPS-04).
 * Comment il est lu ici : la pause n'est pas du travail effectif ; la réunion et la sortie en sont. Une journée inconnue la veille ou le
 * lendemain ne s'oppose à rien.
 * Non traité : la semaine et les douze semaines glissantes (TPS-03), que le planning de l'équipe suit.
 */
import { formatDuree, formatMinutes, type Minutes, type Plage } from '#shared/quart-d-heure.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import { DECRET_2000_815 } from './textes.ts';

const TRAVAIL_MAX = 10 * 60;
const AMPLITUDE_MAX = 12 * 60;
const REPOS_MIN = 11 * 60;
const AVANT_PAUSE_MAX = 6 * 60;
const PAUSE_MIN = 20;
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
