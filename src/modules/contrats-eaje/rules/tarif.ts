/**
 * Le tarif horaire d'une famille (PF-01, PF-02, PF-03, PF-06) et les jours où un contrat en cours en change (PF-04, PF-05).
 *
 * Ce que dit le texte (circulaire Cnaf 2019-005) : ressources annuelles N-2 avant abattements, divisées par douze, ramenées entre le
 * plancher et le plafond, multipliées par le taux d'effort du nombre d'enfants à charge ; chaque enfant à charge qui a l'AEEH décale d'un
 * rang, même s'il n'est pas l'enfant accueilli. Un relèvement du plafond s'applique à tous les contrats en cours à sa date d'effet ; le
 * tarif se révise aussi au 1er janvier et à tout changement de situation (à confirmer).
 * Comment il est lu ici : le calcul se fait en entiers et n'est arrondi qu'une fois, au centime, le demi vers le haut. Sans ressources
 * connues, le plafond ; pour un enfant confié à l'aide sociale à l'enfance, ou en urgence sans ressources connues, le plancher (à confirmer).
 * Un accueil d'un jour vaut le tarif du contrat en cours ; sans contrat, celui des ressources de ce jour ; en urgence sans ressources
 * inscrites, le plancher pour un enfant à charge. Aucun tarif ne vaut zéro faute de savoir : ce qui manque se dit.
 * Un contrat en cours suit chaque changement de barème et chaque nouvelle déclaration de ressources, à leur date : tous sont dus, dans l'ordre.
 * Non traité : le tarif fixe que le règlement de fonctionnement peut donner à l'enfant confié ou à l'urgence (PF-06) ; le taux poursuivi
 * au-delà du plafond, avec l'accord de la Caf (PF-03) ; la majoration des familles d'un autre territoire ; le
 * repas et les soins d'hygiène que le tarif couvre sans supplément (PF-07) ; un tarif signé qui n'était pas celui de son premier jour ; un
 * changement un jour sans ressources inscrites, qui attend celles qui suivent.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, type Periode } from '#shared/periode.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { computeQuotient, formatEuros, type ModeAccueil, type Ressources } from '../participation.ts';
import { type BaremesSaisis, findBaremeAbsent, findTaux, getBareme, listChangements } from './bareme.ts';
import { PF_01, PF_02, PF_03, PF_04, PF_05, PF_06 } from './textes.ts';

export type Tarif = Readonly<{
  tarifCentimes: number;
  /** Le calcul, ligne à ligne, tel qu'on le montre à la famille. */
  etapes: string[];
  textes: TexteLegal[];
  avertissements: string[];
}>;

type Retenues = Pick<Tarif, 'etapes' | 'textes' | 'avertissements'> & { annuelles: number };

/** « 0,0619 % » d'un taux en dix-millièmes de pour cent. */
function formatTaux(taux: number): string {
  return `0,${String(taux).padStart(4, '0')} %`;
}

/** Les ressources annuelles retenues, et pourquoi. */
function computeRetenues(ressources: Ressources, bareme: ReturnType<typeof getBareme>): Retenues {
  const { plancherCentimes, plafondCentimes, textePlancher, textePlafond } = bareme;
  const { annuellesCentimes, origine } = ressources;
  if (origine === 'ASE' || (origine === 'URGENCE' && annuellesCentimes === null)) {
    const pourquoi =
      origine === 'ASE' ? 'Enfant confié à l’aide sociale à l’enfance' : 'Urgence, ressources pas encore connues';
    const etapes = [`${pourquoi} : ressources au plancher, ${formatEuros(plancherCentimes)} par mois.`];
    const avertissements = ['Le règlement de fonctionnement peut fixer un tarif unique : à confirmer (PF-06).'];
    return { annuelles: plancherCentimes * 12, etapes, textes: [PF_06, textePlancher], avertissements };
  }
  if (annuellesCentimes === null) {
    const etapes = [`Ressources inconnues ou refusées : plafond, ${formatEuros(plafondCentimes)} par mois.`];
    const avertissements = ['Sans justificatif, la famille paie au plafond : à confirmer (PF-06).'];
    return { annuelles: plafondCentimes * 12, etapes, textes: [PF_06, textePlafond], avertissements };
  }
  const mois = formatEuros(computeQuotient(annuellesCentimes, 12));
  const lues = `Ressources annuelles ${formatEuros(annuellesCentimes)} ÷ 12 = ${mois} par mois.`;
  if (annuellesCentimes < plancherCentimes * 12) {
    const etapes = [lues, `Sous le plancher : ${formatEuros(plancherCentimes)} retenus.`];
    return { annuelles: plancherCentimes * 12, etapes, textes: [PF_03, textePlancher], avertissements: [] };
  }
  if (annuellesCentimes <= plafondCentimes * 12)
    return { annuelles: annuellesCentimes, etapes: [lues], textes: [], avertissements: [] };
  const etapes = [lues, `Au-dessus du plafond : ${formatEuros(plafondCentimes)} retenus.`];
  return { annuelles: plafondCentimes * 12, etapes, textes: [PF_03, textePlafond], avertissements: [] };
}

export type Charges = Pick<Ressources, 'enfantsACharge' | 'enfantsAeeh'>;

/** PF-02 : chaque enfant à charge qui a l'AEEH décale d'un rang. */
const computeRang = ({ enfantsACharge, enfantsAeeh }: Charges): number => enfantsACharge + enfantsAeeh;

/** Le taux d'effort de cette famille ce jour, en dix-millièmes de pour cent ; rien si le barème n'est pas saisi. */
export function findTauxEffort(
  charges: Charges,
  jour: JourCivil,
  saisis: BaremesSaisis,
  mode: ModeAccueil = 'COLLECTIF',
): number | undefined {
  return findTaux(computeRang(charges), jour, saisis, mode);
}

/** Du plus bas au plus haut, ce que le barème donne à l'heure. */
export type BornesTarif = Readonly<{ minimumCentimes: number; maximumCentimes: number }>;

/**
 * Le plancher et le plafond de chaque version de la période, au taux de chaque situation connue ; rien si le barème ou la situation manque.
 * Tout tarif régulier est entre les deux, quelles que soient les ressources.
 */
export function computeBornesTarif(
  situations: readonly Charges[],
  { du, au }: Readonly<{ du: JourCivil; au: JourCivil }>,
  saisis: BaremesSaisis,
): BornesTarif | undefined {
  const jours = [du, ...listChangements({ du, au }, saisis)];
  if (situations.length === 0 || jours.some((jour) => findBaremeAbsent(jour, saisis))) return undefined;
  const tarifs = jours.flatMap((jour) => {
    const bareme = getBareme(jour, saisis);
    return situations.flatMap((charges) =>
      [bareme.plancherCentimes, bareme.plafondCentimes].map((mensuelles) =>
        computeQuotient(mensuelles * (findTauxEffort(charges, jour, saisis) ?? 0), 1_000_000),
      ),
    );
  });
  return { minimumCentimes: Math.min(...tarifs), maximumCentimes: Math.max(...tarifs) };
}

/** Le tarif horaire ce jour, en centimes, avec son calcul. Lève `RangeError` si le barème n'est pas saisi (voir `findBaremeAbsent`). */
export function computeTarif(
  ressources: Ressources,
  jour: JourCivil,
  saisis: BaremesSaisis,
  mode: ModeAccueil = 'COLLECTIF',
): Tarif {
  const { enfantsACharge, enfantsAeeh } = ressources;
  const bareme = getBareme(jour, saisis, mode);
  const retenues = computeRetenues(ressources, bareme);
  const rang = computeRang(ressources);
  const taux = bareme.tranches.find(([jusquA]) => rang <= jusquA)?.[1] ?? 0;
  // Douze mois, et des dix-millièmes de pour cent : une seule division, un seul arrondi.
  const tarifCentimes = computeQuotient(retenues.annuelles * taux, 12 * 1_000_000);
  const enfants = `${enfantsACharge} enfant${enfantsACharge > 1 ? 's' : ''} à charge`;
  const decalage = enfantsAeeh > 0 ? `, dont ${enfantsAeeh} avec l’AEEH : rang ${rang}` : '';
  const mois = formatEuros(computeQuotient(retenues.annuelles, 12));
  return {
    tarifCentimes,
    etapes: [
      ...retenues.etapes,
      `${enfants}${decalage} : taux d’effort de ${formatTaux(taux)}.`,
      `${mois} × ${formatTaux(taux)} = ${formatEuros(tarifCentimes)} de l’heure.`,
    ],
    textes: [PF_01, bareme.texteTaux, ...(enfantsAeeh > 0 ? [PF_02] : []), ...retenues.textes],
    avertissements: [...retenues.avertissements, ...listDoutes(jour, saisis, mode)],
  };
}

/** GEN-01 : un barème saisi « à confirmer » avertit. */
function listDoutes(jour: JourCivil, saisis: BaremesSaisis, mode: ModeAccueil): string[] {
  const texte = mode === 'COLLECTIF' ? saisis.find((saisi) => containsJour(saisi, jour))?.texte : undefined;
  if (texte?.confiance !== 'a-confirmer') return [];
  return [`${texte.code}, à confirmer : ${texte.source}. Le tarif se reverra s’il change.`];
}

/** Le tarif de ce jour, ou, s'il ne se calcule pas, ce qui manque. */
export type TarifDuJour = { tarif: Tarif } | { manque: string };

export function evaluateTarif(ressources: Ressources | undefined, jour: JourCivil, saisis: BaremesSaisis): TarifDuJour {
  const absent = findBaremeAbsent(jour, saisis);
  if (absent) return { manque: absent };
  if (ressources) return { tarif: computeTarif(ressources, jour, saisis) };
  const quand = formatJour(jour, 'long');
  return { manque: `Aucune ressource n’est inscrite au ${quand} : inscrivez-les, ou dites qu’elles sont inconnues.` };
}

type AccueilDUnJour = {
  jour: JourCivil;
  nature: 'OCCASIONNEL' | 'URGENCE';
  /** Le contrat de l'enfant qui court ce jour. */
  contrat: { tarifCentimes: number } | undefined;
  ressources: Ressources | undefined;
};

const SANS_RESSOURCES: Ressources = { annuellesCentimes: null, enfantsACharge: 1, enfantsAeeh: 0, origine: 'URGENCE' };

/** Le tarif d'un accueil occasionnel ou d'urgence (PF-06) : figé quand il se réserve. */
export function evaluateTarifReserve(
  { jour, nature, contrat, ressources }: AccueilDUnJour,
  saisis: BaremesSaisis,
): TarifDuJour {
  if (contrat) {
    const etapes = [`Tarif du contrat en cours : ${formatEuros(contrat.tarifCentimes)} de l’heure.`];
    return { tarif: { tarifCentimes: contrat.tarifCentimes, etapes, textes: [], avertissements: [] } };
  }
  if (ressources || nature !== 'URGENCE') return evaluateTarif(ressources, jour, saisis);
  const plancher = evaluateTarif(SANS_RESSOURCES, jour, saisis);
  if ('manque' in plancher) return plancher;
  const compte =
    'Sans ressources inscrites, un enfant à charge est compté : inscrivez-les dès que la famille les donne.';
  return { tarif: { ...plancher.tarif, avertissements: [...plancher.tarif.avertissements, compte] } };
}

/** Un jour où le tarif d'un contrat en cours change, et ce qui le fait changer. */
export type RevisionDue = Readonly<{
  le: JourCivil;
  ancienCentimes: number;
  nouveau: Tarif;
  causes: readonly CauseRevision[];
}>;
export type CauseRevision = 'BAREME' | 'RESSOURCES';

type ContratTarife = { du: JourCivil; au: JourCivil | null; tarifCentimes: number };

/**
 * PF-04, PF-05 : ce que le tarif signé ne suit pas, du premier changement au dernier ; rien s'il est à jour. Un changement est un jour où le
 * barème ou les ressources changent depuis le début du contrat ; chacun se calcule avec les ressources de ce jour.
 */
export function listRevisionsDues(
  contrat: ContratTarife,
  ressources: readonly (Ressources & Periode)[],
  saisis: BaremesSaisis,
  jour: JourCivil,
): RevisionDue[] {
  const periode = { du: contrat.du, au: contrat.au !== null && contrat.au < jour ? contrat.au : jour };
  const bareme = listChangements(periode, saisis);
  const debuts = ressources.map(({ du }) => du).filter((du) => periode.du < du && du <= periode.au);
  const dues: RevisionDue[] = [];
  let ancienCentimes = contrat.tarifCentimes;
  for (const le of [...new Set([...bareme, ...debuts])].sort()) {
    const lu = evaluateTarif(
      ressources.find((connues) => containsJour(connues, le)),
      le,
      saisis,
    );
    if (!('tarif' in lu) || lu.tarif.tarifCentimes === ancienCentimes) continue;
    const causes = [
      ...(bareme.includes(le) ? (['BAREME'] as const) : []),
      ...(debuts.includes(le) ? (['RESSOURCES'] as const) : []),
    ];
    const textes = [...causes.map((cause) => TEXTE_DE[cause]), ...lu.tarif.textes];
    dues.push({ le, ancienCentimes, nouveau: { ...lu.tarif, textes }, causes });
    ancienCentimes = lu.tarif.tarifCentimes;
  }
  return dues;
}

const TEXTE_DE: Record<CauseRevision, TexteLegal> = { BAREME: PF_04, RESSOURCES: PF_05 };
