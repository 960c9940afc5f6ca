/** Les préférences d'affichage, gardées dans des témoins : elles valent aussi sans JavaScript, dès le premier octet. */
export const THEMES = { auto: 'Automatique', clair: 'Clair', sombre: 'Sombre' } as const;
export type Theme = keyof typeof THEMES;

export type Preferences = {
  theme: Theme;
  /** Les raccourcis d'une seule touche peuvent s'éteindre : ils gênent la dictée vocale (WCAG 2.1.4). */
  raccourcis: boolean;
};

const unAn = 365 * 24 * 3600;

export function parseTheme(texte: unknown): Theme {
  return texte === 'clair' || texte === 'sombre' ? texte : 'auto';
}

export function parsePreferences(cookie: string | null): Preferences {
  return {
    theme: parseTheme(findTemoin(cookie, 'theme')),
    raccourcis: findTemoin(cookie, 'raccourcis') !== 'non',
  };
}

/** La valeur d'un témoin, ou rien. */
export function findTemoin(cookie: string | null, nom: string): string | undefined {
  for (const part of (cookie ?? '').split(';')) {
    const [cle, ...valeur] = part.trim().split('=');
    if (cle === nom) return valeur.join('=');
  }
  return undefined;
}

/** Un témoin de préférence : rien de personnel, donc sans autre protection que le même site. */
export function buildTemoin(nom: string, valeur: string, securise: boolean): string {
  return `${nom}=${valeur}; Path=/; Max-Age=${unAn}; HttpOnly; SameSite=Lax${securise ? '; Secure' : ''}`;
}

/** L'adresse de retour d'un formulaire, si elle reste dans Marelle ; sinon l'accueil. */
export function parseRetour(texte: unknown): string {
  return typeof texte === 'string' && /^\/(?![/\\])/.test(texte) ? texte : '/';
}
