/** Noms de crèches inventés ; la commune est tirée à part, aucun ne désigne une crèche réelle. */
export const NOMS_CRECHES: readonly string[] =
  `Les Galets · Le Cerf-Volant · La Marelle · Les Moineaux · Pirouette · Les Libellules · Le Tournesol · Les Papillotes ·
  La Balançoire · Les Écureuils · Le Colibri · Les Nuages · La Ribambelle · Les Marguerites · Le Petit Train · Les Coccinelles ·
  La Luciole · Les Bulles · Le Sablier · Les Pâquerettes · La Comptine · Les Lutins · Le Manège · Les Hérissons · La Farandole ·
  Les Pinsons · Le Kaléidoscope · Les Framboises · La Toupie · Les Oursons · Le Jardin d’Hiver · Les Sauterelles · La Clochette ·
  Les Mésanges · Le Moulin à vent · Les Myrtilles · La Cabane · Les Renardeaux · Le Carrousel · Les Violettes · La Girouette ·
  Les Castors · Le Ballon rouge · Les Noisettes · La Passerelle · Les Grillons · Le Phare · Les Campanules · La Goutte d’eau ·
  Les Loutres · Le Petit Bois · Les Cerises · La Tortue · Les Hirondeaux · Le Pré vert · Les Grenouilles · La Chenille ·
  Les Saules · Le Parapluie · Les Bourdons · La Plume · Les Criquets · Le Ruisseau · Les Étourneaux · La Coquille ·
  Les Trois Pommes · Le Sentier · Les Fauvettes · La Boussole · Les Lapereaux · Le Tambourin · Les Capucines · La Vague ·
  Les Roitelets · Le Nid · Les Châtaignes · La Courte Échelle · Les Poussins · Le Chat perché · Les Mirabelles · La Ronde`
    .split('·')
    .map((nom) => nom.trim());
