// Builds the pages when their sources have changed since the last build.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arret, reportWhile } from './etapes.mjs';

const SOURCES = [
  'src/**/*',
  'public/**/*',
  'vite.config.ts',
  'react-router.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const IGNOREES = /\.(test|parcours)\.tsx?$|[\\/]testing[\\/]|\.md$/;

export async function buildPages(root) {
  const marker = join(root, 'build', '.marelle-sources');
  const wanted = computeHash(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  rmSync(marker, { force: true });
  const { code, output } = await reportWhile('Construction des pages…', () => runBuild(root));
  if (code !== 0) throw new Arret(`La construction des pages a échoué :\n${output}`);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(marker, wanted);
}

function computeHash(root) {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root }).filter((file) => !IGNOREES.test(file));
  for (const file of files.sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(file).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function runBuild(root) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (data) => {
      output = (output + data).slice(-6000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: -1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
