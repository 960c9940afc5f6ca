import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { type ApiEntree, defineDemande, defineLecture, definePage, PageDeListe } from '#server/api/define-api.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { listOrdonneesPasExecutees } from '../data/attentes-queries.server.ts';
import { getMesureInscrite } from '../data/mesure-inscrite.server.ts';
import { listMesures } from '../data/mesures-queries.server.ts';
import { canListMesures } from '../droits.ts';
import { AttenteFiltre, MesureFiltre } from '../mesure-filtre.ts';
import { AttenteLigneLue, MesureLigneLue, MesureLue } from './api-schemas.ts';

const COMMUN = {
  q: 'Nom ou numéro d’un enfant.',
  code: 'De ce code de la nomenclature.',
  origine: 'Administrative ou judiciaire.',
  unite: 'Portées par cette unité ou celles qui en dépendent (uuid).',
  service: 'Exercées par ce service ; « sans-service » : aucun n’est désigné.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
};

function verifyListe({ agent }: Contexte): void {
  if (!canListMesures(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
}

/** Lire une mesure, c'est consulter le dossier de l'enfant : cela s'inscrit au journal. */
async function readMesure(contexte: Contexte, id: string): Promise<z.input<typeof MesureLue>> {
  const mesure = await getMesureInscrite(contexte, id);
  await recordTrace(contexte.tx, { acte: 'mesures.consulter', enfantId: mesure.enfantId, objetId: id });
  return mesure;
}

/** Les mesures par l'API : ce que les écrans en montrent, sous les mêmes droits. */
export const api: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/mesures',
    titre: 'Les mesures des enfants que le jeton peut voir',
    texte: 'Sans la portée de voir des enfants, 404.',
    demande: defineDemande(MesureFiltre.extend(PageDeListe), {
      ...COMMUN,
      vue: 'Vue ; à défaut, celles en cours.',
      etat: 'Dans cet état, ce jour.',
      finit: 'Dont le dernier jour couvert tombe d’ici tant de jours.',
    }),
    reponse: definePage(MesureLigneLue),
    run: (contexte, { page, taille, ...filtre }) => {
      verifyListe(contexte);
      return listMesures(contexte, filtre, { page, taille });
    },
  }),
  defineLecture({
    chemin: '/mesures/ordonnees-pas-executees',
    titre: 'Ordonné, pas exécuté : les mesures décidées qui n’ont pas commencé',
    texte: 'La plus longue attente d’abord.',
    demande: defineDemande(AttenteFiltre.extend(PageDeListe), COMMUN),
    reponse: definePage(AttenteLigneLue),
    run: (contexte, { page, taille, ...filtre }) => {
      verifyListe(contexte);
      return listOrdonneesPasExecutees(contexte, filtre, { page, taille });
    },
  }),
  defineLecture({
    chemin: '/mesures/{id}',
    titre: 'Une mesure et son histoire',
    texte: 'Corrections comprises. Chaque lecture est inscrite au journal, avec le jeton qui l’a faite.',
    demande: defineDemande(z.object({ id: Identifiant }), { id: 'Identifiant de la mesure.' }),
    reponse: MesureLue,
    version: ({ version }) => version,
    run: (contexte, { id }) => readMesure(contexte, id),
  }),
];
