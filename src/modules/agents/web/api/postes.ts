import { z } from 'zod';
import { Cree, VERSION_SAISIE } from '#server/api/champs.ts';
import {
  type ApiEntree,
  defineActe,
  defineChamps,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { Introuvable } from '#server/errors.ts';
import { TEXTE_VERSION, TEXTES_PERIODE } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { closeAffectation, recordAffectation } from '../../data/affectations-commands.server.ts';
import { findPosteFiche, listPostes } from '../../data/postes.server.ts';
import { closePoste, createPoste, updatePoste } from '../../data/postes-commands.server.ts';
import { PosteFiltre } from '../../poste.ts';
import { OccupantLu, PosteLu } from './schemas.ts';

const TenueDuPoste = defineChamps(
  OccupantLu.omit({ absent: true, absentJusquAu: true }).extend({ id: Identifiant, version: z.int() }),
  {
    id: 'Identifiant de l’affectation.',
    agentId: 'Agent qui tient ou a tenu le poste.',
    nom: 'Nom.',
    prenom: 'Prénom.',
    nature: 'À quel titre.',
    ...TEXTES_PERIODE,
    version: TEXTE_VERSION,
  },
);

const ResponsableLu = defineChamps(
  z.object({ id: Identifiant, intitule: z.string(), occupants: z.array(OccupantLu) }),
  { id: 'Poste dont il dépend.', intitule: 'Intitulé de ce poste.', occupants: 'Qui le tient ce jour.' },
);

const PosteFicheLue = z.object({
  poste: PosteLu.describe('Le poste.'),
  tenues: z.array(TenueDuPoste).describe('Tous ceux qui l’ont tenu, du plus récent au plus ancien.'),
  responsable: ResponsableLu.optional().describe('Le poste dont il dépend.'),
});

const CHAMPS = {
  numero: 'Numéro du poste, unique.',
  intitule: 'Intitulé.',
  profil: 'Profil : il donne les droits de qui tient le poste.',
  metier: 'Métier attendu.',
  uniteId: 'Unité du poste.',
  responsableId: 'Poste dont il dépend.',
  quotite: 'Quotité, en pour cent.',
};
const VERSIONNE = { id: 'Identifiant du poste.', version: VERSION_SAISIE };

const DEMANDE_LISTE = defineDemande(PosteFiltre.extend(PageDeListe), {
  q: 'Cherche dans le numéro et l’intitulé.',
  unite: 'Dans cette unité et celles qui en dépendent.',
  profil: 'De ce profil.',
  etat: 'Dans cet état ce jour.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
});

const lectures: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/organisation/postes',
    titre: 'Les postes ouverts ce jour et qui les tient',
    demande: DEMANDE_LISTE,
    reponse: definePage(PosteLu),
    run: (contexte, { page, taille, ...filtre }) => listPostes(contexte, filtre, { page, taille }),
  }),
  defineLecture({
    chemin: '/organisation/postes/{id}',
    titre: 'Un poste, qui l’a tenu, de qui il dépend',
    demande: defineDemande(z.object({ id: Identifiant }), { id: 'Identifiant du poste.' }),
    reponse: PosteFicheLue,
    version: ({ poste }) => poste.version,
    run: async (contexte, { id }) => {
      const fiche = await findPosteFiche(contexte, id);
      if (!fiche) throw new Introuvable('Absent, ou hors de vos missions.');
      return fiche;
    },
  }),
];

const affectations: readonly ApiEntree[] = [
  defineActe({
    methode: 'post',
    chemin: '/organisation/affectations',
    titre: recordAffectation.titre,
    command: recordAffectation,
    champs: {
      agentId: 'Agent qui tiendra le poste.',
      posteId: 'Poste tenu.',
      nature: 'À quel titre.',
      du: 'Premier jour.',
      au: 'Dernier jour, compris ; nul : sans fin connue.',
    },
    reponse: Cree,
    rend: ({ id, posteId }) => ({ corps: { id }, adresse: `/organisation/postes/${posteId}` }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/affectations/{id}/fin',
    titre: closeAffectation.titre,
    command: closeAffectation,
    champs: { id: 'Identifiant de l’affectation.', version: TEXTE_VERSION, au: 'Dernier jour, compris.' },
    reponse: Cree,
    rend: ({ id }) => ({ corps: { id } }),
  }),
];

export const apiPostes: readonly ApiEntree[] = [
  ...lectures,
  defineActe({
    methode: 'post',
    chemin: '/organisation/postes',
    titre: createPoste.titre,
    command: createPoste,
    champs: { ...CHAMPS, du: 'Premier jour.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id }, adresse: `/organisation/postes/${id}` }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/postes/{id}',
    titre: updatePoste.titre,
    command: updatePoste,
    fiche: '/organisation/postes/{id}',
    champs: { ...CHAMPS, ...VERSIONNE },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/postes/{id}/fermeture',
    titre: closePoste.titre,
    command: closePoste,
    fiche: '/organisation/postes/{id}',
    champs: { ...VERSIONNE, au: 'Dernier jour.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
  ...affectations,
];
