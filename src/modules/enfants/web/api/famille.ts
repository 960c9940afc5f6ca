import { closeLien, createProche, recordLien } from '#modules/personnes/index.server.ts';
import { type ApiEntree, defineActe } from '#server/api/define-api.ts';
import { recordAutoriteParentale, recordStatut } from '../../data/famille-commands.server.ts';
import { DossierTouche, TEXTES_IDENTITE, TEXTES_PERIODE, VERSION } from './schemas.ts';

const ENFANT = 'Identifiant de l’enfant.';
const rend = (enfantId: string) => ({ corps: { enfantId }, adresse: `/enfants/${enfantId}` });

const LIEN = {
  enfantId: ENFANT,
  qualite: 'Qui est cette personne pour l’enfant.',
  filiation: 'Filiation, exigée d’un parent.',
  ...TEXTES_PERIODE,
  commentaire: 'Commentaire.',
};

const liens: readonly ApiEntree[] = [
  defineActe({
    methode: 'post',
    chemin: '/enfants/{enfantId}/liens',
    titre: recordLien.titre,
    command: recordLien,
    champs: { ...LIEN, personneId: 'Personne déjà connue.' },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'post',
    chemin: '/enfants/{enfantId}/proches',
    titre: createProche.titre,
    texte: 'Une personne nouvelle et son lien, d’un seul geste.',
    command: createProche,
    champs: {
      ...LIEN,
      ...TEXTES_IDENTITE,
      telephone: 'Téléphone.',
      courriel: 'Adresse électronique.',
      menageId: 'Foyer où elle vit, s’il est connu.',
    },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/liens/{id}/fin',
    titre: closeLien.titre,
    command: closeLien,
    champs: { id: 'Identifiant du lien.', version: VERSION, au: 'Dernier jour, compris.' },
    reponse: DossierTouche,
    rend,
  }),
];

export const apiFamille: readonly ApiEntree[] = [
  ...liens,
  defineActe({
    methode: 'post',
    chemin: '/enfants/{enfantId}/autorites-parentales',
    titre: recordAutoriteParentale.titre,
    command: recordAutoriteParentale,
    champs: {
      enfantId: ENFANT,
      qui: 'Identifiant d’une personne, ou code d’un organisme.',
      titulaire: 'Titulaire de l’autorité parentale.',
      exercice: 'Comment elle est exercée.',
      du: 'Premier jour.',
      fondement: 'Décision ou texte.',
    },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'post',
    chemin: '/enfants/{enfantId}/statuts',
    titre: recordStatut.titre,
    texte: 'Le statut précédent s’arrête la veille.',
    command: recordStatut,
    champs: { enfantId: ENFANT, code: 'Statut.', du: 'Premier jour.', fondement: 'Décision ou texte.' },
    reponse: DossierTouche,
    rend,
  }),
];
