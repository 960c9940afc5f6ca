import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

/**
 * Le découpage officiel embarqué : toutes les communes de France, outre-mer compris (voir `communes-build.mjs`).
 * Il sert à remplir la table des communes du département ; les écrans lisent ensuite la base, jamais ce fichier.
 */
export type DepartementOfficiel = {
  code: string;
  nom: string;
  region: string;
  chefLieu: string | null;
  /** Zone des jours fériés : « metropole », « alsace-moselle », ou le territoire ultramarin. */
  zoneJoursFeries: string;
};

export type CommuneOfficielle = {
  codeInsee: string;
  nom: string;
  codeDepartement: string;
  codesPostaux: string[];
  population: number | null;
  arrondissement: string | null;
  intercommunalite: string | null;
};

type LigneCommune = [string, string, string, string[], number | null, string | null, number | null];
type Contenu = {
  millesime: number;
  departements: DepartementOfficiel[];
  intercommunalites: [string, string, string][];
  communes: LigneCommune[];
};

let lu: Contenu | undefined;

function getContenu(): Contenu {
  // Résolu par l'alias du paquet et non par l'adresse de ce fichier : le serveur construit est déplacé dans build/.
  const chemin = createRequire(import.meta.url).resolve('#modules/organisation/data/communes.json.gz');
  lu ??= JSON.parse(gunzipSync(readFileSync(chemin)).toString('utf8')) as Contenu;
  return lu;
}

export const listDepartementsOfficiels = (): DepartementOfficiel[] => getContenu().departements;

export const findDepartementOfficiel = (code: string): DepartementOfficiel | undefined =>
  getContenu().departements.find((d) => d.code === code);

/** Les communes d'un département, ou de la France entière si aucun code n'est donné, par code Insee. */
export function listCommunesOfficielles(codeDepartement?: string): CommuneOfficielle[] {
  const { communes, intercommunalites } = getContenu();
  return communes
    .filter((c) => codeDepartement === undefined || c[2] === codeDepartement)
    .map(([codeInsee, nom, departement, codesPostaux, population, arrondissement, rang]) => ({
      codeInsee,
      nom,
      codeDepartement: departement,
      codesPostaux,
      population,
      arrondissement,
      intercommunalite: rang === null ? null : (intercommunalites[rang]?.[1] ?? null),
    }));
}
