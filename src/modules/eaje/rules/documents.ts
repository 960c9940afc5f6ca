/**
 * Les documents qu'une crèche doit tenir à jour (CAP-26, CAP-07).
 *
 * Ce que dit le texte (CSP R2324-30) : un règlement de fonctionnement, qui dit la direction, sa continuité, l'admission, les horaires, les
 * tarifs, le référent santé, le surnombre, et auquel sont annexés des protocoles transmis au président du conseil départemental.
 * Comment il est lu ici : chacun est dû ; il est en retard s'il manque, ou le lendemain du jour où il devait être revu. La liste exacte des
 * protocoles est à confirmer : leur retard se dit, il n'empêche rien. D'une même nature, la dernière version vaut. Le règlement se transmet
 * avec ses protocoles ; le projet d'établissement, que le texte ne dit pas transmis, non.
 * Non traité : ce que le règlement contient ; le document envoyé lui-même, dont Marelle ne garde que le jour.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { type DocumentTenu, NATURES_DOCUMENT, type NatureDocument } from '../document.ts';
import { CSP_R2324_30, formatAConfirmer } from './textes.ts';

export type EtatDocument = 'manque' | 'a-revoir' | 'a-jour';
export type DocumentDu = Readonly<{
  nature: NatureDocument;
  etat: EtatDocument;
  tenu: DocumentTenu | null;
  texte: TexteLegal;
}>;

/** Chaque document dû, avec ce qui en est tenu. */
export function listDocumentsDus(tenus: readonly DocumentTenu[], jour: JourCivil): DocumentDu[] {
  return (Object.keys(NATURES_DOCUMENT) as NatureDocument[]).map((nature) => {
    const tenu = tenus.find((candidat) => candidat.nature === nature) ?? null;
    const texte = nature === 'REGLEMENT_FONCTIONNEMENT' ? CSP_R2324_30 : formatAConfirmer(CSP_R2324_30);
    return { nature, etat: evaluateDocument(tenu, jour), tenu, texte };
  });
}

/** Le règlement et ses protocoles vont au président du conseil départemental ; le projet d'établissement, non. */
export const isATransmettre = (nature: NatureDocument): boolean => nature !== 'PROJET_ETABLISSEMENT';

function evaluateDocument(tenu: DocumentTenu | null, jour: JourCivil): EtatDocument {
  if (tenu === null) return 'manque';
  return tenu.aRevoirLe !== null && tenu.aRevoirLe < jour ? 'a-revoir' : 'a-jour';
}
