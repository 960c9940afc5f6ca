import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { buildSchemaJson, computeSimulation, formatFaute, parseDossier } from '#modules/echeances/index.ts';
import type { Commande } from './commande.ts';
import { parseEntreeJson } from './entree-json.ts';

export const echeances: Commande = {
  aide: `Usage : marelle echeances simuler < dossier.json > obligations.json
        marelle echeances simuler --schema

Ce que le droit doit à un enfant, calculé de faits écrits en JSON. Ni base ni configuration ; rien n'est gardé.

  { "aujourdhui": "2026-11-21", "enfant": { "dateNaissance": "2015-03-02" },
    "faits": [ { "type": "decision", "date": "2026-09-01", "mesure": "m1", "code": "PLACEMENT_ASE", "dureeMois": 24 } ] }
  [ { "regle": …, "libelle": …, "echeance": …, "statut": …, "qui": …, "etapes": [ … ], "textes": [ … ] } ]

--schema  écrit le schéma JSON de l'entrée

Si le dossier ne se lit pas, rien ne sort et chaque faute est dite (code 2). Le détail est dans docs/simulation.md.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      options: { schema: { type: 'boolean' } },
      allowPositionals: true,
    });
    const demande = positionals.join(' ') === 'simuler';
    if (demande && values.schema) {
      writeJson(buildSchemaJson());
      return 0;
    }
    if (!demande || process.stdin.isTTY) {
      console.error(this.aide);
      return 2;
    }
    const entree = parseEntreeJson(await text(process.stdin), 'un dossier à simuler');
    const lu = entree.ok ? parseDossier(entree.valeur) : undefined;
    if (lu?.ok) {
      writeJson(computeSimulation(lu.dossier));
      return 0;
    }
    const fautes = entree.ok ? (lu?.fautes.map(formatFaute) ?? []) : [entree.message];
    console.error(["Rien n'est calculé :", ...fautes.map((faute) => `  ${faute}`)].join('\n'));
    return 2;
  },
};

function writeJson(valeur: unknown): void {
  process.stdout.write(`${JSON.stringify(valeur, undefined, 2)}\n`);
}
