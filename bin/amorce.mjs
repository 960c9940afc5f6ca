// What every Marelle command does first: dependencies installed, then the rest on a Node that runs TypeScript.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Arret } from './etapes.mjs';
import { checkNode, findNode, installDependencies } from './installation.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs `work` on a Node fit for it and leaves with its exit code. */
export async function runPrepared(script, work) {
  // Whoever read the output may leave (a closed terminal, « | head »): that is no reason to fall.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  try {
    checkNode();
    followParent();
    await installDependencies(root);
    process.exitCode = runsTypeScript() ? await runHere(work) : await runAgain(script);
  } catch (error) {
    const sentence = error instanceof Arret || error?.name === 'ErreurExploitation';
    console.error(sentence ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/**
 * npm answers a SIGTERM by killing the shell that it put between it and Marelle, and the shell passes nothing on:
 * a service manager would believe Marelle stopped. When that shell disappears, Marelle stops properly.
 */
function followParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}

/** TypeScript without a build, and without a warning: Node 22.18. */
function runsTypeScript() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function runHere(work) {
  if (process.channel) {
    // Started by runAgain: if that process dies without a word, stop properly too.
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  return work();
}

/** The same command on the Node 24 that npm brought. Signals pass, and the exit code comes back. */
function runAgain(script) {
  const node = findNode(root);
  if (node === undefined) {
    throw new Arret(
      `Node 24 n'a pas pu être installé pour cette machine (ici ${process.version}) : installez Node 24 depuis nodejs.org.`,
    );
  }
  return new Promise((resolve, reject) => {
    const child = spawn(node, [fileURLToPath(script), ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
