import type { TexteLegal } from '#shared/texte-legal.ts';
import type { Motif, Verdict } from '#shared/verdict.ts';

/** Erreurs de saisie par champ (chemin pointé, `''` pour l'ensemble), en français. */
export type ErreursDeSaisie = Record<string, string>;

/** 400 : la saisie n'est pas lisible ou pas complète. */
export class SaisieInvalide extends Error {
  override name = 'SaisieInvalide';
  readonly erreurs: ErreursDeSaisie;
  constructor(erreurs: ErreursDeSaisie) {
    super(Object.values(erreurs).join(' '));
    this.erreurs = erreurs;
  }
}

/** 404 : absent ou interdit, sans distinction. */
export class Introuvable extends Error {
  override name = 'Introuvable';
}

/** 422 : une règle refuse l'acte. */
export class Refus extends Error {
  override name = 'Refus';
  readonly textes: readonly TexteLegal[];
  readonly champ: string;
  constructor(motif: string, textes: readonly TexteLegal[] = [], champ = '') {
    super(motif);
    this.textes = textes;
    this.champ = champ;
  }
}

/** Arrête l'acte que la règle refuse (422) ou dont il manque des champs (400), en tête de `champ` ; sinon rend ses avertissements. */
export function verifyVerdict(verdict: Verdict, champ = ''): readonly Motif[] {
  if (verdict.issue === 'refuse') throw new Refus(verdict.motif, verdict.textes, champ);
  if (verdict.issue === 'incomplet')
    throw new SaisieInvalide(Object.fromEntries(verdict.manque.map((nom) => [nom, verdict.motif])));
  return verdict.avertissements;
}

/** 409 : quelqu'un d'autre a changé la même chose ; `actuel` est sa version, libellé → valeur lisible. */
export class Conflit extends Error {
  override name = 'Conflit';
  readonly actuel: Record<string, string>;
  constructor(motif: string, actuel: Record<string, string> = {}) {
    super(motif);
    this.actuel = actuel;
  }
}

const CONTRAINTES: Record<string, string> = {
  '23P01': 'Cette période en chevauche une autre déjà enregistrée.',
  '23505': 'Cette valeur est déjà prise.',
  '23503': 'Un élément désigné ici n’existe pas ou ne peut pas être retiré.',
  '23514': 'Cette valeur n’est pas possible.',
  '22007': 'Cette date n’est pas lisible.',
};

const REFUS_DE_LA_BASE = '42501';

/** Contrainte de la base → phrase pour la personne, et le champ à côté duquel la lire ; sans champ, en tête. */
export type Contraintes = Readonly<Record<string, string | Readonly<{ phrase: string; champ: string }>>>;

/** Traduit une contrainte de la base en refus lisible ; `contraintes` précise par nom. Sinon rend l'erreur telle quelle. */
export function formatErreurDeBase(erreur: unknown, contraintes: Contraintes = {}): unknown {
  if (!(erreur instanceof Error) || !('code' in erreur)) return erreur;
  const { code, constraint } = erreur as Error & { code: string; constraint?: string };
  if (code === REFUS_DE_LA_BASE) return new Introuvable('Absent, ou hors de vos missions.');
  const dite = (constraint && contraintes[constraint]) || CONTRAINTES[code];
  if (dite === undefined) return erreur;
  return typeof dite === 'string' ? new Refus(dite) : new Refus(dite.phrase, [], dite.champ);
}
