import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDepotPiege, type DepotPiege, executeVerification, type Resultat } from './depot-piege.ts';

const imports = (...chemins: string[]) => chemins.map((chemin) => `import '${chemin}';`).join('\n');
const m = (chemin: string) => `#modules/${chemin}`;

/** Un dépôt en règle : chaque sens permis y paraît une fois. */
const sain: Record<string, string> = {
  'src/shared/jour.ts': 'export type Jour = string;',
  'src/database/connection.ts': imports('pg', 'kysely'),
  'src/server/define-command.ts': imports('#database/connection.ts'),
  'src/web/ui/bouton.ts': imports('react'),
  'src/documents/tableur.ts': '',
  'src/routes.ts': imports(m('mesures/web/routes.ts')),
  'src/modules/enfants/enfant.ts': imports('#shared/jour.ts', 'zod'),
  'src/modules/enfants/droits.ts': imports('./enfant.ts'),
  'src/modules/enfants/index.ts': imports('./enfant.ts', './droits.ts'),
  'src/modules/enfants/index.server.ts': imports('./data/queries.server.ts'),
  'src/modules/enfants/data/queries.server.ts': imports('kysely', '#server/define-command.ts', '../droits.ts'),
  'src/modules/enfants/testing/enfant-factory.ts': imports('../enfant.ts'),
  'src/modules/mesures/mesure.ts': imports(m('enfants/index.ts')),
  'src/modules/mesures/rules/renouvellement.ts': imports('../mesure.ts', m('enfants/index.ts')),
  'src/modules/mesures/rules/renouvellement.test.ts': imports(m('enfants/testing/enfant-factory.ts'), 'node:fs'),
  'src/modules/mesures/data/commands.server.ts': imports(m('enfants/index.server.ts'), '../rules/renouvellement.ts'),
  'src/modules/mesures/exports/arrete.ts': imports('../mesure.ts', '#documents/tableur.ts'),
  'src/modules/mesures/web/routes.ts': imports(
    '../data/commands.server.ts',
    '../exports/arrete.ts',
    '#web/ui/bouton.ts',
  ),
  'src/modules/enfants/web/composants.tsx': imports('react'),
  'src/modules/mesures/web/fiche.tsx': imports(m('enfants/web/composants.tsx')),
};

/** règle attendue → le fichier fautif et ce qu'il contient. */
const pieges: [regle: string, fichier: string, texte: string][] = [
  ['niveau-enfants', 'src/modules/enfants/trop-haut.ts', imports(m('mesures/index.ts'))],
  ['niveau-eaje', 'src/modules/eaje/meme-niveau.ts', imports(m('mesures/index.ts'))],
  [
    'niveau-eaje',
    'src/modules/eaje/par-le-type.ts',
    `import type { M } from '${m('mesures/index.ts')}';\nexport type E = M;`,
  ],
  ['module-par-ses-portes', 'src/modules/eaje/web/par-la-fenetre.ts', imports(m('enfants/data/queries.server.ts'))],
  ['assemblage-par-les-portes', 'src/cli/importer.ts', imports(m('enfants/data/queries.server.ts'))],
  ['fabriques-de-test', 'src/modules/eaje/data/fabrique.server.ts', imports(m('enfants/testing/enfant-factory.ts'))],
  ['demo-par-la-demo', 'src/modules/eaje/web/demo-fuite.ts', imports(m('enfants/demo/index.ts'))],
  ['vocabulaire-avant-tout', 'src/modules/eaje/structure.ts', imports('./rules/agrement.ts')],
  ['regles-sans-entree-sortie', 'src/modules/eaje/rules/directe.ts', imports('kysely')],
  ['regles-sans-entree-sortie', 'src/modules/eaje/rules/react.ts', imports('react')],
  ['regles-sans-entree-sortie', 'src/modules/eaje/rules/detour.ts', imports('#shared/detour.ts')],
  ['regles-sans-entree-sortie', 'src/modules/eaje/droits.ts', imports('#server/clock.ts')],
  ['regles-sans-node', 'src/modules/eaje/rules/agrement.ts', imports('node:fs')],
  ['regles-sans-node', 'src/shared/fichier.ts', imports('node:path')],
  ['donnees-sans-page', 'src/modules/eaje/data/page.server.ts', imports('../web/vue.ts')],
  ['exports-sans-page', 'src/modules/eaje/exports/page.ts', imports('../web/vue.ts')],
  ['partage-niveau-zero', 'src/shared/detour.ts', imports('#database/connection.ts')],
  ['socle-sans-module', 'src/web/ui/metier.ts', imports(m('enfants/index.ts'))],
  ['socle-sans-module', 'src/documents/metier.ts', imports(m('enfants/index.ts'))],
  ['socle-sans-module', 'src/solver/metier.ts', imports(m('enfants/index.ts'))],
  ['base-au-dessous-du-web', 'src/database/page.ts', imports('#web/ui/bouton.ts')],
  ['pilote-dans-la-base', 'src/server/pilote.ts', imports('pg')],
  ['web-sans-sql', 'src/modules/eaje/web/vue.ts', imports('kysely')],
  ['web-sans-sql', 'src/web/page.ts', imports('kysely')],
  ['sans-cycle', 'src/server/deux.ts', `import type { U } from './un.ts';\nexport type D = U | 2;`],
  ['resolu', 'src/server/perdu.ts', imports('./nulle-part.ts')],
  ['dependance-declaree', 'src/server/essai.ts', imports('fast-check')],
];

const complements: Record<string, string> = {
  'src/modules/mesures/index.ts': `export type { M } from './m.ts';`,
  'src/modules/mesures/m.ts': 'export type M = 1;',
  'src/modules/enfants/demo/index.ts': '',
  'src/server/clock.ts': '',
  'src/server/un.ts': `import type { D } from './deux.ts';\nexport type U = D | 1;`,
};

function listEcarts(dossier: string): { resultat: Resultat; ecarts: Set<string> } {
  const resultat = executeVerification('niveaux et couches', dossier, ['--output-type', 'json']);
  const { summary } = JSON.parse(resultat.texte) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return { resultat, ecarts: new Set(summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)) };
}

describe('les niveaux et les couches', () => {
  let depotSain: DepotPiege;
  let depotPiege: DepotPiege;
  let ecarts: Set<string>;
  beforeAll(() => {
    depotSain = createDepotPiege(sain);
    depotPiege = createDepotPiege({ ...sain, ...complements, ...Object.fromEntries(pieges.map(([, f, t]) => [f, t])) });
    ecarts = listEcarts(depotPiege.dossier).ecarts;
  });
  afterAll(() => {
    depotSain.close();
    depotPiege.close();
  });

  test('laissent passer tous les sens permis', () => {
    const { resultat, ecarts: aucun } = listEcarts(depotSain.dossier);
    expect([...aucun]).toEqual([]);
    expect(resultat.code).toBe(0);
  });

  test('font échouer la commande de npm run check', () => {
    expect(executeVerification('niveaux et couches', depotPiege.dossier).code).not.toBe(0);
  });

  test.each(pieges)('%s refuse %s', (regle, fichier) => {
    expect([...ecarts]).toContain(`${regle} ${fichier}`);
  });
});
