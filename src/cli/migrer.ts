import { parseArgs } from 'node:util';
import { readConfiguration } from '#server/configuration.ts';
import { readSecret } from '#server/secret.ts';
import { openBase } from './base.ts';
import type { Commande } from './commande.ts';
import { logEtape } from './etapes.ts';

export const migrer: Commande = {
  aide: `Usage : marelle migrer

Passe les migrations manquantes, puis les droits et les politiques d'accès, et vérifie que la base protège. Sans effet sur une base à jour.`,
  async run(args) {
    parseArgs({ args, options: {} });
    const configuration = readConfiguration(process.env);
    const base = await openBase(configuration, readSecret(configuration));
    await base.close();
    logEtape('La base est à jour.');
    return 0;
  },
};
