/** Noms de famille répandus en France, et quelques-uns plus fréquents dans les régions des profils. */
const mots = (texte: string): readonly string[] =>
  texte
    .trim()
    .split(/\s+/)
    .map((m) => m.replaceAll('_', ' '));

export const PATRONYMES = mots(`
  Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David
  Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier
  Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Perrin Robin Clément Morin Nicolas Henry Roussel
  Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud
  Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinet Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron
  Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet
  Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis
  Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles
  Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le_Gall Collet Léger Bouvier
  Julien Prévost Millet Perrot Daniel Le_Roux Cousin Germain Breton Besson Langlois Rémy Le_Goff Pelletier Lévêque
  Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet
  Étienne Grondin Poulain Tessier Chevallier Collin Chauvin Da_Rocha Bouchet Gay Lemaître Bénard Maréchal Humbert
  Reynaud Antoine Hoarau Perret Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte
  Bodin Delmas Bigot Tanguy Vallée Bazin Pottier Ollivier Fouquet Briand Besnard Blondel Ferrand Godard Guilbert
  Jourdan Tournier Lefort Launay Prigent Rousset Sauvage Vaillant Texier Valentin Weiss Delattre Maillet Fontenay
  Hardy Bourdin Coste Delorme Gros Hébert Imbert Jacques Joubert Labbé Lacombe Lagarde Laroche Lebon Leduc Legros
  Lelièvre Lenoir Lombard Loiseau Maire Mangin Martel Mary Maurin Merle Millot Morvan Navarro Nguyen Paul Peltier
  Pineau Pons Potier Pruvost Raymond Regnier Riou Rossi Sabatier Salmon Seguin Tardy Thibault Torres Toussaint Turpin
  Verdier Vigneron Voisin Alexandre Allard Auger Bacquet Barbe Bataille Baudry Bellanger Berthelot Billard Bocquet
  Boutin Bouvet Brault Bruneau Buisson Camus Castel Chapelle Charrier Clerc Constant Coulon Couturier Daumas Debray
  Delahaye Delannoy Deshayes Devaux Didier Doucet Drouet Ducrocq Dufresne Dujardin Dupré Duvivier Ferry Foucher Gallet
  Georges Goujon Grand Gras Grenier Guibert Hamel Herbin Jamet Jolivet Jung Lafon Lallemand Lasserre Lavigne Ledoux
  Lemarchand Letellier Levasseur Lhermitte Mahé Mareau Marion Massé Mauger Mercadier Millon Moulinier Mounier Naudin
  Neveu Nicolle Parent Pasquet Pernot Picot Pinson Poncet Ponsard Prudhomme Ragot Rault Ravel Rocher Rondeau Roques
  Sabourin Sellier Serre Tellier Tétard Thiery Tissot Trouvé Vacher Varin Vial Villard Vivier Wagner`);

export const REGIONAUX = {
  manche: mots(`Lecanu Lemonnier Lepoittevin Leterrier Letourneur Lebreton Leconte Lecoq Lefrançois Lehodey Lelandais
    Lemesle Lenormand Lepetit Lesage Levallois Lerouge Lechevallier Leboucher Lebas Jouan Marguerite Onfroy Hamelin
    Hairon Mesnil Auvray Anquetil Burnel Digard Dodeman Enée Gosselin Groult Guesnon Hérout Houssin Jeanne Lecarpentier
    Lemière Mahieu Néel Osouf Pignot Postel Quesnel Renouf Rihouet Tapin Travert Vautier Villedieu Yvon`),
  somme: mots(`Delattre Dumoulin Duchaussoy Dufossé Dheilly Debeauvais Deflandre Decroix Delacroix Demarquet Desjardins
    Devillers Douchet Boulongne Boidin Beauvais Carton Cauchy Cailleux Crépin Coquerel Dacheux Daire Fauquet
    Flament Forestier Fertelle Gambier Godin Hénocque Herbet Lefeuvre Levert Louvet Magnier Maille Mailly Morelle
    Niquet Obry Patte Pecquet Quignon Ringard Sueur Tattegrain Thuillier Vasseur Wable`),
  'val-de-marne': mots(
    'Bonnefoy Chartier Delorme Favre Gentil Humeau Jaffré Kerbrat Lavaud Mercadal Nardin Ozanne Peyrat Rigal',
  ),
} as const;
