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
import { recordRelance } from '../data/commands.server.ts';
import { listPassages, listTravaux } from '../data/queries.server.ts';
import { Passage, PassageFiltre, Travail } from '../travail.ts';

const CHAMPS_PASSAGE = {
  id: 'Identifiant du passage.',
  essai: 'Le combientième essai du même travail.',
  essais: 'Combien d’essais il aura au plus.',
  debutLe: 'Instant de son début.',
  dureeSecondes: 'Sa durée ; nulle : il n’a pas fini.',
  issue: 'Son issue.',
  bilan: 'Ce qu’il a fait, ou la nature de la panne.',
  reference: 'Référence de la panne, la même que dans les traces du serveur.',
};

const PassageLu = defineChamps(Passage, {
  ...CHAMPS_PASSAGE,
  travail: 'Nom du travail.',
  titre: 'Ce que fait le travail.',
});

const DernierLu = defineChamps(Passage.omit({ travail: true, titre: true }), CHAMPS_PASSAGE);

const TravailLu = defineChamps(Travail.extend({ dernier: DernierLu.nullable() }), {
  nom: 'Nom du travail.',
  titre: 'Ce qu’il fait.',
  heure: 'Heure de Paris de son passage de nuit ; nulle : à la demande.',
  prochainLe: 'Instant de son prochain passage de nuit.',
  attendu: 'Une demande attend qu’on la prenne.',
  echecs: 'Échecs des sept derniers jours.',
  dernier: 'Son dernier passage.',
});

/** Les travaux de fond par l'API : de quoi les surveiller, et en redemander un. */
export const api: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/travaux',
    titre: 'Les travaux de fond, leur dernier passage et le prochain',
    demande: defineDemande(z.object({}), {}),
    reponse: z.object({ travaux: z.array(TravailLu).describe('Vide sans la portée « travaux.lire ».') }),
    run: async ({ tx }) => ({ travaux: await listTravaux(tx) }),
  }),
  defineLecture({
    chemin: '/travaux/passages',
    titre: 'Les passages des travaux, du plus récent au plus ancien',
    demande: defineDemande(PassageFiltre.extend(PageDeListe), {
      travail: 'De ce travail.',
      issue: 'De cette issue.',
      jours: 'Des derniers jours seulement ; 0 : tous.',
      page: 'Page demandée, à partir de 1.',
      taille: 'Lignes par page.',
    }),
    reponse: definePage(PassageLu),
    run: ({ tx }, { page, taille, ...filtre }) => listPassages(tx, filtre, { page, taille }),
  }),
  defineActe({
    methode: 'post',
    chemin: '/travaux/relances',
    titre: recordRelance.titre,
    texte: 'Les travaux de nuit seulement ; un import se relance par « reprise ».',
    command: recordRelance,
    champs: { travail: 'Nom du travail.' },
    reponse: z.object({ travail: z.string().describe('Le travail demandé.') }),
    rend: (travail) => ({ corps: { travail }, adresse: '/travaux' }),
  }),
];
