/** La trame de la saisine : ses balises et le modèle de Marelle. */
import { defineNature } from '#modules/trames/index.ts';
import { ECRITS } from '../ecrit.ts';
import { ADULTES, buildModeleEcrit, buildObjet, FOYER, GROUPE, MINEURS, REFERENCE } from './lettre.ts';

const { titre, aide } = ECRITS.saisine;

export const SAISINE = defineNature({
  cle: 'ip-saisine',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...MINEURS,
    ...ADULTES,
    adresse: { libelle: 'adresse du foyer', exemple: '12 rue des Saules, 50000 Saint-Lô' },
    projet: { libelle: 'le signalement n’est pas signé', exemple: false },
    urgent: { libelle: 'signalement urgent', exemple: true },
    autorite: { libelle: 'autorité saisie', exemple: 'Procureur de la République, parquet des mineurs' },
    fondement: { libelle: 'motif de la saisine', exemple: 'Danger grave et immédiat, notamment maltraitance' },
    non_rencontres: {
      libelle: 'mineurs impossibles à rencontrer',
      liste: { non_rencontre: { libelle: 'nom du mineur', exemple: 'D’HÉROUVILLE Maël' } },
    },
    source: { libelle: 'qui a transmis, sans nommer un particulier', exemple: 'Éducation nationale' },
    dangers: { libelle: 'dangers évoqués', exemple: 'négligences lourdes' },
    faits_rapportes: { libelle: 'ce qui a été rapporté', exemple: 'Zoé arrive à l’école sans manteau.' },
    danger: { libelle: 'le danger et ses raisons', exemple: 'Les soins ne sont plus assurés.' },
    actions_menees: { libelle: 'actions déjà menées', exemple: 'Suivi de PMI depuis 2024 ; deux visites refusées.' },
    mesure_judiciaire: { libelle: 'mesure judiciaire en cours', exemple: '' },
    rapport_valide_le: { libelle: 'jour de validation du rapport', exemple: '24 avril 2026' },
    conclusion: { libelle: 'conclusion de l’évaluation', exemple: 'le danger est confirmé' },
    evaluation_en_cours: { libelle: 'l’évaluation est en cours', exemple: false },
    sans_evaluation: { libelle: 'l’évaluation n’a pas commencé', exemple: false },
    demandes: {
      libelle: 'ce qui est demandé',
      liste: { demande: { libelle: 'demande', exemple: 'Investigation éducative (MJIE)', autre: 'Enquête pénale' } },
    },
    sans_demande: { libelle: 'rien de précis n’est demandé', exemple: false },
    parents: {
      libelle: 'information des parents',
      exemple: 'Les parents ont été informés par écrit le 29 avril 2026.',
    },
    signe_le: { libelle: 'jour de la signature', exemple: '28 avril 2026' },
    signataire: { libelle: 'signataire', exemple: 'LESAGE Hélène' },
    signataire_qualite: { libelle: 'qualité du signataire', exemple: 'Responsable de territoire' },
    arrete: { libelle: 'arrêté de délégation', exemple: '2026-101' },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      { droite: '**{autorite}**' },
      ...buildObjet('saisine de l’autorité judiciaire (code de l’action sociale et des familles, art. L226-4 I)'),
      { si: 'projet', blocs: [{ texte: '**Projet : ce signalement n’est pas signé.**' }] },
      { si: 'urgent', blocs: [{ texte: '**Urgent**', detache: true }] },
      {
        detache: true,
        texte:
          'J’ai l’honneur de vous aviser, aux fins de saisine du juge des enfants, de la situation des mineurs suivants :',
      },
      ...FOYER,
      { texte: 'Adresse : {adresse}' },
      { section: 'Le fondement' },
      { texte: '{fondement} (art. L226-4 I du même code).' },
      {
        si: 'non_rencontres',
        blocs: [{ puces: ['Il a été impossible de rencontrer {non_rencontre} (art. D226-2-6 II du même code).'] }],
      },
      { section: 'Ce qui nous est parvenu' },
      { texte: 'Information reçue le {recue_le}, transmise par : {source}. Dangers évoqués : {dangers}.' },
      { texte: '{faits_rapportes}' },
      { section: 'Le danger' },
      { texte: '{danger}' },
      { section: 'Ce qui a déjà été fait auprès du mineur et de sa famille' },
      { texte: '{actions_menees}' },
      { si: 'mesure_judiciaire', blocs: [{ texte: 'Mesure judiciaire en cours : {mesure_judiciaire}' }] },
      { section: 'L’évaluation' },
      {
        si: 'rapport_valide_le',
        blocs: [
          { texte: 'Le rapport d’évaluation, validé le {rapport_valide_le}, est joint. Il conclut : {conclusion}.' },
        ],
      },
      { si: 'evaluation_en_cours', blocs: [{ texte: 'L’évaluation est en cours ; son rapport vous sera adressé.' }] },
      { si: 'sans_evaluation', blocs: [{ texte: 'L’évaluation n’a pas commencé.' }] },
      { section: 'Ce qui vous est demandé' },
      { si: 'demandes', blocs: [{ puces: ['{demande}'] }] },
      { si: 'sans_demande', blocs: [{ texte: 'Toute mesure que vous jugerez utile à la protection des mineurs.' }] },
      { section: 'L’information des parents' },
      { texte: '{parents}' },
      {
        texte:
          'Je vous remercie de me faire connaître les suites données à cette saisine, comme le prévoit l’article L226-4 du même code.',
      },
      { droite: 'Signé le {signe_le}', detache: true },
      { droite: 'Pour le président du conseil départemental et par délégation (arrêté n° {arrete})' },
      { droite: '**{signataire}**' },
      { droite: '{signataire_qualite}' },
    ]),
});
