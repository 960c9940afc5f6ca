import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { computeLotDeDelais } from '#shared/delai-lot.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Commande } from './commande.ts';
import { parseEntreeJson } from './entree-json.ts';

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
    const entree = parseEntreeJson(await text(process.stdin), 'un tableau JSON de délais à compter');
    if (!entree.ok) throw new ErreurExploitation(entree.message);
    const lot = computeLotDeDelais(entree.valeur);
    if (!lot.ok) {
      console.error(["Rien n'est compté :", ...lot.fautes.map((faute) => `  ${faute}`)].join('\n'));
      return 1;
    }
    process.stdout.write(`${JSON.stringify(lot.delais, undefined, 2)}\n`);
    return 0;
  },
};
