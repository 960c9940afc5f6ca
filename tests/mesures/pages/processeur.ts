/** Le temps passé sur le processeur par un processus de cette machine (Linux) : ce que coûte une page même quand la machine est chargée. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** En millisecondes, tous ses fils réunis ; indéfini là où le système ne le dit pas, ou si le processus est d'une autre machine. */
export function readProcesseurMs(pid: number): number | undefined {
  const taches = `/proc/${pid}/task`;
  if (!existsSync(taches)) return undefined;
  let nanosecondes = 0;
  for (const tache of readdirSync(taches))
    nanosecondes += Number(readFileSync(`${taches}/${tache}/schedstat`, 'utf8').split(' ')[0]);
  return nanosecondes / 1e6;
}
