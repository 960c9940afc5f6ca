import { z } from 'zod';
import { getUnite } from '#modules/organisation/index.server.ts';
import { CHAMPS_UNITE, UniteLue, UniteResumeLue } from '#modules/organisation/index.ts';
import { type ApiEntree, defineChamps, defineDemande, defineLecture } from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { listUnites } from '../../data/organigramme.server.ts';
import { listPostesDe } from '../../data/postes.server.ts';
import { UniteEnArbre } from '../../organigramme.ts';
import { PosteLu } from './schemas.ts';

const UniteArbreLue = defineChamps(UniteEnArbre, {
  ...CHAMPS_UNITE,
  parentId: 'Unité dont elle dépend.',
  niveau: 'Profondeur dans l’arbre, 0 pour le département.',
  agents: 'Agents en poste ce jour, dans l’unité et celles qui en dépendent.',
  postes: 'Postes ouverts ce jour, de même.',
  vacants: 'Postes que personne ne tient, de même.',
  absents: 'Agents absents ce jour, de même.',
  communes: 'Communes desservies, de même.',
  responsableId: 'Agent qui l’encadre ce jour.',
  responsableNom: 'Son nom.',
  responsablePrenom: 'Son prénom.',
});

const CommuneDesservie = defineChamps(
  z.object({
    code: z.string(),
    nom: z.string(),
    quartier: z.string(),
    uniteId: Identifiant,
    unite: z.string(),
    du: JourCivil,
    population: z.int().nullable(),
  }),
  {
    code: 'Code officiel géographique.',
    nom: 'Nom de la commune.',
    quartier: 'Quartier ; vide : toute la commune.',
    uniteId: 'Unité qui la dessert.',
    unite: 'Nom de cette unité.',
    du: 'Depuis quand.',
    population: 'Population.',
  },
);

const UniteFicheLue = z.object({
  unite: UniteLue.describe('L’unité.'),
  ancetres: z.array(UniteResumeLue).describe('Du département à l’unité qui la contient.'),
  enfants: z.array(UniteResumeLue).describe('Les unités qu’elle contient.'),
  postes: z.array(PosteLu).describe('Ses postes ce jour.'),
  communes: z.array(CommuneDesservie).describe('Les communes desservies par elle et par ce qu’elle contient.'),
});

const DEMANDE_UNE = defineDemande(z.object({ id: Identifiant }), { id: 'Identifiant de l’unité.' });

/** Les unités telles qu'on les lit : avec qui y travaille. Les actes sur une unité sont à `organisation`. */
export const apiUnites: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/organisation/unites',
    titre: 'L’arbre des unités ouvertes ce jour, avec leurs effectifs',
    demande: defineDemande(z.object({}), {}),
    reponse: z.object({ unites: z.array(UniteArbreLue).describe('Dans l’ordre où l’arbre se lit.') }),
    run: async (contexte) => ({ unites: await listUnites(contexte) }),
  }),
  defineLecture({
    chemin: '/organisation/unites/{id}',
    titre: 'Une unité, ce qui la contient, ses postes et ses communes',
    demande: DEMANDE_UNE,
    reponse: UniteFicheLue,
    version: ({ unite }) => unite.version,
    run: async (contexte, { id }) => ({
      ...(await getUnite(contexte, id)),
      postes: await listPostesDe(contexte, id),
    }),
  }),
];
