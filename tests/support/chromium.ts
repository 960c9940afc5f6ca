import { createReadStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { extract } from 'tar-fs';

/**
 * The Chromium that npm brings: with the machine's libraries, else with those it carries (a bare machine has no NSS),
 * else the system's. MARELLE_CHROMIUM names another one.
 */
export async function openNavigateur(): Promise<Browser> {
  const choisi = process.env.MARELLE_CHROMIUM;
  if (choisi) return chromium.launch({ executablePath: choisi, args: ['--no-sandbox'] });
  const essais = [listOptions, listOptionsAvecBibliotheques, listOptionsDuSysteme];
  let derniere: unknown;
  for (const build of essais) {
    try {
      return await chromium.launch(await build());
    } catch (erreur) {
      derniere = erreur;
    }
  }
  throw derniere;
}

async function listOptions(): Promise<LaunchOptions> {
  return { executablePath: await sparticuz.executablePath(), args: listArguments() };
}

async function listOptionsAvecBibliotheques(): Promise<LaunchOptions> {
  const dossier = join(tmpdir(), 'marelle-bibliotheques');
  const bibliotheques = join(dossier, 'lib');
  if (!existsSync(bibliotheques)) {
    const paquet = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
    const archive = createReadStream(join(paquet, 'bin/al2023.tar.br'));
    await pipeline(archive, createBrotliDecompress(), extract(dossier));
  }
  const env = { ...process.env, LD_LIBRARY_PATH: bibliotheques, FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
  return { ...(await listOptions()), env };
}

async function listOptionsDuSysteme(): Promise<LaunchOptions> {
  const systeme = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (systeme === undefined) throw new Error('Aucun Chromium ne démarre sur cette machine (voir MARELLE_CHROMIUM).');
  return { executablePath: systeme, args: ['--no-sandbox'] };
}

/** Made for a serverless machine: in a single process, closing one visitor would close the browser. */
function listArguments(): string[] {
  return sparticuz.args.filter(
    (argument) => !/^--(single-process|no-zygote|headless|disable-web-security)/.test(argument),
  );
}
