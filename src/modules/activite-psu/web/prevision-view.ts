import type { JourCivil } from '#shared/jour-civil.ts';
import { formatMois } from '#shared/jour-civil-format.ts';
import type { CrecheSuivie } from '../data/bilans.server.ts';
import { computePrevisionMensuelle } from '../rules/prevision-mensuelle.ts';
import { ABSENT, formatHeures, formatTaux } from './formats.ts';

const HYPOTHESE = {
  saisie: 'Les heures prévues sont celles saisies mois par mois au prévisionnel.',
  repartie:
    'Le prévisionnel n’est saisi qu’à l’année : il est réparti ici selon les heures que la crèche ouvre chaque mois (hypothèse).',
};

const enHeures = (minutes: number | null) => (minutes === null ? null : Math.round(minutes / 60));
const ecrit = (minutes: number | null) => (minutes === null ? ABSENT : formatHeures(minutes));

/** Les heures facturées face au prévisionnel : des nombres pour tracer, du texte pour lire. */
export function buildPrevision({ mois, exercice }: CrecheSuivie, annee: number, aujourdhui: JourCivil) {
  const prevision = computePrevisionMensuelle({ annee, aujourdhui, mois, exercice });
  if (!prevision) return null;
  return {
    hypothese: HYPOTHESE[prevision.origine],
    lignes: prevision.mois.map((m) => ({
      mois: m.mois,
      nom: formatMois(m.mois, 'court'),
      abrege: formatMois(m.mois, 'abrege'),
      trace: {
        facturees: enHeures(m.facturees),
        prevues: enHeures(m.prevues),
        factureesCumulees: enHeures(m.factureesCumulees),
        prevuesCumulees: enHeures(m.prevuesCumulees),
      },
      facturees: ecrit(m.facturees),
      prevues: ecrit(m.prevues),
      factureesCumulees: ecrit(m.factureesCumulees),
      prevuesCumulees: ecrit(m.prevuesCumulees),
      ecart: m.ecart === null ? ABSENT : `${formatTaux(m.ecart)} %`,
      ton: m.ecartSignale ? ('bientot' as const) : undefined,
    })),
  };
}
export type PrevisionVue = NonNullable<ReturnType<typeof buildPrevision>>;
