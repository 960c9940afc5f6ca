/** Les listes de l'organisation en classeurs Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import { buildClasseur, buildFeuille, type ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { type AgentLigne, formatMetier } from '../agent.ts';
import { type Delegation, ETATS_DELEGATION, formatActe } from '../delegation.ts';
import { ETATS_POSTE, formatProfil, type PosteLigne } from '../poste.ts';
import { evaluateEtat } from '../rules/delegation.ts';

export const COLONNES_AGENTS: readonly ColonneEcrite<AgentLigne>[] = [
  { titre: 'Matricule', type: 'texte', largeur: 12, valeur: ({ matricule }) => matricule },
  { titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom },
  { titre: 'Prénom', type: 'texte', valeur: ({ prenom }) => prenom },
  { titre: 'Métier', type: 'texte', valeur: ({ metier }) => formatMetier(metier) },
  { titre: 'Poste', type: 'texte', largeur: 36, valeur: ({ poste }) => poste },
  { titre: 'Unité', type: 'texte', largeur: 36, valeur: ({ unite }) => unite },
  { titre: 'Au poste depuis', type: 'jour', valeur: ({ depuis }) => depuis },
  { titre: 'Absent', type: 'booleen', valeur: ({ absent }) => absent },
  { titre: 'Absent jusqu’au', type: 'jour', valeur: ({ absentJusquAu }) => absentJusquAu },
  { titre: 'Arrivée', type: 'jour', valeur: ({ du }) => du },
  { titre: 'Départ', type: 'jour', valeur: ({ au }) => au },
  { titre: 'Courriel', type: 'texte', largeur: 32, valeur: ({ courriel }) => courriel },
  { titre: 'Téléphone', type: 'texte', largeur: 16, valeur: ({ telephone }) => telephone },
];

export const COLONNES_POSTES: readonly ColonneEcrite<PosteLigne>[] = [
  { titre: 'Numéro', type: 'texte', largeur: 12, valeur: ({ numero }) => numero },
  { titre: 'Intitulé', type: 'texte', largeur: 40, valeur: ({ intitule }) => intitule },
  { titre: 'Unité', type: 'texte', largeur: 36, valeur: ({ unite }) => unite },
  { titre: 'Profil', type: 'texte', valeur: ({ profil }) => formatProfil(profil) },
  { titre: 'Métier', type: 'texte', valeur: ({ metier }) => formatMetier(metier) },
  { titre: 'Quotité (%)', type: 'nombre', valeur: ({ quotite }) => quotite },
  { titre: 'État', type: 'texte', valeur: ({ etat }) => ETATS_POSTE[etat] },
  { titre: 'Vacant depuis', type: 'jour', valeur: ({ vacantDepuis }) => vacantDepuis },
  {
    titre: 'Tenu par',
    type: 'texte',
    largeur: 36,
    valeur: ({ occupants }) => occupants.map(({ nom, prenom }) => formatNom(nom, prenom)).join(', '),
  },
];

export function buildColonnesDelegations(jour: JourCivil): readonly ColonneEcrite<Delegation>[] {
  return [
    { titre: 'Agent', type: 'texte', valeur: ({ agentNom }) => agentNom },
    { titre: 'Acte', type: 'texte', largeur: 44, valeur: ({ acte }) => formatActe(acte) },
    { titre: 'Vaut dans', type: 'texte', largeur: 36, valeur: ({ uniteNom }) => uniteNom },
    { titre: 'Suppléance', type: 'booleen', valeur: ({ suppleance }) => suppleance },
    { titre: 'Premier jour', type: 'jour', valeur: ({ du }) => du },
    { titre: 'Dernier jour', type: 'jour', valeur: ({ au }) => au },
    { titre: 'Arrêté', type: 'texte', valeur: ({ arreteNumero }) => arreteNumero },
    { titre: 'Date de l’arrêté', type: 'jour', valeur: ({ arreteLe }) => arreteLe },
    { titre: 'État', type: 'texte', valeur: (delegation) => ETATS_DELEGATION[evaluateEtat(delegation, jour)] },
  ];
}

type LigneCommune = {
  code: string;
  nom: string;
  quartier: string;
  codesPostaux: readonly string[];
  population: number | null;
  unite: string | null;
  du: JourCivil | null;
};

export const COLONNES_COMMUNES: readonly ColonneEcrite<LigneCommune>[] = [
  { titre: 'Code Insee', type: 'texte', largeur: 12, valeur: ({ code }) => code },
  { titre: 'Commune', type: 'texte', valeur: ({ nom }) => nom },
  { titre: 'Quartier', type: 'texte', valeur: ({ quartier }) => quartier },
  { titre: 'Codes postaux', type: 'texte', valeur: ({ codesPostaux }) => codesPostaux.join(', ') },
  { titre: 'Habitants', type: 'nombre', valeur: ({ population }) => population },
  { titre: 'Desservie par', type: 'texte', largeur: 36, valeur: ({ unite }) => unite },
  { titre: 'Depuis', type: 'jour', valeur: ({ du }) => du },
];

type Export<T> = { nom: string; colonnes: readonly ColonneEcrite<T>[]; lignes: readonly T[]; jour: JourCivil };

/** Le classeur d'une liste, daté en pied de page. */
export function buildClasseurDeListe<T>({ nom, colonnes, lignes, jour }: Export<T>): Promise<Buffer> {
  const piedDePage = `Marelle, ${nom.toLocaleLowerCase('fr')}, ${formatJour(jour, 'long')}. Document interne.`;
  return buildClasseur([buildFeuille({ nom, colonnes, lignes, piedDePage })]);
}
