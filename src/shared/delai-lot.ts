/** Compter beaucoup de délais d'un coup : tout le lot, ou rien et la liste de ce qui n'y va pas. */
import { z } from 'zod';
import { computeDelai, type DelaiCompute, DelaiDemande } from './delai.ts';

export type DelaiDuLot = Pick<DelaiCompute, 'echeance' | 'theorique' | 'etapes'>;
export type LotDeDelais =
  | { ok: true; delais: DelaiDuLot[] }
  /** Une phrase par faute, qui nomme l'élément (le premier est le 1) et le champ. */
  | { ok: false; fautes: string[] };

/**
 * Compte chaque élément d'un tableau, dans l'ordre. Un seul élément illisible fait refuser le lot : un résultat partiel
 * passerait pour complet.
 */
export function computeLotDeDelais(brut: unknown): LotDeDelais {
  const liste = z.array(z.unknown()).safeParse(brut);
  if (!liste.success) return { ok: false, fautes: ["L'entrée est un tableau JSON de délais à compter : [ { … } ]."] };
  const lus = liste.data.map((element) => DelaiDemande.safeParse(element));
  const fautes = lus.flatMap(({ error }, rang) =>
    (error?.issues ?? []).map(({ path, message }) => `${formatEndroit(rang, path)} : ${message}`),
  );
  if (fautes.length > 0) return { ok: false, fautes };
  return {
    ok: true,
    delais: lus.flatMap(({ data }) => {
      if (!data) return [];
      const { echeance, theorique, etapes } = computeDelai(data);
      return [{ echeance, theorique, etapes }];
    }),
  };
}

/** « Élément 3, delais 1, unite ». */
function formatEndroit(rang: number, chemin: readonly PropertyKey[]): string {
  const champs = chemin.map((cle) => (typeof cle === 'number' ? ` ${cle + 1}` : `, ${String(cle)}`));
  return `Élément ${rang + 1}${champs.join('')}`;
}
