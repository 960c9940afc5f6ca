import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { Ecart } from '../importation.ts';
import { computeChangements, computeEcarts } from '../rules/ecart.ts';
import { compareIdentites, computeCleIdentite } from '../rules/ressemblance.ts';
import {
  buildRefus,
  type Choix,
  type Circonstances,
  type Ecriture,
  type Evaluation,
  type ImportDefini,
  type LigneDeBase,
} from './definition.ts';
import { buildEntourage } from './enfants-entourage.ts';
import { COLONNES_ENFANT, EnfantImport, type FondsEnfants } from './enfants-saisie.ts';
import {
  buildIdentite,
  buildValeursIdentite,
  matchPersonne,
  NOMS,
  type PersonneConnue,
  TITRES_IDENTITE,
} from './identite.ts';
import { computeNaissance } from './personnes.ts';

export const importEnfants: ImportDefini<EnfantImport, FondsEnfants> = {
  nature: 'enfants',
  colonnes: COLONNES_ENFANT,
  saisie: EnfantImport,
  getCle: (saisie) => (saisie.numero ? `n:${saisie.numero.toUpperCase()}` : getIdentite(saisie)),
  getIdentite: (saisie) => getIdentite(saisie),
  evaluate: (saisie, fonds, circonstances, choix) => {
    const { aujourdhui } = circonstances;
    if (saisie.dateNaissance && saisie.dateNaissance > aujourdhui)
      return buildRefus('dateNaissance', 'Cette date de naissance est à venir.');
    if (saisie.ouvertLe && saisie.ouvertLe > aujourdhui)
      return buildRefus('ouvertLe', 'Un dossier ne s’ouvre pas à l’avance.');
    const reconnu = matchEnfant(saisie, fonds, choix);
    if ('evaluation' in reconnu) return reconnu.evaluation;
    const unite = findUnite(saisie, fonds);
    if (typeof unite === 'string') return buildRefus('territoire', unite);
    if (reconnu.personne) return updateEnfant(reconnu.personne, saisie, unite, fonds, circonstances);
    if (unite === null)
      return buildRefus('territoire', 'Dites quel territoire suit l’enfant : sans lui, personne ne le verrait.');
    return createEnfant(saisie, unite.id, fonds, circonstances);
  },
};

function getIdentite(saisie: EnfantImport): string | null {
  return saisie.dateNaissance ? computeCleIdentite(buildIdentite(saisie)) : null;
}

type Reconnu = { personne: PersonneConnue | null } | { evaluation: Evaluation };

/** Le numéro désigne l'enfant, pourvu que quelque chose de son identité s'accorde ; sinon son nom et sa naissance. */
function matchEnfant(saisie: EnfantImport, fonds: FondsEnfants, choix: Choix): Reconnu {
  const identite = buildIdentite(saisie);
  const numero = saisie.numero?.toUpperCase();
  if (numero === undefined) return matchPersonne(fonds.annuaire, identite, choix);
  if (fonds.numerosFermes.has(numero))
    return {
      evaluation: buildRefus('numero', 'Ce numéro ne se reprend pas par un import : voyez qui tient ce dossier.'),
    };
  const designe = fonds.parNumero.get(numero);
  if (designe) {
    const proche =
      choix?.decision === 'lier' ||
      designe.identite.dateNaissance === identite.dateNaissance ||
      compareIdentites({ ...identite, dateNaissance: null }, { ...designe.identite, dateNaissance: null }).degre !==
        'aucune';
    if (proche) return { personne: designe };
    if (choix?.decision === 'creer')
      return { evaluation: buildRefus('numero', 'Ce numéro est celui d’un autre enfant : videz-le ou corrigez-le.') };
    const raison = 'Ce numéro est celui d’un enfant d’un autre nom, né un autre jour.';
    return {
      evaluation: {
        etat: 'douteuse',
        motif: raison,
        candidats: [{ id: designe.ligne.id, libelle: designe.libelle, raison }],
      },
    };
  }
  if (choix !== null) return matchPersonne(fonds.annuaire, identite, choix);
  const { certaines, douteuses } = fonds.annuaire.match(identite);
  const candidats = [
    ...certaines.map(({ ligne, libelle }) => ({
      id: ligne.id,
      libelle,
      raison: 'Même nom, même naissance, autre numéro.',
    })),
    ...douteuses,
  ];
  const [premier] = candidats;
  return premier ? { evaluation: { etat: 'douteuse', motif: premier.raison, candidats } } : { personne: null };
}

type Unite = { id: string; nom: string };

/** L'unité nommée, ou celle qui dessert la commune, ou aucune ; une phrase si le nom ne se reconnaît pas. */
function findUnite(saisie: EnfantImport, fonds: FondsEnfants): Unite | null | string {
  if (saisie.territoire) {
    const [unite, autre] = fonds.unites.get(normaliseLibelle(saisie.territoire)) ?? [];
    if (!unite) return `L’unité « ${saisie.territoire} » n’existe pas : importez d’abord l’organisation.`;
    return autre ? `Plusieurs unités s’appellent « ${saisie.territoire} » : donnez le code.` : unite;
  }
  const codes = saisie.commune ? (fonds.communes.get(normaliseLibelle(saisie.commune)) ?? []) : [];
  const id = codes.length === 1 ? fonds.secteurs.get(codes[0] ?? '') : undefined;
  return id ? { id, nom: fonds.nomsUnite.get(id) ?? '' } : null;
}

function createEnfant(
  saisie: EnfantImport,
  uniteId: string,
  fonds: FondsEnfants,
  circonstances: Circonstances,
): Evaluation {
  const { aujourdhui, nouvelId, parId } = circonstances;
  const id = nouvelId();
  const du = saisie.ouvertLe ?? aujourdhui;
  const personne = {
    ...buildValeursIdentite(saisie),
    sexe: saisie.sexe ?? 'inconnu',
    naissance_precision: saisie.dateNaissance ? 'exacte' : 'inconnue',
    cree_par: parId,
  };
  const mission = {
    enfant_id: id,
    unite_id: uniteId,
    nature: 'territoire',
    periode: formatDaterange({ du, au: null }),
  };
  const connu = { ligne: { id, ...personne }, identite: buildIdentite(saisie), libelle: 'une ligne de ce fichier' };
  fonds.annuaire.add(connu);
  if (saisie.numero) fonds.parNumero.set(saisie.numero.toUpperCase(), connu);
  const entourage = buildEntourage(id, saisie, du, fonds, circonstances);
  return {
    etat: 'creee',
    objetId: id,
    ecarts: [],
    ecritures: [
      { relation: 'enfants.personne', id, avant: null, valeurs: personne },
      // Le numéro d'un dossier sans numéro est pris au moment d'écrire : deux imports n'en prennent pas le même.
      {
        relation: 'enfants.enfant',
        id,
        avant: null,
        valeurs: { numero: saisie.numero, ouvert_le: du, cree_par: parId },
      },
      { relation: 'enfants.mission', id: nouvelId(), avant: null, valeurs: mission },
      ...entourage.ecritures,
    ],
    remarques: entourage.remarques,
  };
}

function updateEnfant(
  { ligne }: PersonneConnue,
  saisie: EnfantImport,
  unite: Unite | null,
  fonds: FondsEnfants,
  circonstances: Circonstances,
): Evaluation {
  const changements = computeNaissance(ligne, computeChangements(ligne, buildValeursIdentite(saisie), NOMS));
  const identite: Ecriture[] =
    Object.keys(changements).length === 0
      ? []
      : [
          {
            relation: 'enfants.personne',
            id: ligne.id,
            avant: ligne,
            valeurs: { ...changements, version: Number(ligne.version) + 1 },
          },
        ];
  // Une commune ne suffit pas à retirer un enfant à l'unité qui le suit : il faut que le fichier nomme le territoire.
  const nommee = saisie.territoire || !fonds.missions.has(ligne.id) ? unite : null;
  const mission = moveMission(ligne, nommee, fonds, circonstances);
  const entourage = buildEntourage(ligne.id, saisie, circonstances.aujourdhui, fonds, circonstances);
  const ecritures = [...identite, ...mission.ecritures, ...entourage.ecritures];
  const ecarts = [...computeEcarts(ligne, changements, TITRES_IDENTITE), ...mission.ecarts, ...entourage.ecarts];
  const etat = ecritures.length > 0 ? 'modifiee' : 'inchangee';
  return { etat, objetId: ligne.id, ecarts, ecritures, remarques: entourage.remarques };
}

/** Un territoire à la fois : l'ancien s'arrête la veille ; s'il ne date que d'aujourd'hui, il change d'unité. */
function moveMission(
  { id: enfantId }: LigneDeBase,
  unite: Unite | null,
  fonds: FondsEnfants,
  { aujourdhui, nouvelId }: Circonstances,
): { ecarts: Ecart[]; ecritures: Ecriture[] } {
  const tenue = fonds.missions.get(enfantId);
  if (unite === null || tenue?.uniteId === unite.id) return { ecarts: [], ecritures: [] };
  const ecarts = [
    { champ: 'Territoire', avant: tenue ? (fonds.nomsUnite.get(tenue.uniteId) ?? '') : '', apres: unite.nom },
  ];
  const relation = 'enfants.mission';
  if (tenue && tenue.du >= aujourdhui) {
    const valeurs = { unite_id: unite.id, version: Number(tenue.ligne.version) + 1 };
    return { ecarts, ecritures: [{ relation, id: tenue.ligne.id, avant: tenue.ligne, valeurs }] };
  }
  const valeurs = {
    enfant_id: enfantId,
    unite_id: unite.id,
    nature: 'territoire',
    periode: formatDaterange({ du: aujourdhui, au: null }),
  };
  const prise: Ecriture = { relation, id: nouvelId(), avant: null, valeurs };
  if (!tenue) return { ecarts, ecritures: [prise] };
  const close = formatDaterange({ du: tenue.du as JourCivil, au: addJours(aujourdhui, -1) });
  const cloture = { periode: close, version: Number(tenue.ligne.version) + 1 };
  return { ecarts, ecritures: [{ relation, id: tenue.ligne.id, avant: tenue.ligne, valeurs: cloture }, prise] };
}
