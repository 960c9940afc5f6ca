// npm run check: every verification runs, even after a failure, and says its time.

import { report } from '../../bin/etapes.mjs';
import { runProgramme } from './programme.mjs';
import { verifications } from './verifications.mjs';

export async function runControles(root) {
  const results = [];
  for (const { nom, commande, args } of verifications) {
    const start = performance.now();
    const code = await runProgramme(root, commande, args);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    report(`${code === 0 ? 'bon     ' : 'À REVOIR'} ${nom} (${seconds} s)`);
    results.push(code === 0);
  }
  const failed = results.filter((good) => !good).length;
  console.log(`\n${results.length - failed} vérifications passées, ${failed} à revoir`);
  return failed === 0 ? 0 : 1;
}
