import { z } from 'zod';
import { texteFacultatif } from '#shared/champ-saisi.ts';
import { computeChangements, computeEcarts } from '../rules/ecart.ts';
import { computeCleIdentite } from '../rules/ressemblance.ts';
import { buildRefus, type Circonstances, type Colonne, type Evaluation, type ImportDefini } from './definition.ts';
import {
  type AnnuairePersonnes,
  buildIdentite,
  buildValeursIdentite,
  COLONNES_IDENTITE,
  matchPersonne,
  NOMS,
  type PersonneConnue,
  SAISIE_IDENTITE,
  TITRES_IDENTITE,
} from './identite.ts';

const COLONNES: readonly Colonne[] = [
  ...COLONNES_IDENTITE,
  {
    cle: 'telephone',
    titre: 'Téléphone',
    synonymes: ['tel', 'tél', 'portable', 'mobile', 'téléphone portable'],
    aide: '',
    exemple: '02 99 00 12 34',
  },
  { cle: 'courriel', titre: 'Courriel', synonymes: ['mail', 'email', 'e-mail', 'adresse mail'], aide: '', exemple: '' },
];

const PersonneImport = z.object({ ...SAISIE_IDENTITE, telephone: texteFacultatif(30), courriel: texteFacultatif(254) });
type PersonneImport = z.infer<typeof PersonneImport>;

export type FondsPersonnes = { annuaire: AnnuairePersonnes };

export const importPersonnes: ImportDefini<PersonneImport, FondsPersonnes> = {
  nature: 'personnes',
  colonnes: COLONNES,
  saisie: PersonneImport,
  getCle: (saisie) => (saisie.dateNaissance ? computeCleIdentite(buildIdentite(saisie)) : null),
  getIdentite: (saisie) => computeCleIdentite(buildIdentite(saisie)),
  evaluate: (saisie, { annuaire }, circonstances, choix) => {
    if (saisie.dateNaissance && saisie.dateNaissance > circonstances.aujourdhui)
      return buildRefus('dateNaissance', 'Cette date de naissance est à venir.');
    const reconnue = matchPersonne(annuaire, buildIdentite(saisie), choix);
    if ('evaluation' in reconnue) return reconnue.evaluation;
    return reconnue.personne
      ? updatePersonne(reconnue.personne, saisie)
      : createPersonne(saisie, annuaire, circonstances);
  },
};

function buildValeurs(saisie: PersonneImport): Record<string, unknown> {
  return { ...buildValeursIdentite(saisie), telephone: saisie.telephone, courriel: saisie.courriel };
}

function updatePersonne({ ligne }: PersonneConnue, saisie: PersonneImport): Evaluation {
  const changements = computeNaissance(ligne, computeChangements(ligne, buildValeurs(saisie), NOMS));
  const ecarts = computeEcarts(ligne, changements, TITRES_IDENTITE);
  if (ecarts.length === 0) return { etat: 'inchangee', objetId: ligne.id, ecarts: [], ecritures: [], remarques: [] };
  const valeurs = { ...changements, version: Number(ligne.version) + 1 };
  const ecritures = [{ relation: 'enfants.personne' as const, id: ligne.id, avant: ligne, valeurs }];
  return { etat: 'modifiee', objetId: ligne.id, ecarts, ecritures, remarques: [] };
}

/** Une date donnée à une fiche qui n'en avait pas est une date exacte tant que personne ne dit mieux. */
export function computeNaissance(
  ligne: Readonly<Record<string, unknown>>,
  changements: Record<string, unknown>,
): Record<string, unknown> {
  return changements.date_naissance && ligne.naissance_precision === 'inconnue'
    ? { ...changements, naissance_precision: 'exacte' }
    : changements;
}

function createPersonne(
  saisie: PersonneImport,
  annuaire: AnnuairePersonnes,
  { nouvelId, parId }: Circonstances,
): Evaluation {
  const id = nouvelId();
  const valeurs = {
    ...buildValeurs(saisie),
    sexe: saisie.sexe ?? 'inconnu',
    naissance_precision: saisie.dateNaissance ? 'exacte' : 'inconnue',
    cree_par: parId,
  };
  annuaire.add({ ligne: { id, ...valeurs }, identite: buildIdentite(saisie), libelle: 'une ligne de ce fichier' });
  return {
    etat: 'creee',
    objetId: id,
    ecarts: [],
    ecritures: [{ relation: 'enfants.personne', id, avant: null, valeurs }],
    remarques: [],
  };
}
