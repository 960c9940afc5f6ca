// npm run bench: every measure in tests/mesures, one after the other, so that none disturbs another.

import { globSync } from 'node:fs';
import { report } from '../../bin/etapes.mjs';
import { runProgramme } from './programme.mjs';

export async function runMesures(root) {
  const files = globSync('tests/mesures/*.mesure.ts', { cwd: root }).sort();
  if (files.length === 0) {
    console.error("Aucune mesure n'est écrite (tests/mesures/*.mesure.ts).");
    return 1;
  }
  let worst = 0;
  for (const file of files) {
    report(file);
    worst = Math.max(worst, await runProgramme(root, process.execPath, [file], { NODE_ENV: 'production' }));
  }
  return worst;
}
