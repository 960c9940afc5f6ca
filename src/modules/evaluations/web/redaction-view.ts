import { formatHeure } from '#shared/instant.ts';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { RedactionFaite } from '../data/redaction-commands.server.ts';
import type { RubriqueLue } from '../data/redaction-queries.server.ts';
import type { DefinitionRubrique } from '../rubrique.ts';

/** Une rubrique dans son formulaire : ce qui est écrit, sur quelle version, par qui. */
export type RubriqueVue = {
  code: string;
  titre: string;
  aide: string;
  requise: boolean;
  texte: string;
  version: number;
  empreinte: string;
  /** « Alma Agent, le 21 novembre 2026 à 14 h 03 » ; vide tant que personne n'y a touché. */
  signature: string;
};

/** Le volet du foyer, dans les adresses. */
export const FOYER = 'foyer';

export type EcritureVue = { code: string; version: number; empreinte: string; quand: string };
/** Ce que rend un enregistrement : ce qui est écrit, et ce qu'un autre a écrit avant. */
export type RedactionVue = { ecrites: EcritureVue[]; conflits: RubriqueVue[] };

export function buildRubriques(
  definitions: readonly DefinitionRubrique[],
  ecrites: readonly RubriqueLue[],
  empreinteVide: string,
): RubriqueVue[] {
  const parCode = new Map(ecrites.map((rubrique) => [rubrique.code, rubrique]));
  return definitions.map(({ code, titre, aide, requise }) => {
    const ecrite = parCode.get(code);
    return {
      code,
      titre,
      aide,
      requise,
      texte: ecrite?.texte ?? '',
      version: ecrite?.version ?? 0,
      empreinte: ecrite?.empreinte ?? empreinteVide,
      signature: ecrite ? [ecrite.par, ecrite.le && formatMoment(ecrite.le)].filter(Boolean).join(', ') : '',
    };
  });
}

export function buildRedaction(
  { ecrites, conflits }: RedactionFaite,
  definitions: readonly DefinitionRubrique[],
): RedactionVue {
  return {
    ecrites: ecrites.map(({ le, ...ecrite }) => ({ ...ecrite, quand: formatMoment(le) })),
    conflits: buildRubriques(
      definitions.filter(({ code }) => conflits.some((conflit) => conflit.code === code)),
      conflits,
      '',
    ),
  };
}

function formatMoment(instant: string): string {
  return `le ${formatJour(jourCivilDeInstant(instant), 'long')} à ${formatHeure(instant)}`;
}
