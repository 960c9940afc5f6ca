import type { Contexte } from '#database/as-agent.ts';
import type { CouloirDeFrise } from '#web/ui/frise-contenu.ts';
import type { Ton } from '#web/ui/ton.ts';

export type FaitDApport = { titre: string; valeur: string; detail?: string; href?: string; ton?: Ton };
export type Apport = {
  /** Ce qu'il faut savoir d'abord, en tête de la fiche. */
  faits: readonly FaitDApport[];
  /** Ce qui se lit avant tout le reste. */
  alertes: readonly { titre: string; texte: string; href: string }[];
  couloirs: readonly CouloirDeFrise[];
  /** Ce qui lui est dû d'ici trente jours, le plus pressé d'abord. */
  dues?: { nombre: number; href: string; lignes: readonly DueDApport[] };
};
export type DueDApport = {
  cle: string;
  ton: Ton;
  quand: string;
  quandDetail: string;
  jourComplet: string;
  qui: string;
  quoi: string;
  texte: string;
  href: string;
};

/** Ce qu'un module plus haut montre sur la fiche de l'enfant : il l'exporte sous le nom `readApport` de son `web/apport.ts`. */
export type ReadApport = (contexte: Contexte, enfantId: string) => Promise<Apport>;

const parModule = import.meta.glob<ReadApport>('../../modules/*/web/apport.ts', { eager: true, import: 'readApport' });

export async function listApports(contexte: Contexte, enfantId: string): Promise<Apport> {
  const apports: Apport[] = [];
  for (const readApport of Object.values(parModule)) apports.push(await readApport(contexte, enfantId));
  return {
    faits: apports.flatMap(({ faits }) => faits),
    alertes: apports.flatMap(({ alertes }) => alertes),
    couloirs: apports.flatMap(({ couloirs }) => couloirs),
    dues: apports.find(({ dues }) => dues)?.dues,
  };
}
