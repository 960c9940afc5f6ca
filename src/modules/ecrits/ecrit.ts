/** Les écrits du circuit d'une information préoccupante : leurs codes, à qui chacun s'adresse, quand il part. */

export const ECRITS = {
  'accuse-reception': {
    titre: 'Accusé de réception',
    aQui: 'à qui a transmis',
    aide: 'Dit à qui a transmis que l’information est reçue, sous quel numéro, et quand il sera informé des suites.',
  },
  'parents-evaluation': {
    titre: 'Information des parents : évaluation engagée',
    aQui: 'aux parents ou au tuteur',
    aide: 'Dit pourquoi et comment la situation est évaluée, par qui, et jusqu’à quand.',
  },
  'parents-suites': {
    titre: 'Information des parents : conclusions et suites',
    aQui: 'aux parents ou au tuteur',
    aide: 'Dit la conclusion et ce qui est décidé ; d’une saisine, l’écrit que la loi demande.',
  },
  'rapport-evaluation': {
    titre: 'Rapport d’évaluation',
    aQui: 'à qui décide, et à l’autorité judiciaire saisie',
    aide: 'Le foyer, un volet par mineur, les rencontres, les avis, la conclusion et le référentiel appliqué.',
  },
  saisine: {
    titre: 'Saisine de l’autorité judiciaire',
    aQui: 'au procureur de la République',
    aide: 'Le fondement, le danger, ce qui a déjà été fait, ce qui est demandé.',
  },
  transfert: {
    titre: 'Transfert à un autre département',
    aQui: 'au département où vit désormais la famille',
    aide: 'La situation, le bordereau de ce qui est transmis, l’accusé de réception à retourner.',
  },
  'source-suites': {
    titre: 'Information de la source sur les suites',
    aQui: 'à qui a transmis',
    aide: 'Au professionnel et à l’élu, la suite donnée ; au particulier qui l’a demandé, ce que le secret permet d’en dire.',
  },
} as const;
export type NatureEcrit = keyof typeof ECRITS;
export const NATURES_ECRIT = Object.keys(ECRITS) as NatureEcrit[];

/** Ceux qui portent l'identité de la source, puisqu'ils lui sont adressés. */
export const ECRITS_A_LA_SOURCE: readonly NatureEcrit[] = ['accuse-reception', 'source-suites'];

/** Un écrit sorti de Marelle. */
export type EcritProduit = {
  id: string;
  nature: NatureEcrit;
  signalementId: string | null;
  par: string;
  /** Instant ISO. */
  produitLe: string;
};

export function isNatureEcrit(nature: string | undefined): nature is NatureEcrit {
  return nature !== undefined && Object.hasOwn(ECRITS, nature);
}
