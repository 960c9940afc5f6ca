import { canCreateEnfant, canOpenBrisDeGlace } from '#modules/acces/index.ts';
import type { SourceDeRecherche } from '#web/recherche/source.ts';
import { findIdParNumero, findParRecherche } from '../data/recherche-queries.server.ts';
import { buildGroupes, DEMANDEES } from './recherche-view.ts';

/** Enfants et personnes de leur entourage : nom, plusieurs mots, naissance telle qu'on la tape, numéro de dossier. */
export const recherche: SourceDeRecherche = {
  conseils: [
    'Un nom ou un prénom, en entier ou non : « martin », « lou anne »',
    'Plusieurs mots, dans l’ordre qu’on veut : « durand 2012 », « lea martin »',
    'Une date de naissance comme on l’écrit : « 4 mars 2019 », « 04/03/2019 »',
    'Un numéro de dossier : « 2026-00042 » ouvre le dossier',
  ],
  find: async (contexte, texte) =>
    buildGroupes(await findParRecherche(contexte, texte, DEMANDEES), texte, contexte.aujourdhui),
  findDirect: async (contexte, texte) => {
    const id = await findIdParNumero(contexte, texte);
    return id && `/enfants/${id}`;
  },
  listSuites: (agent) => [
    ...(canCreateEnfant(agent)
      ? [
          {
            titre: 'Ouvrir un dossier',
            href: '/enfants/nouveau',
            aide: 'L’enfant n’est pas encore connu du département.',
          },
        ]
      : []),
    ...(canOpenBrisDeGlace(agent)
      ? [
          {
            titre: 'Bris de glace',
            href: '/bris-de-glace',
            aide: 'Il est suivi ailleurs et l’urgence commande : ouvrir son dossier hors de vos missions, sous revue.',
          },
        ]
      : []),
  ],
};
