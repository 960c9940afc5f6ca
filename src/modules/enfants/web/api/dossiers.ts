import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { listMissions } from '#modules/acces/index.server.ts';
import {
  findParRecherche,
  listAutresNoms,
  listFoyers,
  listLiens,
  recordAutreNom,
  updateIdentite,
} from '#modules/personnes/index.server.ts';
import {
  type ApiEntree,
  defineActe,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { recordTrace } from '#server/journal.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { closeDossier, recordReouverture } from '../../data/dossier-commands.server.ts';
import { getEnTete, listAutorites, listPartenaires, listStatuts } from '../../data/dossier-queries.server.ts';
import { createEnfant } from '../../data/enfant-commands.server.ts';
import { listEnfants } from '../../data/enfants-queries.server.ts';
import { EnfantFiltre } from '../../enfant-filtre.ts';
import {
  AutoriteLue,
  AutreNomLu,
  EnfantLigneLue,
  EnTeteLu,
  FoyerLu,
  LienLu,
  MissionLue,
  PartenaireLu,
  PersonneTrouveeLue,
  StatutLu,
  TEXTES_IDENTITE,
  VERSION_SAISIE,
} from './schemas.ts';

const DossierLu = z.object({
  enfant: EnTeteLu.describe('L’enfant et son dossier.'),
  autresNoms: z.array(AutreNomLu).describe('Autres noms sous lesquels il est connu.'),
  liens: z.array(LienLu).describe('Les personnes autour de lui.'),
  autorites: z.array(AutoriteLue).describe('Qui est titulaire de l’autorité parentale, qui l’exerce.'),
  statuts: z.array(StatutLu).describe('Ses statuts, du plus ancien au plus récent.'),
  foyers: z.array(FoyerLu).describe('Où il vit ou a vécu.'),
  partenaires: z.array(PartenaireLu).describe('École, médecin, juge, avocat.'),
  missions: z.array(MissionLue).describe('Qui le suit ou l’a suivi.'),
});

/** Lire un dossier s'inscrit au journal, par l'API comme à l'écran. */
async function readDossier(contexte: Contexte, id: string): Promise<z.input<typeof DossierLu>> {
  const dossier = {
    enfant: await getEnTete(contexte, id),
    autresNoms: await listAutresNoms(contexte, id),
    liens: await listLiens(contexte, id),
    autorites: await listAutorites(contexte, id),
    statuts: await listStatuts(contexte, id),
    foyers: await listFoyers(contexte, id),
    partenaires: await listPartenaires(contexte, id),
    missions: await listMissions(contexte, id),
  };
  await recordTrace(contexte.tx, { acte: 'enfants.dossier.consulter', enfantId: id });
  return dossier;
}

const DEMANDE_LISTE = defineDemande(EnfantFiltre.extend(PageDeListe), {
  q: 'Nom, prénom, date ou année de naissance, numéro de dossier.',
  unite: 'Suivis par cette unité ou celles qui en dépendent (uuid).',
  referent: 'Dont cet agent est référent (uuid).',
  statut: 'De ce statut ce jour.',
  age: 'De cette tranche d’âge.',
  vue: 'Sans référent, restreints, ou fermés.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
});

const Recherche = z.object({
  q: z.string({ error: 'Dites ce que vous cherchez.' }).trim().min(2, { error: 'Deux lettres au moins.' }).max(100),
});

const lectures: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/enfants',
    titre: 'Les enfants que le jeton peut voir',
    demande: DEMANDE_LISTE,
    reponse: definePage(EnfantLigneLue),
    run: (contexte, { page, taille, ...filtre }) => listEnfants(contexte, filtre, { page, taille }),
  }),
  defineLecture({
    chemin: '/enfants/recherche',
    titre: 'Chercher un enfant ou une personne',
    texte:
      'Vingt réponses au plus, des plus probables aux moins ; les fautes de frappe sont tolérées si rien ne répond.',
    demande: defineDemande(Recherche, { q: 'Nom, prénom, date ou année de naissance, numéro de dossier.' }),
    reponse: z.object({ personnes: z.array(PersonneTrouveeLue).describe('Enfants et personnes trouvés.') }),
    run: async (contexte, { q }) => ({ personnes: await findParRecherche(contexte, q) }),
  }),
  defineLecture({
    chemin: '/enfants/{id}',
    titre: 'Le dossier d’un enfant',
    texte: 'Chaque lecture est inscrite au journal comme une consultation, avec le jeton qui l’a faite.',
    demande: defineDemande(z.object({ id: Identifiant }), { id: 'Identifiant de l’enfant.' }),
    reponse: DossierLu,
    version: ({ enfant }) => enfant.versionPersonne,
    run: (contexte, { id }) => readDossier(contexte, id),
  }),
];

const IDENTITE = { ...TEXTES_IDENTITE, autresPrenoms: 'Autres prénoms.', lieuNaissance: 'Lieu de naissance.' };

export const apiDossiers: readonly ApiEntree[] = [
  ...lectures,
  defineActe({
    methode: 'post',
    chemin: '/enfants',
    titre: createEnfant.titre,
    texte: 'La personne, son dossier, son territoire et son foyer, d’un seul geste.',
    command: createEnfant,
    champs: {
      ...IDENTITE,
      ouvertLe: 'Ouverture du dossier ; à défaut, aujourd’hui.',
      uniteId: 'Territoire qui suivra l’enfant.',
      menageId: 'Foyer déjà connu ; sinon un nouveau naît de l’adresse.',
      voie: 'Numéro et voie.',
      complement: 'Complément d’adresse.',
      codePostal: 'Code postal.',
      communeNom: 'Commune.',
    },
    reponse: z.object({
      id: z.uuid().describe('Identifiant de l’enfant.'),
      numero: z.string().describe('Numéro de dossier.'),
    }),
    rend: (cree) => ({ corps: cree, adresse: `/enfants/${cree.id}` }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/{id}/identite',
    titre: updateIdentite.titre,
    command: updateIdentite,
    fiche: '/enfants/{id}',
    champs: {
      id: 'Identifiant de l’enfant ou de la personne.',
      version: VERSION_SAISIE,
      ...IDENTITE,
      telephone: 'Téléphone.',
      courriel: 'Adresse électronique.',
      dateDeces: 'Date de décès.',
    },
    reponse: z.object({ id: z.uuid().describe('La personne corrigée.') }),
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'post',
    chemin: '/enfants/{personneId}/autres-noms',
    titre: recordAutreNom.titre,
    command: recordAutreNom,
    champs: {
      personneId: 'Identifiant de l’enfant ou de la personne.',
      nature: 'De quel nom il s’agit.',
      nom: 'Nom.',
      prenom: 'Prénom.',
    },
    reponse: z.object({ id: z.uuid().describe('La personne ainsi nommée.') }),
    rend: ({ id }) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/{id}/fermeture',
    titre: closeDossier.titre,
    texte: 'Le dossier sort des listes, rien n’est effacé. La version est celle du dossier : envoyez-la dans le corps.',
    command: closeDossier,
    champs: { id: 'Identifiant de l’enfant.', version: 'Version du dossier.', closLe: 'Jour de la fermeture.' },
    reponse: z.object({ id: z.uuid().describe('L’enfant.') }),
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/{id}/reouverture',
    titre: recordReouverture.titre,
    texte: 'Le dossier revient dans les listes. La version est celle du dossier : envoyez-la dans le corps.',
    command: recordReouverture,
    champs: {
      id: 'Identifiant de l’enfant.',
      version: 'Version du dossier.',
      motif: 'Raison.',
      explication: 'Ce qui s’est passé, en une phrase.',
      uniteId: 'Territoire qui suivra l’enfant, si plus aucun ne le suit.',
    },
    reponse: z.object({ id: z.uuid().describe('L’enfant.') }),
    rend: (id) => ({ corps: { id } }),
  }),
];
