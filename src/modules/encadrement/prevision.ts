/** Ce dont la journée d'une crèche se calcule : ses heures, les accueils qu'elle attend, les professionnels qu'elle prévoit. */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Minutes, Plage } from '#shared/quart-d-heure.ts';

/** CAP-09 : la méthode que la crèche a choisie ; et si elle arrondit pour tous, ou section par section. */
export type Methode = 'UN_POUR_SIX' | 'CINQ_HUIT';
export type Agregation = 'ETABLISSEMENT' | 'UNITE';

/** Une sortie (CAP-12) : qui est hors de la crèche, de telle heure à telle heure. */
export type Sortie = Plage &
  Readonly<{
    id: string;
    lieu: string;
    /** Identifiants d'enfants, de professionnels. */
    enfants: readonly string[];
    accompagnants: readonly string[];
  }>;

/** Une crèche, un jour où elle ouvre. */
export type CrecheOuverte = Readonly<{
  id: string;
  methode: Methode;
  agregation: Agregation;
  ouvre: Minutes;
  ferme: Minutes;
  /** Places autorisées ce jour ; zéro : aucune autorisation connue. */
  places: number;
  /** CAP-04 : ce que les modulations du jour changent ; à une même heure, la plus basse vaut. */
  modulations: readonly (Plage & Readonly<{ places: number }>)[];
  /** Celles de ce jour. */
  sorties: readonly Sortie[];
}>;

/** Un enfant attendu un jour, de telle heure à telle heure. */
export type AccueilAttendu = Plage &
  Readonly<{
    enfantId: string;
    sectionId: string | null;
    /** Constaté par l'équipe, jamais déduit de l'âge (§2.3). */
    marcheDepuis: JourCivil | null;
    neLe: JourCivil;
    nature: 'REGULIER' | 'OCCASIONNEL' | 'URGENCE';
  }>;

/** Un enfant pointé : là depuis `debut`, parti à `fin`, ou encore là. */
export type EnfantPointe = Pick<AccueilAttendu, 'enfantId' | 'sectionId' | 'marcheDepuis'> &
  Readonly<{ debut: Minutes; fin: Minutes | null; douteux: boolean }>;

/** À l'heure qu'il est : les enfants pointés, ce qu'ils demandent, qui est prévu auprès d'eux. */
export type Maintenant = Readonly<{
  nm: number;
  m: number;
  /** Pointés, et partis en sortie : ils ne sont pas parmi ceux-là. */
  enSortie: number;
  requis: number;
  prevus: number;
  /** Professionnels à ajouter. */
  manque: number;
}>;

export type NatureSegment = 'POSTE' | 'PAUSE' | 'REUNION' | 'FORMATION' | 'SORTIE';
export type Segment = Plage & Readonly<{ nature: NatureSegment }>;

/** Prévu, ou pourquoi il n'est pas là. */
export type EtatPoste = 'PREVU' | 'ABSENT' | 'SANS_HORAIRE' | 'REPOS' | 'AILLEURS';

/** Un professionnel dans une crèche, un jour : ce qu'il y fait, à quelles heures. */
export type PosteDuJour = Readonly<{
  professionnelId: string;
  nom: string;
  prenom: string;
  metier: string;
  libelleMetier: string;
  /** R2324-42 : nulle, il ne compte pas auprès des enfants (CAP-21). */
  categorie: 1 | 2 | null;
  sectionId: string | null;
  /** La crèche de ce jour ; nulle, un volant que rien n'occupe. */
  etablissementId: string | null;
  /** Sa crèche de rattachement ; nulle : un volant. */
  rattachementId: string | null;
  uniteId: string;
  etat: EtatPoste;
  segments: readonly Segment[];
  /** CAP-14 : il peut assurer la continuité de direction. */
  continuite: boolean;
  /** Prévu au même moment dans deux crèches : ces heures ne comptent nulle part. */
  deuxLieux: boolean;
}>;

export type CodeDoute =
  | 'SANS_AUTORISATION'
  | 'SANS_CONTRAT'
  | 'SANS_PROFESSIONNEL'
  | 'MARCHE_INCONNUE'
  | 'HORS_OUVERTURE'
  | 'SANS_SECTION'
  | 'SANS_HORAIRE'
  | 'DEUX_LIEUX'
  | 'SORTIE_PREVUE'
  | 'POINTAGE_DOUTEUX';

/** Ce dont on n'est pas sûr ; `nombre` : combien d'enfants ou de professionnels. */
export type Doute = Readonly<{ code: CodeDoute; nombre: number }>;

const enfants = (nombre: number) => `${nombre} enfant${nombre > 1 ? 's' : ''}`;
const personnes = (nombre: number) => `${nombre} professionnel${nombre > 1 ? 's' : ''}`;

const PHRASES: Record<CodeDoute, (nombre: number) => string> = {
  SANS_AUTORISATION: () =>
    'Aucune autorisation en cours : la capacité est inconnue. Deux professionnels, dont un de catégorie 1, sont demandés quel que soit le nombre d’enfants, et le surnombre n’est pas jugé.',
  SANS_CONTRAT: () => 'Aucun accueil prévu ce jour : les contrats n’y sont peut-être pas encore.',
  SANS_PROFESSIONNEL: () => 'Aucun professionnel qui compte auprès des enfants n’est affecté à cette crèche.',
  MARCHE_INCONNUE: (n) => `${enfants(n)} de plus de dix-huit mois sans marche constatée : comptés comme non-marcheurs.`,
  HORS_OUVERTURE: (n) => `${enfants(n)} attendus en dehors des heures d’ouverture : ces minutes ne sont pas comptées.`,
  SANS_SECTION: (n) => `${enfants(n)} sans section, dans une crèche qui arrondit section par section.`,
  SANS_HORAIRE: (n) => `${personnes(n)} sans horaire : ils ne comptent pas.`,
  DEUX_LIEUX: (n) => `${personnes(n)} prévus au même moment dans deux crèches : ces heures ne comptent nulle part.`,
  SORTIE_PREVUE: (n) =>
    `${personnes(n)} en sortie sans que la sortie soit inscrite : les enfants partis avec eux restent comptés ici.`,
  POINTAGE_DOUTEUX: (n) => `${enfants(n)} dont le pointage est douteux.`,
};

export function formatDoute({ code, nombre }: Doute): string {
  return PHRASES[code](nombre);
}

export type FaitsDuJour = Readonly<{
  accueils: readonly AccueilAttendu[];
  /** Ceux de la crèche ce jour, absents compris. */
  postes: readonly PosteDuJour[];
  /** Les enfants pointés, et l'heure qu'il est ; rien un autre jour. */
  pointage?: Readonly<{ enfants: readonly EnfantPointe[]; maintenant: Minutes }> | undefined;
}>;

/** Les quarts d'heure d'une journée, de l'ouverture à la fermeture. */
export type Grille = Readonly<{ ouvre: Minutes; nombre: number }>;

/** Un nombre par quart d'heure d'ouverture. */
export type Serie = Int16Array;

/** Des enfants, quart par quart : non-marcheurs, marcheurs. */
export type Enfants = Readonly<{ nm: Serie; m: Serie }>;

/** Les enfants d'une section, quart par quart. */
export type Groupe = Readonly<{ sectionId: string | null }> & Enfants;

export type Journee = Grille &
  Readonly<{
    etablissementId: string;
    jour: JourCivil;
    /** Enfants attendus : non-marcheurs, marcheurs ; ceux qui sont en sortie restent accueillis. */
    nm: Serie;
    m: Serie;
    /** Les mêmes, moins ceux qui sont en sortie : le taux sur place se calcule sur eux. */
    surPlace: Enfants;
    groupes: readonly Groupe[];
    /** Enfants pointés présents, chacun une fois ; nuls un autre jour que celui qui court, ou sans aucun pointage. */
    presents: Enfants | null;
    /** Nul aussi hors des heures d'ouverture. */
    maintenant: Maintenant | null;
    capacite: Serie;
    requis: Serie;
    requisCat1: Serie;
    prevus: Serie;
    prevusCat1: Serie;
    /** Personnes aptes à la continuité de direction (CAP-14). */
    continuite: Serie;
    enfants: number;
    /** Minutes d'enfant dans les heures d'ouverture, chacun une fois : un quart d'heure commencé n'y est pas entier (CAP-06). */
    minutesEnfant: number;
    doutes: readonly Doute[];
  }>;

/** Ce qu'il faut et ce que l'on a, quart par quart. */
export type Tenue = Pick<Journee, 'nombre' | 'requis' | 'requisCat1' | 'prevus' | 'prevusCat1'>;
