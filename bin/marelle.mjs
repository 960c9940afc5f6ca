#!/usr/bin/env node
import { root, runPrepared } from './amorce.mjs';

await runPrepared(import.meta.url, async () => {
  const [command] = process.argv.slice(2);
  if (command === 'demarrer' && !process.argv.includes('--help')) {
    const { buildPages } = await import('./construction.mjs');
    await buildPages(root);
  }
  const { executeMarelle } = await import('../src/cli/marelle.ts');
  return executeMarelle(process.argv.slice(2));
});
