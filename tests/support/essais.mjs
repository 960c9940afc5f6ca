// npm test: rules and code, the database suites on the embedded PostgreSQL and on a server, the journeys in a browser.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import pg from 'pg';
import { buildPages } from '../../bin/construction.mjs';
import { Arret, report } from '../../bin/etapes.mjs';
import { runProgramme } from './programme.mjs';

const SERVEUR_LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

export async function runEssais(root) {
  const total = { passed: 0, failed: 0 };
  const missing = [];
  const causes = [];
  const run = async (title, projects, env) => {
    report(title);
    const bilan = await runVitest(root, projects, env);
    total.passed += bilan.passed;
    total.failed += bilan.failed;
    causes.push(...bilan.causes.map((cause) => `${title} : ${cause}`));
  };
  await run('Règles et code, puis bases sur le PostgreSQL embarqué', ['unite', 'base'], {
    MARELLE_TEST_DATABASE_URL: '',
  });
  const server = await findServer();
  if (server.url)
    await run(`Bases sur le serveur PostgreSQL ${server.version}`, ['base'], { MARELLE_TEST_DATABASE_URL: server.url });
  else missing.push(server.reason);
  const browser = await findObstacle(root);
  if (browser.built === false) total.failed += 1;
  else if (browser.reason) missing.push(browser.reason);
  else await run('Parcours dans un navigateur', ['parcours']);
  // Said again at the end: a long output is often kept by its tail only.
  for (const cause of causes) console.log(`\n!!! ÉCHEC : ${cause}`);
  for (const reason of missing) console.log(`\n!!! NON ÉPROUVÉ : ${reason}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** A crash, an error outside any test, or a family without a single test is a failure like another. */
async function runVitest(root, projects, env) {
  const folder = mkdtempSync(join(tmpdir(), 'marelle-bilan-'));
  const file = join(folder, 'bilan.json');
  try {
    const args = [
      'run',
      ...projects.map((name) => `--project=${name}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const code = await runProgramme(root, process.execPath, [vitest, ...args], { ...env, NODE_ENV: 'test' });
    return countTests(root, file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countTests(root, file, code) {
  let bilan;
  try {
    bilan = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, causes: ["les essais se sont arrêtés avant d'avoir un bilan."] };
  }
  const unread = bilan.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = bilan.numPendingTests + (bilan.numTodoTests ?? 0);
  const passed = bilan.numPassedTests;
  const failed = bilan.numFailedTests + unread.length + skipped;
  const causes = bilan.testResults.flatMap((essai) => listCauses(root, essai));
  if (skipped > 0) causes.push(`${skipped} essais sautés, chacun compte pour un échec.`);
  if (passed + failed === 0) causes.push("aucun essai n'a été trouvé.");
  else if (failed === 0 && code !== 0) causes.push('une erreur hors de tout essai : elle est écrite plus haut.');
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, causes };
}

const LIGNES_D_UNE_CAUSE = 12;

/** The failures of one file of tests: where, which case, and the beginning of what it said. */
function listCauses(root, { name, status, message, assertionResults }) {
  const place = relative(root, name);
  const told = (text) => text.split('\n').slice(0, LIGNES_D_UNE_CAUSE).join('\n    ');
  const cases = assertionResults
    .filter((cas) => cas.status === 'failed')
    .map((cas) => `${place} › ${cas.fullName}\n    ${told(cas.failureMessages.join('\n'))}`);
  return status === 'failed' && message ? [`${place}\n    ${told(message)}`, ...cases] : cases;
}

/** The server to try as well, when there is one: 15 or later, with an account that may create databases. */
async function findServer() {
  const given = process.env.MARELLE_TEST_DATABASE_URL;
  const url = given || SERVEUR_LOCAL;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version') as version");
    return { url, version: rows[0].version };
  } catch (error) {
    if (given) throw new Arret(`Le serveur de MARELLE_TEST_DATABASE_URL ne répond pas : ${error.message}`);
    return {
      reason:
        'les bases sur un serveur PostgreSQL, faute de serveur sur 127.0.0.1:5432 ou dans MARELLE_TEST_DATABASE_URL.',
    };
  } finally {
    await client.end().catch(() => {});
  }
}

async function findObstacle(root) {
  try {
    await buildPages(root);
  } catch (error) {
    console.error(`\n${error.message}`);
    return { built: false };
  }
  try {
    const { openNavigateur } = await import('./chromium.ts');
    const browser = await openNavigateur();
    await browser.close();
    return {};
  } catch (error) {
    const [line = ''] = String(error.message)
      .split('\n')
      .filter((text) => /error while loading|ENOENT|Failed/.test(text));
    return {
      reason: `les parcours, faute d'un Chromium qui démarre sur cette machine (${line.trim() || error.message.split('\n')[0]}).`,
    };
  }
}
