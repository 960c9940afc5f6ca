import type { JourCivil } from '#shared/jour-civil.ts';
import type { CrecheFaits } from '../data/creches.server.ts';
import type { CategorieEaje, Methode } from '../etablissement.ts';
import type { CrecheFiltre, Manque } from '../etablissement-filtre.ts';
import { computeCategorie, findAutorisation } from '../rules/capacite.ts';
import { listDocumentsDus } from '../rules/documents.ts';
import { computeExigences, type ExigenceEvaluee, evaluateExigences, type FonctionExigee } from '../rules/exigences.ts';
import { type EtatAutorisation, evaluateAutorisation } from '../rules/murs.ts';

export type LigneCreche = {
  id: string;
  nom: string;
  territoireId: string | null;
  territoire: string;
  places: number;
  categorie: CategorieEaje | null;
  methode: Methode;
  exigences: readonly ExigenceEvaluee[];
  enRetard: number;
  autorisation: EtatAutorisation;
  fin: JourCivil | null;
  /** Sans autorisation en cours : le dernier jour de la précédente. */
  echueLe: JourCivil | null;
};

/** « 0,75 » équivalent temps plein, « 60 h » par an. */
export function formatQuantite({ unite }: Pick<ExigenceEvaluee, 'unite'>, quantite: number): string {
  return unite === 'ETP' ? (quantite / 100).toLocaleString('fr-FR') : `${quantite.toLocaleString('fr-FR')} h`;
}

/** `mois` : ceux que prend le renouvellement d'une autorisation. */
export function buildLigneCreche(
  { etab, equipe, rsaiHeures, echueLe, documents }: CrecheFaits,
  jour: JourCivil,
  mois: number,
): LigneCreche {
  const autorisation = findAutorisation(etab, jour);
  const places = autorisation?.places ?? 0;
  return {
    id: etab.id,
    nom: etab.nom,
    territoireId: etab.territoireId,
    territoire: etab.territoire ?? '',
    places,
    categorie: autorisation ? computeCategorie(places, jour) : null,
    methode: etab.methode,
    exigences: autorisation ? evaluateExigences(computeExigences(places, jour), equipe, rsaiHeures) : [],
    enRetard: listDocumentsDus(documents, jour).filter(({ etat }) => etat !== 'a-jour').length,
    autorisation: evaluateAutorisation(autorisation, jour, mois),
    fin: autorisation?.au ?? null,
    echueLe: autorisation ? null : echueLe,
  };
}

/** Ce qui manque pour une fonction ; rien si elle n'est pas exigée. */
export function findExigence({ exigences }: LigneCreche, fonction: FonctionExigee): ExigenceEvaluee | undefined {
  return exigences.find((exigence) => exigence.fonction === fonction);
}

const HAS_MANQUE: Record<Manque, (ligne: LigneCreche) => boolean> = {
  equipe: ({ exigences }) => exigences.some(({ manque }) => manque > 0),
  documents: ({ enRetard }) => enRetard > 0,
  autorisation: ({ autorisation }) => autorisation !== 'en-cours',
};

/** Combien de crèches pour chaque manque : les nombres dont la liste filtrée montre les lignes. */
export function countManques(lignes: readonly LigneCreche[]): Record<Manque, number> {
  const compte = (manque: Manque) => lignes.filter(HAS_MANQUE[manque]).length;
  return { equipe: compte('equipe'), documents: compte('documents'), autorisation: compte('autorisation') };
}

/** Les lignes que le filtre retient, dans son ordre. */
export function listLignes(lignes: readonly LigneCreche[], filtre: CrecheFiltre): LigneCreche[] {
  const mots = normalise(filtre.q).split(/\s+/).filter(Boolean);
  const sens = filtre.sens === 'desc' ? -1 : 1;
  return lignes
    .filter(({ nom }) => mots.every((mot) => normalise(nom).includes(mot)))
    .filter(({ territoireId }) => filtre.territoire === null || territoireId === filtre.territoire)
    .filter(({ categorie }) => filtre.categorie === null || categorie === filtre.categorie)
    .filter((ligne) => filtre.manque === null || HAS_MANQUE[filtre.manque](ligne))
    .sort((a, b) => sens * compare(readTri(a, filtre.tri), readTri(b, filtre.tri)) || a.nom.localeCompare(b.nom, 'fr'));
}

function readTri(ligne: LigneCreche, tri: CrecheFiltre['tri']): string | number {
  if (tri === 'DIRECTION' || tri === 'EJE' || tri === 'SANTE') return findExigence(ligne, tri)?.manque ?? 0;
  if (tri === 'documents') return ligne.enRetard;
  if (tri === 'fin') return ligne.fin ?? ligne.echueLe ?? '9999';
  return ligne[tri];
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr');
}

function normalise(texte: string): string {
  return texte.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr');
}
