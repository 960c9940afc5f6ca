/**
 * Les documents qu'une crèche doit tenir à jour (CAP-26, CAP-07, PMI-08).
 *
 * Ce que dit le texte (CSP R2324-30) : un règlement de fonctionnement, qui dit la direction, sa continuité, l'admission, les horaires, les
 * tarifs, le référent santé, le surnombre, et auquel sont annexés des protocoles transmis au président du conseil départemental.
 * Comment il est lu ici : chacun est dû ; il est en retard s'il manque, ou le lendemain du jour où il devait être revu. La liste exacte des
 * protocoles est à confirmer : leur retard se dit, il n'empêche rien. D'une même nature, la dernière version vaut. Le règlement se transmet
 * avec ses protocoles ; le projet d'établissement, que le texte ne dit pas transmis, non.
 * Le projet d'établissement contient depuis le 3 avril 2025 un projet d'évaluation de la qualité (décret 2025-304, PMI-08) : établi avant, il se
 * relit. Son absence ne fonde pas un refus d'autorisation : on la rappelle, le document n'en est pas en retard.
 * Non traité : ce que le règlement contient ; le document envoyé lui-même, dont Marelle ne garde que le jour.
 */
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { Motif } from '#shared/verdict.ts';
import { type DocumentTenu, NATURES_DOCUMENT, type NatureDocument } from '../document.ts';
import { CSP_R2324_30, DECRET_2025_304, formatAConfirmer } from './textes.ts';

export type EtatDocument = 'manque' | 'a-revoir' | 'a-jour';
export type DocumentDu = Readonly<{
  nature: NatureDocument;
  etat: EtatDocument;
  tenu: DocumentTenu | null;
  texte: TexteLegal;
  /** PMI-08 : ce qu'il reste à y vérifier. */
  rappel: Motif | null;
}>;

/** Chaque document dû, avec ce qui en est tenu. */
export function listDocumentsDus(tenus: readonly DocumentTenu[], jour: JourCivil): DocumentDu[] {
  return (Object.keys(NATURES_DOCUMENT) as NatureDocument[]).map((nature) => {
    const tenu = tenus.find((candidat) => candidat.nature === nature) ?? null;
    const texte = nature === 'REGLEMENT_FONCTIONNEMENT' ? CSP_R2324_30 : formatAConfirmer(CSP_R2324_30);
    return { nature, etat: evaluateDocument(tenu, jour), tenu, texte, rappel: tenu && findRappel(tenu) };
  });
}

const PROJET_D_EVALUATION = jourCivil('2025-04-03');

function findRappel({ nature, etabliLe }: DocumentTenu): Motif | null {
  if (nature !== 'PROJET_ETABLISSEMENT' || etabliLe >= PROJET_D_EVALUATION) return null;
  const motif =
    'Établi avant le 3 avril 2025 : vérifiez qu’il contient le projet d’évaluation de la qualité. S’il manque, l’autorisation ne peut pas être refusée pour cela.';
  return { motif, textes: [DECRET_2025_304], etapes: [] };
}

/** Le règlement et ses protocoles vont au président du conseil départemental ; le projet d'établissement, non. */
export const isATransmettre = (nature: NatureDocument): boolean => nature !== 'PROJET_ETABLISSEMENT';

function evaluateDocument(tenu: DocumentTenu | null, jour: JourCivil): EtatDocument {
  if (tenu === null) return 'manque';
  return tenu.aRevoirLe !== null && tenu.aRevoirLe < jour ? 'a-revoir' : 'a-jour';
}
