/** Les parents et l'adresse d'un enfant. Ce qui est déjà dit dans le dossier n'est jamais remplacé par un import. */
import type { JourCivil } from '#shared/jour-civil.ts';
import { normaliseLibelle, normaliseNom } from '#shared/nom-propre.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { Ecart } from '../importation.ts';
import type { Circonstances, Ecriture } from './definition.ts';
import type { EnfantImport, FondsEnfants, MenageConnu } from './enfants-saisie.ts';
import type { PersonneConnue } from './identite.ts';

type Entourage = { ecarts: Ecart[]; ecritures: Ecriture[]; remarques: string[] };
type ParentSaisi = {
  qualite: 'mere' | 'pere';
  titre: string;
  sexe: 'feminin' | 'masculin';
  nom: string;
  prenom: string;
  naissance: JourCivil | null;
};

export function buildEntourage(
  enfantId: string,
  saisie: EnfantImport,
  du: JourCivil,
  fonds: FondsEnfants,
  circonstances: Circonstances,
): Entourage {
  const resultat: Entourage = { ecarts: [], ecritures: [], remarques: [] };
  const cleAdresse = buildCleAdresse(saisie);
  const foyers = fonds.foyers.get(cleAdresse) ?? [];
  const parents: string[] = [];
  for (const parent of listParents(saisie, resultat)) {
    if (fonds.parents.get(enfantId)?.has(parent.qualite)) continue;
    const id = findParent(parent, foyers, fonds) ?? createParent(parent, fonds, circonstances, resultat);
    const periode = formatDaterange({ du: saisie.dateNaissance ?? du, au: null });
    // Un fichier qui nomme un parent ne prouve pas la filiation : elle se dit dans le dossier, acte en main.
    const lien = { enfant_id: enfantId, personne_id: id, qualite: parent.qualite, filiation: 'non-etablie', periode };
    resultat.ecritures.push({ relation: 'enfants.lien', id: circonstances.nouvelId(), avant: null, valeurs: lien });
    resultat.ecarts.push({ champ: parent.titre, avant: '', apres: `${parent.nom} ${parent.prenom}` });
    fonds.parents.set(enfantId, new Set([...(fonds.parents.get(enfantId) ?? []), parent.qualite]));
    parents.push(id);
  }
  if (cleAdresse === '') return resultat;
  if (fonds.avecFoyer.has(enfantId)) return resultat;
  addFoyer({ enfantId, parents, saisie, du, cleAdresse }, fonds, circonstances, resultat);
  return resultat;
}

/** « 3 rue des Dunes|50700|valognes » ; vide si l'on ne sait pas où. */
export function buildCleAdresse({
  voie,
  codePostal,
  commune,
}: Pick<EnfantImport, 'voie' | 'codePostal' | 'commune'>): string {
  if (!voie) return '';
  return [voie, codePostal ?? '', commune ?? ''].map(normaliseLibelle).join('|');
}

function listParents(saisie: EnfantImport, { remarques }: Entourage): ParentSaisi[] {
  const { mereNom, merePrenom, mereNaissance, pereNom, perePrenom, pereNaissance } = saisie;
  const tous = [
    {
      qualite: 'mere' as const,
      titre: 'Mère',
      sexe: 'feminin' as const,
      nom: mereNom,
      prenom: merePrenom,
      naissance: mereNaissance,
    },
    {
      qualite: 'pere' as const,
      titre: 'Père',
      sexe: 'masculin' as const,
      nom: pereNom,
      prenom: perePrenom,
      naissance: pereNaissance,
    },
  ];
  return tous.flatMap(({ nom, prenom, ...parent }) => {
    if (nom && prenom) return [{ ...parent, nom, prenom }];
    if (nom || prenom)
      remarques.push(`${parent.titre} : il manque ${nom ? 'le prénom' : 'le nom'}, ce parent n’est pas repris.`);
    return [];
  });
}

/** Un parent n'est reconnu que s'il est né le même jour, ou s'il vit à la même adresse ; des homonymes restent deux personnes. */
function findParent(
  { nom, prenom, sexe, naissance }: ParentSaisi,
  foyers: MenageConnu[],
  fonds: FondsEnfants,
): string | undefined {
  const memesNoms = ({ identite }: PersonneConnue) =>
    normaliseNom(identite.nom) === normaliseNom(nom) && normaliseNom(identite.prenom) === normaliseNom(prenom);
  if (naissance) {
    const { certaines } = fonds.adultes.match({ nom, nomUsage: null, prenom, sexe, dateNaissance: naissance });
    if (certaines.length === 1) return certaines[0]?.ligne.id;
  }
  const voisins = new Set(foyers.flatMap(({ membres }) => membres.map(({ personneId }) => personneId)));
  const ici = [...voisins].flatMap((id) => fonds.adultes.find(id) ?? []).filter(memesNoms);
  const compatibles = ici.filter(
    ({ identite }) => !naissance || !identite.dateNaissance || identite.dateNaissance === naissance,
  );
  return compatibles.length === 1 ? compatibles[0]?.ligne.id : undefined;
}

function createParent(
  parent: ParentSaisi,
  fonds: FondsEnfants,
  { nouvelId, parId }: Circonstances,
  { ecritures }: Entourage,
): string {
  const id = nouvelId();
  const { nom, prenom, sexe, naissance } = parent;
  const valeurs = {
    nom,
    prenom,
    sexe,
    date_naissance: naissance,
    naissance_precision: naissance ? 'exacte' : 'inconnue',
    cree_par: parId,
  };
  ecritures.push({ relation: 'enfants.personne', id, avant: null, valeurs });
  const identite = { nom, nomUsage: null, prenom, sexe, dateNaissance: naissance };
  fonds.adultes.add({ ligne: { id, ...valeurs }, identite, libelle: 'une ligne de ce fichier' });
  return id;
}

type Arrivee = { enfantId: string; parents: string[]; saisie: EnfantImport; du: JourCivil; cleAdresse: string };

/** Rejoint le foyer de la fratrie s'il vit déjà à cette adresse, sinon en ouvre un. */
function addFoyer(arrivee: Arrivee, fonds: FondsEnfants, circonstances: Circonstances, resultat: Entourage): void {
  const { enfantId, parents, saisie, du, cleAdresse } = arrivee;
  const foyers = fonds.foyers.get(cleAdresse) ?? [];
  const commun = foyers.find(({ membres }) =>
    membres.some(({ personneId, nom }) => parents.includes(personneId) || nom === normaliseNom(saisie.nom)),
  );
  const foyer = commun ?? createFoyer(arrivee, fonds, circonstances, resultat);
  const presents = new Set(foyer.membres.map(({ personneId }) => personneId));
  const periode = formatDaterange({ du, au: null });
  for (const personneId of [enfantId, ...parents].filter((id) => !presents.has(id))) {
    const membre = { menage_id: foyer.id, personne_id: personneId, residence: 'principale', periode };
    resultat.ecritures.push({
      relation: 'enfants.menage_membre',
      id: circonstances.nouvelId(),
      avant: null,
      valeurs: membre,
    });
    const nom = personneId === enfantId ? saisie.nom : (fonds.adultes.find(personneId)?.identite.nom ?? '');
    foyer.membres.push({ personneId, nom: normaliseNom(nom) });
  }
  fonds.avecFoyer.add(enfantId);
  resultat.ecarts.push({
    champ: 'Adresse',
    avant: '',
    apres: [saisie.voie, saisie.codePostal, saisie.commune].filter(Boolean).join(' '),
  });
}

function createFoyer(
  arrivee: Arrivee,
  fonds: FondsEnfants,
  circonstances: Circonstances,
  { ecritures }: Entourage,
): MenageConnu {
  const { saisie, du, cleAdresse } = arrivee;
  const foyer: MenageConnu = { id: circonstances.nouvelId(), membres: [] };
  fonds.foyers.set(cleAdresse, [...(fonds.foyers.get(cleAdresse) ?? []), foyer]);
  const codes = saisie.commune ? (fonds.communes.get(normaliseLibelle(saisie.commune)) ?? []) : [];
  ecritures.push(
    {
      relation: 'enfants.menage',
      id: foyer.id,
      avant: null,
      valeurs: { libelle: `Foyer ${saisie.nom}`, cree_par: circonstances.parId },
    },
    {
      relation: 'enfants.adresse',
      id: circonstances.nouvelId(),
      avant: null,
      valeurs: {
        menage_id: foyer.id,
        voie: saisie.voie,
        complement: saisie.complement,
        code_postal: saisie.codePostal,
        commune_code: codes.length === 1 ? (codes[0] ?? null) : null,
        commune_nom: saisie.commune,
        periode: formatDaterange({ du, au: null }),
      },
    },
  );
  return foyer;
}
