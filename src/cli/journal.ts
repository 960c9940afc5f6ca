import { parseArgs } from 'node:util';
import { asSystem } from '#database/as-system.ts';
import { recordSceau, verifyJournal } from '#modules/journal/index.server.ts';
import { readConfiguration } from '#server/configuration.ts';
import { readSecret } from '#server/secret.ts';
import { openBase, openServeurPartage } from './base.ts';
import type { Commande } from './commande.ts';
import { logEtape } from './etapes.ts';

export const journal: Commande = {
  aide: `Usage : marelle journal verifier | sceller

verifier  recalcule toutes les chaînes du journal et nomme le premier maillon rompu (code 1 s'il y en a un).
sceller   pose un sceau sur les têtes de chaîne, comme chaque nuit.`,
  async run(args) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [verbe] = positionals;
    if (verbe !== 'verifier' && verbe !== 'sceller') {
      console.error(this.aide);
      return 2;
    }
    const configuration = readConfiguration(process.env);
    const base = await openBase(configuration, readSecret(configuration), openServeurPartage);
    try {
      return await asSystem(base.db, `journal ${verbe}`, async ({ tx }) =>
        verbe === 'sceller' ? seal(await recordSceau(tx)) : report(await verifyJournal(tx)),
      );
    } finally {
      await base.close();
    }
  },
};

function seal(rang: number): number {
  logEtape(`Sceau n° ${rang} posé.`);
  return 0;
}

function report({ evenements, chaines, sceaux, rupture }: Awaited<ReturnType<typeof verifyJournal>>): number {
  if (!rupture) {
    logEtape(`Journal intact : ${evenements} évènements dans ${chaines} chaînes, ${sceaux} sceaux.`);
    return 0;
  }
  const lieu = rupture.chaine === 'sceaux' ? `sceau ${rupture.rang}` : `chaîne ${rupture.chaine}, rang ${rupture.rang}`;
  console.error(
    `Journal rompu : ${lieu}${rupture.evenementId ? `, évènement ${rupture.evenementId}` : ''}. ${rupture.motif}`,
  );
  return 1;
}
