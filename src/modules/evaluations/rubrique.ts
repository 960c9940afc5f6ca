/** Les rubriques du rapport d'évaluation : celles du foyer, et celles de chaque mineur (IP-012, IP-014). */

export type DefinitionRubrique = Readonly<{
  code: string;
  titre: string;
  /** Ce qu'on y écrit. */
  aide: string;
  /** Demandée par CASF D226-2-3 ; les autres aident à lire. */
  requise: boolean;
  /** Demandée aussi pour un enfant à naître. */
  aNaitre: boolean;
}>;

const define = (code: string, titre: string, aide: string, plus: Partial<DefinitionRubrique> = {}) => ({
  code,
  titre,
  aide,
  requise: true,
  aNaitre: false,
  ...plus,
});

export const RUBRIQUES_FOYER: readonly DefinitionRubrique[] = [
  define(
    'contexte',
    'La situation et ce qui a été transmis',
    'Le foyer, son histoire, les informations déjà connues. L’évaluation ne cherche pas à établir la véracité des faits.',
    { requise: false },
  ),
  define(
    'deroulement',
    'Le déroulement de l’évaluation',
    'Les démarches faites, ce qui n’a pas pu l’être, l’accueil reçu.',
    { requise: false },
  ),
  define(
    'capacites',
    'La capacité des titulaires à se mobiliser',
    'Ce que chacun reconnaît, ce qu’il met en œuvre, l’aide qu’il accepte.',
    { aNaitre: true },
  ),
  define(
    'ressources',
    'Les ressources de l’entourage',
    'Famille, proches, voisins, professionnels : sur qui l’enfant et ses parents peuvent s’appuyer.',
    { aNaitre: true },
  ),
  define(
    'analyse',
    'L’analyse partagée de l’équipe',
    'Ce qui met en danger, ce qui protège, ce qui peut changer, dans quel délai.',
    { requise: false },
  ),
];

export const RUBRIQUES_MINEUR: readonly DefinitionRubrique[] = [
  define(
    'besoins',
    'Ses besoins',
    'Sécurité, affection, repères, cadre : lesquels sont comblés, lesquels ne le sont pas.',
    {
      aNaitre: true,
    },
  ),
  define(
    'sante',
    'Sa santé',
    'Suivi médical, soins, sommeil, alimentation ; pour un enfant à naître, le suivi de la grossesse.',
    {
      aNaitre: true,
    },
  ),
  define('education', 'Son éducation', 'Scolarité ou mode d’accueil, assiduité, apprentissages, règles de vie.'),
  define(
    'developpement',
    'Son développement',
    'Développement physique, affectif, intellectuel et social, au regard de son âge.',
  ),
  define(
    'souffrance',
    'Les signes de souffrance',
    'Ce qu’il montre, ce qu’il dit, ce que d’autres ont vu ; ou qu’aucun signe n’a été relevé.',
  ),
  define(
    'particularites',
    'Ce qui lui est propre',
    'Ses liens avec chacun de ses parents, ses personnes ressources, s’ils diffèrent de ceux du foyer.',
    { requise: false, aNaitre: true },
  ),
];

/** Les rubriques du volet d'un mineur, ou du foyer si `mineur` est nul. */
export function listRubriques(mineur: { aNaitre: boolean } | null): readonly DefinitionRubrique[] {
  if (mineur === null) return RUBRIQUES_FOYER;
  return mineur.aNaitre ? RUBRIQUES_MINEUR.filter(({ aNaitre }) => aNaitre) : RUBRIQUES_MINEUR;
}
