/** Les heures du référent santé d'une crèche, année par année et trimestre par trimestre. */
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDecimales } from '#shared/nombre-format.ts';
import { containsJour } from '#shared/periode.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { HeuresSante } from '../referent-sante.ts';
import { listPeriodesSante, type PeriodeSante } from '../rules/referent-sante.ts';

export type LigneDePeriode = { cle: string; nom: string; faites: string; dues: string; etat: string; ton: Ton };

const RANGS = ['1er', '2e', '3e', '4e'];

export const formatHeures = (minutes: number) => `${formatDecimales(minutes / 60, minutes % 60 === 0 ? 0 : 2)} h`;

/** Cette année puis la précédente. */
export function buildPeriodesSante(
  { autorisations }: Pick<EtablissementOuvert, 'autorisations'>,
  heures: readonly HeuresSante[],
  aujourdhui: JourCivil,
): LigneDePeriode[] {
  const annee = Number(aujourdhui.slice(0, 4));
  const placesLe = (jour: JourCivil) => autorisations.find((candidate) => containsJour(candidate, jour))?.places ?? 0;
  return [annee, annee - 1]
    .flatMap((a) => listPeriodesSante(a, heures, placesLe, aujourdhui))
    .filter(({ dues }) => dues > 0)
    .map(buildLigne);
}

function buildLigne({ du, au, faites, dues, etat }: PeriodeSante): LigneDePeriode {
  const an = du.slice(0, 4);
  const nom =
    au.slice(5) === '12-31' && du.slice(5) === '01-01'
      ? `Année ${an}`
      : `${RANGS[Math.floor(Number(du.slice(5, 7)) / 3)]} trimestre ${an}`;
  const reste = formatHeures(Math.max(0, dues - faites));
  return {
    cle: `${du} ${au}`,
    nom,
    faites: formatHeures(faites),
    dues: formatHeures(dues),
    ...{
      FAIT: { etat: 'tenu', ton: 'fait' as const },
      EN_COURS: { etat: `reste ${reste}`, ton: 'attente' as const },
      MANQUE: { etat: `manque ${reste}`, ton: 'retard' as const },
    }[etat],
  };
}
