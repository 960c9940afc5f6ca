import { parseArgs } from 'node:util';
import { readConfiguration } from '#server/configuration.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Commande } from './commande.ts';

export const sante: Commande = {
  aide: `Usage : marelle sante [--adresse http://localhost:3000]

Interroge /sante et rend le code 0 si Marelle et sa base répondent, 1 sinon.`,
  async run(args) {
    const { values } = parseArgs({ args, options: { adresse: { type: 'string' } } });
    const { port } = readConfiguration(process.env);
    const adresse = new URL('/sante', values.adresse ?? `http://127.0.0.1:${port}`).href;
    const reponse = await fetch(adresse, { signal: AbortSignal.timeout(5_000) }).catch(() => {
      throw new ErreurExploitation(`Marelle ne répond pas sur ${adresse}.`);
    });
    console.log(await reponse.text());
    return reponse.ok ? 0 : 1;
  },
};
