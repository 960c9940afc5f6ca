import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { type ApiEntree, defineDemande, defineLecture, definePage, PageDeListe } from '#server/api/define-api.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { getFicheInformation } from '../data/fiche-queries.server.ts';
import { listInformations } from '../data/liste-queries.server.ts';
import { canListInformations } from '../droits.ts';
import { InformationFiltre } from '../information-filtre.ts';
import { listHorloges } from '../rules/horloge.ts';
import { InformationLigneLue, InformationLue } from './api-schemas.ts';

const DEMANDE_LISTE = defineDemande(InformationFiltre.extend(PageDeListe), {
  q: 'Numéro, ou nom d’un enfant.',
  vue: 'File de travail ; à défaut, celles en cours.',
  etat: 'Dans cet état.',
  unite: 'Traitées par cette unité ou celles qui en dépendent (uuid).',
  evaluateur: 'Dont cet agent est ou fut évaluateur (uuid).',
  enfant: 'Qui concernent cet enfant (uuid).',
  source: 'De cette source.',
  urgence: 'De cette urgence.',
  age: 'Évaluations ouvertes depuis tant de jours.',
  delai: 'Rapport remis dans le délai, ou après.',
  rapport: 'Rapport validé, à valider, ou évaluation en cours.',
  hors: 'Hors de celles que l’agent analyse, évalue, ou a évaluées.',
  etendue: 'L’unité demandée seule, sans celles qui en dépendent.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
});

/** Lire une information s'inscrit au journal, par l'API comme à l'écran. */
async function readInformation(contexte: Contexte, id: string): Promise<z.input<typeof InformationLue>> {
  const { enTete, ...fiche } = await getFicheInformation(contexte, id);
  await recordTrace(contexte.tx, { acte: 'informations.consulter', objetId: id });
  return { information: enTete, horloges: listHorloges(enTete, contexte.aujourdhui, enTete.reglages), ...fiche };
}

/** Les informations préoccupantes par l'API : ce que les écrans en montrent, sous les mêmes droits. */
export const api: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/informations',
    titre: 'Les informations préoccupantes que le jeton peut voir',
    texte: 'Répond à qui recueille, encadre ou évalue ; sans l’une de ces portées, 404.',
    demande: DEMANDE_LISTE,
    reponse: definePage(InformationLigneLue),
    run: (contexte, { page, taille, ...filtre }) => {
      if (!canListInformations(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
      return listInformations(contexte, filtre, { page, taille });
    },
  }),
  defineLecture({
    chemin: '/informations/{id}',
    titre: 'Une information préoccupante',
    texte:
      'Qui a transmis n’est rendu qu’à qui conduit l’information, et seulement sous « ip.lire-auteur » s’il a demandé l’anonymat. ' +
      'Chaque lecture est inscrite au journal comme une consultation, avec le jeton qui l’a faite.',
    demande: defineDemande(z.object({ id: Identifiant }), { id: 'Identifiant de l’information.' }),
    reponse: InformationLue,
    version: ({ information }) => information.version,
    run: (contexte, { id }) => readInformation(contexte, id),
  }),
];
