/** Les heures et la PSU des crèches, en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';

type Ligne = {
  creche: string;
  territoire: string;
  places: number;
  ouvertes: number;
  contractees: number;
  facturees: number;
  realisees: number;
  reelle: number | null;
  financiere: number | null;
  taux: number | null;
  revient: number | null;
  psu: number | null;
  participations: number;
  reste: number | null;
  projetees: number;
  prevues: number | null;
  ecart: number | null;
  doutes: number | null;
  alertes: readonly string[];
};

const arrondi = (nombre: number | null) => (nombre === null ? null : Math.round(100 * nombre) / 100);

export const COLONNES_ACTIVITE: readonly ColonneEcrite<Ligne>[] = [
  { titre: 'Crèche', type: 'texte', largeur: 32, valeur: ({ creche }) => creche },
  { titre: 'Territoire', type: 'texte', largeur: 28, valeur: ({ territoire }) => territoire },
  { titre: 'Places', type: 'nombre', valeur: ({ places }) => places },
  { titre: 'Heures ouvertes', type: 'nombre', valeur: ({ ouvertes }) => arrondi(ouvertes) },
  { titre: 'Heures contractées', type: 'nombre', valeur: ({ contractees }) => arrondi(contractees) },
  { titre: 'Heures facturées', type: 'nombre', valeur: ({ facturees }) => arrondi(facturees) },
  { titre: 'Heures réalisées', type: 'nombre', valeur: ({ realisees }) => arrondi(realisees) },
  { titre: 'Occupation réelle, %', type: 'nombre', valeur: ({ reelle }) => reelle },
  { titre: 'Occupation financière, %', type: 'nombre', valeur: ({ financiere }) => financiere },
  { titre: 'Taux de facturation, %', type: 'nombre', valeur: ({ taux }) => taux },
  { titre: 'Prix de revient, €/h', type: 'nombre', valeur: ({ revient }) => revient },
  { titre: 'PSU de l’année, €', type: 'nombre', valeur: ({ psu }) => psu },
  { titre: 'Participations, €', type: 'nombre', valeur: ({ participations }) => participations },
  { titre: 'Reste à charge par place, €', type: 'nombre', valeur: ({ reste }) => arrondi(reste) },
  { titre: 'Facturées projetées', type: 'nombre', valeur: ({ projetees }) => arrondi(projetees) },
  { titre: 'Facturées prévues', type: 'nombre', valeur: ({ prevues }) => arrondi(prevues) },
  { titre: 'Écart au prévisionnel, %', type: 'nombre', valeur: ({ ecart }) => ecart },
  { titre: 'Pointages douteux, %', type: 'nombre', valeur: ({ doutes }) => doutes },
  { titre: 'À vérifier', type: 'texte', largeur: 60, valeur: ({ alertes }) => alertes.join(' ') },
];
