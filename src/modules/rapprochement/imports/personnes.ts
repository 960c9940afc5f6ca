/** Lire une liste de personnes d'un fichier, quels que soient les titres de ses colonnes. */
import { type ChampAttendu, type CorrespondanceGardee, computeCorrespondance } from '#documents/colonnes.ts';
import { parseTableau } from '#documents/tableur-lecture.ts';
import type { IdentiteComparee } from '../ressemblance.ts';

/** Ce que l'on sait lire. Une adresse peut être en trois colonnes : elles sont réunies. */
export const COLONNES_DE_PERSONNE: readonly ChampAttendu[] = [
  {
    cle: 'id',
    titre: 'id',
    synonymes: ['identifiant', 'rec id', 'record id', 'person id', 'uid', 'unique id', 'numero dossier', 'matricule'],
  },
  {
    cle: 'nom',
    titre: 'nom',
    synonymes: [
      'nom de famille',
      'nom de naissance',
      'nom patronymique',
      'patronyme',
      'surname',
      'last name',
      'lastname',
      'family name',
      'lname',
      'birth name',
    ],
  },
  {
    cle: 'nomUsage',
    titre: 'nom d’usage',
    synonymes: ['nom marital', 'nom d epouse', 'married name', 'usual name', 'maiden name'],
  },
  {
    cle: 'prenom',
    titre: 'prénom',
    synonymes: [
      'prénoms',
      'premier prénom',
      'prénom usuel',
      'given name',
      'given names',
      'first name',
      'firstname',
      'forename',
      'fname',
    ],
  },
  {
    cle: 'dateNaissance',
    titre: 'date de naissance',
    synonymes: [
      'né le',
      'née le',
      'né(e) le',
      'naissance',
      'ddn',
      'dn',
      'date naiss',
      'date nais',
      'date of birth',
      'dob',
      'birth date',
      'birthdate',
      'birth day',
    ],
  },
  { cle: 'sexe', titre: 'sexe', synonymes: ['genre', 'civilité', 'civ', 'sex', 'gender'] },
  { cle: 'numero', titre: 'numéro de voie', synonymes: ['numero rue', 'n° voie', 'street number', 'house number'] },
  {
    cle: 'adresse',
    titre: 'adresse',
    synonymes: [
      'voie',
      'rue',
      'adresse 1',
      'ligne adresse',
      'address',
      'address 1',
      'street',
      'street address',
      'address line 1',
    ],
  },
  { cle: 'complement', titre: 'complément d’adresse', synonymes: ['adresse 2', 'address 2', 'address line 2'] },
  {
    cle: 'codePostal',
    titre: 'code postal',
    synonymes: ['cp', 'postcode', 'postal code', 'post code', 'zip', 'zip code', 'zipcode'],
  },
  { cle: 'commune', titre: 'commune', synonymes: ['ville', 'localité', 'city', 'town', 'suburb', 'locality'] },
  {
    cle: 'telephone',
    titre: 'téléphone',
    synonymes: ['tél', 'portable', 'mobile', 'téléphone portable', 'phone', 'phone number', 'telephone number'],
  },
];

export type PersonnesLues = {
  /** L'identifiant de chaque personne, à défaut son numéro de ligne. */
  ids: string[];
  identites: IdentiteComparee[];
  /** Champ lu → titre dans le fichier. */
  colonnes: Record<string, string>;
  entetes: string[];
};

/** `choisies` : titre du fichier → champ, `null` pour ne pas lire la colonne ; passe avant les titres reconnus. */
export async function readPersonnes(contenu: Uint8Array, choisies: CorrespondanceGardee = {}): Promise<PersonnesLues> {
  const tableau = await parseTableau(contenu);
  const { champs } = computeCorrespondance(tableau.entetes, COLONNES_DE_PERSONNE, choisies);
  const lues: PersonnesLues = { ids: [], identites: [], colonnes: champs, entetes: tableau.entetes };
  for await (const { numero, valeurs } of tableau.lignes) {
    const get = (cle: string) => valeurs[champs[cle] ?? ''] || null;
    lues.ids.push(get('id') ?? String(numero));
    lues.identites.push({
      nom: get('nom'),
      nomUsage: get('nomUsage'),
      prenom: get('prenom'),
      dateNaissance: get('dateNaissance'),
      sexe: get('sexe'),
      adresse: [get('numero'), get('adresse'), get('complement')].filter(Boolean).join(' ') || null,
      codePostal: get('codePostal'),
      commune: get('commune'),
      telephone: get('telephone'),
    });
  }
  return lues;
}

/** Le nom d'un champ, tel qu'on le tape : « date_naissance », « dateNaissance » ou un de ses synonymes. Nul s'il n'existe pas. */
export function findChamp(nom: string): string | null {
  return Object.keys(computeCorrespondance([nom], COLONNES_DE_PERSONNE).champs)[0] ?? null;
}

/** Vrai pour le nom même d'un champ, et non pour un de ses synonymes. */
export function isChamp(nom: string): boolean {
  const sansSynonymes = COLONNES_DE_PERSONNE.map(({ cle, titre }) => ({ cle, titre }));
  return Object.keys(computeCorrespondance([nom], sansSynonymes).champs).length > 0;
}
