// Installs the dependencies, Node 24 included, when what is installed is not what package-lock.json says.
// No dependency here, and only what Node 20 understands: this runs before anything is installed.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arret, reportWhile } from './etapes.mjs';

const MAJEURE_MINIMALE = 20;

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < MAJEURE_MINIMALE) {
    throw new Arret(
      `Marelle a besoin de Node ${MAJEURE_MINIMALE} ou plus récent (ici ${process.version}) : installez-le depuis nodejs.org.`,
    );
  }
}

export async function installDependencies(root) {
  const modules = join(root, 'node_modules');
  const marker = join(modules, '.marelle-installation');
  const wanted = computeMarker(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  const shared = existsSync(modules) && lstatSync(modules).isSymbolicLink();
  if (!shared && !isAlreadyInstalled(root)) await runNpm(root);
  completeNode(root);
  if (!shared) writeFileSync(marker, wanted);
}

function computeMarker(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch}`;
}

/** Somebody ran npm ci by hand: npm keeps the list of what it installed. */
function isAlreadyInstalled(root) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found === undefined ? optional === true : found.version === version);
  });
}

async function runNpm(root) {
  const env = { ...process.env };
  // A production setting would leave out the tools that build the pages.
  for (const name of Object.keys(env)) {
    if (/^(NODE_ENV|npm_config_(omit|only|production|include|ignore_scripts|global))$/i.test(name)) delete env[name];
  }
  const temporaryCache = canWriteHome() ? undefined : mkdtempSync(join(tmpdir(), 'marelle-npm-'));
  if (temporaryCache) env.npm_config_cache = temporaryCache;
  try {
    const { code, output } = await reportWhile('Installation des dépendances…', () => npmCi(root, env));
    if (code !== 0) throw new Arret(formatNpmFailure(code, output));
  } finally {
    if (temporaryCache) rmSync(temporaryCache, { recursive: true, force: true });
  }
}

/** npm keeps its downloads in the home folder, which a service account may not have. */
function canWriteHome() {
  try {
    accessSync(process.env.npm_config_cache ?? homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function npmCi(root, env) {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...first] = npm;
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...options], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    });
    let output = '';
    const keep = (data) => {
      output = (output + data).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: -1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function formatNpmFailure(code, output) {
  if (/ENOSPC|no space left/i.test(output))
    return "Le disque est plein : l'installation des dépendances n'a pas pu finir.";
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `Ce compte ne peut pas écrire dans le dossier de Marelle : lancez-la avec le compte propriétaire du dossier.\n${output}`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    return `Le registre npm ne répond pas : vérifiez la connexion ou le mandataire (npm config set proxy).\n${output}`;
  }
  return `L'installation des dépendances a échoué (npm ci, code ${code}) :\n${output}`;
}

/** The package « node » fetches its binary in an install script: where npm did not run it, it is run here. */
function completeNode(root) {
  if (findNode(root) !== undefined) return;
  const folder = join(root, 'node_modules', 'node');
  if (existsSync(folder))
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
}

/** The Node that Marelle brings, when it runs on this machine. */
export function findNode(root) {
  const names = process.platform === 'win32' ? ['bin/node.exe'] : ['bin/node'];
  return names
    .map((name) => join(root, 'node_modules', 'node', name))
    .find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0);
}
