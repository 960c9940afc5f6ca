import { describe, expect, test } from 'vitest';
import { buildCarte } from './carte.ts';
import { buildDepot, formatAnomalie, openDepot } from './depot.ts';
import { computeAncre } from './gardes/liens.ts';
import { gardes, racine } from './gardes.ts';

const depot = openDepot(racine);

describe('le dépôt respecte ses gardes', () => {
  test.each(gardes.map((garde) => [garde.titre, garde] as const))('%s', (_titre, garde) => {
    expect(garde.verify(depot).map(formatAnomalie)).toEqual([]);
  });
});

type Piege = { garde: string; cas: string; textes: Record<string, string>; attendu: RegExp | null };

const long = (lignes: number) => 'ligne\n'.repeat(lignes);
const readme = `# Enfants\n\n${long(25)}`;
const glossaire = '| `enfant` | … |\n| `mission` | … |\n';
const table = 'create table enfants.mission (id uuid);';

const pieges: Piege[] = [
  {
    garde: 'modules',
    cas: 'un module inconnu',
    textes: { 'src/modules/divers/README.md': readme },
    attendu: /niveaux\.ts/,
  },
  {
    garde: 'modules',
    cas: 'un module sans README',
    textes: { 'src/modules/enfants/index.ts': '' },
    attendu: /README\.md {2}manque/,
  },
  {
    garde: 'modules',
    cas: 'un README vide',
    textes: { 'src/modules/enfants/README.md': '# Enfants' },
    attendu: /viser une trentaine/,
  },
  {
    garde: 'modules',
    cas: 'un module de soixante et un fichiers',
    textes: {
      'src/modules/enfants/README.md': readme,
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, rang) => [`src/modules/enfants/rules/regle-${rang}.ts`, '']),
      ),
    },
    attendu: /61 fichiers/,
  },
  { garde: 'modules', cas: 'un module en règle', textes: { 'src/modules/enfants/README.md': readme }, attendu: null },
  {
    garde: 'noms',
    cas: 'un verbe inconnu',
    textes: { 'src/a.ts': 'export function fetchEnfant() {}' },
    attendu: /fetchEnfant/,
  },
  {
    garde: 'noms',
    cas: 'une fléchée au verbe inconnu',
    textes: { 'src/a.ts': 'export const doIt = (x: string) => x;' },
    attendu: /doIt/,
  },
  {
    garde: 'noms',
    cas: 'un verbe collé à autre chose',
    textes: { 'src/a.ts': 'export function finder() {}' },
    attendu: /finder/,
  },
  { garde: 'noms', cas: 'un fichier fourre-tout', textes: { 'src/shared/date-utils.ts': '' }, attendu: /fourre-tout/ },
  {
    garde: 'noms',
    cas: 'verbes, composants et noms imposés',
    textes: {
      'src/a.tsx':
        'export function Fiche() {}\nexport async function loader() {}\nexport const findEnfant = async (id: string) => id;\nexport const echeancesDeMesure = () => [];\nexport const couleurs = ["a"];',
    },
    attendu: null,
  },
  {
    garde: 'glossaire',
    cas: 'une table inconnue',
    textes: { 'database/migrations/a.sql': table },
    attendu: /« mission »/,
  },
  {
    garde: 'glossaire',
    cas: 'un vocabulaire inconnu',
    textes: { 'src/modules/enfants/fratrie.ts': '' },
    attendu: /« fratrie »/,
  },
  {
    garde: 'glossaire',
    cas: 'des noms définis, composés compris',
    textes: {
      'docs/glossaire.md': glossaire,
      'database/migrations/a.sql': table,
      'src/modules/enfants/mission-enfant.ts': '',
      'src/modules/enfants/enfant-saisie.ts': '',
    },
    attendu: null,
  },
  {
    garde: 'migrations',
    cas: 'un nom sans module',
    textes: { 'database/migrations/0001_init.sql': '' },
    attendu: /NNNN_module/,
  },
  {
    garde: 'migrations',
    cas: 'un numéro pris deux fois',
    textes: {
      'database/migrations/0001_enfants_create_tables.sql': '',
      'database/migrations/0001_organisation_create_tables.sql': '',
    },
    attendu: /déjà pris/,
  },
  { garde: 'taille', cas: 'un fichier trop long', textes: { 'src/a.sql': long(401) }, attendu: /401 lignes/ },
  { garde: 'taille', cas: 'un test de 600 lignes', textes: { 'src/a.test.ts': long(600) }, attendu: null },
  {
    garde: 'systeme',
    cas: 'une page qui ouvre la base au nom du système',
    textes: { 'src/modules/enfants/web/fiche.tsx': "import { asSystem } from '#database/as-system.ts';" },
    attendu: /asSystem hors de la liste/,
  },
  {
    garde: 'systeme',
    cas: "l'exploitant",
    textes: { 'src/cli/demo.ts': "import { asSystem } from '#database/as-system.ts';" },
    attendu: null,
  },
  {
    garde: 'interdits',
    cas: 'un chemin de machine',
    textes: { 'src/a.ts': "open('/home/lea/x')" },
    attendu: /machine/,
  },
  {
    garde: 'interdits',
    cas: 'un test mis de côté',
    textes: { 'src/a.test.ts': 'test.skip(() => {})' },
    attendu: /test\.skip/,
  },
  {
    garde: 'interdits',
    cas: 'une règle mise de côté',
    textes: { 'src/a.ts': '// biome-ignore lint: non' },
    attendu: /biome-ignore/,
  },
  {
    garde: 'interdits',
    cas: "l'heure prise ailleurs",
    textes: { 'src/a.ts': 'Temporal.Now.instant()' },
    attendu: /clock\.ts/,
  },
  {
    garde: 'interdits',
    cas: "l'heure à sa place",
    textes: { 'src/server/clock.ts': 'Temporal.Now.instant()' },
    attendu: null,
  },
  {
    garde: 'interdits',
    cas: 'un style dans une balise',
    textes: { 'src/a.tsx': '<p style={{ color: rouge }} />' },
    attendu: /CSP/,
  },
  {
    garde: 'interdits',
    cas: "le système de design de l'État",
    textes: { 'src/a.tsx': '<a className="fr-btn" />' },
    attendu: /DSFR/,
  },
  {
    garde: 'interdits',
    cas: 'une apostrophe droite à l’écran',
    textes: { 'src/web/a.tsx': "<p>\n  Rien n'est perdu.\n</p>" },
    attendu: /apostrophe/,
  },
  {
    garde: 'interdits',
    cas: 'une apostrophe droite dans un commentaire',
    textes: { 'src/web/a.tsx': "/** Rien n'est perdu. */\nperdre(); // rien n'est perdu" },
    attendu: null,
  },
  {
    garde: 'interdits',
    cas: 'une adresse dans le verrou',
    textes: { 'package-lock.json': '"resolved": "x"' },
    attendu: /registre/,
  },
  {
    garde: 'decisions',
    cas: 'une dépendance sans raison',
    textes: { 'package.json': '{"dependencies":{"gauche":"1.0.0"}}' },
    attendu: /« gauche »/,
  },
  {
    garde: 'decisions',
    cas: 'une décision trop longue',
    textes: { 'docs/decisions/0009-x.md': long(61) },
    attendu: /61 lignes/,
  },
  { garde: 'decisions', cas: 'un verbe sans ligne', textes: {}, attendu: /« find »/ },
  { garde: 'carte', cas: 'une carte périmée', textes: { 'docs/architecture.md': 'ancienne' }, attendu: /périmée/ },
  { garde: 'carte', cas: 'la carte à jour', textes: { 'docs/architecture.md': `# A\n${buildCarte()}` }, attendu: null },
  { garde: 'liens', cas: 'un lien mort', textes: { 'docs/a.md': '[b](b.md)' }, attendu: /ne mène à aucun fichier/ },
  { garde: 'liens', cas: 'une ancre morte', textes: { 'docs/a.md': '[b](#ici)\n## là' }, attendu: /#ici/ },
  {
    garde: 'liens',
    cas: 'un chemin cité absent',
    textes: { 'docs/a.md': 'voir `src/absent.ts`' },
    attendu: /src\/absent\.ts/,
  },
  {
    garde: 'liens',
    cas: 'liens, ancres et chemins justes',
    textes: {
      'docs/a.md': '[b](../README.md#où-est-quoi-) `src/x.ts` `src/`',
      'README.md': '## Où est quoi ?',
      'src/x.ts': '',
    },
    attendu: null,
  },
];

describe('chaque garde sait refuser', () => {
  test.each(pieges.map((piege) => [piege.garde, piege.cas, piege] as const))('%s : %s', (nom, _cas, piege) => {
    const garde = gardes.find((candidate) => candidate.nom === nom);
    const anomalies = garde?.verify(buildDepot(piege.textes)).map(formatAnomalie).join('\n');
    if (piege.attendu) expect(anomalies).toMatch(piege.attendu);
    else expect(anomalies).toBe('');
  });

  test('toute garde a au moins un piège qui la fait refuser', () => {
    const eprouvees = new Set(pieges.filter((piege) => piege.attendu).map((piege) => piege.garde));
    expect(gardes.map((garde) => garde.nom).filter((nom) => !eprouvees.has(nom))).toEqual([]);
  });
});

test("l'ancre d'un titre est celle des lecteurs Markdown", () => {
  expect(computeAncre("L'état, c'est quoi ?")).toBe('létat-cest-quoi-');
});
