/**
 * Filoué : une ligne par enfant et par crèche, pour la statistique nationale des usagers (FIL-01 à FIL-06).
 *
 * Ce que dit le texte : remontée annuelle à la Cnaf ; une famille peut ne pas y paraître ; le matricule ne porte que des chiffres ; le
 * point-virgule sépare les colonnes et ne se trouve dans aucune valeur.
 * Comment il est lu ici : les quinze colonnes d'un export observé, antérieur ou égal à 2022 ; le dessin d'enregistrement en vigueur reste à
 * confirmer auprès de la Caf. Ni nom ni prénom n'y entre jamais. Une donnée absente laisse sa colonne vide et se liste par enfant.
 * Le taux d'effort est celui de la famille au dernier jour d'accueil de l'exercice, à trois décimales comme dans l'export observé (PF-02).
 * Le tarif facturé à l'heure est l'un de ceux que le barème daté donne à la famille, enfants à charge et AEEH comptés, du plancher au
 * plafond de ses jours d'accueil (PF-01 à PF-03) ; sinon il est à vérifier, avec sa raison, sans bloquer : le règlement peut poursuivre le
 * taux au-delà du plafond, ou fixer un tarif unique (PF-06). Les totaux s'accordent à ceux d'AFAS (AFS-05), ou l'écart se dit.
 * Non traité : un taux qui change dans l'année ; le tarif que donneraient les ressources exactes, mois par mois ; le chiffrement du
 * fichier, qui dépend du dépôt de la Caf.
 */
import type { BornesTarif } from '#modules/contrats-eaje/index.ts';
import { arrondi, formatEntierDecimal, formatFraction, fraction, quotient } from '#shared/fraction.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

export const COLONNES_FILOUE = [
  'NUMERO_CAF',
  'NUMERO_DOSSIER_AFC',
  'TOP_ALLOC',
  'MATRICULE',
  'REGIME',
  'DATE_NAISSANCE_INDIVIDU',
  'CODE_POSTAL_FAMILLE',
  'VILLE_FAMILLE',
  'NOMBRE_HEURES_FACTUREES',
  'NOMBRE_HEURES_REALISEES',
  'MONTANT_FACTURE',
  'MONTANT_HORAIRE',
  'TAUX_EFFORT',
  'PREMIERJOUR',
  'DERNIERJOUR',
] as const;

export type EnfantFiloue = Readonly<{
  enfantId: string;
  familleId: string;
  neLe: JourCivil;
  apparait: boolean;
  matricule: string | null;
  regime: number | null;
  codePostal: string | null;
  ville: string | null;
  minutesFacturees: number;
  minutesRealisees: number;
  participationsCentimes: number;
  /** En dix-millièmes de pour cent ; nul : les ressources de ce jour ne sont pas inscrites, ou le barème n'est pas saisi. */
  tauxEffort: number | null;
  /** Ce que le barème permet à l'heure, de son premier à son dernier jour ; nul : on ne le sait pas. */
  tarifs: BornesTarif | null;
  premierJour: JourCivil;
  dernierJour: JourCivil;
}>;

type Identifiants = Readonly<{ organismeCaf: string | null; dossierAfc: string | null }>;

const decimal = (centiemes: number) => `${Math.trunc(centiemes / 100)}.${String(centiemes % 100).padStart(2, '0')}`;
const heures = (minutes: number) => decimal(arrondi(fraction(minutes, 60), 2));
/** « 0.062 » : trois décimales de pour cent. */
const formatTaux = (taux: number) => `0.${String(arrondi(fraction(taux, 10))).padStart(3, '0')}`;
const cleanValeur = (valeur: string | null) => (valeur ?? '').replace(/[;"\r\n]+/g, ' ').trim();

/** Le montant facturé d'une heure, en centimes ; zéro sans heure. */
const computeHoraire = ({ minutesFacturees, participationsCentimes }: Totaux) =>
  minutesFacturees > 0 ? arrondi(quotient(participationsCentimes, fraction(minutesFacturees, 60))) : 0;

/** Les valeurs d'un enfant, dans l'ordre des colonnes. */
export function buildLigneFiloue(enfant: EnfantFiloue, { organismeCaf, dossierAfc }: Identifiants): string[] {
  const { minutesFacturees, participationsCentimes } = enfant;
  return [
    cleanValeur(organismeCaf),
    cleanValeur(dossierAfc),
    enfant.matricule === null ? '0' : '1',
    cleanValeur(enfant.matricule),
    enfant.regime === null ? '' : String(enfant.regime),
    formatJour(enfant.neLe, 'court'),
    cleanValeur(enfant.codePostal),
    cleanValeur(enfant.ville),
    heures(minutesFacturees),
    heures(enfant.minutesRealisees),
    decimal(participationsCentimes),
    decimal(computeHoraire(enfant)),
    enfant.tauxEffort === null ? '' : formatTaux(enfant.tauxEffort),
    formatJour(enfant.premierJour, 'court'),
    formatJour(enfant.dernierJour, 'court'),
  ];
}

/** Le fichier entier ; les familles qui ne veulent pas y paraître n'y sont pas (FIL-02). */
export function buildFiloue(enfants: readonly EnfantFiloue[], identifiants: Identifiants): string {
  const lignes = enfants.filter(({ apparait }) => apparait).map((enfant) => buildLigneFiloue(enfant, identifiants));
  return `${[COLONNES_FILOUE, ...lignes].map((ligne) => ligne.join(';')).join('\r\n')}\r\n`;
}

/** Ce qui manque ou surprend pour un enfant ; rien de tout cela n'empêche les autres lignes (FIL-05). */
export function listAnomaliesFiloue(enfant: EnfantFiloue): string[] {
  const { minutesFacturees, minutesRealisees } = enfant;
  return [
    enfant.matricule === null && 'Matricule de la Caf absent',
    enfant.regime === null && 'Régime absent',
    enfant.codePostal === null && 'Code postal absent',
    enfant.ville === null && 'Commune absente',
    enfant.tauxEffort === null && 'Taux d’effort inconnu : ressources de la famille absentes au dernier jour',
    enfant.premierJour > enfant.dernierJour && 'Premier jour d’accueil après le dernier',
    enfant.neLe >= enfant.premierJour && 'Né après son premier jour d’accueil',
    minutesRealisees === 0 && minutesFacturees > 0 && 'Aucune heure réalisée',
    minutesRealisees > 0 &&
      (2 * minutesFacturees < minutesRealisees || minutesFacturees > 2 * minutesRealisees) &&
      'Heures facturées et réalisées trop éloignées (de la moitié au double attendu)',
    findTarifHorsBareme(enfant),
  ].filter((anomalie) => anomalie !== false);
}

/** Douze mois, chacun arrondi au centime. */
const ARRONDIS_CENTIMES = 6;

function findTarifHorsBareme(enfant: EnfantFiloue): string | false {
  const { minutesFacturees, participationsCentimes, tarifs } = enfant;
  if (tarifs === null || minutesFacturees === 0) return false;
  const { minimumCentimes, maximumCentimes } = tarifs;
  const assez = 60 * (participationsCentimes + ARRONDIS_CENTIMES) >= minimumCentimes * minutesFacturees;
  if (assez && 60 * (participationsCentimes - ARRONDIS_CENTIMES) <= maximumCentimes * minutesFacturees) return false;
  const euros = (centimes: number) => `${formatEntierDecimal(centimes, 2)} €`;
  return `Tarif horaire de ${euros(computeHoraire(enfant))} à vérifier : le barème donne de ${euros(minimumCentimes)} à ${euros(maximumCentimes)} à cette famille, enfants à charge et AEEH comptés`;
}

type Totaux = Readonly<{ minutesFacturees: number; minutesRealisees: number; participationsCentimes: number }>;

const ACCORDS = [
  ['minutesFacturees', 'Heures facturées', 'h', 60],
  ['minutesRealisees', 'Heures réalisées', 'h', 60],
  ['participationsCentimes', 'Montant facturé', '€', 100],
] as const;

/**
 * AFS-05 : les enfants d'une crèche, ceux qui n'y paraissent pas compris, font les totaux d'AFAS à un millième près. Filoué se compte des
 * contrats et pointages du moment, AFAS des mois comptés ou figés : un écart dit que l'un a bougé sans l'autre.
 */
export function listEcartsFiloue(enfants: readonly EnfantFiloue[], afas: Totaux): string[] {
  return ACCORDS.flatMap(([cle, nom, unite, parUnite]) => {
    const filoue = enfants.reduce((total, enfant) => total + enfant[cle], 0);
    if (1000 * Math.abs(filoue - afas[cle]) <= afas[cle]) return [];
    const ecrit = (nombre: number) => `${formatFraction(fraction(nombre, parUnite), 0)} ${unite}`;
    return [`${nom} : ${ecrit(filoue)} enfant par enfant, ${ecrit(afas[cle])} aux mois comptés`];
  });
}

/** FIL-03 : ce que la Caf demande de la crèche elle-même. */
export function listIdentifiantsManquants(x: Identifiants & { idEqu: string | null }): string[] {
  return [
    x.organismeCaf === null && 'code de la Caf',
    x.dossierAfc === null && 'numéro de dossier AFC',
    x.idEqu === null && 'identifiant d’équipement (IDEQU)',
  ].filter((manque) => manque !== false);
}
