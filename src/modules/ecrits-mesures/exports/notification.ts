/** La lettre qui notifie la décision, avec les voies et délais de recours (MES-004). */
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import type { DossierMesure } from '../data/dossier.server.ts';
import { ECRITS_MESURE } from '../ecrit-mesure.ts';
import {
  buildDecision,
  buildModeleMesure,
  buildPrestation,
  DECISION,
  GROUPE,
  PRESTATION,
  SIGNATAIRE,
} from './prestation.ts';

const { titre, aide } = ECRITS_MESURE.notification;

export const NOTIFICATION = defineNature({
  cle: 'mesure-notification',
  titre,
  groupe: GROUPE,
  aide,
  balises: { ...PRESTATION, ...DECISION },
  modele: () =>
    buildModeleMesure(titre, [
      { si: 'titulaires', blocs: [{ droite: '{titulaire}' }] },
      { si: 'sans_titulaire', blocs: [{ droite: '[à compléter : à qui la décision est notifiée]' }] },
      { droite: '[à compléter : son adresse]' },
      { droite: 'Le {jour}', detache: true },
      { texte: '**Objet :** notification d’une décision pour {enfant}', detache: true },
      { texte: '**Dossier :** {dossier}, à rappeler dans toute correspondance' },
      { texte: 'Madame, Monsieur,', detache: true },
      {
        texte:
          'Le {decidee_le}, {signataire}, {signataire_qualite}, par délégation du président du conseil départemental (arrêté n° {delegation}), a pris la décision suivante pour **{enfant}**, {naissance}.',
      },
      {
        si: 'accordee',
        blocs: [
          { texte: '**{mesure}** ({nature}) est accordée à compter du **{du}**.' },
          { si: 'au', blocs: [{ texte: 'Elle prend fin le **{au}**, ce jour compris.' }] },
          { si: 'service', blocs: [{ texte: 'Elle est exercée par {service}.' }] },
          { si: 'service_contact', blocs: [{ texte: 'Votre interlocuteur : {service_contact}.' }] },
          {
            texte:
              'Vous pouvez à tout moment revenir sur votre accord, et demander à revoir avec nous ce qui est mis en place.',
          },
        ],
      },
      { si: 'refusee', blocs: [{ texte: '**{mesure}** est refusée.' }] },
      { section: 'Pourquoi cette décision' },
      { texte: '{motifs}' },
      { section: 'Si vous contestez cette décision' },
      { texte: '{voies_recours}' },
      ...SIGNATAIRE,
    ]),
});

export function buildNotification(dossier: DossierMesure): DonneesDe<typeof NOTIFICATION.balises> {
  return { ...buildPrestation(dossier), ...buildDecision(dossier) };
}
