/** L'arrêté : la décision motivée du président, par son délégataire (MES-004). */
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

const { titre, aide } = ECRITS_MESURE.arrete;

export const ARRETE = defineNature({
  cle: 'mesure-arrete',
  titre,
  groupe: GROUPE,
  aide,
  balises: { ...PRESTATION, ...DECISION },
  modele: () =>
    buildModeleMesure(titre, [
      { titre: 'Arrêté' },
      { si: 'numero', blocs: [{ texte: 'N° {numero}' }] },
      { texte: 'Le président du conseil départemental,' },
      { si: 'textes', blocs: [{ texte: 'Vu {textes} ;' }] },
      { si: 'fondement', blocs: [{ texte: 'Vu {fondement} ;' }] },
      { texte: 'Vu l’arrêté n° {delegation} donnant délégation de signature à {signataire} ;' },
      { si: 'accord', blocs: [{ texte: 'Vu l’{accord} ;' }] },
      { texte: 'Considérant ce qui suit : {motifs}' },
      { section: 'Arrête' },
      {
        si: 'accordee',
        blocs: [
          {
            texte:
              '**Article 1.** {mesure}, {nature}, est accordée pour **{enfant}**, {naissance}, à compter du **{du}**.',
          },
          { si: 'au', blocs: [{ texte: 'Elle prend fin le **{au}**, ce jour compris.' }] },
          { si: 'service', blocs: [{ texte: '**Article 2.** Elle est exercée par {service}.' }] },
          { si: 'objectifs', blocs: [{ texte: 'Ses objectifs : {objectifs}' }] },
          { si: 'droits_visite', blocs: [{ texte: 'Droits de visite et d’hébergement : {droits_visite}' }] },
        ],
      },
      {
        si: 'refusee',
        blocs: [{ texte: '**Article 1.** {mesure}, demandée pour **{enfant}**, {naissance}, est refusée.' }],
      },
      { section: 'Voies et délais de recours' },
      { texte: '{voies_recours}' },
      { droite: 'Fait le {decidee_le}', detache: true },
      ...SIGNATAIRE,
    ]),
});

export function buildArrete(dossier: DossierMesure): DonneesDe<typeof ARRETE.balises> {
  return { ...buildPrestation(dossier), ...buildDecision(dossier) };
}
