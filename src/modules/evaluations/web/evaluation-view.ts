import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { MineurEvalue, Rayon } from '../rules/faits.ts';

/** Ce que toute page d'acte sait de l'information. */
export type CadreDActe = {
  id: string;
  numero: string;
  version: number;
  etat: EtatInformation;
  aujourdhui: JourCivil;
};

export function formatAdresseEvaluation(id: string, page = ''): string {
  return page ? `/informations/${id}/evaluation/${page}` : `/informations/${id}/evaluation`;
}

/** D'où l'on vient, et où l'on revient sans rien enregistrer. */
export function buildCadre({ id, numero }: Pick<CadreDActe, 'id' | 'numero'>) {
  return {
    sous: numero,
    retour: formatAdresseEvaluation(id),
    fil: [
      { titre: 'Informations préoccupantes', href: '/informations' },
      { titre: numero, href: `/informations/${id}` },
      { titre: 'Évaluation', href: formatAdresseEvaluation(id) },
    ],
  };
}

/** Un choix d'une liste, tel qu'un chargement peut le rendre. */
export type ChoixLu = { valeur: string; libelle: string; groupe?: string };

export function buildChoixMineurs(mineurs: readonly MineurEvalue[]): ChoixLu[] {
  return mineurs.map(({ id, nom, aNaitre }) => ({ valeur: id, libelle: aNaitre ? `${nom} (à naître)` : nom }));
}

const PAGE_DU_RAYON: Record<Rayon, string> = {
  rencontres: 'rencontre',
  raisons: 'raisons',
  avis: 'avis',
  redaction: 'redaction',
  conclusion: 'conclusion',
};

/** Où combler un manque : la page, et le volet du mineur s'il s'agit de l'écrire. */
export function findAdresseManque(id: string, { rayon, mineurId }: { rayon: Rayon; mineurId: string | null }): string {
  if (rayon === 'redaction') return formatAdresseEvaluation(id, `redaction/${mineurId ?? 'foyer'}`);
  const page = formatAdresseEvaluation(id, PAGE_DU_RAYON[rayon]);
  return mineurId && rayon === 'avis' ? `${page}?mineur=${mineurId}` : page;
}
