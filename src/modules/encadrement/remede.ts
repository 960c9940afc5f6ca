/** Un remède à un taux qui n'est pas tenu : ce qu'il change, ce qu'il laisse, pourquoi pas un moindre. */
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { AccueilAttendu, CrecheOuverte, Journee, PosteDuJour, Segment } from './prevision.ts';

/** Des écarts, quart par quart ; absents : rien ne bouge. */
export type Effet = Readonly<
  Partial<Record<'prevus' | 'prevusCat1' | 'continuite' | 'requis', Readonly<ArrayLike<number>>>>
>;

export type Issue = Readonly<{
  /** Quarts d'heure qui ne sont plus sous le taux ; ceux qui le restent. */
  corrige: readonly number[];
  reste: readonly number[];
  /** Ce qu'il manque encore, en quarts d'heure d'agent. */
  manque: number;
}>;

/** L'échelle du §6.2, du moindre au plus coûteux. */
export const NATURES_REMEDE = ['PAUSE', 'DECALAGE', 'REGROUPEMENT', 'VOISINE', 'VOLANT', 'OFFRE'] as const;
export type NatureRemede = (typeof NATURES_REMEDE)[number];

/** La journée entière d'un professionnel, crèche par crèche : elle remplace son horaire. */
export type VacationProposee = Segment & Readonly<{ professionnelId: string; etablissementId: string }>;

/** Un mouvement possible, avant de savoir ce qu'il répare. */
export type Mouvement = Readonly<{
  nature: NatureRemede;
  /** Deux mouvements d'une même personne ne se combinent pas. */
  professionnelId: string | null;
  phrase: string;
  /** Entre deux mouvements de même effet, le moindre dérangement. */
  derangement: number;
  effet: Effet;
  vacations: readonly VacationProposee[];
  /** Il y faut l'accord des familles : jamais le moindre remède tant qu'un autre corrige quelque chose. */
  dernierRecours?: true;
  textes: readonly TexteLegal[];
}>;

export type Remede = Readonly<{ mouvements: readonly Mouvement[] }> & Issue;
export type Ecarte = Readonly<{ nature: NatureRemede; motif: string }>;

export type Proposition = Readonly<{
  /** Le moindre remède ; rien si aucun ne corrige un quart d'heure. */
  moindre: Remede | null;
  /** Le meilleur de chaque barreau de l'échelle, seul. */
  possibles: readonly Remede[];
  ecartes: readonly Ecarte[];
}>;

/** Ce que devient un remède proposé à qui répond de la crèche. */
export const SUITES_PROPOSITION = { INSCRITE: 'Inscrit au planning', ECARTEE: 'Écarté' } as const;
export type SuiteProposition = keyof typeof SUITES_PROPOSITION;

export type Bords = Readonly<{ finVeille: number | null; debutLendemain: number | null }>;

/** Une crèche du même territoire qui pourrait prêter quelqu'un. */
export type Voisine = Readonly<{
  nom: string;
  creche: CrecheOuverte;
  journee: Journee;
  postes: readonly PosteDuJour[];
}>;

export type Situation = Readonly<{
  creche: CrecheOuverte;
  journee: Journee;
  /** Ce qui manque à la journée, en quarts d'heure d'agent. */
  manque: number;
  accueils: readonly AccueilAttendu[];
  postes: readonly PosteDuJour[];
  voisines: readonly Voisine[];
  /** Les volants du territoire que rien n'occupe ce jour, tous métiers. */
  volants: readonly PosteDuJour[];
  /** La veille et le lendemain de chacun, pour son repos. */
  findBords: (professionnelId: string) => Bords;
}>;

/** Ce qu'un barreau de l'échelle propose, ou pourquoi il ne propose rien. */
export type Barreau = Readonly<{ mouvements: readonly Mouvement[]; motif: string }>;
