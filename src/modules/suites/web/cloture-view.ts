import type { ActeInformation } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { buildObjections } from '#web/ui/objection.ts';
import type { InformationSuivie } from '../data/faits.server.ts';
import { evaluateCloture, isCloture } from '../rules/cloture.ts';

/** Les clôtures que l'état permet, et ce qui s'y oppose ou reste à faire. */
export function buildClotures(
  { faits }: InformationSuivie,
  actes: readonly { acte: ActeInformation; titre: string; href?: string }[],
  jour: JourCivil,
) {
  return actes.flatMap(({ acte, titre, href }) => {
    if (!isCloture(acte)) return [];
    const objections = buildObjections(evaluateCloture(acte, faits, jour));
    return [{ acte, titre, href: href ?? null, objections, possible: objections.every(({ bloque }) => !bloque) }];
  });
}
