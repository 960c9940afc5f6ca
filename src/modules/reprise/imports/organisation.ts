import { NATURES_UNITE } from '#modules/organisation/index.ts';
import { PROFILS } from '#shared/habilitation.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import type { Colonne, ImportDefini } from './definition.ts';
import { evaluatePoste } from './organisation-poste.ts';
import { buildCleCode, type FondsOrganisation, OrganisationImport } from './organisation-saisie.ts';
import { evaluateUnite } from './organisation-unite.ts';

const TYPES = {
  ...Object.fromEntries(Object.entries(NATURES_UNITE).map(([code, libelle]) => [normaliseLibelle(libelle), code])),
  pole: 'site',
  eds: 'site',
  cms: 'site',
  mds: 'site',
  utas: 'territoire',
  groupement: 'territoire',
  poste: 'poste',
};

const COLONNES: readonly Colonne[] = [
  {
    cle: 'type',
    titre: 'Type',
    synonymes: ['nature', 'type d’unité'],
    obligatoire: true,
    valeurs: TYPES,
    aide: 'Département, direction, service, territoire, site ou poste.',
    exemple: 'Site',
  },
  {
    cle: 'code',
    titre: 'Code',
    synonymes: ['numéro', 'n°', 'code unité', 'numéro de poste'],
    obligatoire: true,
    aide: 'Désigne l’unité, ou le poste par son numéro.',
    exemple: 'EDS-12',
  },
  {
    cle: 'nom',
    titre: 'Nom',
    synonymes: ['libellé', 'intitulé', 'désignation'],
    obligatoire: true,
    aide: '',
    exemple: 'EDS de Valmer',
  },
  {
    cle: 'rattachement',
    titre: 'Rattachement',
    synonymes: ['unité', 'code parent', 'parent', 'dépend de', 'unité de rattachement'],
    aide: 'Code de l’unité dont elle dépend ; vide pour le département.',
    exemple: 'T-OUEST',
  },
  { cle: 'adresse', titre: 'Adresse', synonymes: ['voie', 'rue'], aide: '', exemple: '3 rue du Port' },
  {
    cle: 'commune',
    titre: 'Commune',
    synonymes: ['ville', 'localité'],
    aide: 'Nom ou code Insee.',
    exemple: 'Valognes',
  },
  { cle: 'telephone', titre: 'Téléphone', synonymes: ['tel', 'tél', 'standard'], aide: '', exemple: '' },
  {
    cle: 'communes',
    titre: 'Communes desservies',
    synonymes: ['secteur', 'communes', 'communes du secteur'],
    aide: 'Noms ou codes Insee, séparés par des points-virgules ou des virgules.',
    exemple: 'Valognes, Brix, Montebourg',
  },
  {
    cle: 'profil',
    titre: 'Profil',
    synonymes: ['profil de poste', 'rôle'],
    valeurs: Object.fromEntries(
      Object.entries(PROFILS).flatMap(([code, libelle]) => [code, libelle].map((nom) => [normaliseLibelle(nom), code])),
    ),
    aide: 'Pour un poste : il donne les droits de qui le tient.',
    exemple: 'Référent éducatif',
  },
  {
    cle: 'metier',
    titre: 'Métier',
    synonymes: ['cadre d’emplois', 'fonction'],
    aide: 'Pour un poste.',
    exemple: 'Éducateur spécialisé',
  },
  {
    cle: 'quotite',
    titre: 'Quotité',
    synonymes: ['etp', 'temps de travail', 'pourcentage'],
    aide: 'Pour un poste, de 1 à 100 ; 100 si vide. Un ETP de 0,8 se lit 80.',
    exemple: '80',
  },
  {
    cle: 'responsable',
    titre: 'Poste du responsable',
    synonymes: ['responsable', 'n+1', 'poste n+1', 'supérieur'],
    aide: 'Numéro du poste dont celui-ci dépend.',
    exemple: 'P-0101',
  },
  {
    cle: 'du',
    titre: 'Ouvert le',
    synonymes: ['depuis', 'date d’ouverture', 'date de création', 'créé le'],
    jour: { anneesAvenir: 1 },
    aide: 'Le jour de l’import si vide.',
    exemple: '01/01/2024',
  },
];

export const importOrganisation: ImportDefini<OrganisationImport, FondsOrganisation> = {
  nature: 'organisation',
  colonnes: COLONNES,
  saisie: OrganisationImport,
  getCle: ({ type, code }) => buildCleCode(type === 'poste' ? 'poste' : 'unite', code),
  getIdentite: () => null,
  listReferences: ({ rattachement, responsable }) => [
    ...(rattachement ? [buildCleCode('unite', rattachement)] : []),
    ...(responsable ? [buildCleCode('poste', responsable)] : []),
  ],
  evaluate: (saisie, fonds, circonstances, choix) =>
    saisie.type === 'poste'
      ? evaluatePoste(saisie, fonds, circonstances)
      : evaluateUnite(saisie, fonds, circonstances, choix),
};
