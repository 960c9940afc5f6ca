import type { Numero } from '../calendrier.ts';
import { computeAnnee } from '../calendrier.ts';

/**
 * Prénoms vraisemblables par époque de naissance, écrits à la main. Personne ne s'appelle ainsi ici :
 * prénom et nom sont tirés séparément, toute rencontre avec une personne réelle est fortuite.
 */
export type Sexe = 'F' | 'M';

const mots = (texte: string): readonly string[] => texte.trim().split(/\s+/);

type Epoque = { depuis: number; F: readonly string[]; M: readonly string[] };

export const EPOQUES: readonly Epoque[] = [
  {
    depuis: 1900,
    F: mots(`Marie Monique Jacqueline Françoise Nicole Jeannine Denise Yvette Paulette Odette Colette Michèle Annick
      Thérèse Ginette Josette Andrée Liliane Huguette Bernadette Madeleine Christiane Simone Geneviève Raymonde`),
    M: mots(`Jean Pierre Michel André Jacques Bernard Claude Roger Marcel Robert René Maurice Henri Georges Gérard
      Raymond Guy Louis Roland Serge Lucien Fernand Gilbert Yves Hubert`),
  },
  {
    depuis: 1955,
    F: mots(`Sylvie Catherine Brigitte Martine Véronique Patricia Isabelle Nathalie Christine Corinne Laurence Pascale
      Valérie Dominique Chantal Évelyne Florence Agnès Béatrice Muriel Joëlle Marie-Christine Annie Élisabeth Fabienne
      Nadine Ghislaine Marie-Claude Odile Maryse`),
    M: mots(`Philippe Patrick Alain Pascal Thierry Éric Christian Didier Bruno Frédéric Daniel Dominique Marc Gilles
      Olivier Hervé Laurent Francis Joël Denis Jean-Luc Jean-Marc Benoît Franck Xavier Jean-Pierre Régis Vincent Luc
      Emmanuel`),
  },
  {
    depuis: 1970,
    F: mots(`Stéphanie Sandrine Céline Karine Sophie Virginie Séverine Delphine Christelle Aurélie Laëtitia Sabrina
      Nathalie Anne Carole Estelle Peggy Magali Vanessa Cécile Caroline Angélique Sonia Ludivine Élodie Gaëlle Katia
      Barbara Sandra Nadège Cindy Mélanie Émilie Jennifer Johanna Audrey Rachel Lydie Marlène Hélène`),
    M: mots(`Christophe Stéphane Sébastien David Nicolas Jérôme Cédric Fabrice Arnaud Ludovic Yann Sylvain Grégory
      Cyril Mickaël Guillaume Samuel Fabien Loïc Alexandre Julien Anthony Johann Gaël Thomas Mathieu Damien Emmanuel
      Tony Benoît Frédéric Aurélien Rodolphe Steeve Freddy Jimmy Bertrand Erwan Tanguy Hugues`),
  },
  {
    depuis: 1984,
    F: mots(`Élodie Laura Marion Julie Pauline Camille Mélanie Amandine Jessica Charlotte Sarah Marine Anaïs Mathilde
      Lucie Manon Justine Aurore Morgane Kelly Cindy Priscilla Fanny Noémie Coralie Ophélie Gwendoline Alison Jennifer
      Marjorie Tiffany Margaux Clémence Solène Audrey Claire Adeline Déborah Elsa Mégane Allison Emeline Laurine
      Chloé Léa Océane Cassandra Angélique`),
    M: mots(`Kévin Jérémy Romain Maxime Alexis Florian Benjamin Thomas Quentin Jordan Anthony Dylan Clément Adrien
      Valentin Jonathan Steven Mickaël Alexandre Simon Geoffrey Antoine Bastien Corentin Brandon Tristan Guillaume
      Loïc Yoann Rémi Baptiste Ludovic Kilian Arthur Damien Pierre Victor Bryan Teddy Gaëtan Donovan Wilfried Logan
      Hugo Théo Lucas`),
  },
  {
    depuis: 2000,
    F: mots(`Léa Manon Emma Chloé Camille Océane Clara Sarah Inès Lucie Marie Jade Anaïs Louane Maëlys Romane Juliette
      Eva Lola Zoé Louise Noémie Carla Ambre Lisa Justine Célia Lilou Candice Margot Alicia Elisa Laura Maëva Mélissa
      Pauline Julie Mathilde Ninon Célestine Capucine Solène Ilona Océane Lana Elsa Faustine Salomé Romy Wendy Kimberley
      Shana Cassandre Leslie Maïlys Lucile Coline Axelle Flavie`),
    M: mots(`Lucas Théo Hugo Enzo Thomas Maxime Antoine Nathan Alexandre Mathis Clément Louis Tom Léo Quentin Romain
      Baptiste Noah Evan Killian Arthur Ethan Mathéo Valentin Gabriel Raphaël Paul Jules Dylan Alexis Axel Simon Tristan
      Yanis Esteban Kylian Noé Rayan Timéo Sacha Matteo Bastien Corentin Loan Titouan Melvin Gaëtan Malo Robin Adam
      Victor Rémi Dorian Jordan Lenny Ryan Anthony Ilan Diego Tony`),
  },
  {
    depuis: 2010,
    F: mots(`Emma Jade Louise Alice Chloé Lina Léa Rose Anna Mila Inès Zoé Lola Juliette Lou Manon Camille Ambre Léna
      Agathe Julia Nina Louna Romane Eva Sarah Lucie Charlie Mya Élise Capucine Margaux Giulia Adèle Jeanne Clémence
      Lana Olivia Apolline Victoire Maëlys Elsa Eléna Lise Soline Lyna Maëlle Maddie Clara Candice Lily Kiara Louane
      Lexie Tess Shaïna Kayliah Célia Anaë Mélina Sofia`),
    M: mots(`Lucas Gabriel Jules Raphaël Louis Adam Hugo Léo Ethan Nathan Arthur Paul Nolan Liam Sacha Enzo Théo Timéo
      Tom Noah Maël Mathis Gabin Aaron Maxime Noé Valentin Martin Antoine Mathéo Clément Axel Eden Tiago Rayan Victor
      Augustin Naël Samuel Côme Évan Robin Baptiste Lenny Yanis Lorenzo Kylian Malone Kenzo Soan Milan Ilan Swann
      Owen Mahé Logan Andréa Ruben Amaury Marius`),
  },
  {
    depuis: 2019,
    F: mots(`Jade Louise Ambre Alba Emma Rose Alice Romy Anna Lina Léna Mia Lou Julia Agathe Iris Inaya Nina Victoire
      Adèle Charlie Romane Mila Victoria Olivia Eva Margaux Luna Zoé Alma Juliette Léonie Giulia Jeanne Lola Charlotte
      Lya Mya Apolline Ava Théa Maria Capucine Constance Lyna Margot Thaïs Elena Livia Soline Malia Maëlys Zélie Suzanne
      Valentine Aylin Céleste Éléonore Albane Nour`),
    M: mots(`Gabriel Raphaël Léo Louis Maël Noah Jules Arthur Adam Lucas Isaac Liam Sacha Gabin Eden Hugo Naël Aaron
      Mohamed Léon Paul Noé Nolan Marius Nathan Marceau Ayden Malo Ethan Mathis Victor Milo Martin Tiago Robin Tom Axel
      Ilyan Côme Imran Andrea Antoine Lyam Soan Eliott Lenny Charlie Augustin Amir Samuel Ezio Naïm Valentin Auguste
      Ismaël Livio Camille Oscar Basile Achille`),
  },
];

export function listPrenoms(sexe: Sexe, naissance: Numero): readonly string[] {
  const an = computeAnnee(naissance);
  let liste = (EPOQUES[0] as Epoque)[sexe];
  for (const epoque of EPOQUES) if (an >= epoque.depuis) liste = epoque[sexe];
  return liste;
}
