// A small application that writes without rest on the embedded server and says each number once it is acknowledged.
import pg from 'pg';
import { startEmbeddedServer } from '#database/embedded-server.ts';

const [dossier = '', de = '0'] = process.argv.slice(2);
const ECRITURES_PARALLELES = 3;

const { urlProprietaire } = await startEmbeddedServer({ dossier, secret: 'un secret de test' });
const pool = new pg.Pool({ connectionString: urlProprietaire, max: ECRITURES_PARALLELES });
pool.on('error', () => undefined);
await pool.query('create table if not exists acte (numero bigint primary key, texte text not null)');

let prochain = Number(de);

async function writeSansFin(): Promise<never> {
  for (;;) {
    const numero = prochain;
    prochain += 1;
    await writeUn(numero);
    process.stdout.write(`${numero}\n`);
  }
}

/** Until it is acknowledged: a cut leaves the caller without an answer, and the same act may already be written. */
async function writeUn(numero: number): Promise<void> {
  for (;;) {
    try {
      await pool.query('insert into acte values ($1, $2) on conflict do nothing', [numero, `acte ${numero}`]);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

await Promise.all(Array.from({ length: ECRITURES_PARALLELES }, writeSansFin));
