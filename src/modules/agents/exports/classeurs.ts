/** Les agents et les postes en classeurs Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { type AgentLigne, formatMetier } from '../agent.ts';
import { ETATS_POSTE, formatProfil, type PosteLigne } from '../poste.ts';

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
