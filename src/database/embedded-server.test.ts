import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPostmaster } from '#tests/support/postmaster.ts';
import { startEmbeddedServer } from './embedded-server.ts';

const LIMIT = 60_000;
let parent: string;
let dossier: string;
const secret = 'un secret de test';

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'marelle-essai-'));
  chmodSync(parent, 0o711);
  dossier = join(parent, 'donnees');
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

/** Another Marelle on the same folder, in its own process; comes back with the address once it is open. */
async function startElsewhere(): Promise<{ app: ChildProcess; url: string }> {
  const module = new URL('./embedded-server.ts', import.meta.url).href;
  const code = `import { startEmbeddedServer } from ${JSON.stringify(module)};
    const { urlProprietaire } = await startEmbeddedServer(${JSON.stringify({ dossier, secret })});
    console.log(urlProprietaire);
    setInterval(() => {}, 1000);`;
  const app = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    app.stdout.once('data', (data) => resolve(String(data).trim()));
    app.once('exit', () => reject(new Error("L'autre Marelle s'est arrêtée")));
  });
  return { app, url };
}

const postmaster = () => readPostmaster(dossier);

describe('le PostgreSQL embarqué', { timeout: LIMIT }, () => {
  it('se crée, trie en français, garde ses données et écrit vraiment sur le disque', async () => {
    const first = await startEmbeddedServer({ dossier, secret });
    await query(
      first.urlProprietaire,
      "create table essai as select unnest(array['zoé', 'Eva', 'étienne', 'abel', 'Éva']) as nom",
    );
    await first.stop();
    const second = await startEmbeddedServer({ dossier, secret });
    const rows = await query(second.urlProprietaire, 'select nom from essai order by nom');
    const [settings] = await query(
      second.urlProprietaire,
      "select current_setting('fsync') f, current_setting('data_checksums') s",
    );
    await second.stop();
    expect(rows).toEqual(['abel', 'étienne', 'Eva', 'Éva', 'zoé'].map((nom) => ({ nom })));
    expect(settings).toEqual({ f: 'on', s: 'on' });
    expect(existsSync(join(dossier, 'postgresql-18', 'postmaster.pid'))).toBe(false);
  });

  it('refuse un second départ sur le même dossier sans gêner le premier', async () => {
    const { app, url } = await startElsewhere();
    await expect(startEmbeddedServer({ dossier, secret })).rejects.toThrow(
      `Marelle tourne déjà sur ce dossier (processus ${app.pid})`,
    );
    expect(await query(url, 'select 1 as un')).toEqual([{ un: 1 }]);
    app.kill('SIGKILL');
    await wait(50);
    const next = await startEmbeddedServer({ dossier, secret });
    expect(await query(next.urlProprietaire, 'select 1 as un')).toEqual([{ un: 1 }]);
    await next.stop();
  });

  it("se rouvre seul quand l'application et la base sont tuées ensemble", async () => {
    const { app, url } = await startElsewhere();
    await query(url, 'create table tenue as select 1 as un');
    process.kill(postmaster(), 'SIGKILL');
    app.kill('SIGKILL');
    await wait(50);
    const next = await startEmbeddedServer({ dossier, secret });
    expect(await query(next.urlProprietaire, 'select un from tenue')).toEqual([{ un: 1 }]);
    await next.stop();
  });

  it('relance la base quand elle seule est tuée', async () => {
    const messages: string[] = [];
    const server = await startEmbeddedServer({ dossier, secret, journaliser: (message) => messages.push(message) });
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    let rows: unknown[] = [];
    for (let tries = 0; tries < 200 && rows.length === 0; tries += 1) {
      await wait(50);
      rows = await query(server.urlProprietaire, 'select un from tenue').catch(() => []);
    }
    expect(rows).toEqual([{ un: 1 }]);
    expect(messages).toEqual(["La base s'est arrêtée toute seule : elle est relancée."]);
    await server.stop();
  });

  it("dit en une phrase qu'un autre secret a créé la base, ou que le dossier n'en est pas un", async () => {
    await expect(startEmbeddedServer({ dossier, secret: 'autre' })).rejects.toThrow('a été créée avec un autre secret');
    const file = join(parent, 'fichier');
    writeFileSync(file, '');
    await expect(startEmbeddedServer({ dossier: file, secret })).rejects.toThrow("n'est pas un dossier");
  });
});
