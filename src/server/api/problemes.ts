/** Les problèmes que l'API peut rendre (RFC 9457) : le contrat, les réponses et la page qui les explique lisent cette table. */
export const PROBLEMES = {
  'saisie-invalide': {
    status: 400,
    title: 'Saisie invalide',
    texte: 'Un champ ou un paramètre manque ou n’est pas lisible. « erreurs » nomme chaque champ et ce qu’il attend.',
  },
  'corps-illisible': {
    status: 400,
    title: 'Corps illisible',
    texte: 'Le corps doit être un objet JSON, en UTF-8.',
  },
  'jeton-absent': {
    status: 401,
    title: 'Jeton absent, échu ou révoqué',
    texte:
      'Joignez « Authorization: Bearer <jeton> ». Un jeton cesse de valoir à son terme, quand on le révoque, ou quand l’agent de service qui le porte quitte le département. Les témoins (cookies) du navigateur ne valent jamais ici.',
  },
  introuvable: {
    status: 404,
    title: 'Absent ou hors des missions',
    texte:
      'Rien à cette adresse que ce jeton puisse lire ou changer : absent et interdit se ressemblent, exprès. Vérifiez aussi les portées du jeton.',
  },
  'adresse-inconnue': {
    status: 404,
    title: 'Adresse inconnue',
    texte: 'L’API n’a pas cette adresse. La description OpenAPI les donne toutes.',
  },
  methode: {
    status: 405,
    title: 'Méthode non permise',
    texte: 'L’adresse existe, pas avec cette méthode. L’en-tête « Allow » dit lesquelles.',
  },
  conflit: {
    status: 409,
    title: 'Modifié entre-temps',
    texte:
      'La version envoyée n’est plus la dernière. « actuel » donne ce qui est enregistré : relisez avant de réécrire.',
  },
  'version-depassee': {
    status: 412,
    title: 'Version dépassée',
    texte: '« If-Match » ne désigne plus la dernière version. Relisez, puis recommencez avec le nouvel « ETag ».',
  },
  'trop-volumineux': {
    status: 413,
    title: 'Corps trop volumineux',
    texte: 'Le corps d’une requête tient en un mégaoctet, sauf où l’entrée dit davantage.',
  },
  'type-de-contenu': {
    status: 415,
    title: 'Type de contenu refusé',
    texte: 'Envoyez « Content-Type: application/json ».',
  },
  refus: {
    status: 422,
    title: 'Refusé par une règle',
    texte: 'La demande est lisible, une règle s’y oppose. « detail » dit pourquoi, « textes » cite ce qui la fonde.',
  },
  'version-attendue': {
    status: 428,
    title: 'Version attendue',
    texte:
      'Cet acte change quelque chose qui a pu changer : dites sur quelle version, par « If-Match » ou par le champ « version ».',
  },
  debit: {
    status: 429,
    title: 'Trop de requêtes',
    texte: 'Attendez le nombre de secondes de « Retry-After ».',
  },
  panne: {
    status: 500,
    title: 'Panne',
    texte: 'Un défaut de Marelle. Donnez la référence à l’administrateur : elle mène à la trace.',
  },
} as const satisfies Record<string, { status: number; title: string; texte: string }>;

export type NomDeProbleme = keyof typeof PROBLEMES;

/** Un problème de la requête elle-même, avant tout acte. */
export class RequeteRefusee extends Error {
  override name = 'RequeteRefusee';
  readonly probleme: NomDeProbleme;
  readonly entetes: Readonly<Record<string, string>>;
  /** Ce qui est enregistré, quand la version dite n'est plus la dernière. */
  readonly actuel: Readonly<Record<string, string>> | undefined;
  constructor(
    probleme: NomDeProbleme,
    message: string,
    plus: Pick<Partial<RequeteRefusee>, 'entetes' | 'actuel'> = {},
  ) {
    super(message);
    this.probleme = probleme;
    this.entetes = plus.entetes ?? {};
    this.actuel = plus.actuel;
  }
}
