/**
 * Le formulaire d'accord, ou contrat : les rubriques du maintien au domicile (R223-4, MES-006) ou de l'accueil (R223-5, MES-007). Ce que
 * Marelle ne sait pas se complète à la main, avec la famille.
 */
import { CASF_L223_5_1, getMesure } from '#modules/mesures/index.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import type { DossierMesure } from '../data/dossier.server.ts';
import { ECRITS_MESURE } from '../ecrit-mesure.ts';
import { buildModeleMesure, buildPrestation, GROUPE, PRESTATION } from './prestation.ts';

const { titre, aide } = ECRITS_MESURE.accord;

export const ACCORD = defineNature({
  cle: 'mesure-accord',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...PRESTATION,
    domicile: { libelle: 'l’enfant reste à son domicile', exemple: true },
    un_an: { libelle: 'la loi la borne à un an', exemple: true },
    motif: { libelle: 'pourquoi elle est proposée', exemple: 'La mère demande un soutien.' },
  },
  modele: () =>
    buildModeleMesure(titre, [
      { titre: 'Accord pour une prestation d’aide sociale à l’enfance' },
      { texte: 'Pour **{enfant}**, {naissance}.' },
      { texte: 'Entre le département, représenté par {agent}, {agent_poste}, et :' },
      { si: 'titulaires', blocs: [{ puces: ['{titulaire}'] }] },
      { si: 'sans_titulaire', blocs: [{ texte: '[à compléter : représentants légaux, ou le jeune majeur]' }] },
      { section: 'Ce qui est proposé' },
      { texte: '**{mesure}**' },
      { si: 'textes', blocs: [{ texte: 'Fondement : {textes}.' }] },
      { si: 'motif', blocs: [{ texte: 'Pourquoi : {motif}' }] },
      { si: 'objectifs', blocs: [{ texte: 'Ce que l’on en attend : {objectifs}' }] },
      { section: 'Durée' },
      { texte: 'Du [à compléter] au [à compléter].' },
      {
        si: 'un_an',
        blocs: [{ texte: 'Un an au plus ; elle se renouvelle dans les mêmes conditions (CASF, art. L223-5, al. 1).' }],
      },
      {
        si: 'accueil',
        blocs: [
          { section: 'Mode et lieu d’accueil' },
          { texte: '[à compléter]' },
          { section: 'Maintien des liens, droits de visite et d’hébergement' },
          { texte: '[à compléter]' },
          { section: 'Personnes autorisées à rencontrer l’enfant' },
          { texte: '[à compléter]' },
          { section: 'Participation financière' },
          { texte: '[à compléter]' },
        ],
      },
      { section: 'Qui en assure le suivi' },
      { si: 'service', blocs: [{ texte: '{service}' }] },
      { si: 'service_contact', blocs: [{ texte: '{service_contact}' }] },
      { texte: 'Territoire : {unite}.' },
      { section: 'Comment la revoir' },
      { texte: '[à compléter]' },
      {
        texte:
          'L’accord peut être retiré à tout moment. Les titulaires de l’autorité parentale la conservent et l’exercent.',
      },
      { texte: 'Fait le [à compléter], à [à compléter]', detache: true },
      { texte: 'Signatures des représentants légaux, ou du jeune :', detache: true },
      { droite: 'Pour le département :', detache: true },
    ]),
});

export function buildAccord(dossier: DossierMesure): DonneesDe<typeof ACCORD.balises> {
  const prestation = buildPrestation(dossier);
  const { plusLongue, textes } = getMesure(dossier.mesure.code, dossier.aujourdhui).duree;
  const unAn = plusLongue?.unite === 'an' && textes.includes(CASF_L223_5_1);
  return { ...prestation, domicile: !prestation.accueil, un_an: unAn, motif: dossier.mesure.motif };
}
