import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { buildPairesCsv, findChamp, isChamp, readPersonnes } from '#modules/rapprochement/index.server.ts';
import { matchListes } from '#modules/rapprochement/index.ts';
import { computeDansMinutes } from '#server/clock.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Commande } from './commande.ts';
import { logEtape } from './etapes.ts';

const OPTIONS = {
  avec: { type: 'string' },
  sortie: { type: 'string' },
  correspondance: { type: 'string' },
  colonne: { type: 'string', multiple: true, default: [] as string[] },
  tous: { type: 'boolean', default: false },
} as const;

type Choisies = Record<string, string | null>;

export const rapprocher: Commande = {
  aide: `Usage : marelle rapprocher <a.csv|.xlsx> [--avec b.csv] --sortie paires.csv [options]

Trouve les fiches qui sont la même personne : d'un fichier à l'autre, ou en double dans un seul. Aucune base n'est ouverte,
rien n'est envoyé. Colonnes lues, toutes facultatives, reconnues à leur titre français ou anglais :
  id, nom, nom_usage, prenom, date_naissance, sexe, adresse, code_postal, commune, telephone

--avec <fichier>            l'autre liste ; sans elle, les doubles du premier fichier
--sortie <fichier>          où écrire : id1,id2,score,verdict,raisons (les raisons disent ce que chacune pèse)
--colonne <champ>=<titre>   lit ce champ dans la colonne de ce titre ; se répète ; « =<titre> » pour ne pas la lire
--correspondance <fichier>  les mêmes, en JSON : {"nom": "Surname", "date_naissance": "DOB"}
--tous                      ajoute les paires à vérifier ; sinon « certain » (98 % et plus) et « probable » (50 % et plus)`,
  async run(args) {
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [fichier, enTrop] = positionals;
    if (fichier === undefined || enTrop !== undefined || values.sortie === undefined) {
      console.error(this.aide);
      return 2;
    }
    const choisies = { ...(await readCorrespondance(values.correspondance)), ...parseColonnes(values.colonne) };
    const a = await readListe(fichier, choisies);
    const b = values.avec === undefined ? null : await readListe(values.avec, choisies);
    verifyColonnes(choisies, [...a.entetes, ...(b?.entetes ?? [])]);
    const anneeMaximale = computeDansMinutes(0).getUTCFullYear();
    const paires = matchListes(a.identites, b?.identites ?? null, { tous: values.tous, anneeMaximale });
    const ids2 = (b ?? a).ids;
    const ecrites = paires.map((paire) => ({ ...paire, id1: a.ids[paire.a] ?? '', id2: ids2[paire.b] ?? '' }));
    await writeFile(values.sortie, buildPairesCsv(ecrites));
    const comptes = Map.groupBy(paires, ({ verdict }) => verdict);
    const nombres = [...comptes].map(([verdict, siennes]) => `${siennes.length} ${verdict}`).join(', ');
    logEtape(`${paires.length} paires${nombres ? ` (${nombres})` : ''} écrites dans ${values.sortie}.`);
    return 0;
  },
};

async function readListe(chemin: string, choisies: Choisies) {
  const contenu = await readFichier(chemin);
  const liste = await readPersonnes(contenu, choisies).catch((erreur) => {
    throw erreur instanceof FichierIllisible ? new ErreurExploitation(`${chemin} : ${erreur.message}`) : erreur;
  });
  const lues = Object.entries(liste.colonnes).map(([champ, titre]) => `${champ} (« ${titre} »)`);
  if (!('nom' in liste.colonnes || 'prenom' in liste.colonnes))
    throw new ErreurExploitation(
      `${chemin} : ni nom ni prénom parmi les colonnes ${liste.entetes.map((titre) => `« ${titre} »`).join(', ')}. Dites-les par --colonne nom=….`,
    );
  logEtape(`${chemin} : ${liste.ids.length} fiches, colonnes ${lues.join(', ')}.`);
  return liste;
}

function readFichier(chemin: string): Promise<Buffer> {
  return readFile(chemin).catch(() => {
    throw new ErreurExploitation(`Le fichier « ${chemin} » ne se lit pas.`);
  });
}

/** « nom=Surname » : la colonne Surname donne le nom. */
function parseColonnes(colonnes: readonly string[]): Choisies {
  return Object.fromEntries(
    colonnes.map((colonne) => {
      const [champ = '', ...titre] = colonne.split('=');
      if (titre.length === 0) throw new ErreurExploitation(`« ${colonne} » : écrivez --colonne nom=Surname.`);
      return [titre.join('='), getChamp(champ)];
    }),
  );
}

async function readCorrespondance(chemin: string | undefined): Promise<Choisies> {
  if (chemin === undefined) return {};
  const texte = (await readFichier(chemin)).toString('utf8').replace(/^\ufeff/, '');
  const lue = parseJson(texte);
  if (lue === null || typeof lue !== 'object' || Array.isArray(lue))
    throw new ErreurExploitation(`${chemin} : attendu un objet JSON, comme {"nom": "Surname"}.`);
  return Object.fromEntries(
    Object.entries(lue).flatMap(([nom, valeurs]) => [valeurs].flat().map((valeur) => orientPaire(nom, valeur))),
  );
}

/** Un champ et un titre, dans l'ordre où on les a mis : {"nom": "Surname"} ou {"Surname": "nom"}. */
function orientPaire(nom: string, valeur: unknown): [titre: string, champ: string | null] {
  if (valeur === null) return [nom, null];
  const texte = String(valeur);
  return isChamp(texte) && !isChamp(nom) ? [nom, getChamp(texte)] : [texte, getChamp(nom)];
}

function parseJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    return null;
  }
}

function getChamp(nom: string): string | null {
  if (nom.trim() === '') return null;
  const champ = findChamp(nom);
  if (champ === null) throw new ErreurExploitation(`« ${nom} » n'est pas un champ : voir marelle rapprocher --help.`);
  return champ;
}

function verifyColonnes(choisies: Choisies, entetes: readonly string[]): void {
  const presents = new Set(entetes.map((titre) => titre.trim().toLowerCase()));
  const absente = Object.keys(choisies).find((titre) => !presents.has(titre.trim().toLowerCase()));
  if (absente !== undefined) throw new ErreurExploitation(`Aucune colonne ne s'appelle « ${absente} ».`);
}
