import { afterEach, describe, expect, test } from 'vitest';
import { createDepotPiege, type DepotPiege, executeVerification } from './depot-piege.ts';

let depot: DepotPiege | undefined;
afterEach(() => depot?.close());

const fonction = (lignes: number) =>
  `export function computeX(x: number): number {\n${'  x += 1;\n'.repeat(lignes)}  return x;\n}\n`;

describe("l'écriture (biome) refuse", () => {
  test.each([
    ['any', 'src/a.ts', 'export const a: any = 1;\n', 'noExplicitAny'],
    ['une Date', 'src/a.ts', 'export const a = new Date();\n', 'noRestrictedGlobals'],
    ["un export par défaut hors d'une page", 'src/a.ts', 'export default 1;\n', 'noDefaultExport'],
    ['une fonction de plus de 40 lignes', 'src/a.ts', fonction(45), 'noExcessiveLinesPerFunction'],
    ['un fichier de plus de 400 lignes', 'src/a.ts', 'export {};\n'.repeat(401), 'noExcessiveLinesPerFile'],
    ['une assertion de non-nullité', 'src/a.ts', 'export const a = (b?: string) => b!;\n', 'noNonNullAssertion'],
    [
      'un test seul',
      'src/a.test.ts',
      "import { test } from 'vitest';\n\ntest.only('a', () => {});\n",
      'noFocusedTests',
    ],
    [
      'un test sauté',
      'src/a.test.ts',
      "import { test } from 'vitest';\n\ntest.skip('a', () => {});\n",
      'noSkippedTests',
    ],
    ['un nom de fichier en capitales', 'src/Mesure.ts', 'export const a = 1;\n', 'useFilenamingConvention'],
    ['un import inutile', 'src/a.ts', "import { b } from './b.ts';\n", 'noUnusedImports'],
    ['une mise en forme', 'src/a.ts', 'export const a = "b"\n', 'format'],
  ])('%s', (_cas, fichier, texte, regle) => {
    depot = createDepotPiege({ [fichier]: texte });
    const { code, texte: sortie } = executeVerification('écriture', depot.dossier);
    expect(sortie).toContain(regle);
    expect(code).not.toBe(0);
  });

  test("sauf la Date à sa place et l'export par défaut d'une page", () => {
    depot = createDepotPiege({
      'src/server/clock.ts': 'export const readInstant = () => new Date();\n',
      'src/modules/enfants/web/fiche.tsx': 'export default function Fiche() {\n  return <p>Fiche</p>;\n}\n',
    });
    expect(executeVerification('écriture', depot.dossier)).toMatchObject({ code: 0 });
  });
});

describe('les autres outils refusent', () => {
  test('une erreur de type', () => {
    depot = createDepotPiege({ 'src/a.ts': 'export const a: number = "b";\n' });
    const { code, texte } = executeVerification('types', depot.dossier, ['--noEmit']);
    expect({ code: code !== 0, texte }).toMatchObject({ code: true });
  });

  test('un fichier et un export inutilisés', () => {
    depot = createDepotPiege({
      'src/server/http.ts': "import { a } from '../a.ts';\n\nexport const app = [a];\n",
      'src/a.ts': 'export const a = 1;\nexport const oublie = 2;\n',
      'src/perdu.ts': 'export const b = 1;\n',
    });
    const { code, texte } = executeVerification('code inutilisé', depot.dossier);
    expect(texte).toMatch(/Unused files[\s\S]*src\/perdu\.ts/);
    expect(texte).toMatch(/Unused exports[\s\S]*oublie/);
    expect(code).not.toBe(0);
  });
});
