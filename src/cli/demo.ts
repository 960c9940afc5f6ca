import { parseArgs } from 'node:util';
import { executeRemiseAZero } from '#database/empty-demo.ts';
import { loadDemo } from '#demo/load.ts';
import { type Commande as Demande, isProfil, PROFILS } from '#demo/parametres/profils.ts';
import { readConfiguration } from '#server/configuration.ts';
import { readSecret } from '#server/secret.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { openBase } from './base.ts';
import type { Commande } from './commande.ts';
import { formatComptes } from './demonstration.ts';
import { logEtape } from './etapes.ts';

const OPTIONS = {
  profil: { type: 'string', default: 'manche' },
  echelle: { type: 'string', default: '0.1' },
  graine: { type: 'string', default: '1' },
  ecraser: { type: 'boolean', default: false },
} as const;

export const demo: Commande = {
  aide: `Usage : marelle demo [--profil ${Object.keys(PROFILS).join('|')}] [--echelle 0.1] [--graine 1] [--ecraser]

Charge un département fictif. L'échelle 1 donne un département entier ; la même graine redonne les mêmes données.
--ecraser vide d'abord la base, si elle ne contient qu'une démonstration.`,
  async run(args) {
    const { values } = parseArgs({ args, options: OPTIONS });
    const demande = readDemande(values);
    const configuration = readConfiguration(process.env);
    const base = await openBase(configuration, readSecret(configuration));
    try {
      if (values.ecraser) await executeRemiseAZero(base.urlProprietaire);
      const { lignes } = await loadDemo({
        ...demande,
        db: base.db,
        urlProprietaire: base.urlProprietaire,
        log: logEtape,
      });
      logEtape(`Département fictif chargé (${lignes.toLocaleString('fr-FR')} lignes).`);
      console.log(formatComptes(demande));
      return 0;
    } finally {
      await base.close();
    }
  },
};

function readDemande({ profil, echelle, graine }: { profil: string; echelle: string; graine: string }): Demande {
  if (!isProfil(profil)) {
    throw new ErreurExploitation(`Le profil « ${profil} » n'existe pas. Profils : ${Object.keys(PROFILS).join(', ')}.`);
  }
  const facteur = Number(echelle.replace(',', '.'));
  if (!(facteur > 0 && facteur <= 10)) throw new ErreurExploitation('L’échelle est un nombre entre 0,01 et 10.');
  const rang = Number(graine);
  if (!Number.isInteger(rang)) throw new ErreurExploitation('La graine est un nombre entier.');
  return { profil, echelle: facteur, graine: rang };
}
