#!/usr/bin/env node
import { root, runPrepared } from './amorce.mjs';

const COMMANDES = {
  test: async () => (await import('../tests/support/essais.mjs')).runEssais(root),
  check: async () => (await import('../tests/support/controles.mjs')).runControles(root),
  bench: async () => (await import('../tests/support/mesures.mjs')).runMesures(root),
};

await runPrepared(import.meta.url, async () => {
  const [nom = ''] = process.argv.slice(2);
  if (Object.hasOwn(COMMANDES, nom)) return COMMANDES[nom]();
  console.error(`Usage : marelle-verifie ${Object.keys(COMMANDES).join('|')}`);
  return 2;
});
