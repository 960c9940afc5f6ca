/**
 * Ralentir qui devine, sans enfermer qui se trompe. Après chaque échec on attend deux fois plus (2 s, 4 s, 8 s…).
 * Le couple compte et réseau double dès le premier échec, jusqu'à un quart d'heure. Le compte seul (tous réseaux) ne
 * ralentit qu'au dixième et jamais plus d'une minute : quelqu'un qui s'acharne d'ailleurs ne doit pas mettre dehors la
 * personne elle-même. Le réseau seul (un département sort souvent par une seule adresse) attend le trentième.
 */
export type RegleAttente = {
  /** Échecs sans attente. */
  libres: number;
  plafondSecondes: number;
};

export const ATTENTES = {
  compteEtReseau: { libres: 0, plafondSecondes: 900 },
  compte: { libres: 9, plafondSecondes: 60 },
  reseau: { libres: 29, plafondSecondes: 900 },
  /** Un navigateur déjà connu de ce compte ne répond que de ses propres échecs. */
  appareil: { libres: 0, plafondSecondes: 900 },
  code: { libres: 0, plafondSecondes: 900 },
} as const satisfies Record<string, RegleAttente>;

/** Au bout d'un jour sans échec, tout est oublié. */
export const OUBLI_SECONDES = 86_400;

/** Secondes encore à attendre, après `echecs` échecs dont le dernier remonte à `depuisSecondes`. */
export function computeAttente(echecs: number, depuisSecondes: number, regle: RegleAttente): number {
  const comptes = echecs - regle.libres;
  if (comptes <= 0 || depuisSecondes >= OUBLI_SECONDES) return 0;
  const duree = Math.min(regle.plafondSecondes, 2 ** Math.min(comptes, 20));
  return Math.max(0, Math.ceil(duree - depuisSecondes));
}

/** « 8 s », « 2 min 5 s », « 15 min ». */
export function formatAttente(secondes: number): string {
  const minutes = Math.floor(secondes / 60);
  const reste = secondes % 60;
  if (minutes === 0) return `${reste} s`;
  return reste === 0 ? `${minutes} min` : `${minutes} min ${reste} s`;
}

/** Le réseau d'une adresse : /24 en IPv4, /48 en IPv6. */
export function computeReseau(adresse: string): string {
  const v4 = /(?:^|:)(\d+\.\d+\.\d+)\.\d+$/.exec(adresse);
  if (v4?.[1]) return v4[1];
  const [debut = ''] = adresse.split('%');
  const [gauche = '', droite] = debut.split('::');
  const groupes = gauche.split(':').filter(Boolean);
  const manquants =
    droite === undefined ? 0 : Math.max(0, 8 - groupes.length - droite.split(':').filter(Boolean).length);
  return [...groupes, ...Array<string>(manquants).fill('0')].slice(0, 3).join(':') || adresse;
}
