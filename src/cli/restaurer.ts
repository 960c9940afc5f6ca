import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { computeEmpreinteDuSecret } from '#database/sauvegarde.ts';
import { type Bilan, readSauvegarde } from '#database/sauvegarde-lecture.ts';
import { createDepuisSauvegarde } from '#database/sauvegarde-restauration.ts';
import { type Configuration, readConfiguration } from '#server/configuration.ts';
import { readSecret } from '#server/secret.ts';
import { openServeur } from './base.ts';
import type { Commande } from './commande.ts';
import { logEtape } from './etapes.ts';

const AIDE = `Usage : marelle restaurer <fichier> [--remplacer] [--verifier]

Remet en place une sauvegarde, puis la porte au niveau de cette version de Marelle. Marelle doit être arrêtée.
--remplacer  efface ce que la base contient déjà ; sans elle, une base qui n'est pas vide est refusée.
--verifier   lit tout le fichier et dit s'il est bon, sans toucher à la base.
MARELLE_CLE_SAUVEGARDE ouvre une sauvegarde chiffrée.`;

export const restaurer: Commande = {
  aide: AIDE,
  async run(args) {
    const options = { remplacer: { type: 'boolean' }, verifier: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [nom] = positionals;
    if (nom === undefined || positionals.length > 1) {
      console.error(AIDE);
      return 2;
    }
    const configuration = readConfiguration(process.env);
    const fichier = resolve(nom);
    const bilan = await readSauvegarde(fichier, configuration.cleSauvegarde);
    logEtape(`Sauvegarde du ${bilan.entete.faiteLe}, entière : ${formatBilan(bilan)}.`);
    return values.verifier ? 0 : executeRestauration(configuration, fichier, values.remplacer === true);
  },
};

async function executeRestauration(configuration: Configuration, fichier: string, remplacer: boolean): Promise<number> {
  const secret = readSecret(configuration);
  const serveur = await openServeur(configuration, secret);
  try {
    const { urlProprietaire } = serveur;
    const phrase = configuration.cleSauvegarde;
    const bilan = await createDepuisSauvegarde({ urlProprietaire, fichier, phrase, remplacer });
    logEtape(`Sauvegarde restaurée : ${formatBilan(bilan)}.`);
    if (bilan.entete.secret !== computeEmpreinteDuSecret(secret)) {
      logEtape(
        "Attention : elle a été faite avec un autre secret. Remettez MARELLE_SECRET d'alors, sinon chacun devra réinscrire son second facteur.",
      );
    }
    return 0;
  } finally {
    await serveur.stop();
  }
}

function formatBilan({ tables }: Bilan): string {
  return `${tables.reduce((total, { lignes }) => total + lignes, 0)} lignes de ${tables.length} tables`;
}
