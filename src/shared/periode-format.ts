import type { JourCivil } from './jour-civil.ts';
import { formatJour } from './jour-civil-format.ts';

/** « depuis le 01/09/2024 », « du 01/09/2024 au 31/12/2026 ». */
export function formatPeriode(du: JourCivil, au: JourCivil | null): string {
  const debut = formatJour(du, 'court');
  return au === null ? `depuis le\u00a0${debut}` : `du\u00a0${debut} au\u00a0${formatJour(au, 'court')}`;
}
