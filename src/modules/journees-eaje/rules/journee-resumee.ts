/**
 * La journée finie d'une crèche, réduite à ce dont les indicateurs du territoire sont faits (référentiel petite enfance, §9).
 *
 * Ce que dit le texte : l'effectif se tient à tout instant, selon les enfants effectivement présents (R2324-43, CAP-08, CAP-11) ; 115 % de
 * la capacité à un instant, 100 % sur la semaine (R2324-27, CAP-05, CAP-06) ; la catégorie 1 se compare à l'effectif minimal (R2324-42,
 * CAP-10) ; quelqu'un d'apte assure la continuité de direction (R2324-36, CAP-14).
 * Comment il est lu ici : les enfants sont ceux que l'on a pointés, les professionnels ceux que le planning prévoyait, absences et vacations
 * comprises : eux ne pointent pas. Une heure qui manque est celle de l'accueil prévu ; sans accueil prévu, l'enfant ne compte pas. Un jour
 * sans un seul pointage est compté sur les accueils prévus, et le dit. L'occupation se compte en minutes. Au-dessus de 115 %, les deux
 * lectures de l'arrondi se gardent à part (`encadrement/rules/manque.ts`). Sans autorisation connue, ni l'occupation ni le surnombre ne se comptent. Les heures que l'on aurait pu
 * offrir se mesurent sur le réservé, à un enfant qui ne marche pas : ce qu'il permet vaut pour tous. À un enfant qui marche, l'effectif permet
 * parfois davantage : les deux se gardent, et ne s'additionnent pas (IND-28).
 * Les enfants et les accompagnants d'une sortie inscrite ne comptent pas sur place (CAP-12) : toute la crèche sortie, le taux et la
 * continuité ne se jugent pas. Où chaque section arrondit à part, l'offre est celle de la section qui en a le plus : elles prendraient les
 * mêmes places.
 * Non traité : les professionnels réellement venus ; l'effectif des sorties, qui n'entre pas dans ces sommes.
 */
import {
  type AccueilAttendu,
  type Bilan,
  type CodeDoute,
  type CrecheDuJour,
  computeBilan,
  computeJournee,
  computeManqueDuQuart,
  computeMarges,
  type Journee,
  listHeuresLibres,
  listQuartsOu,
  type Marche,
} from '#modules/encadrement/index.ts';
import { PAS } from '#shared/quart-d-heure.ts';
import type { JourneeResumee, PresenceFinie } from '../journee-resumee.ts';

/** Où se coupe la journée en deux demi-journées : un usage, pas du droit. */
const MI_JOURNEE = 13 * 60;

type Demande = Readonly<{
  presences: readonly PresenceFinie[];
  /** Sous cette durée, une place libre ne s'offre pas (réglage du département). */
  dureeMin: number;
  /** Les sections de la crèche : celles qui arrondissent à part offrent chacune les leurs. */
  sections: readonly string[];
}>;

export function computeJourneeResumee(prevue: CrecheDuJour, { presences, ...reglage }: Demande): JourneeResumee {
  const { creche, accueils, postes, journee } = prevue;
  const venus = presences.length === 0 ? accueils : listAccueilsReels(presences, accueils);
  const realisee = presences.length === 0 ? journee : computeJournee(creche, journee.jour, { accueils: venus, postes });
  const bilan = computeBilan(realisee);
  const doute = (code: CodeDoute) => realisee.doutes.find((candidat) => candidat.code === code)?.nombre ?? 0;
  const [libresMatin, libresApresMidi] = computeLibres(prevue, 'NON_MARCHEURS', reglage);
  const [libresMatinMarcheurs, libresApresMidiMarcheurs] = computeLibres(prevue, 'MARCHEURS', reglage);
  return {
    presences: presences.length,
    presencesDouteuses: presences.filter(({ douteuse }) => douteuse).length,
    enfants: realisee.enfants,
    ...computeTenue(realisee, bilan),
    ...computeOccupation(bilan, creche.places > 0),
    libresMatin,
    libresApresMidi,
    libresMatinMarcheurs,
    libresApresMidiMarcheurs,
    sansAutorisation: creche.places === 0,
    marcheInconnue: doute('MARCHE_INCONNUE'),
    postesDouteux: doute('SANS_HORAIRE') + doute('DEUX_LIEUX'),
  };
}

/** Les enfants venus, de l'heure où ils sont arrivés à celle où ils sont partis. */
function listAccueilsReels(
  presences: readonly PresenceFinie[],
  accueils: readonly AccueilAttendu[],
): readonly AccueilAttendu[] {
  return presences.flatMap(({ arrivee, depart, arriveeSupposee, enfantId, sectionId, marcheDepuis, neLe }) => {
    const prevu = accueils.find((accueil) => accueil.enfantId === enfantId);
    const debut = arriveeSupposee ? prevu?.debut : arrivee;
    const fin = depart ?? prevu?.fin;
    if (debut === undefined || fin === undefined || fin <= debut) return [];
    return [{ enfantId, sectionId, marcheDepuis, neLe, nature: prevu?.nature ?? 'OCCASIONNEL', debut, fin }];
  });
}

type Tenue = Pick<JourneeResumee, 'quarts' | 'quartsConformes' | 'requis' | 'cat1' | 'manque' | 'continuite'>;

/** CAP-08, CAP-10, CAP-11, CAP-14 : sur les seuls quarts d'heure où des enfants sont sur place. */
function computeTenue(journee: Journee, bilan: Bilan): Tenue {
  const { nombre, surPlace, requis, prevusCat1 } = journee;
  const quarts = listQuartsOu(nombre, (quart) => (surPlace.nm[quart] ?? 0) + (surPlace.m[quart] ?? 0) > 0);
  const total = (lit: (quart: number) => number) => quarts.reduce((somme, quart) => somme + lit(quart), 0);
  return {
    quarts: quarts.length,
    quartsConformes: quarts.filter((quart) => computeManqueDuQuart(journee, quart) === 0).length,
    requis: total((quart) => requis[quart] ?? 0),
    cat1: total((quart) => prevusCat1[quart] ?? 0),
    manque: bilan.deficit,
    continuite: bilan.sansContinuite.length === 0,
  };
}

type Occupation = Pick<
  JourneeResumee,
  'minutesEnfant' | 'minutesPlace' | 'quartsSurCapacite' | 'quartsSurnombre' | 'quartsAConfirmer'
>;

/** CAP-05 et CAP-06 : ce que la page du jour en dit. */
function computeOccupation(bilan: Bilan, autorisee: boolean): Occupation {
  return {
    minutesEnfant: autorisee ? bilan.minutesEnfant : 0,
    minutesPlace: bilan.minutesPlace,
    quartsSurCapacite: bilan.auDessusCapacite.length,
    quartsSurnombre: bilan.auDessusSurnombre.length,
    quartsAConfirmer: bilan.surnombreAConfirmer.length,
  };
}

/** IND-28 : les places que ni l'agrément ni l'effectif prévu n'empêchaient d'offrir, en quarts d'heure, matin et après-midi. */
function computeLibres(
  { creche, journee }: CrecheDuJour,
  marche: Marche,
  { dureeMin, sections }: Pick<Demande, 'dureeMin' | 'sections'>,
): readonly [number, number] {
  const offres = (creche.agregation === 'UNITE' ? sections : [null]).map((sectionId) => {
    const plages = listHeuresLibres(journee, computeMarges(creche, journee, marche, sectionId), dureeMin);
    const quarts = (du: number, au: number) =>
      plages.reduce(
        (somme, { debut, fin, places }) =>
          somme + (places * Math.max(0, Math.min(fin, au) - Math.max(debut, du))) / PAS,
        0,
      );
    return [quarts(0, MI_JOURNEE), quarts(MI_JOURNEE, 1440)] as const;
  });
  return offres.toSorted((a, b) => b[0] + b[1] - a[0] - a[1])[0] ?? [0, 0];
}
