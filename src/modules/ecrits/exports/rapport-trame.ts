/** La trame du rapport d'évaluation : ses balises et le modèle de Marelle. */
import { RUBRIQUES_FOYER, RUBRIQUES_MINEUR } from '#modules/evaluations/index.ts';
import { defineNature } from '#modules/trames/index.ts';
import { ECRITS } from '../ecrit.ts';
import { ADULTES, buildModeleEcrit, GROUPE, MINEURS, REFERENCE } from './lettre.ts';

const { titre, aide } = ECRITS['rapport-evaluation'];
const TITRES = new Map([...RUBRIQUES_FOYER, ...RUBRIQUES_MINEUR].map((rubrique) => [rubrique.code, rubrique.titre]));
const balise = (code: string, exemple: string) => ({ libelle: TITRES.get(code) ?? code, exemple });
const section = (code: string) => ({ section: TITRES.get(code) ?? code });
const sousTitre = (code: string) => ({ texte: `**${TITRES.get(code) ?? code}**` });
const VOLET = ['besoins', 'sante', 'education', 'developpement', 'souffrance'];

export const RAPPORT_EVALUATION = defineNature({
  cle: 'ip-rapport-evaluation',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...MINEURS,
    ...ADULTES,
    projet: { libelle: 'le rapport n’est pas validé', exemple: false },
    echeance: { libelle: 'dernier jour de l’évaluation', exemple: '3 mai 2026' },
    unite: { libelle: 'service qui évalue', exemple: 'Territoire de Saint-Lô' },
    equipe: {
      libelle: 'équipe d’évaluation',
      liste: {
        equipier: { libelle: 'membre de l’équipe', exemple: 'LE GOFF Maëlle', autre: 'BENALI Karim' },
        metier: { libelle: 'métier', exemple: 'éducatrice spécialisée', autre: 'psychologue' },
      },
    },
    referentiel: { libelle: 'référentiel appliqué', exemple: 'Cadre national de référence de la HAS' },
    referentiel_version: { libelle: 'version du référentiel', exemple: 'janvier 2021' },
    rencontres: {
      libelle: 'rencontres',
      liste: {
        rencontre_le: { libelle: 'jour de la rencontre', exemple: '18 février 2026' },
        rencontre_lieu: { libelle: 'lieu et issue', exemple: 'Au domicile : tenue' },
        rencontre_presents: {
          libelle: 'présents',
          exemple: 'D’HÉROUVILLE Zoé, les titulaires de l’autorité parentale',
        },
        rencontre_compte_rendu: { libelle: 'compte rendu', exemple: 'Zoé montre sa chambre et parle de l’école.' },
      },
    },
    sans_rencontre: { libelle: 'aucune rencontre n’est inscrite', exemple: false },
    sans_domicile: { libelle: 'pourquoi pas de rencontre au domicile', exemple: '' },
    avis: {
      libelle: 'avis recueillis',
      liste: {
        avis_de: { libelle: 'avis de', exemple: 'D’HÉROUVILLE Anaïs', autre: 'Un professionnel, l’enseignante' },
        avis_quand: { libelle: 'quand', exemple: 'recueilli le 18 février 2026' },
        avis_texte: {
          libelle: 'avis, ou pourquoi il manque',
          exemple: 'Elle dit son épuisement et demande de l’aide.',
        },
      },
    },
    sans_avis: { libelle: 'aucun avis n’est inscrit', exemple: false },
    contexte: balise('contexte', 'Une information en douze mois, pour des absences à l’école.'),
    deroulement: balise('deroulement', 'Trois rencontres ; la famille a bien accueilli l’équipe.'),
    capacites: balise('capacites', 'La mère reconnaît les retards et accepte une aide.'),
    ressources: balise('ressources', 'La grand-mère garde les enfants le mercredi.'),
    analyse: balise('analyse', 'L’épuisement met en danger ; l’entourage protège.'),
    volets: {
      libelle: 'volet de chaque mineur',
      liste: {
        volet: { libelle: 'nom du mineur', exemple: 'D’HÉROUVILLE Zoé', autre: 'D’HÉROUVILLE Maël' },
        besoins: balise('besoins', 'Ses repères sont fragiles.'),
        sante: balise('sante', 'Suivie par son médecin ; vaccins à jour.'),
        education: balise('education', 'Absente douze demi-journées au premier trimestre.'),
        developpement: balise('developpement', 'Conforme à son âge.'),
        souffrance: balise('souffrance', 'Se plaint de maux de ventre avant l’école.'),
        particularites: balise('particularites', 'Proche de sa tante.'),
        non_seul: { libelle: 'pourquoi il n’a pas été vu sans ses parents', exemple: '' },
        rencontre_impossible: { libelle: 'pourquoi il n’a pas pu être rencontré', exemple: '' },
      },
    },
    evaluation_impossible: { libelle: 'danger présumé, évaluation impossible', exemple: false },
    conclusion: { libelle: 'conclusion', exemple: 'Le risque de danger est confirmé' },
    proposition: { libelle: 'proposition', exemple: 'Actions adaptées : accompagnement ou prestation' },
    argumentaire: { libelle: 'argumentaire', exemple: 'Une aide éducative soutiendrait la mère.' },
    remis_le: { libelle: 'jour de remise', exemple: '20 avril 2026' },
    remis_par: { libelle: 'remis par', exemple: 'LE GOFF Maëlle' },
    valide_le: { libelle: 'jour de validation', exemple: '24 avril 2026' },
    valide_par: { libelle: 'validé par', exemple: 'LESAGE Hélène' },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      { titre: 'Rapport d’évaluation · {reference}' },
      { si: 'projet', blocs: [{ texte: '**Projet : ce rapport n’est pas validé.**' }] },
      {
        texte:
          'Information préoccupante reçue le {recue_le}, à évaluer au plus tard le {echeance} (code de l’action sociale et des familles, art. D226-2-4 II). Évaluation menée par {unite}.',
      },
      { texte: 'Référentiel appliqué : {referentiel}, version de {referentiel_version} (art. L226-3 du même code).' },
      { section: 'L’équipe' },
      { si: 'equipe', blocs: [{ puces: ['{equipier}, {metier}'] }] },
      { section: 'Les mineurs du foyer' },
      {
        tableau: {
          titres: ['Nom', 'Naissance', 'Âge', 'Place'],
          pour: 'mineurs',
          cellules: ['{mineur}', '{mineur_naissance}', '{mineur_age}', '{mineur_place}'],
        },
      },
      { section: 'Les adultes' },
      {
        tableau: {
          titres: ['Nom', 'Qualité', 'Autorité parentale'],
          pour: 'adultes',
          cellules: ['{adulte}', '{adulte_qualite}', '{adulte_autorite}'],
        },
      },
      { si: 'contexte', blocs: [section('contexte'), { texte: '{contexte}' }] },
      { si: 'deroulement', blocs: [section('deroulement'), { texte: '{deroulement}' }] },
      { section: 'Les rencontres' },
      { si: 'sans_rencontre', blocs: [{ texte: 'Aucune rencontre n’est inscrite.' }] },
      {
        si: 'rencontres',
        blocs: [
          { texte: '**{rencontre_le}** · {rencontre_lieu} ({rencontre_presents})' },
          { texte: '{rencontre_compte_rendu}' },
        ],
      },
      { si: 'sans_domicile', blocs: [{ texte: 'Pas de rencontre au domicile : {sans_domicile}' }] },
      { section: 'Les avis' },
      { si: 'sans_avis', blocs: [{ texte: 'Aucun avis n’est inscrit.' }] },
      { si: 'avis', blocs: [{ texte: '**{avis_de}**, {avis_quand}' }, { texte: '{avis_texte}' }] },
      section('capacites'),
      { texte: '{capacites}' },
      section('ressources'),
      { texte: '{ressources}' },
      {
        si: 'volets',
        blocs: [
          { titre: '{volet}' },
          {
            si: 'rencontre_impossible',
            blocs: [{ texte: 'Il a été impossible de rencontrer ce mineur : {rencontre_impossible}' }],
          },
          { si: 'non_seul', blocs: [{ texte: 'Ce mineur n’a pas été vu sans ses parents : {non_seul}' }] },
          ...VOLET.flatMap((code) => [sousTitre(code), { texte: `{${code}}` }]),
          { si: 'particularites', blocs: [sousTitre('particularites'), { texte: '{particularites}' }] },
        ],
      },
      { titre: 'Conclusion de l’équipe' },
      { si: 'analyse', blocs: [{ texte: '{analyse}' }] },
      { texte: '**{conclusion}.**' },
      {
        si: 'evaluation_impossible',
        blocs: [
          {
            texte:
              'Le danger est présumé et la situation n’a pas pu être évaluée (code de l’action sociale et des familles, art. L226-4 I).',
          },
        ],
      },
      { texte: 'Proposition : **{proposition}** (art. D226-2-7 du même code).' },
      { si: 'argumentaire', blocs: [{ texte: '{argumentaire}' }] },
      { droite: 'Remis le {remis_le} par {remis_par}', detache: true },
      { droite: 'Validé le {valide_le} par {valide_par}' },
    ]),
});
