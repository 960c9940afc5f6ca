import type { Contexte } from '#database/as-agent.ts';
import { findMurs, listVersionsDocument } from '#modules/eaje/index.server.ts';
import { canReadCreche, canTenirCreche, type DocumentTenu, NatureDocument } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';

export type DocumentLu = {
  id: string;
  nom: string;
  nature: NatureDocument;
  /** De la dernière, qui vaut, à la première. */
  versions: DocumentTenu[];
  peut: boolean;
};

/** Un document d'une crèche et ses versions ; `tenir` : seulement à qui peut l'écrire. */
export async function getDocument(
  { tx, agent }: Contexte,
  params: Readonly<{ id: string; nature: string }>,
  tenir = false,
): Promise<DocumentLu> {
  const nature = NatureDocument.safeParse(params.nature);
  const murs = nature.success ? await findMurs(tx, params.id) : undefined;
  const can = tenir ? canTenirCreche : canReadCreche;
  if (!nature.success || !murs || !can(agent, murs)) throw new Introuvable('Absent, ou hors de vos missions.');
  const versions = await listVersionsDocument(tx, murs.id, nature.data);
  return { id: murs.id, nom: murs.nom, nature: nature.data, versions, peut: canTenirCreche(agent, murs) };
}
