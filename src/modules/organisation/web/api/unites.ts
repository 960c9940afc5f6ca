import { Cree, VERSION_SAISIE } from '#server/api/champs.ts';
import { type ApiEntree, defineActe } from '#server/api/define-api.ts';
import { closeUnite, createUnite, updateUnite } from '../../data/unites-commands.server.ts';

const CHAMPS = {
  code: 'Code court, unique.',
  nom: 'Nom de l’unité.',
  nature: 'Sa place dans l’arbre.',
  parentId: 'Unité dont elle dépend ; nul pour le seul département.',
  adresse: 'Adresse postale.',
  communeCode: 'Code officiel géographique de sa commune.',
  telephone: 'Téléphone.',
};

/** Les actes sur une unité. Ses lectures, avec qui y travaille, sont à `agents`. */
export const apiUnites: readonly ApiEntree[] = [
  defineActe({
    methode: 'post',
    chemin: '/organisation/unites',
    titre: createUnite.titre,
    command: createUnite,
    champs: { ...CHAMPS, du: 'Premier jour.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id }, adresse: `/organisation/unites/${id}` }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/unites/{id}',
    titre: updateUnite.titre,
    command: updateUnite,
    fiche: '/organisation/unites/{id}',
    champs: { ...CHAMPS, id: 'Identifiant de l’unité.', version: VERSION_SAISIE },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/unites/{id}/fermeture',
    titre: closeUnite.titre,
    texte: 'Refusé tant que l’unité tient des postes, des unités ou des communes.',
    command: closeUnite,
    fiche: '/organisation/unites/{id}',
    champs: { id: 'Identifiant de l’unité.', version: VERSION_SAISIE, au: 'Dernier jour.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
];
