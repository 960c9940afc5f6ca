import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { computeLotDeDelais } from '#shared/delai-lot.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Commande } from './commande.ts';

export const delais: Commande = {
  aide: `Usage : marelle delais < demandes.json > echeances.json

Compte des délais : un tableau JSON entre, un tableau JSON sort, dans le même ordre. Ni base ni configuration.

  [ { "acte": "2024-02-07", "delais": [ { "valeur": 10, "unite": "jour" } ], "regime": "procedure-civile", "zone": "67" } ]
  [ { "echeance": "2024-02-19", "theorique": "2024-02-17", "etapes": [ "Acte du mercredi 7 février 2024.", … ] } ]

unite   an, mois, jour ou heure ; comptés dans cet ordre, l'un après l'autre
regime  procedure-civile (reporté au premier jour ouvrable), protection ou administratif (jamais reportés)
zone    metropole, alsace-moselle ou le code INSEE du département ; metropole si rien n'est dit

Si un élément ne se lit pas, rien ne sort et chaque faute est dite (code 1). Le détail est dans docs/delais.md.`,
  async run(args) {
    parseArgs({ args, options: {} });
    if (process.stdin.isTTY) {
      console.error(this.aide);
      return 2;
    }
    const lot = computeLotDeDelais(parseEntree(await text(process.stdin)));
    if (!lot.ok) {
      console.error(["Rien n'est compté :", ...lot.fautes.map((faute) => `  ${faute}`)].join('\n'));
      return 1;
    }
    process.stdout.write(`${JSON.stringify(lot.delais, undefined, 2)}\n`);
    return 0;
  },
};

function parseEntree(entree: string): unknown {
  // Un fichier enregistré sous Windows commence souvent par une marque d'ordre des octets.
  const net = entree.replace(/^\uFEFF/, '');
  if (net.trim() === '')
    throw new ErreurExploitation("L'entrée est vide : il faut un tableau JSON de délais à compter.");
  try {
    return JSON.parse(net);
  } catch (erreur) {
    const lieu = /line (\d+) column (\d+)/.exec((erreur as SyntaxError).message);
    const ou = lieu ? ` (ligne ${lieu[1]}, colonne ${lieu[2]})` : '';
    throw new ErreurExploitation(`L'entrée n'est pas du JSON lisible${ou}.`);
  }
}
