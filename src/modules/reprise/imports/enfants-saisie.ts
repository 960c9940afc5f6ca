import { z } from 'zod';
import { jourFacultatif, texteFacultatif } from '#shared/champ-saisi.ts';
import type { Colonne, LigneDeBase } from './definition.ts';
import { type AnnuairePersonnes, COLONNES_IDENTITE, type PersonneConnue, SAISIE_IDENTITE } from './identite.ts';

const parent = (qui: 'Mere' | 'Pere', mots: string[]): Colonne[] => {
  const cle = qui.toLowerCase();
  const titre = qui === 'Mere' ? 'de la mère' : 'du père';
  const avec = (debut: string[]) => mots.flatMap((mot) => debut.map((d) => `${d} ${mot}`));
  return [
    { cle: `${cle}Nom`, titre: `Nom ${titre}`, synonymes: avec(['nom']), aide: '', exemple: 'LECOUTEY' },
    { cle: `${cle}Prenom`, titre: `Prénom ${titre}`, synonymes: avec(['prénom']), aide: '', exemple: 'Anaïs' },
    {
      cle: `${cle}Naissance`,
      titre: `Naissance ${titre}`,
      synonymes: avec(['date de naissance', 'ddn', 'né le', 'née le']),
      jour: { anneesAvenir: 0 },
      aide: 'Aide à reconnaître un parent déjà connu.',
      exemple: '12/07/1991',
    },
  ];
};

export const COLONNES_ENFANT: readonly Colonne[] = [
  {
    cle: 'numero',
    titre: 'Numéro de dossier',
    synonymes: ['numéro', 'n°', 'n° dossier', 'numéro dossier', 'dossier', 'n° enfant', 'identifiant'],
    aide: 'Désigne l’enfant s’il est déjà là ; attribué par Marelle s’il est vide.',
    exemple: '2024-00317',
  },
  ...COLONNES_IDENTITE,
  {
    cle: 'ouvertLe',
    titre: 'Dossier ouvert le',
    synonymes: ['date d’ouverture', 'ouverture', 'date entrée', 'entrée ase', 'date d’entrée'],
    jour: { anneesAvenir: 0 },
    aide: 'Le jour de l’import si vide.',
    exemple: '14/02/2024',
  },
  {
    cle: 'territoire',
    titre: 'Territoire',
    synonymes: ['unité', 'site', 'secteur', 'pôle', 'eds', 'utas', 'code territoire', 'service'],
    aide: 'Code ou nom de l’unité qui suit l’enfant ; à défaut, celle qui dessert la commune.',
    exemple: 'EDS-12',
  },
  ...parent('Mere', ['mère', 'de la mère', 'maman']),
  ...parent('Pere', ['père', 'du père', 'papa']),
  {
    cle: 'voie',
    titre: 'Adresse',
    synonymes: ['voie', 'rue', 'adresse 1', 'n° et voie'],
    aide: '',
    exemple: '3 rue des Dunes',
  },
  {
    cle: 'complement',
    titre: 'Complément d’adresse',
    synonymes: ['complément', 'adresse 2', 'bâtiment'],
    aide: '',
    exemple: '',
  },
  { cle: 'codePostal', titre: 'Code postal', synonymes: ['cp'], aide: '', exemple: '50700' },
  {
    cle: 'commune',
    titre: 'Commune',
    synonymes: ['ville', 'localité', 'commune de résidence'],
    aide: '',
    exemple: 'Valognes',
  },
];

export const EnfantImport = z.object({
  numero: texteFacultatif(30),
  ...SAISIE_IDENTITE,
  ouvertLe: jourFacultatif(),
  territoire: texteFacultatif(120),
  mereNom: texteFacultatif(100),
  merePrenom: texteFacultatif(100),
  mereNaissance: jourFacultatif(),
  pereNom: texteFacultatif(100),
  perePrenom: texteFacultatif(100),
  pereNaissance: jourFacultatif(),
  voie: texteFacultatif(200),
  complement: texteFacultatif(200),
  codePostal: texteFacultatif(10),
  commune: texteFacultatif(120),
});
export type EnfantImport = z.infer<typeof EnfantImport>;

export type MissionConnue = { ligne: LigneDeBase; uniteId: string; du: string };
export type MenageConnu = { id: string; membres: { personneId: string; nom: string }[] };

export type FondsEnfants = {
  /** Enfants que l'import peut reconnaître : jamais un dossier restreint, jamais une fiche absorbée par une autre. */
  annuaire: AnnuairePersonnes;
  parNumero: Map<string, PersonneConnue>;
  /** Numéros déjà pris par un dossier restreint ou réuni à un autre. */
  numerosFermes: Set<string>;
  /** Identités portées par un dossier restreint : un enfant créé sous la même est signalé à qui le tient. */
  restreints: Map<string, string[]>;
  missions: Map<string, MissionConnue>;
  /** Enfant → qualités de parent déjà tenues. */
  parents: Map<string, Set<string>>;
  adultes: AnnuairePersonnes;
  avecFoyer: Set<string>;
  /** Adresse normalisée → foyers qui y vivent. */
  foyers: Map<string, MenageConnu[]>;
  unites: Map<string, { id: string; nom: string }[]>;
  nomsUnite: Map<string, string>;
  communes: Map<string, readonly string[]>;
  secteurs: Map<string, string>;
};
