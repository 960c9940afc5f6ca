import { z } from 'zod';
import { Cree } from '#server/api/champs.ts';
import {
  type ApiEntree,
  defineActe,
  defineChamps,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { Avis } from '../../avis.ts';
import { listAvis } from '../../data/avis.server.ts';
import { recordAvisLu } from '../../data/avis-commands.server.ts';

const AvisRecu = defineChamps(Avis, {
  id: 'Identifiant de l’avis.',
  titre: 'Ce qui s’est passé.',
  texte: 'Ce qu’il faut en savoir.',
  lien: 'Page de Marelle où le voir.',
  creeLe: 'Instant où il a été adressé.',
  luLe: 'Instant où il a été lu ; nul : pas encore.',
});

export const apiAvis: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/organisation/mes-avis',
    titre: 'Les avis adressés à l’agent du jeton, non lus d’abord',
    demande: defineDemande(z.object(PageDeListe), {
      page: 'Page demandée, à partir de 1.',
      taille: 'Lignes par page.',
    }),
    reponse: definePage(AvisRecu),
    run: listAvis,
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/mes-avis/{id}/lecture',
    titre: recordAvisLu.titre,
    command: recordAvisLu,
    champs: { id: 'Identifiant de l’avis.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
];
