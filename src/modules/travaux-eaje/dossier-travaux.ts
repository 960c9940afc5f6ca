/** Un dossier de travaux d'une crèche, du besoin à la réouverture (TRV-01). */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Minutes } from '#shared/quart-d-heure.ts';

export const NATURES_TRAVAUX = {
  INCENDIE: 'Sécurité incendie',
  STRUCTURE: 'Toiture, façade, structure',
  RESEAUX: 'Chauffage, eau, électricité, ventilation',
  SANITAIRES: 'Sanitaires et salles de change',
  CUISINE: 'Cuisine et biberonnerie',
  INTERIEUR: 'Sols, murs, dortoirs',
  EXTERIEUR: 'Cour et jeux extérieurs',
  ACCESSIBILITE: 'Accessibilité',
  AUTRE: 'Autre',
} as const;
export type NatureTravaux = keyof typeof NATURES_TRAVAUX;

/** Ce qui impose les travaux, du plus pressant au moins pressant (TRV-01). */
export const ENJEUX = {
  SECURITE: 'Sécurité : un enfant ou un agent peut se blesser',
  CONFORMITE: 'Conformité : la PMI ou une autre autorité les demande',
  CONTINUITE: 'Continuité : sans eux, la crèche fermerait ou réduirait ses places',
  CONFORT: 'Confort : ils améliorent l’accueil ou le travail',
} as const;
export type Enjeu = keyof typeof ENJEUX;

export const PRIORITES: Readonly<Record<Enjeu, string>> = {
  SECURITE: '1 · Sécurité',
  CONFORMITE: '2 · Conformité',
  CONTINUITE: '3 · Continuité',
  CONFORT: '4 · Confort',
};

export const ETATS_TRAVAUX = {
  BESOIN: 'Besoin inscrit',
  VALIDE: 'Validé',
  PROGRAMME: 'Programmé',
  EN_COURS: 'En cours',
  RECU: 'Reçu, à rouvrir',
  ROUVERT: 'Rouvert',
  ABANDONNE: 'Abandonné',
} as const;
export type EtatTravaux = keyof typeof ETATS_TRAVAUX;

export const ACTES_TRAVAUX = {
  valider: 'Valider le besoin',
  programmer: 'Dire les travaux programmés',
  commencer: 'Commencer les travaux',
  recevoir: 'Recevoir les travaux',
  rouvrir: 'Rouvrir la crèche',
  abandonner: 'Abandonner',
} as const;
export type ActeTravaux = keyof typeof ACTES_TRAVAUX;

/** Ce qu'un acte fait au calendrier de la crèche. */
export const CHOIX_CALENDRIER = {
  FERMER: 'Fermer la crèche ces jours-là',
  MODULER: 'Offrir moins de places ces jours-là',
  LEVER: 'Rouvrir la crèche au calendrier',
  RIEN: 'Ne rien changer au calendrier',
} as const;
export type ChoixCalendrier = keyof typeof CHOIX_CALENDRIER;

/** TRV-03 : ce qui est tenu avant de rouvrir. */
export const POINTS_REOUVERTURE = {
  INCENDIE: 'Sécurité incendie',
  AIR_EAU: 'Qualité de l’air et de l’eau',
  MENAGE: 'Ménage et désinfection',
  MOBILIER: 'Mobilier et jeux en place',
  EFFECTIFS: 'Équipe au complet',
  AVIS: 'Avis requis (PMI, commission de sécurité)',
  FAMILLES: 'Familles informées de la réouverture',
} as const;
export type PointReouverture = keyof typeof POINTS_REOUVERTURE;

export const INFORMES_TRAVAUX = {
  PCD: 'Président du conseil départemental (PMI)',
  FAMILLES: 'Familles',
} as const;
export type InformeTravaux = keyof typeof INFORMES_TRAVAUX;

/** Ce que les travaux gèlent : tant de places, de `debutPrevu` à la veille de `reouverturePrevue`, à ces heures ou toute la journée. */
export type Prevision = Readonly<{
  debutPrevu: JourCivil | null;
  reouverturePrevue: JourCivil | null;
  placesGelees: number;
  gelDebut: Minutes | null;
  gelFin: Minutes | null;
}>;

/** L'impact arrêté (TRV-02), et la prévision dont il se calcule. */
export type ImpactArrete = Prevision &
  Readonly<{
    chiffreLe: JourCivil;
    joursOuverts: number;
    /** Places × minutes ouvertes. */
    minutesGelees: number;
    /** Minutes d'accueil que les contrats prévoient et que la crèche ne peut plus assurer. */
    minutesPerdues: number;
    enfants: number;
    agents: number;
  }>;

export type PointTenu = Readonly<{
  id: string;
  point: PointReouverture;
  tenuLe: JourCivil;
  preuve: string;
  par: string;
}>;

export type InformationTravaux = Readonly<{
  id: string;
  destinataire: InformeTravaux;
  le: JourCivil;
  version: number;
}>;

/** Ce qu'une information disait avant qu'une personne la corrige ou la retire. */
export type CorrectionTravaux = {
  id: string;
  le: JourCivil;
  motif: string;
  avant: Record<string, string>;
  par: string;
};

export type DossierTravaux = Prevision &
  Readonly<{
    id: string;
    etablissementId: string;
    uniteId: string;
    creche: string;
    territoireId: string | null;
    territoire: string | null;
    nature: NatureTravaux;
    objet: string;
    motif: string;
    enjeux: readonly Enjeu[];
    toucheAutorisation: boolean;
    demandeLe: JourCivil;
    etat: EtatTravaux;
    valideLe: JourCivil | null;
    programmeLe: JourCivil | null;
    commenceLe: JourCivil | null;
    recuLe: JourCivil | null;
    rouvertLe: JourCivil | null;
    abandonneLe: JourCivil | null;
    abandonMotif: string | null;
    impact: ImpactArrete | null;
    /** Nulle si personne ne l'a calculée, ou si l'on ne voit pas l'argent de la crèche. */
    perte: Readonly<{ centimes: number | null; methode: readonly string[] }> | null;
    points: readonly PointTenu[];
    informes: readonly InformationTravaux[];
    reloges: number;
    version: number;
  }>;

/** « 1 jour ouvert », « 5 jours ouverts ». */
export const formatJoursOuverts = (jours: number): string =>
  jours > 1 ? `${jours} jours ouverts` : `${jours} jour ouvert`;
