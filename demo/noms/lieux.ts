const lignes = (texte: string): readonly string[] => texte.trim().split(/\s*·\s*/);

/** Voies qui existent partout : une adresse tirée ici ne désigne personne. */
export const VOIES =
  lignes(`rue des Tilleuls · rue de la Gare · rue Victor-Hugo · rue Pasteur · rue Jean-Jaurès · impasse des Lilas ·
  allée des Peupliers · rue des Écoles · rue du Moulin · rue de l’Église · place de la Mairie · rue des Acacias · rue du Stade ·
  avenue de la Libération · rue Jules-Ferry · rue du 11-Novembre · rue du 8-Mai-1945 · chemin des Prés · rue de Verdun ·
  résidence des Glycines · rue Louis-Pasteur · allée du Verger · square des Érables · rue Claude-Debussy · rue Anatole-France ·
  rue Marcel-Pagnol · rue des Hortensias · rue du Lavoir · rue de la Fontaine · rue Paul-Verlaine · boulevard de la République ·
  rue Gambetta · rue de Bretagne · rue de Picardie · allée des Chênes · rue des Mésanges · rue Georges-Brassens · rue Louise-Michel ·
  rue Simone-Veil · rue Jacques-Prévert · rue des Cerisiers · chemin de la Croix · rue du Château · rue Émile-Zola · rue des Iris ·
  rue Albert-Camus · allée Rosa-Parks · rue Lamartine · route de la Plage · rue du Calvaire · rue de la Poste · rue Pierre-Curie`);

export const COMPLEMENTS = lignes(
  'bâtiment A · bâtiment B · bâtiment C · appartement 12 · appartement 34 · 2e étage · 3e étage gauche · escalier 4 · porte 7',
);

/** Noms d'établissements scolaires courants, sans l'identité d'un établissement réel (la commune est tirée à part). */
export const ECOLES =
  lignes(`Les Coquelicots · Jules-Ferry · Jean-de-La-Fontaine · Les Marronniers · Jacques-Prévert · Le Petit-Prince ·
  La Clairière · Louise-Michel · Les Hirondelles · Marcel-Pagnol · Charles-Perrault · Les Quatre-Vents · La Farandole · Antoine-de-Saint-Exupéry ·
  Robert-Doisneau · Françoise-Dolto · Les Bleuets · George-Sand · Le Grand-Pré · Rosa-Bonheur · Les Alouettes · Claude-Monet`);
export const COLLEGES = lignes(
  'Simone-Veil · Les Embruns · Jean-Rostand · Émile-Zola · Marie-Curie · Albert-Jacquard · Le Bois-Joli · Jean-Moulin · Olympe-de-Gouges · Les Vergers · Aimé-Césaire · Paul-Éluard',
);
export const LYCEES = lignes(
  'Édouard-Branly · Les Sources · Joliot-Curie · Sauxmarais · Robert-Schuman · Les Terres-Hautes · Léonard-de-Vinci · Pierre-Mendès-France',
);
