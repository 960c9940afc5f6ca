import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '#database/connection.ts';
import {
  buildRefusClasseur,
  buildRefusCsv,
  executeImportationEntiere,
  executeRetraitEntier,
  NatureImportation,
} from '#modules/reprise/index.server.ts';
import { readConfiguration } from '#server/configuration.ts';
import { readSecret } from '#server/secret.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { openBase } from './base.ts';
import type { Commande } from './commande.ts';
import { logEtape } from './etapes.ts';

const OPTIONS = {
  simulation: { type: 'boolean', default: false },
  correspondance: { type: 'string' },
  refus: { type: 'string' },
  douteux: { type: 'string', default: 'ignorer' },
  agent: { type: 'string' },
} as const;

export const importer: Commande = {
  aide: `Usage : marelle importer organisation|agents|personnes|enfants <fichier.csv|.xlsx> [options]
        marelle importer annuler <identifiant de l'import>

--simulation            dit ce qui serait créé, modifié, douteux ou refusé, sans rien écrire
--correspondance <nom>  lit les colonnes comme on l'a gardé sous ce nom à l'écran
--refus <fichier>       écrit les lignes refusées et leur motif dans un .xlsx ou un .csv, à corriger et redonner
--douteux creer|ignorer que faire d'une ligne qui ressemble à une fiche (ignorer si rien n'est dit)
--agent <matricule>     au nom de qui le journal tient l'import`,
  async run(args) {
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [quoi = '', cible] = positionals;
    const { simulation, correspondance = null, agent: matricule = null, refus } = values;
    const douteux = (['creer', 'ignorer'] as const).find((choix) => choix === values.douteux);
    if (cible === undefined || douteux === undefined) {
      console.error(this.aide);
      return 2;
    }
    if (quoi === 'annuler') return withBase((db) => annule(db, cible));
    const nature = NatureImportation.safeParse(quoi);
    if (!nature.success) {
      console.error(this.aide);
      return 2;
    }
    const contenu = await readFile(cible).catch(() => {
      throw new ErreurExploitation(`Le fichier « ${cible} » ne se lit pas.`);
    });
    const demande = {
      nature: nature.data,
      fichierNom: basename(cible),
      contenu,
      simulation,
      correspondance,
      douteux,
      matricule,
    };
    return withBase(async (db) => report(await executeImportationEntiere(db, demande, logAvancement()), refus));
  },
};

async function withBase(fn: (db: Database) => Promise<number>): Promise<number> {
  const configuration = readConfiguration(process.env);
  const base = await openBase(configuration, readSecret(configuration));
  try {
    return await fn(base.db);
  } finally {
    await base.close();
  }
}

const PHASES: Record<string, string> = {
  'en-analyse': 'Essai à blanc',
  'en-execution': 'Reprise',
  'en-annulation': 'Annulation',
};

/** One line each tenth: a log stays readable, a person sees it move. */
function logAvancement() {
  let dernier = '';
  return ({ etat, fait, total }: { etat: string; fait: number; total: number }): void => {
    const dixieme = total > 0 ? Math.floor((fait * 10) / total) : 0;
    if (dernier === `${etat} ${dixieme}` || total === 0) return;
    dernier = `${etat} ${dixieme}`;
    logEtape(`${PHASES[etat] ?? etat} : ${fait} lignes sur ${total}.`);
  };
}

type Bilan = Awaited<ReturnType<typeof executeImportationEntiere>>;

async function report(bilan: Bilan, refus: string | undefined): Promise<number> {
  const { fiche } = bilan;
  for (const avertissement of fiche.avertissements) console.log(`  ! ${avertissement}`);
  if (fiche.etat !== 'analysee' && fiche.etat !== 'executee')
    throw new ErreurExploitation(fiche.motif ?? 'L’import s’est arrêté.');
  reportLignes(bilan);
  const { creee, modifiee, inchangee, douteuse, refusee, ecrites } = fiche.comptes;
  const comptes = `${creee} à créer, ${modifiee} à modifier, ${inchangee} inchangées, ${douteuse} douteuses, ${refusee} refusées`;
  logEtape(
    fiche.etat === 'analysee'
      ? `Essai à blanc, rien n'est écrit : ${comptes}.`
      : `Repris : ${ecrites} lignes écrites (${comptes}).`,
  );
  logEtape(
    `Import ${fiche.id}${fiche.etat === 'executee' ? ` ; pour le défaire : marelle importer annuler ${fiche.id}` : ''}`,
  );
  if (refus !== undefined && refusee > 0) await writeRefus(bilan, refus);
  return 0;
}

function reportLignes({ refusees, douteuses, modifiees }: Bilan): void {
  for (const { numero, ecarts } of modifiees)
    for (const { champ, avant, apres } of ecarts)
      console.log(`  ~ ligne ${numero}, ${champ} : « ${avant} » devient « ${apres} »`);
  for (const { numero, motif, candidats } of douteuses)
    console.log(`  ? ligne ${numero} : ${motif ?? ''} ${candidats.map(({ libelle }) => libelle).join(', ')}`.trimEnd());
  for (const { numero, refus } of refusees)
    for (const { colonne, motif } of refus)
      console.log(`  x ligne ${numero}${colonne ? `, ${colonne}` : ''} : ${motif}`);
}

async function writeRefus({ fiche, readRefusees }: Bilan, chemin: string): Promise<void> {
  const build = extname(chemin).toLowerCase() === '.csv' ? buildRefusCsv : buildRefusClasseur;
  await writeFile(chemin, await readRefusees((lignes) => build(fiche.entetes, lignes)));
  logEtape(`Lignes refusées écrites dans ${chemin}.`);
}

async function annule(db: Database, id: string): Promise<number> {
  const { fiche, laissees } = await executeRetraitEntier(db, id, logAvancement());
  for (const { numero, laissee } of laissees) console.log(`  ! ligne ${numero} laissée : ${laissee}`);
  logEtape(`Import annulé : ${fiche.comptes.annulees} lignes défaites, ${fiche.comptes.laissees} laissées.`);
  return 0;
}
