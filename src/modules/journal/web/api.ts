import { z } from 'zod';
import { type ApiEntree, defineChamps, defineDemande, defineLecture } from '#server/api/define-api.ts';
import { TAILLE_MAXIMALE, TAILLE_PAR_DEFAUT } from '#shared/pagination.ts';
import { listEvenements } from '../data/queries.server.ts';
import { Evenement, RechercheJournal } from '../evenement.ts';

/** Une valeur JSON quelconque, dite comme telle. */
const Json = z.unknown().meta({ json: { type: ['string', 'number', 'boolean', 'object', 'array', 'null'] } });

const EvenementLu = defineChamps(Evenement.extend({ le: z.iso.datetime(), detail: z.record(z.string(), Json) }), {
  id: 'Identifiant de l’évènement.',
  le: 'Instant.',
  acte: 'Ce qui a été fait, ou consulté.',
  agentId: 'Qui l’a fait ; nul pour un travail du système.',
  agent: 'Son nom, ou celui du travail.',
  enfantId: 'Dossier concerné.',
  enfant: 'Numéro de ce dossier, si le jeton peut le voir.',
  detail: 'Ce qui a changé : des identifiants, des dates, des noms de champs ; « jetonApi » si un jeton l’a fait.',
});

const Taille = z.coerce
  .number({ error: `De 1 à ${TAILLE_MAXIMALE}.` })
  .int()
  .min(1)
  .max(TAILLE_MAXIMALE)
  .default(TAILLE_PAR_DEFAUT);

const BORNES_LISIBLES = {
  du: z.iso.date({ error: 'Écrivez le jour comme 2026-11-21.' }).optional(),
  au: z.iso.date({ error: 'Écrivez le jour comme 2026-11-21.' }).optional(),
  avant: z.iso.datetime({ error: 'Donnez la « suite » reçue.' }).optional(),
};

/** Le journal par l'API : ce que l'écran en montre, sous les mêmes droits. */
export const api: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/journal/evenements',
    titre: 'Le journal, du plus récent au plus ancien',
    texte:
      'Avec la portée « journal.lire », le journal entier ; sans elle, les actes de l’agent du jeton et ceux des dossiers qu’il suit. Il ne se compte pas : avancez par « suite ».',
    demande: defineDemande(RechercheJournal.extend({ ...BORNES_LISIBLES, taille: Taille }), {
      enfant: 'Numéro de dossier, identifiant ou nom d’un enfant.',
      agent: 'Nom ou identifiant d’un agent.',
      acte: 'Début du nom de l’acte : « enfants. », « organisation.agent. ».',
      du: 'Premier jour.',
      au: 'Dernier jour, compris.',
      avant: 'La « suite » reçue avec la page précédente.',
      taille: 'Évènements par réponse.',
    }),
    reponse: z.object({
      evenements: z.array(EvenementLu).describe('Les évènements.'),
      suite: z.iso.datetime().nullable().describe('À renvoyer dans « avant » pour lire plus ancien ; nul à la fin.'),
    }),
    run: (contexte, { taille, du = '', au = '', avant = '', ...recherche }) =>
      listEvenements(contexte, { ...recherche, du, au, avant }, taille),
  }),
];
