import type { Anomalie, Depot, Garde } from '../depot.ts';
import { verbes } from '../verbes.ts';

const LIGNES_MAXIMUM = 60;
const DEPENDANCES = 'docs/decisions/0004-dependances-et-leur-raison.md';
const VERBES = 'docs/decisions/0005-vocabulaire-et-liste-fermee-des-verbes.md';

function verifyForme(depot: Depot): Anomalie[] {
  const numeros = new Set<string>();
  return depot.fichiers.flatMap<Anomalie>((fichier) => {
    if (!/^docs\/decisions\/.+\.md$/.test(fichier) || fichier.endsWith('README.md')) return [];
    const numero = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(fichier)?.[1];
    if (numero === undefined) return [{ fichier, message: 'attendu : NNNN-sujet-en-clair.md' }];
    const double = numeros.has(numero) ? [{ fichier, message: `le numéro ${numero} est déjà pris` }] : [];
    numeros.add(numero);
    const lignes = depot.read(fichier).trimEnd().split('\n').length;
    // Le tableau des dépendances a une ligne par dépendance : sa longueur n'est pas un choix.
    if (lignes <= LIGNES_MAXIMUM || fichier === DEPENDANCES) return double;
    return [...double, { fichier, message: `${lignes} lignes, limite ${LIGNES_MAXIMUM}` }];
  });
}

function verifyDependances(depot: Depot): Anomalie[] {
  const paquet = JSON.parse(depot.read('package.json') || '{}') as Record<string, Record<string, string> | undefined>;
  const declarees = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((champ) =>
    Object.keys(paquet[champ] ?? {}),
  );
  const lignes = depot.read(DEPENDANCES).matchAll(/^\|\s*`([^`]+)`/gm);
  const expliquees = new Set([...lignes].map(([, nom = '']) => nom));
  const isExpliquee = (nom: string): boolean =>
    expliquees.has(nom) || (nom.includes('/') && expliquees.has(`${nom.split('/')[0]}/*`));
  const sansRaison = declarees.filter((nom) => !isExpliquee(nom));
  const disparues = [...expliquees].filter(
    (nom) => !declarees.some((declaree) => declaree === nom || `${declaree.split('/')[0]}/*` === nom),
  );
  return [
    ...sansRaison.map((nom) => ({
      fichier: DEPENDANCES,
      message: `« ${nom} » n'a pas sa ligne (raison, licence, écarté)`,
    })),
    ...disparues.map((nom) => ({ fichier: DEPENDANCES, message: `« ${nom} » n'est plus dans package.json` })),
  ];
}

function verifyVerbes(depot: Depot): Anomalie[] {
  const texte = depot.read(VERBES);
  return verbes
    .filter((verbe) => !texte.includes(`\`${verbe}\``))
    .map((verbe) => ({ fichier: VERBES, message: `le verbe « ${verbe} » y manque` }));
}

export const gardeDecisions: Garde = {
  nom: 'decisions',
  titre: 'Les décisions sont courtes et numérotées ; chaque dépendance et chaque verbe a sa ligne',
  verify: (depot) => [...verifyForme(depot), ...verifyDependances(depot), ...verifyVerbes(depot)],
};
