import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import type { FicheBreve, FicheComparee } from '../data/doublons-queries.server.ts';
import { formatNaissance, LIBELLE_SEXE } from '../personne.ts';

export type Comparaison = { titre: string; a: string; b: string; differe: boolean };

const LECTURES: readonly [string, (fiche: FicheComparee) => string | null][] = [
  ['Nom', formatPersonne],
  ['Autres prénoms', ({ autresPrenoms }) => autresPrenoms],
  ['Aussi connu sous', ({ autresNoms }) => autresNoms.join(', ')],
  ['Naissance', formatNaissance],
  ['Lieu de naissance', ({ lieuNaissance }) => lieuNaissance],
  ['Sexe', ({ sexe }) => LIBELLE_SEXE[sexe]],
  ['Téléphone', ({ telephone }) => telephone],
  ['Dossier', formatDossier],
  ['Liée à', ({ lies }) => lies.join(', ')],
];

/** Les deux fiches, ligne à ligne ; ce qui est vide des deux côtés n'apparaît pas. */
export function buildComparaison(a: FicheComparee, b: FicheComparee): Comparaison[] {
  return LECTURES.map(([titre, lire]) => {
    const [gauche, droite] = [lire(a) || '', lire(b) || ''];
    return { titre, a: gauche || 'rien', b: droite || 'rien', differe: gauche !== droite, vide: !gauche && !droite };
  }).flatMap(({ vide, ...ligne }) => (vide ? [] : [ligne]));
}

/** Celle que l'on garde, proposée d'avance : celle qui porte le dossier, la plus ancienne des deux. */
export function findAGarder(a: FicheComparee, b: FicheComparee): FicheComparee {
  if (a.numero !== null && b.numero !== null) return (b.ouvertLe ?? '') < (a.ouvertLe ?? '') ? b : a;
  return b.numero !== null ? b : a;
}

export function formatDossier({ numero, ouvertLe }: Pick<FicheBreve, 'numero' | 'ouvertLe'>): string {
  if (numero === null) return 'sans dossier';
  return ouvertLe ? `${numero}, ouvert le ${formatJour(ouvertLe, 'court')}` : numero;
}
