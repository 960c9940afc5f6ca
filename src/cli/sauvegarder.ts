import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSauvegarde } from '#database/sauvegarde.ts';
import { readConfiguration } from '#server/configuration.ts';
import { readSecret } from '#server/secret.ts';
import { openServeurPartage } from './base.ts';
import type { Commande } from './commande.ts';
import { logEtape } from './etapes.ts';

const AIDE = `Usage : marelle sauvegarder <fichier>

Écrit dans un fichier nouveau toute la base à un même instant, journal compris. Marelle peut rester ouverte.
MARELLE_CLE_SAUVEGARDE, si elle est donnée, chiffre le fichier. Gardez aussi, à part, le secret de l'installation
(MARELLE_SECRET, ou le fichier « secret » du dossier des données) : les seconds facteurs en dépendent.`;

export const sauvegarder: Commande = {
  aide: AIDE,
  async run(args) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [nom] = positionals;
    if (nom === undefined || positionals.length > 1) {
      console.error(AIDE);
      return 2;
    }
    const configuration = readConfiguration(process.env);
    const secret = readSecret(configuration);
    const serveur = await openServeurPartage(configuration, secret);
    try {
      const { urlProprietaire } = serveur;
      const { tables, lignes } = await writeSauvegarde({
        urlProprietaire,
        fichier: resolve(nom),
        secret,
        phrase: configuration.cleSauvegarde,
      });
      const chiffree = configuration.cleSauvegarde ? 'chiffrée' : 'non chiffrée (MARELLE_CLE_SAUVEGARDE absente)';
      logEtape(`Sauvegarde ${chiffree} : ${lignes} lignes de ${tables} tables dans ${resolve(nom)}.`);
      return 0;
    } finally {
      await serveur.stop();
    }
  },
};
