/** L'identité d'une personne dans un fichier : mêmes colonnes pour un adulte et pour un enfant. */
import { jourFacultatif, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { normaliseNom } from '#shared/nom-propre.ts';
import type { Candidat } from '../importation.ts';
import { compareIdentites, type IdentiteComparee } from '../rules/ressemblance.ts';
import type { Choix, Colonne, Evaluation, LigneDeBase } from './definition.ts';
import { buildRefus } from './definition.ts';

const SEXES = {
  f: 'feminin',
  feminin: 'feminin',
  femme: 'feminin',
  fille: 'feminin',
  mme: 'feminin',
  madame: 'feminin',
  '2': 'feminin',
  m: 'masculin',
  g: 'masculin',
  h: 'masculin',
  masculin: 'masculin',
  homme: 'masculin',
  garcon: 'masculin',
  monsieur: 'masculin',
  mr: 'masculin',
  '1': 'masculin',
  inconnu: 'inconnu',
  'non renseigne': 'inconnu',
  nr: 'inconnu',
} as const;

export const COLONNES_IDENTITE: readonly Colonne[] = [
  {
    cle: 'nom',
    titre: 'Nom',
    synonymes: ['nom de famille', 'nom de naissance', 'nom patronymique', 'patronyme'],
    obligatoire: true,
    aide: 'Nom de naissance.',
    exemple: 'LECOUTEY',
  },
  {
    cle: 'nomUsage',
    titre: 'Nom d’usage',
    synonymes: ['nom marital', 'nom d epouse', 'nom epouse'],
    aide: 'S’il diffère.',
    exemple: '',
  },
  {
    cle: 'prenom',
    titre: 'Prénom',
    synonymes: ['premier prénom', 'prénom usuel'],
    obligatoire: true,
    aide: 'Premier prénom.',
    exemple: 'Maëlys',
  },
  { cle: 'autresPrenoms', titre: 'Autres prénoms', synonymes: ['prénoms suivants'], aide: '', exemple: 'Jeanne' },
  {
    cle: 'sexe',
    titre: 'Sexe',
    synonymes: ['genre', 'civilité', 'civ'],
    valeurs: SEXES,
    aide: 'F ou M, ou civilité.',
    exemple: 'F',
  },
  {
    cle: 'dateNaissance',
    titre: 'Date de naissance',
    synonymes: ['né le', 'née le', 'né(e) le', 'naissance', 'ddn', 'dn', 'date naiss', 'date nais'],
    jour: { anneesAvenir: 0 },
    aide: 'Jour d’abord ; vide si elle est inconnue.',
    exemple: '04/03/2019',
  },
  {
    cle: 'lieuNaissance',
    titre: 'Lieu de naissance',
    synonymes: ['né à', 'ville de naissance', 'commune de naissance'],
    aide: '',
    exemple: 'Cherbourg',
  },
];

export const SAISIE_IDENTITE = {
  nom: texteSaisi('Le nom manque.', 100),
  nomUsage: texteFacultatif(100),
  prenom: texteSaisi('Le prénom manque.', 100),
  autresPrenoms: texteFacultatif(200),
  sexe: texteFacultatif(20),
  dateNaissance: jourFacultatif(),
  lieuNaissance: texteFacultatif(120),
};

export type IdentiteSaisie = {
  nom: string;
  nomUsage: string | null;
  prenom: string;
  autresPrenoms: string | null;
  sexe: string | null;
  dateNaissance: JourCivil | null;
  lieuNaissance: string | null;
};

export const TITRES_IDENTITE = {
  nom: 'Nom',
  nom_usage: 'Nom d’usage',
  prenom: 'Prénom',
  autres_prenoms: 'Autres prénoms',
  sexe: 'Sexe',
  date_naissance: 'Date de naissance',
  lieu_naissance: 'Lieu de naissance',
  telephone: 'Téléphone',
  courriel: 'Courriel',
};

/** Colonnes où la casse et les accents ne changent rien. */
export const NOMS = ['nom', 'nom_usage', 'prenom', 'autres_prenoms', 'lieu_naissance'] as const;

/** Les colonnes de `enfants.personne` qu'une ligne remplit. */
export function buildValeursIdentite(saisie: IdentiteSaisie): Record<string, unknown> {
  return {
    nom: saisie.nom,
    nom_usage: saisie.nomUsage,
    prenom: saisie.prenom,
    autres_prenoms: saisie.autresPrenoms,
    sexe: saisie.sexe,
    date_naissance: saisie.dateNaissance,
    lieu_naissance: saisie.lieuNaissance,
  };
}

export function buildIdentite(saisie: IdentiteSaisie): IdentiteComparee {
  return { ...saisie, sexe: saisie.sexe ?? 'inconnu' };
}

/** Une personne déjà connue, et comment la désigner sans dire son nom. */
export type PersonneConnue = { ligne: LigneDeBase; identite: IdentiteComparee; libelle: string };

/** Les personnes connues, rangées par ce qui peut les faire reconnaître. */
export class AnnuairePersonnes {
  readonly #parMot = new Map<string, PersonneConnue[]>();
  readonly #parId = new Map<string, PersonneConnue>();

  add(personne: PersonneConnue): void {
    if (this.#parId.has(personne.ligne.id)) return;
    this.#parId.set(personne.ligne.id, personne);
    for (const mot of listMots(personne.identite)) this.#parMot.set(mot, [...(this.#parMot.get(mot) ?? []), personne]);
  }

  find(id: string): PersonneConnue | undefined {
    return this.#parId.get(id);
  }

  match(identite: IdentiteComparee): { certaines: PersonneConnue[]; douteuses: Candidat[] } {
    const voisines = new Set(listMots(identite).flatMap((mot) => this.#parMot.get(mot) ?? []));
    const certaines: PersonneConnue[] = [];
    const douteuses: Candidat[] = [];
    for (const voisine of voisines) {
      const ressemblance = compareIdentites(identite, voisine.identite);
      if (ressemblance.degre === 'certaine') certaines.push(voisine);
      if (ressemblance.degre === 'douteuse')
        douteuses.push({ id: voisine.ligne.id, libelle: voisine.libelle, raison: ressemblance.raison });
    }
    return { certaines, douteuses };
  }
}

function listMots({ nom, nomUsage, prenom }: IdentiteComparee): string[] {
  return [...new Set([nom, nomUsage ?? '', prenom].map(normaliseNom).filter(Boolean))];
}

type Reconnue = { personne: PersonneConnue | null } | { evaluation: Evaluation };

/** La fiche certaine, ou nulle s'il faut créer, ou ce qui empêche de le dire. */
export function matchPersonne(annuaire: AnnuairePersonnes, identite: IdentiteComparee, choix: Choix): Reconnue {
  if (choix?.decision === 'creer') return { personne: null };
  if (choix?.decision === 'lier') {
    const personne = annuaire.find(choix.objetId);
    return personne ? { personne } : { evaluation: buildRefus('', 'La fiche choisie n’existe plus.') };
  }
  const { certaines, douteuses } = annuaire.match(identite);
  const [seule, autre] = certaines;
  if (seule && !autre && identite.dateNaissance !== null) return { personne: seule };
  const candidats = [...certaines.map(toCandidat), ...douteuses];
  if (candidats.length === 0) return { personne: null };
  const motif = autre ? 'Plusieurs fiches ont ce nom et cette date de naissance.' : (candidats[0]?.raison ?? '');
  return { evaluation: { etat: 'douteuse', motif, candidats } };
}

function toCandidat({ ligne, libelle }: PersonneConnue): Candidat {
  return { id: ligne.id, libelle, raison: 'Même nom et même date de naissance.' };
}
