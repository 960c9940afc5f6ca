import { compareFractions, type Fraction, formatEntierDecimal, formatFraction, fraction } from '#shared/fraction.ts';
import { addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatMois } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { type BaremePsu, formatBareme } from '../bareme.ts';
import type { CrecheSuivie } from '../data/bilans.server.ts';
import { BONUS, type NatureBonus } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import type { Bilan } from '../rules/bilan.ts';
import { computeBonusAttractivite, computeBonusHandicap, computeBonusMixite } from '../rules/bonus.ts';
import { computeOccupationFinanciere, computeOccupationReelle } from '../rules/occupation.ts';
import { computeTauxFacturation } from '../rules/psu.ts';
import { computeScenarios, type Scenario } from '../rules/scenarios.ts';
import {
  buildDoute,
  type ChiffreEcrit,
  findTonTaux,
  formatCible,
  formatPartFacturation,
  formatTauxFacturation,
} from './activite-view.ts';
import {
  ABSENT,
  computeNombre,
  formatCentimes,
  formatEcart,
  formatEuros,
  formatHeures,
  formatPart,
  formatTaux,
} from './formats.ts';

/** Une ligne du tableau des mois ; un mois à venir n'a pas de taux. */
export function buildMois(m: MoisActivite, { aVerifier }: Bilan, aujourdhui: JourCivil, bareme: BaremePsu | undefined) {
  const taux = computeTauxFacturation(m.minutesFacturees, m.minutesRealisees);
  const ouvertes = m.minutesOuvertes - m.ouvertesAVenir;
  const reelle = computeOccupationReelle({ ...m, minutesOuvertes: ouvertes });
  return {
    mois: m.mois,
    nom: formatMois(m.mois, 'court'),
    places: m.places,
    jours: m.joursOuverts,
    ouvertes: formatHeures(m.minutesOuvertes),
    contractees: formatHeures(m.minutesContractees),
    facturees: formatHeures(m.minutesFacturees),
    realisees: formatHeures(m.minutesRealisees),
    reelle: formatTaux(reelle),
    part: Math.min(1, (computeNombre(reelle) ?? 0) / 100),
    taux: formatTauxFacturation(taux, bareme),
    ton: findTonTaux(taux, bareme),
    participations: formatEuros(m.participationsCentimes),
    enfants: m.enfants,
    doutes: m.doutes,
    aVerifier: aVerifier.includes(m),
    etat: findEtat(m, aujourdhui),
    touche: m.touche,
  };
}
function findEtat(m: MoisActivite, aujourdhui: JourCivil): 'fige' | 'avenir' | 'encours' | 'compte' {
  if (m.figeLe !== null) return 'fige';
  if (m.mois > aujourdhui) return 'avenir';
  return addMois(m.mois, 1) > aujourdhui ? 'encours' : 'compte';
}

export type LigneMois = ReturnType<typeof buildMois>;

const serie = (mois: readonly MoisActivite[], lit: (m: MoisActivite) => Fraction | null) =>
  mois.map((m) => computeNombre(lit(m))).filter((valeur) => valeur !== null);

/** Les chiffres d'une crèche, avec le trait de leurs mois. */
export function buildChiffresCreche(
  { creche, bilan, mois }: CrecheSuivie,
  annee: number,
  bareme: BaremePsu | undefined,
): ChiffreEcrit[] {
  return [...buildChiffresHeures({ bilan, mois }, bareme), ...buildChiffresEuros({ creche, bilan }, annee, bareme)];
}

function buildChiffresHeures(
  { bilan, mois }: Pick<CrecheSuivie, 'bilan' | 'mois'>,
  bareme: BaremePsu | undefined,
): ChiffreEcrit[] {
  const finis = mois.filter(({ ouvertesAVenir, minutesOuvertes }) => ouvertesAVenir === 0 && minutesOuvertes > 0);
  const { fait } = bilan;
  const doute = buildDoute(bilan.doutes, '#mois');
  const h = (minutes: number) => `${formatHeures(minutes)} h`;
  return [
    {
      titre: 'Occupation réelle',
      valeur: formatPart(bilan.occupationReelle),
      href: '#mois',
      definition: `Heures réalisées / heures ouvertes : ${h(fait.minutesRealisees)} / ${h(fait.minutesOuvertes)} (OCC-02).`,
      serie: serie(finis, computeOccupationReelle),
      doute,
    },
    {
      titre: 'Occupation financière',
      valeur: formatPart(bilan.occupationFinanciere),
      href: '#mois',
      definition: `Heures facturées / heures ouvertes : ${h(fait.minutesFacturees)} / ${h(fait.minutesOuvertes)} (OCC-03).`,
      serie: serie(finis, computeOccupationFinanciere),
      doute,
    },
    {
      titre: 'Taux de facturation à ce jour',
      valeur: formatPartFacturation(bilan.tauxFacturation, bareme),
      href: '#mois',
      definition: `Heures facturées / heures réalisées : ${h(fait.minutesFacturees)} / ${h(fait.minutesRealisees)} (PSU-01).`,
      cible: formatCible(bareme),
      ton: findTonTaux(bilan.tauxFacturation, bareme),
      serie: serie(finis, (m) => computeTauxFacturation(m.minutesFacturees, m.minutesRealisees)),
      doute,
    },
  ];
}

function buildChiffresEuros(
  { creche, bilan }: Pick<CrecheSuivie, 'creche' | 'bilan'>,
  annee: number,
  bareme: BaremePsu | undefined,
): ChiffreEcrit[] {
  const { projete, psu } = bilan;
  const prix = bareme ? formatBareme(bareme) : `barème ${annee} non saisi`;
  return [
    {
      titre: `PSU ${annee}`,
      valeur: psu.issue === 'calcule' ? formatEuros(psu.psuCentimes) : ABSENT,
      unite: psu.issue === 'calcule' ? '€' : undefined,
      href: '#calcul',
      definition: `Sur l’année projetée au 31 décembre ; le calcul est plus bas. ${prix}.`,
    },
    {
      titre: 'Reste à charge par place',
      valeur:
        bilan.resteAChargeCentimes === null || bilan.places === 0
          ? ABSENT
          : formatEuros(bilan.resteAChargeCentimes / bilan.places),
      unite: bilan.resteAChargeCentimes === null || bilan.places === 0 ? undefined : '€',
      href: '#calcul',
      definition: `Charges ${formatCentimes(bilan.chargesCentimes)} − PSU − participations ${formatCentimes(projete.participationsCentimes)} − bonus saisis ${formatCentimes(bilan.bonusCentimes)} − autres recettes, sur ${creche.places} places (OCC-06).`,
      manque: bilan.recettesASaisir.length > 0 ? `${bilan.recettesASaisir.join(', ')} : montants à saisir` : undefined,
    },
    {
      titre: 'Facturées au 31 décembre',
      valeur: formatHeures(projete.minutesFacturees),
      unite: 'h',
      href: '#projection',
      definition: bilan.methode.join(' '),
      tendance:
        bilan.ecartPrevisionnel === null
          ? 'Aucun prévisionnel saisi'
          : formatEcartPrevisionnel(bilan.ecartPrevisionnel, bilan.factureesPrevues ?? 0),
      ton: bilan.ecartSignale ? 'bientot' : undefined,
    },
  ];
}

/** « 1,5 % au-dessus des 75 696 h prévues ». */
function formatEcartPrevisionnel(ecart: Fraction, minutesPrevues: number): string {
  const sens = compareFractions(ecart, 0);
  const prevues = `${formatHeures(minutesPrevues)}\u00a0h prévues`;
  if (sens === 0) return `comme les ${prevues}`;
  return `${formatTaux(absolue(ecart))}\u00a0% ${sens > 0 ? 'au-dessus' : 'au-dessous'} des ${prevues}`;
}

const absolue = ({ n, d }: Fraction): Fraction => ({ n: n < 0n ? -n : n, d });

/** Le calcul pas à pas, ou ce qui empêche de le faire. */
export function buildCalcul({ bilan }: CrecheSuivie) {
  const { psu } = bilan;
  return psu.issue === 'calcule'
    ? {
        etapes: [
          ...psu.etapes,
          `Recette : prestation et participations = ${formatCentimes(psu.recetteCentimes)} ; une hausse des participations réduit d’autant la prestation (PSU-08)`,
          ...(bilan.resteAChargeCentimes === null
            ? []
            : [`Reste à charge : ${formatCentimes(bilan.resteAChargeCentimes)} (OCC-06)`]),
        ],
        textes: psu.textes.map(formatTexte),
        refus: null,
      }
    : { etapes: [], textes: psu.textes.map(formatTexte), refus: psu.motif };
}

/** Les scénarios côte à côte, et la phrase qui aide à décider. */
export function buildScenarios({ creche, bilan }: CrecheSuivie, bareme: BaremePsu | undefined, heures: number) {
  const scenarios = computeScenarios(bareme, bilan.faitsPsu, Math.round(60 * heures));
  if (!scenarios || !bareme) return null;
  const { depart, facturesConstantes, realiseesConstantes, occasionnel } = scenarios;
  const lignes = [
    {
      cle: 'depart',
      titre: bilan.faitsPsu.projete ? 'Sans rien changer, année projetée' : 'L’année telle qu’elle est',
      ...formatScenario({
        ...bilan.faitsPsu,
        minutesFacturees: fraction(bilan.projete.minutesFacturees),
        minutesRealisees: fraction(bilan.projete.minutesRealisees),
        calcul: depart,
        ecartCentimes: 0,
      }),
    },
    facturesConstantes && {
      cle: 'a',
      titre: `a. Taux à ${bareme.seuilBas} %, heures facturées constantes : les enfants viennent davantage`,
      ...formatScenario(facturesConstantes),
    },
    realiseesConstantes && {
      cle: 'b',
      titre: `b. Taux à ${bareme.seuilBas} %, heures réalisées constantes : on raccourcit les contrats`,
      ...formatScenario(realiseesConstantes),
    },
    occasionnel && {
      cle: 'c',
      titre: `c. ${heures.toLocaleString('fr-FR')} heures occasionnelles de plus, facturées et réalisées`,
      ...formatScenario(occasionnel),
    },
  ].filter((ligne) => ligne !== null);
  return { lignes, phrase: formatPhrase(creche.nom, bilan, bareme, heures, scenarios) };
}

function formatScenario({ minutesFacturees, minutesRealisees, calcul, ecartCentimes }: Scenario) {
  return {
    facturees: formatHeures(minutesFacturees),
    realisees: formatHeures(minutesRealisees),
    taux: formatTaux(calcul.taux),
    prix: formatFraction(calcul.prixRetenu, 4),
    psu: formatEuros(calcul.psuCentimes),
    recette: formatEuros(calcul.recetteCentimes),
    ecart: ecartCentimes === 0 ? ABSENT : formatEcart(ecartCentimes),
    ton: ecartCentimes < 0 ? ('retard' as const) : ecartCentimes > 0 ? ('fait' as const) : undefined,
  };
}
export type LigneScenario = ReturnType<typeof formatScenario> & { cle: string; titre: string };

type Calcules = NonNullable<ReturnType<typeof computeScenarios>>;

/** La phrase du référentiel (section 9) : les deux effets, jamais un seul, et l'hypothèse. */
function formatPhrase(
  nom: string,
  bilan: CrecheSuivie['bilan'],
  bareme: BaremePsu,
  heures: number,
  s: Calcules,
): string {
  const { minutesRealisees, minutesContractees } = bilan.fait;
  const plafonne = s.depart.prixRetenu.n * s.depart.prixRevient.d < s.depart.prixRevient.n * s.depart.prixRetenu.d;
  return [
    `${nom} : taux de facturation${bilan.faitsPsu.projete ? ' projeté au 31 décembre' : ''} de ${formatTaux(s.depart.taux, 2)} % (seuil de ${bareme.seuilBas} %).`,
    minutesContractees > 0 &&
      `Les enfants sont venus ${formatFraction(fraction(100 * minutesRealisees, minutesContractees), 0)} % des heures de leurs contrats.`,
    s.realiseesConstantes &&
      `Raccourcir les contrats, sans que les enfants viennent davantage (b) : ${formatEcart(s.realiseesConstantes.ecartCentimes)} de recette par an.`,
    s.facturesConstantes &&
      `Faire venir davantage les enfants, à contrats inchangés (a) : ${formatEcart(s.facturesConstantes.ecartCentimes)} de recette par an.`,
    s.occasionnel &&
      `Ouvrir ${heures.toLocaleString('fr-FR')} h d’accueil occasionnel sur les créneaux libérés (c) : ${formatEcart(s.occasionnel.ecartCentimes)} de recette par an.`,
    `La recette est la PSU et les participations. Hypothèse : prix de revient ${plafonne ? 'au-dessus du' : 'sous le'} prix plafond, charges inchangées, ${formatBareme(bareme)}.`,
  ]
    .filter((partie) => partie !== false && partie !== null)
    .join(' ');
}

/** Les bonus : ce qui est saisi, et ce que la règle donne les années dont la table est connue. */
export function buildBonus({ creche, bilan, mois, exercice }: CrecheSuivie, annee: number) {
  const enfants = Math.max(0, ...mois.map((m) => m.enfants));
  const handicap = Math.max(0, ...mois.map((m) => m.enfantsHandicap));
  const cout = bilan.prixRevientPlaceCentimes;
  const regles: Record<NatureBonus, ReturnType<typeof computeBonusMixite>> = {
    bonusMixiteCentimes: bilan.participationHoraire
      ? computeBonusMixite(annee, creche.places, bilan.participationHoraire)
      : { connu: false, motif: 'montant à saisir : aucune heure facturée' },
    bonusHandicapCentimes:
      enfants > 0 && cout !== null
        ? computeBonusHandicap(annee, {
            places: creche.places,
            part: fraction(handicap, enfants),
            coutPlaceCentimes: cout,
          })
        : { connu: false, motif: 'montant à saisir : charges ou enfants inconnus' },
    bonusTerritoireCentimes: { connu: false, motif: 'montant à saisir : il vient de la convention territoriale' },
    bonusAttractiviteCentimes: computeBonusAttractivite(annee, creche.places, true),
  };
  return (Object.keys(BONUS) as NatureBonus[]).map((nature) => {
    const regle = regles[nature];
    const saisi = exercice?.[nature] ?? null;
    return {
      nature,
      libelle: BONUS[nature],
      saisi: saisi === null ? 'montant à saisir' : formatCentimes(saisi),
      regle: regle.connu ? `${formatEntierDecimal(regle.centimes, 2)} € (${regle.etape})` : regle.motif,
    };
  });
}
