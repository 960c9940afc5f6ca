/** Chaque nature d'import, avec la lecture de ce que la base sait déjà. */
import type { Transaction } from '#database/connection.ts';
import type { NatureImportation, RefusDeColonne } from '../importation.ts';
import { importAgents } from '../imports/agents.ts';
import type { Choix, Circonstances, Colonne, Evaluation, ImportDefini } from '../imports/definition.ts';
import { importEnfants } from '../imports/enfants.ts';
import { importOrganisation } from '../imports/organisation.ts';
import { importPersonnes } from '../imports/personnes.ts';
import { loadFondsAgents } from './fonds-agents.server.ts';
import { loadFondsEnfants } from './fonds-enfants.server.ts';
import { loadFondsOrganisation } from './fonds-organisation.server.ts';
import { loadFondsPersonnes } from './fonds-personnes.server.ts';

type Lue = { saisie: unknown; cle: string | null; identite: string | null };

/** Un import dont on ne sait plus le type des lignes : ce que le moteur appelle. */
export type Import = {
  nature: NatureImportation;
  colonnes: readonly Colonne[];
  /** Lignes par lot ; une organisation tient en un lot, car ses lignes s'y désignent entre elles. */
  taille: number;
  /** Vrai si des lignes en désignent d'autres : elles passent alors dans l'ordre de leurs dépendances. */
  isOrdonne: boolean;
  parse: (valeurs: Record<string, unknown>) => Lue | { refus: RefusDeColonne[] };
  /** Les lignes du fichier qui doivent passer avant celle-ci. */
  listReferences: (saisie: unknown) => string[];
  open: (
    tx: Transaction,
    saisies: readonly unknown[],
    circonstances: Circonstances,
  ) => Promise<{
    evaluate: (saisie: unknown, choix: Choix) => Evaluation;
    listRestreints: (saisie: unknown) => string[];
  }>;
};

const TAILLE_LOT = 500;
const TAILLE_ORGANISATION = 20_000;

type Options<S, F> = {
  taille?: number;
  load: (tx: Transaction, saisies: readonly S[]) => Promise<F>;
  /** Dossiers restreints dont une ligne porte l'identité. */
  listRestreints?: (saisie: S, fonds: F) => string[];
};

function defineImport<S, F>(defini: ImportDefini<S, F>, options: Options<S, F>): Import {
  return {
    nature: defini.nature,
    colonnes: defini.colonnes,
    taille: options.taille ?? TAILLE_LOT,
    isOrdonne: defini.listReferences !== undefined,
    parse: (valeurs) => {
      const lu = defini.saisie.safeParse(valeurs);
      if (!lu.success)
        return {
          refus: lu.error.issues.map(({ path, message }) => ({ colonne: String(path[0] ?? ''), motif: message })),
        };
      return {
        saisie: lu.data,
        cle: defini.getCle(lu.data),
        identite: defini.getIdentite(lu.data),
      };
    },
    listReferences: (saisie) => defini.listReferences?.(saisie as S) ?? [],
    open: async (tx, saisies, circonstances) => {
      // Les saisies reviennent de la base telles que ce même schéma les y a mises.
      const fonds = await options.load(tx, saisies as S[]);
      return {
        evaluate: (saisie, choix) => defini.evaluate(saisie as S, fonds, circonstances, choix),
        listRestreints: (saisie) => options.listRestreints?.(saisie as S, fonds) ?? [],
      };
    },
  };
}

const IMPORTS: Record<NatureImportation, Import> = {
  organisation: defineImport(importOrganisation, {
    taille: TAILLE_ORGANISATION,
    load: (tx) => loadFondsOrganisation(tx),
  }),
  agents: defineImport(importAgents, { load: loadFondsAgents }),
  personnes: defineImport(importPersonnes, { load: loadFondsPersonnes }),
  enfants: defineImport(importEnfants, {
    load: loadFondsEnfants,
    listRestreints: (saisie, fonds) => fonds.restreints.get(importEnfants.getIdentite(saisie) ?? '') ?? [],
  }),
};

export function getImport(nature: NatureImportation): Import {
  return IMPORTS[nature];
}
