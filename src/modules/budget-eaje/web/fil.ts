type Etape = { titre: string; href: string };

/** Le chemin d'une page du budget d'une crèche. Un service qui tient la ligne n'ouvre pas la crèche : la vue du territoire y mène. */
export const listFil = (etablissementId: string, creche: string, exercice: number): Etape[] => [
  { titre: 'Budget des crèches', href: `/creches/budget?exercice=${exercice}` },
  { titre: creche, href: `/creches/${etablissementId}/budget?exercice=${exercice}` },
];

type Ligne = { id: string; etablissementId: string; creche: string; exercice: number; libelle: string };

export const listFilLigne = ({ id, etablissementId, creche, exercice, libelle }: Ligne): Etape[] => [
  ...listFil(etablissementId, creche, exercice),
  { titre: libelle, href: `/creches/budget/lignes/${id}` },
];
