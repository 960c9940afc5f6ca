import type { ActeInformation } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Motif, Verdict } from '#shared/verdict.ts';
import type { InformationSuivie } from '../data/faits.server.ts';
import { evaluateCloture, isCloture } from '../rules/cloture.ts';

export type Objection = { motif: string; textes: string[]; bloque: boolean };

/** Ce qu'une règle oppose ou fait remarquer, lisible. */
export function buildObjections(verdict: Verdict): Objection[] {
  const lire =
    (bloque: boolean) =>
    ({ motif, textes }: Motif) => ({ motif, textes: textes.map(formatTexte), bloque });
  return verdict.issue === 'accepte' ? verdict.avertissements.map(lire(false)) : [lire(true)(verdict)];
}

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
