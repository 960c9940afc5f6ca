import { z } from 'zod';
import {
  type ApiEntree,
  defineActe,
  defineChamps,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { TEXTES_PERIODE } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { CommuneFiltre } from '../../commune.ts';
import { listParametres } from '../../data/parametres.server.ts';
import { recordParametre } from '../../data/parametres-commands.server.ts';
import { getDepartement, listCommunes } from '../../data/secteurs.server.ts';
import { recordSecteur } from '../../data/secteurs-commands.server.ts';
import { CleParametre, Parametre, ParametreVersion } from '../../parametre.ts';
import { listJoursFeriesDuDepartement } from '../../rules/jour-ferie.ts';

const Valeur = z.unknown().meta({ json: { type: ['string', 'number', 'boolean', 'null'] } });

const VersionLue = defineChamps(ParametreVersion.extend({ valeur: Valeur, lisible: z.string() }), {
  id: 'Identifiant de ce réglage.',
  ...TEXTES_PERIODE,
  valeur: 'Valeur, telle que les calculs la lisent.',
  confiance: 'Confiance qu’on lui porte.',
  source: 'D’où elle vient.',
  lisible: 'Valeur, telle qu’on la lit.',
});

const ParametreLu = defineChamps(Parametre.extend({ valeur: Valeur, historique: z.array(VersionLue) }), {
  cle: 'Clé du paramètre.',
  groupe: 'Sujet.',
  libelle: 'Libellé.',
  aide: 'À quoi il sert.',
  valeur: 'Valeur du jour, telle que les calculs la lisent.',
  lisible: 'Valeur du jour, telle qu’on la lit.',
  regle: 'Réglé par le département ; sinon la valeur par défaut tient.',
  confiance: 'Confiance qu’on lui porte.',
  source: 'D’où elle vient.',
  depuis: 'Premier jour de cette valeur.',
  historique: 'Toutes ses valeurs, de la plus récente à la plus ancienne.',
});

const CommuneLue = defineChamps(
  z.object({
    code: z.string(),
    nom: z.string(),
    codesPostaux: z.array(z.string()),
    population: z.int().nullable(),
    secteurId: Identifiant.nullable(),
    quartier: z.string(),
    uniteId: Identifiant.nullable(),
    unite: z.string().nullable(),
    du: JourCivil.nullable(),
  }),
  {
    code: 'Code officiel géographique.',
    nom: 'Nom.',
    codesPostaux: 'Codes postaux.',
    population: 'Population.',
    secteurId: 'Identifiant de la desserte ; nul : personne ne dessert.',
    quartier: 'Quartier ; vide : toute la commune.',
    uniteId: 'Unité qui dessert.',
    unite: 'Nom de cette unité.',
    du: 'Depuis quand.',
  },
);

const JoursFeries = z.object({
  zone: z.string().describe('Zone de jours fériés du département.'),
  libelle: z.string().describe('Nom de la zone.'),
  jours: z
    .array(
      defineChamps(z.object({ jour: JourCivil, nom: z.string(), semaine: z.string() }), {
        jour: 'Le jour.',
        nom: 'La fête.',
        semaine: 'Le jour de la semaine.',
      }),
    )
    .describe('Les jours fériés de l’année.'),
});

const Annee = z.object({ annee: z.coerce.number({ error: 'De 1950 à 2150.' }).int().min(1950).max(2150).optional() });

const DEMANDE_COMMUNES = defineDemande(CommuneFiltre.extend(PageDeListe), {
  q: 'Cherche dans le nom, le code et les codes postaux.',
  unite: 'Desservies par cette unité ou celles qui en dépendent.',
  desserte: '« sans » : celles que personne ne dessert ce jour.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
});

export const apiReglages: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/organisation/parametres',
    titre: 'Les paramètres du département et toutes leurs valeurs',
    demande: defineDemande(z.object({}), {}),
    reponse: z.object({ parametres: z.array(ParametreLu).describe('Réglés ou non.') }),
    run: async (contexte) => ({ parametres: await listParametres(contexte) }),
  }),
  defineActe({
    methode: 'post',
    chemin: '/organisation/parametres/{cle}',
    titre: recordParametre.titre,
    texte: 'La valeur précédente s’arrête la veille et reste dans l’histoire ; le passé ne se réécrit pas.',
    command: recordParametre,
    champs: {
      cle: 'Clé du paramètre.',
      valeur: 'Nouvelle valeur, écrite en toutes lettres ou en chiffres.',
      du: 'Jour où elle prend effet.',
      confiance: 'Confiance qu’on lui porte.',
      source: 'D’où elle vient : délibération, note, schéma.',
    },
    reponse: z.object({ cle: CleParametre.describe('Le paramètre réglé.') }),
    rend: (cle) => ({ corps: { cle } }),
  }),
  defineLecture({
    chemin: '/organisation/communes',
    titre: 'Les communes du département et qui les dessert',
    demande: DEMANDE_COMMUNES,
    reponse: definePage(CommuneLue),
    run: (contexte, { page, taille, ...filtre }) => listCommunes(contexte, filtre, { page, taille }),
  }),
  defineActe({
    methode: 'post',
    chemin: '/organisation/secteurs',
    titre: recordSecteur.titre,
    command: recordSecteur,
    champs: {
      uniteId: 'Unité qui desservira.',
      communeCode: 'Code officiel géographique.',
      quartier: 'Quartier ; vide : toute la commune.',
      du: 'Premier jour.',
      au: 'Dernier jour, compris ; nul : sans fin connue.',
    },
    reponse: z.object({ uniteId: Identifiant.describe('L’unité qui dessert.') }),
    rend: (uniteId) => ({ corps: { uniteId }, adresse: `/organisation/unites/${uniteId}` }),
  }),
  defineLecture({
    chemin: '/organisation/jours-feries',
    titre: 'Les jours fériés du département',
    demande: defineDemande(Annee, { annee: 'Année ; à défaut, celle-ci.' }),
    reponse: JoursFeries,
    run: async (contexte, { annee }) => {
      const { code } = await getDepartement(contexte);
      return listJoursFeriesDuDepartement(code, annee ?? Number(contexte.aujourdhui.slice(0, 4)));
    },
  }),
];
