/** Ce que les écrits ont en commun : l'en-tête du département, les mineurs et les parents, la signature. */
import { type BlocWord, buildModeleWord } from '#documents/word-modele.ts';
import type { FicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import {
  formatAgeDeMineur,
  formatMineur,
  formatNaissanceDeMineur,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
} from '#modules/informations-preoccupantes/index.ts';
import type { Balises, DonneesDe } from '#modules/trames/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';

export const GROUPE = 'Informations préoccupantes';

export const REFERENCE = {
  reference: { libelle: 'numéro de l’information', exemple: 'IP-2026-00042' },
  recue_le: { libelle: 'jour de réception', exemple: '3 février 2026' },
} as const satisfies Balises;

export const MINEURS = {
  mineurs: {
    libelle: 'mineurs',
    liste: {
      mineur: { libelle: 'nom et prénom du mineur', exemple: 'D’HÉROUVILLE Zoé', autre: 'D’HÉROUVILLE Maël' },
      mineur_naissance: { libelle: 'naissance du mineur', exemple: 'née le 4 mars 2019', autre: 'né le 12 mai 2022' },
      mineur_age: { libelle: 'âge du mineur', exemple: '7 ans', autre: '4 ans' },
      mineur_place: { libelle: 'place du mineur', exemple: 'enfant signalé', autre: 'autre mineur du foyer' },
    },
  },
} as const satisfies Balises;

export const ADULTES = {
  adultes: {
    libelle: 'adultes du foyer',
    liste: {
      adulte: { libelle: 'nom et prénom de l’adulte', exemple: 'D’HÉROUVILLE Anaïs', autre: 'LE GOFF Yann' },
      adulte_qualite: { libelle: 'qualité de l’adulte', exemple: 'mère', autre: 'beau-parent' },
      adulte_autorite: { libelle: 'autorité parentale', exemple: 'titulaire', autre: 'non titulaire' },
    },
  },
} as const satisfies Balises;

export const TITULAIRES = {
  titulaires: {
    libelle: 'parents, titulaires de l’autorité parentale ou tuteur',
    liste: {
      titulaire: { libelle: 'nom du parent', exemple: 'D’HÉROUVILLE Anaïs', autre: 'D’HÉROUVILLE Marc' },
    },
  },
  sans_titulaire: { libelle: 'aucun parent n’est connu', exemple: false },
  adresse: { libelle: 'adresse du foyer', exemple: '12 rue des Saules, 50000 Saint-Lô' },
} as const satisfies Balises;

const ENTETE = ['**Conseil départemental · {departement}**', 'Protection de l’enfance · {agent_unite}'];

/** Un écrit à l'en-tête du département, confidentiel. */
export function buildModeleEcrit(titre: string, blocs: readonly BlocWord[]): Promise<Buffer> {
  return buildModeleWord({ titre, entete: ENTETE, blocs, pied: 'Confidentiel · {reference}' });
}

/** La date, l'objet et la référence d'une lettre. */
export function buildObjet(objet: string): BlocWord[] {
  return [
    { droite: 'Le {jour}', detache: true },
    { texte: `**Objet :** ${objet}`, detache: true },
    { texte: '**Référence :** {reference}, à rappeler dans toute correspondance' },
  ];
}

/** Les mineurs et les adultes du foyer, en deux tableaux. */
export const FOYER: readonly BlocWord[] = [
  {
    tableau: {
      titres: ['Mineur', 'Naissance', 'Âge', 'Place'],
      pour: 'mineurs',
      cellules: ['{mineur}', '{mineur_naissance}', '{mineur_age}', '{mineur_place}'],
    },
  },
  {
    tableau: {
      titres: ['Adulte', 'Qualité', 'Autorité parentale'],
      pour: 'adultes',
      cellules: ['{adulte}', '{adulte_qualite}', '{adulte_autorite}'],
    },
  },
];

/** À qui l'on écrit, quand ce sont les parents ou le tuteur. */
export const AUX_TITULAIRES: readonly BlocWord[] = [
  { si: 'titulaires', blocs: [{ droite: '{titulaire}' }] },
  {
    si: 'sans_titulaire',
    blocs: [{ droite: '[à compléter : parents, titulaires de l’autorité parentale ou tuteur]' }],
  },
  { droite: '{adresse}' },
];

export const SIGNATURE: readonly BlocWord[] = [{ droite: '**{agent}**', detache: true }, { droite: '{agent_poste}' }];

export const formatLong = (jour: JourCivil | null): string | null => jour && formatJour(jour, 'long');
export const formatMinuscule = (texte: string): string => texte.charAt(0).toLocaleLowerCase('fr') + texte.slice(1);

export function buildReference({ enTete }: FicheInformation): DonneesDe<typeof REFERENCE> {
  return { reference: enTete.numero, recue_le: formatLong(enTete.recueLe) };
}

type MineurDeFiche = FicheInformation['enTete']['mineurs'][number];

export function buildMineurs(mineurs: readonly MineurDeFiche[], jour: JourCivil): DonneesDe<typeof MINEURS>['mineurs'] {
  return mineurs.map((mineur) => ({
    mineur: formatMineur(mineur),
    mineur_naissance: formatNaissanceDeMineur(mineur) || null,
    mineur_age: formatAgeDeMineur(mineur, jour),
    mineur_place: formatMinuscule(LIBELLE_ROLE[mineur.role]),
  }));
}

export function buildAdultes({ adultes }: FicheInformation): DonneesDe<typeof ADULTES>['adultes'] {
  return adultes.map(({ nom, prenom, qualite, titulaire }) => ({
    adulte: formatNom(nom ?? '', prenom) || null,
    adulte_qualite: formatMinuscule(LIBELLE_QUALITE[qualite]),
    adulte_autorite: titulaire ? 'titulaire' : 'non titulaire',
  }));
}

export function buildTitulaires({ adultes, faits }: FicheInformation): DonneesDe<typeof TITULAIRES> {
  const titulaires = adultes.filter(({ titulaire }) => titulaire);
  return {
    titulaires: titulaires.map(({ nom, prenom }) => ({ titulaire: formatNom(nom ?? '', prenom) || null })),
    sans_titulaire: titulaires.length === 0,
    adresse: faits.adresse,
  };
}
