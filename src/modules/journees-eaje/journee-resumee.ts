/** La journée finie d'une crèche, en quelques nombres qui s'additionnent : ce dont sont faits les indicateurs d'un territoire. */
import type { JourCivil } from '#shared/jour-civil.ts';

/** Un enfant pointé un jour fini ; `depart` nul ou `arriveeSupposee` : cette heure manque. */
export type PresenceFinie = Readonly<{
  enfantId: string;
  sectionId: string | null;
  marcheDepuis: JourCivil | null;
  neLe: JourCivil;
  arrivee: number;
  depart: number | null;
  arriveeSupposee: boolean;
  douteuse: boolean;
}>;

export type JourneeResumee = Readonly<{
  /** Présences pointées ; aucune : le jour est compté sur les accueils prévus. */
  presences: number;
  presencesDouteuses: number;
  enfants: number;
  /** Quarts d'heure avec des enfants, et parmi eux ceux où l'effectif et la catégorie 1 sont tenus (IND-07). */
  quarts: number;
  quartsConformes: number;
  /** Sommes sur ces quarts (IND-08, IND-09). */
  requis: number;
  cat1: number;
  manque: number;
  /** Minutes de présence, et minutes de place (IND-05). */
  minutesEnfant: number;
  minutesPlace: number;
  /** Quarts d'heure au-dessus de la capacité ; parmi eux, au-dessus de tout arrondi de 115 %, ou du plus bas seulement (IND-06). */
  quartsSurCapacite: number;
  quartsSurnombre: number;
  quartsAConfirmer: number;
  /** IND-16. */
  continuite: boolean;
  /** Quarts de place que l'on aurait pu offrir à un enfant qui ne marche pas, ou à un enfant qui marche : l'un ou l'autre (IND-28). */
  libresMatin: number;
  libresApresMidi: number;
  libresMatinMarcheurs: number;
  libresApresMidiMarcheurs: number;
  sansAutorisation: boolean;
  marcheInconnue: number;
  postesDouteux: number;
}>;
