import { closeMission, recordMission } from '#modules/acces/index.server.ts';
import { type ApiEntree, defineActe } from '#server/api/define-api.ts';
import { closePartenaireEnfant, recordPartenaireEnfant } from '../../data/partenaire-commands.server.ts';
import { DossierTouche, TEXTES_PERIODE, VERSION } from './schemas.ts';

const ENFANT = 'Identifiant de l’enfant.';
const rend = (enfantId: string) => ({ corps: { enfantId }, adresse: `/enfants/${enfantId}` });

export const apiMissions: readonly ApiEntree[] = [
  defineActe({
    methode: 'post',
    chemin: '/enfants/{enfantId}/missions',
    titre: recordMission.titre,
    command: recordMission,
    champs: {
      enfantId: ENFANT,
      nature: 'Mission.',
      agentId: 'Agent, ou rien si c’est une unité.',
      uniteId: 'Unité, ou rien si c’est un agent.',
      ...TEXTES_PERIODE,
      motif: 'Motif.',
    },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/missions/{id}/fin',
    titre: closeMission.titre,
    command: closeMission,
    champs: { id: 'Identifiant de la mission.', version: VERSION, au: 'Dernier jour, compris.' },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'post',
    chemin: '/enfants/{enfantId}/partenaires',
    titre: recordPartenaireEnfant.titre,
    command: recordPartenaireEnfant,
    champs: {
      enfantId: ENFANT,
      qualite: 'Ce qu’il est pour l’enfant.',
      partenaireId: 'Partenaire de l’annuaire, ou rien s’il est nouveau.',
      nature: 'Ce qu’il est, s’il est nouveau.',
      nom: 'Son nom, s’il est nouveau.',
      interlocuteur: 'Interlocuteur.',
      telephone: 'Téléphone.',
      courriel: 'Adresse électronique.',
      communeNom: 'Commune.',
      ...TEXTES_PERIODE,
      commentaire: 'Commentaire.',
    },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/partenaires/{id}/fin',
    titre: closePartenaireEnfant.titre,
    command: closePartenaireEnfant,
    champs: { id: 'Identifiant de ce lien.', version: VERSION, au: 'Dernier jour, compris.' },
    reponse: DossierTouche,
    rend,
  }),
];
