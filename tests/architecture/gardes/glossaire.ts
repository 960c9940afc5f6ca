import type { Anomalie, Depot, Garde } from '../depot.ts';

const GLOSSAIRE = 'docs/glossaire.md';
const PAS_UN_NOM = /^(?:index|index\.server|droits|niveaux)$/;
const MOTS_VIDES = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'l', 'les', 'a', 'au', 'en', 'et', 'par', 'pour']);
/** Mots techniques qui précisent un nom sans en être un. */
const PRECISIONS = new Set(['saisie', 'view', 'libelles', 'filtre', 'resume', 'codes']);

type Emploi = { nom: string; fichier: string };

/** Les noms du métier employés comme table (database/migrations) ou comme fichier de vocabulaire (racine d'un module). */
function listNoms(depot: Depot): Emploi[] {
  return depot.fichiers.flatMap((fichier) => {
    if (/^database\/migrations\/.+\.sql$/.test(fichier)) {
      const tables = depot
        .read(fichier)
        .matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(\w+)\.(\w+)/gi);
      return [...tables].map(([, , table = '']) => ({ nom: table.replaceAll('_', '-'), fichier }));
    }
    const vocabulaire = /^src\/modules\/[^/]+\/([^/]+)\.ts$/.exec(fichier)?.[1];
    if (vocabulaire === undefined || vocabulaire.endsWith('.test') || PAS_UN_NOM.test(vocabulaire)) return [];
    return [{ nom: vocabulaire, fichier }];
  });
}

/** Un nom composé est connu s'il est au glossaire, ou si chacun de ses mots y est. */
export function isConnu(nom: string, glossaire: ReadonlySet<string>): boolean {
  const isEntree = (mot: string): boolean => glossaire.has(mot) || glossaire.has(mot.replace(/[sx]$/, ''));
  const precis = nom.split('-').filter((mot) => !PRECISIONS.has(mot));
  if (isEntree(nom) || isEntree(precis.join('-'))) return true;
  const mots = precis.filter((mot) => !MOTS_VIDES.has(mot));
  if (isEntree(mots.join('-'))) return true;
  return mots.length > 0 && mots.every(isEntree);
}

export const gardeGlossaire: Garde = {
  nom: 'glossaire',
  titre: 'Tout nom du métier employé comme table ou comme vocabulaire est défini dans docs/glossaire.md',
  verify(depot) {
    const entrees = depot.read(GLOSSAIRE).matchAll(/^\|\s*`([a-z0-9-]+)`/gm);
    const glossaire = new Set([...entrees].map(([, nom = '']) => nom));
    const vus = new Set<string>();
    return listNoms(depot).flatMap<Anomalie>(({ nom, fichier }) => {
      if (vus.has(nom) || isConnu(nom, glossaire)) return [];
      vus.add(nom);
      return [{ fichier, message: `« ${nom} » n'est pas dans ${GLOSSAIRE} : ajouter sa ligne dans le même commit` }];
    });
  },
};
