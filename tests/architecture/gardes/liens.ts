import { type Anomalie, type Depot, findLignes, type Garde } from '../depot.ts';

const LIEN = /\[[^\]]*\]\(([^)\s]+)(?:\s"[^"]*")?\)/g;
const CHEMIN_CITE = /`((?:src|docs|tests|database|demo|bin)\/[\w./+-]+)`/g;

/** L'ancre que GitHub et les lecteurs Markdown tirent d'un titre. */
export function computeAncre(titre: string): string {
  return titre
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function listAncres(texte: string): Set<string> {
  const titres = texte.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+)$/gm);
  return new Set([...titres].map(([, titre = '']) => computeAncre(titre)));
}

function joinChemin(depuis: string, cible: string): string {
  const morceaux = depuis.split('/').slice(0, -1);
  for (const morceau of cible.split('/')) {
    if (morceau === '..') morceaux.pop();
    else if (morceau !== '.' && morceau !== '') morceaux.push(morceau);
  }
  return morceaux.join('/');
}

function hasChemin(depot: Depot, chemin: string): boolean {
  const dossier = `${chemin.replace(/\/$/, '')}/`;
  return depot.fichiers.some((fichier) => fichier === chemin || fichier.startsWith(dossier));
}

function verifyLien(depot: Depot, fichier: string, lien: string): string | undefined {
  if (/^(?:https?:|mailto:)/.test(lien)) return undefined;
  const [cible = '', ancre] = decodeURIComponent(lien).split('#');
  const chemin = cible === '' ? fichier : joinChemin(fichier, cible);
  if (!hasChemin(depot, chemin)) return `le lien « ${lien} » ne mène à aucun fichier`;
  if (ancre === undefined || !chemin.endsWith('.md') || listAncres(depot.read(chemin)).has(ancre)) return undefined;
  return `l'ancre « #${ancre} » n'existe pas dans ${chemin}`;
}

function verifyPage(depot: Depot, fichier: string): Anomalie[] {
  const anomalies: Anomalie[] = [];
  for (const { ligne } of findLignes(depot.read(fichier), /./)) {
    const contenu = depot.read(fichier).split('\n')[ligne - 1] ?? '';
    for (const [, lien = ''] of contenu.matchAll(LIEN)) {
      const message = verifyLien(depot, fichier, lien);
      if (message) anomalies.push({ fichier, ligne, message });
    }
    for (const [, chemin = ''] of contenu.matchAll(CHEMIN_CITE)) {
      if (!hasChemin(depot, chemin))
        anomalies.push({ fichier, ligne, message: `« ${chemin} » est cité et n'existe pas` });
    }
  }
  return anomalies;
}

export const gardeLiens: Garde = {
  nom: 'liens',
  titre: 'Dans la documentation, chaque lien relatif, ancre et chemin cité existe',
  verify(depot) {
    return depot.fichiers.filter((fichier) => fichier.endsWith('.md')).flatMap((fichier) => verifyPage(depot, fichier));
  },
};
