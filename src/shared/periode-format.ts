import type { JourCivil } from './jour-civil.ts';
import { formatJour } from './jour-civil-format.ts';

/** « depuis le 01/09/2024 », « du 01/09/2024 au 31/12/2026 » ; vue d'un jour d'avant elle, « à partir du 01/09/2024 ». */
export function formatPeriode(du: JourCivil, au: JourCivil | null, aujourdhui: JourCivil = du): string {
  const debut = formatJour(du, 'court');
  const depuis = aujourdhui < du ? 'à partir du' : 'depuis le';
  return au === null ? `${depuis}\u00a0${debut}` : `du\u00a0${debut} au\u00a0${formatJour(au, 'court')}`;
}
