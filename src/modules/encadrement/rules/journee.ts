/**
 * La journée d'une crèche, quart d'heure par quart d'heure.
 *
 * Ce que dit le texte : le taux d'encadrement se tient à tout instant (R2324-43, CAP-08) ; comptent les professionnels de catégorie 1 et 2
 * qui sont auprès des enfants, ni les stagiaires, ni la cuisine, ni la direction, ni qui est en pause ou en réunion (CAP-21) ; en
 * l'absence du directeur, une personne présente assure la continuité (R2324-36, CAP-14), en pause ou en réunion aussi : la règle est celle
 * de `eaje`.
 * Comment il est lu ici : un enfant compte dès qu'il est attendu une minute du quart d'heure, un professionnel s'il le couvre en entier.
 * L'occupation, elle, se mesure à la minute (CAP-06).
 * Le statut de marcheur vaut du jour où l'équipe l'a constaté ; inconnu, l'enfant compte comme non-marcheur, ce qui demande davantage.
 * Un apprenti pourrait compter dans une limite souvent citée à 15 %, que nul texte lu ne dit : aucun ne compte (CAP-21, à confirmer).
 * Un professionnel prévu au même moment dans deux crèches ne compte dans aucune. Une section arrondit à part si la crèche l'a choisi.
 * Les enfants d'une sortie inscrite et leurs accompagnants ne sont plus sur place (CAP-12, `sortie.ts`) : l'enfant, des quarts d'heure que la
 * sortie couvre ; l'accompagnant, de ceux qu'elle touche.
 * Non traité : qui est « en sortie » sans qu'elle soit inscrite ; le doute le dit.
 */
import { findSuiteDansLesMurs } from '#modules/eaje/index.ts';
import { addMois, type JourCivil } from '#shared/jour-civil.ts';
import { PAS, type Plage } from '#shared/quart-d-heure.ts';
import type {
  AccueilAttendu,
  CodeDoute,
  CrecheOuverte,
  Doute,
  Enfants,
  FaitsDuJour,
  Grille,
  Groupe,
  Journee,
  Maintenant,
  PosteDuJour,
  Segment,
  Serie,
  Sortie,
} from '../prevision.ts';
import { type Bareme, getBareme } from './bareme.ts';
import {
  computeEffectifRequis,
  computeManquants,
  computePlafond,
  computePlancher,
  computePoids,
  computeTenue,
} from './effectif-requis.ts';
import { computeQuartsCouverts, computeQuartsTouches } from './quarts.ts';

export function computeJournee(creche: CrecheOuverte, jour: JourCivil, faits: FaitsDuJour): Journee {
  const grille = { ouvre: creche.ouvre, nombre: computePlafond(creche.ferme - creche.ouvre, PAS) };
  const bareme = getBareme(jour);
  const enfants = new Set(faits.accueils.map(({ enfantId }) => enfantId)).size;
  // Il faut deux accueils d'un enfant pour que l'un empiète sur l'autre : c'est rare, et les ranger coûte.
  const accueils = enfants === faits.accueils.length ? faits.accueils : listSansChevauchement(grille, faits.accueils);
  const groupes = computeGroupes(grille, listSurPlace(grille, accueils, creche.sorties), jour);
  const surPlace = addGroupes(grille, groupes);
  const tous = creche.sorties.length === 0 ? surPlace : addGroupes(grille, computeGroupes(grille, accueils, jour));
  const journee: Journee = {
    ...grille,
    etablissementId: creche.id,
    jour,
    ...tous,
    surPlace,
    groupes,
    presents: null,
    maintenant: null,
    capacite: computeCapacite(grille, creche),
    ...computeRequis(creche, groupes, grille.nombre, bareme),
    ...computePrevus(grille, faits.postes),
    enfants,
    minutesEnfant: computeMinutesEnfant(grille, faits.accueils),
    doutes: listDoutes(creche, jour, faits, { grille, seuilMarche: computeSeuilMarche(jour) }),
  };
  return faits.pointage ? addPointage(creche, journee, faits.pointage) : journee;
}

type Pointage = NonNullable<FaitsDuJour['pointage']>;

/** La même journée, avec les enfants pointés : le prévu n'en change pas. */
export function addPointage(creche: CrecheOuverte, journee: Journee, pointage: Pointage): Journee {
  const douteux = new Set(pointage.enfants.filter((enfant) => enfant.douteux).map(({ enfantId }) => enfantId)).size;
  if (pointage.enfants.length === 0) return journee;
  return {
    ...journee,
    presents: computePresents(journee, pointage),
    maintenant: computeMaintenant(creche, journee, pointage),
    doutes: douteux > 0 ? [...journee.doutes, { code: 'POINTAGE_DOUTEUX', nombre: douteux }] : journee.doutes,
  };
}

/** Ce dont la journée n'est pas sûre : un chiffre qui en dépend le dit. */
function listDoutes(
  creche: CrecheOuverte,
  jour: JourCivil,
  { accueils, postes }: FaitsDuJour,
  { grille, seuilMarche }: Readonly<{ grille: Grille; seuilMarche: JourCivil }>,
): Doute[] {
  const ferme = grille.ouvre + grille.nombre * PAS;
  const nombres: Record<Exclude<CodeDoute, 'POINTAGE_DOUTEUX'>, number> = {
    SANS_AUTORISATION: creche.places === 0 ? 1 : 0,
    SANS_CONTRAT: accueils.length === 0 ? 1 : 0,
    SANS_PROFESSIONNEL: postes.some(({ categorie }) => categorie !== null) ? 0 : 1,
    MARCHE_INCONNUE: accueils.filter(
      ({ marcheDepuis, neLe }) => (marcheDepuis === null || marcheDepuis > jour) && neLe <= seuilMarche,
    ).length,
    HORS_OUVERTURE: accueils.filter(({ debut, fin }) => debut < grille.ouvre || fin > ferme).length,
    SANS_SECTION: creche.agregation === 'UNITE' ? accueils.filter(({ sectionId }) => sectionId === null).length : 0,
    SANS_HORAIRE: postes.filter(({ etat, categorie }) => etat === 'SANS_HORAIRE' && categorie !== null).length,
    DEUX_LIEUX: postes.filter(({ deuxLieux }) => deuxLieux).length,
    SORTIE_PREVUE: postes.filter(
      ({ professionnelId, segments }) =>
        segments.some(({ nature }) => nature === 'SORTIE') &&
        !creche.sorties.some(({ accompagnants }) => accompagnants.includes(professionnelId)),
    ).length,
  };
  return (Object.keys(nombres) as (keyof typeof nombres)[]).flatMap((code) =>
    nombres[code] > 0 ? [{ code, nombre: nombres[code] }] : [],
  );
}

/** Né avant ce jour, un enfant que l'équipe n'a pas dit marcheur mérite que l'on regarde. */
function computeSeuilMarche(jour: JourCivil): JourCivil {
  return addMois(jour, -18);
}

/** Celui que deux contrats attendent au même moment n'est qu'un : le second ne compte que de la fin du premier. */
function listSansChevauchement<A extends Plage & Pick<AccueilAttendu, 'enfantId'>>(
  grille: Grille,
  accueils: readonly A[],
): A[] {
  const fins = new Map<string, number>();
  return accueils
    .toSorted((a, b) => a.debut - b.debut)
    .map((accueil) => {
      const [, a] = computeQuartsTouches(grille, accueil);
      const debut = Math.max(accueil.debut, fins.get(accueil.enfantId) ?? 0);
      fins.set(accueil.enfantId, Math.max(debut, grille.ouvre + a * PAS));
      return { ...accueil, debut };
    });
}

/** Celles que l'enfant passe dans les heures d'ouverture ; deux contrats au même moment ne font pas deux enfants. */
function computeMinutesEnfant({ ouvre, nombre }: Grille, accueils: readonly AccueilAttendu[]): number {
  const ferme = ouvre + nombre * PAS;
  const fins = new Map<string, number>();
  let minutes = 0;
  for (const accueil of accueils.toSorted((a, b) => a.debut - b.debut)) {
    const debut = Math.max(accueil.debut, fins.get(accueil.enfantId) ?? ouvre);
    const fin = Math.min(accueil.fin, ferme);
    if (fin <= debut) continue;
    minutes += fin - debut;
    fins.set(accueil.enfantId, fin);
  }
  return minutes;
}

/** Ceux qui restent : un enfant n'est plus sur place dans les quarts d'heure que sa sortie couvre en entier. */
function listSurPlace<A extends Enfant & Pick<AccueilAttendu, 'enfantId'>>(
  grille: Grille,
  accueils: readonly A[],
  sorties: readonly Sortie[],
): readonly A[] {
  return sorties.reduce((restes: readonly A[], sortie) => {
    const [de, a] = computeQuartsCouverts(grille, sortie);
    if (a <= de) return restes;
    const [debut, fin] = [grille.ouvre + de * PAS, grille.ouvre + a * PAS];
    const partis = new Set(sortie.enfants);
    return restes.flatMap((accueil) => {
      if (!partis.has(accueil.enfantId)) return [accueil];
      const [avant, apres] = [
        { ...accueil, fin: Math.min(accueil.fin, debut) },
        { ...accueil, debut: Math.max(accueil.debut, fin) },
      ];
      return [avant, apres].filter((reste) => reste.debut < reste.fin);
    });
  }, accueils);
}

type Enfant = Plage & Pick<AccueilAttendu, 'sectionId' | 'marcheDepuis'>;

/** Les enfants, section par section. */
function computeGroupes(grille: Grille, accueils: readonly Enfant[], jour: JourCivil): Groupe[] {
  const { nombre } = grille;
  const parSection = new Map<string | null, { sectionId: string | null; nm: Serie; m: Serie }>();
  for (const accueil of accueils) {
    let groupe = parSection.get(accueil.sectionId);
    if (!groupe) {
      groupe = { sectionId: accueil.sectionId, nm: new Int16Array(nombre), m: new Int16Array(nombre) };
      parSection.set(accueil.sectionId, groupe);
    }
    const [de, a] = computeQuartsTouches(grille, accueil);
    addQuarts(isMarcheur(accueil, jour) ? groupe.m : groupe.nm, de, a);
  }
  return [...parSection.values()];
}

export function isMarcheur({ marcheDepuis }: Pick<AccueilAttendu, 'marcheDepuis'>, jour: JourCivil): boolean {
  return marcheDepuis !== null && marcheDepuis <= jour;
}

function computePresents(journee: Journee, { enfants, maintenant }: Pointage): Journee['presents'] {
  // Encore là : le quart d'heure qui court le compte.
  const plages = enfants.map((enfant) => ({ ...enfant, fin: enfant.fin ?? maintenant + 1 }));
  const groupes = computeGroupes(journee, listSansChevauchement(journee, plages), journee.jour);
  return addGroupes(journee, groupes);
}

/** CAP-08 : l'effectif qu'il faut aux enfants effectivement présents, à l'instant ; celui qui vient de partir n'y est plus. */
function computeMaintenant(
  creche: CrecheOuverte,
  journee: Journee,
  { enfants, maintenant }: Pointage,
): Maintenant | null {
  const quart = Math.floor((maintenant - journee.ouvre) / PAS);
  if (quart < 0 || quart >= journee.nombre) return null;
  const la = enfants.filter(({ debut, fin }) => debut <= maintenant && (fin === null || fin > maintenant));
  const pointes = [...new Map(la.map((enfant) => [enfant.enfantId, enfant])).values()];
  const sorties = creche.sorties.filter(({ debut, fin }) => debut <= maintenant && maintenant < fin);
  const uns = pointes.filter(({ enfantId }) => !sorties.some((sortie) => sortie.enfants.includes(enfantId)));
  const groupes = [...Map.groupBy(uns, ({ sectionId }) => sectionId).values()].map((groupe) => {
    const m = groupe.filter((enfant) => isMarcheur(enfant, journee.jour)).length;
    return { nm: groupe.length - m, m };
  });
  const { total, cat1 } = computeEffectifRequis(creche, groupes, getBareme(journee.jour));
  const m = groupes.reduce((somme, groupe) => somme + groupe.m, 0);
  const prevus = journee.prevus[quart] ?? 0;
  return {
    nm: uns.length - m,
    m,
    enSortie: pointes.length - uns.length,
    requis: total,
    prevus,
    manque: computeManquants(total, cat1, prevus, journee.prevusCat1[quart] ?? 0),
  };
}

function computeCapacite(grille: Grille, { places, modulations }: CrecheOuverte): Serie {
  const capacite = new Int16Array(grille.nombre).fill(places);
  for (const modulation of modulations) {
    const [de, a] = computeQuartsTouches(grille, modulation);
    for (let quart = de; quart < a; quart += 1) capacite[quart] = Math.min(capacite[quart] ?? 0, modulation.places);
  }
  return capacite;
}

type Requis = Pick<Journee, 'requis' | 'requisCat1'>;

/** §2.3, quart par quart, sans créer d'objet : une page en compte des dizaines de milliers. */
export function computeRequis(
  { methode, agregation, places }: Pick<CrecheOuverte, 'methode' | 'agregation' | 'places'>,
  groupes: readonly Groupe[],
  nombre: number,
  bareme: Bareme,
): Requis {
  const requis = new Int16Array(nombre);
  const requisCat1 = new Int16Array(nombre);
  const tenue = computeTenue(methode, bareme);
  const pesees = {
    nm: computePoids(methode, { nm: 1, m: 0 }, bareme),
    m: computePoids(methode, { nm: 0, m: 1 }, bareme),
  };
  for (let quart = 0; quart < nombre; quart += 1) {
    let enfants = 0;
    let poids = 0;
    let parGroupe = 0;
    for (const groupe of groupes) {
      const nm = groupe.nm[quart] ?? 0;
      const m = groupe.m[quart] ?? 0;
      const pese = pesees.nm * nm + pesees.m * m;
      enfants += nm + m;
      poids += pese;
      parGroupe += computePlafond(pese, tenue);
    }
    const plancher = computePlancher(enfants, places, bareme);
    requis[quart] = Math.max(agregation === 'UNITE' ? parGroupe : computePlafond(poids, tenue), plancher.total);
    requisCat1[quart] = plancher.cat1;
  }
  return { requis, requisCat1 };
}

/** Ce que les postes comptent, quart par quart. */
export function computePrevus(
  grille: Grille,
  postes: readonly PosteDuJour[],
): Pick<Journee, 'prevus' | 'prevusCat1' | 'continuite'> {
  const prevus = new Int16Array(grille.nombre);
  const prevusCat1 = new Int16Array(grille.nombre);
  const continuite = new Int16Array(grille.nombre);
  for (const poste of postes) {
    if (poste.etat !== 'PREVU') continue;
    for (const segment of poste.segments) {
      if (segment.nature !== 'POSTE') continue;
      const [de, a] = computeQuartsCouverts(grille, segment);
      if (poste.categorie !== null) addQuarts(prevus, de, a);
      if (poste.categorie === 1) addQuarts(prevusCat1, de, a);
    }
    if (poste.continuite) addContinuite(grille, continuite, { segments: poste.segments, combien: 1 });
  }
  return { prevus, prevusCat1, continuite };
}

type Suite = Readonly<{ segments: readonly Segment[]; combien: 1 | -1 }>;

/** CAP-14 : les quarts d'heure qu'il passe dans les murs en entier, pause et réunion comprises. */
export function addContinuite(grille: Grille, serie: number[] | Serie, { segments, combien }: Suite): void {
  for (let rang = 0; rang < segments.length; rang += 1) {
    const dernier = findSuiteDansLesMurs(segments, rang);
    const premier = segments[rang];
    const fini = segments[dernier];
    if (!premier || !fini) continue;
    const [de, a] = computeQuartsCouverts(grille, { debut: premier.debut, fin: fini.fin });
    for (let quart = de; quart < a; quart += 1) serie[quart] = (serie[quart] ?? 0) + combien;
    rang = dernier;
  }
}

function addQuarts(serie: Serie, de: number, a: number): void {
  for (let quart = de; quart < a; quart += 1) serie[quart] = (serie[quart] ?? 0) + 1;
}

function addGroupes({ nombre }: Grille, groupes: readonly Groupe[]): Enfants {
  return {
    nm: addSeries(
      nombre,
      groupes.map(({ nm }) => nm),
    ),
    m: addSeries(
      nombre,
      groupes.map(({ m }) => m),
    ),
  };
}

function addSeries(nombre: number, series: readonly Serie[]): Serie {
  const somme = new Int16Array(nombre);
  for (const serie of series)
    for (let quart = 0; quart < nombre; quart += 1) somme[quart] = (somme[quart] ?? 0) + (serie[quart] ?? 0);
  return somme;
}
