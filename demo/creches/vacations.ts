import { computeManque } from '#modules/encadrement/index.ts';
import type { Alea } from '../alea.ts';
import { computeJourSemaine, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { listFeries } from './calendrier-scolaire.ts';
import type { Chantier } from './chantier.ts';
import type { CrecheFictive } from './creche-fictive.ts';
import { isAttendu, listPlages, POSTES_CHANGES, type Poste } from './horaires.ts';
import { type JourneeOuverte, openJournee } from './prevision.ts';
import { isProblematique } from './problemes.ts';
import type { Professionnel, VacationFictive } from './professionnels.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
/** Lundi, le prochain jour ouvert : c'est lui que l'écran montre d'abord. */
export const LUNDI = AUJOURDHUI + 2;
/** Quatre semaines passées, deux qui viennent. */
const JOURS = Array.from({ length: 42 }, (_, i) => LUNDI - 28 + i).filter((le) => computeJourSemaine(le) < 6);
/** Lundi, une crèche sur quatre manque de monde ; le vivier garde de quoi y répondre. */
const PART_DES_MANQUES = 0.25;
/** Un manque de lundi : assez pour se voir, assez peu pour se corriger. */
const MANQUE = { auMoins: 3, auPlus: 10 };
/** Quarts d'heure d'agent qu'un changement d'heures peut combler, sans faire venir un volant. */
const CHANGEABLE = 6;
/** Un jour passé sur quatre, rien ne s'est arrangé à temps. */
const LAISSE = 1 / 4;

type Territoire = { creches: readonly CrecheFictive[]; volants: readonly Professionnel[]; decideur: string };

/**
 * Six semaines de décisions : les volants renforcent, l'encadrement tient presque partout. Lundi, les crèches les plus justes manquent
 * d'un agent quelques quarts d'heure, et la moitié du vivier reste libre : il y a de quoi décider.
 */
export function addVacations(chantier: Chantier, territoire: Territoire, alea: Alea): void {
  const feries = new Set(listFeries(chantier.commande.profil));
  for (const creche of territoire.creches)
    if (isProblematique(creche, 'ABSENT_PLACE')) addAbsentPlace(creche, alea.flux('absent', creche.code));
  for (const le of JOURS) {
    if (feries.has(le)) continue;
    const libres = territoire.volants.filter((pro) => pro.categorie !== null && isAttendu(pro, le));
    const engages = libres.slice(0, Math.floor(libres.length * (le === LUNDI ? 0.5 : 0.8)));
    const manquent = le === LUNDI ? listPlusJustes(territoire.creches) : [];
    for (const creche of sortParManque(territoire.creches, le)) {
      const sien = alea.flux(creche.code, le);
      if (manquent.includes(creche)) addManque(creche, le, sien);
      else if (le >= LUNDI || !sien.chance(LAISSE)) reglerJour({ creche, le, engages }, sien);
    }
  }
  for (const creche of territoire.creches) addVieDEquipe(chantier, creche, alea.flux('vie', creche.code));
  const inscrire = (pro: Professionnel) =>
    writeVacations(chantier, pro, territoire.decideur, alea.flux('acte', pro.id));
  for (const pro of [...territoire.creches.flatMap(({ professionnels }) => professionnels), ...territoire.volants])
    inscrire(pro);
}

type Manque = { quarts: number; heures: number; marge: number; manque: readonly number[] };

/** Ce qui manque selon la règle du produit, et la marge du quart le plus juste ; rien si la crèche est fermée. */
function findManque(journeeOuverte: JourneeOuverte, venus?: readonly Professionnel[]): Manque | undefined {
  const journee = journeeOuverte(venus);
  if (!journee) return undefined;
  const manque = [...computeManque(journee)];
  return {
    quarts: manque.filter((n) => n > 0).length,
    heures: manque.reduce((somme, n) => somme + n, 0),
    marge: Math.min(...manque.map((_, quart) => (journee.prevus[quart] ?? 0) - (journee.requis[quart] ?? 0))),
    manque,
  };
}

/** Les crèches où il manque déjà le plus lundi, à défaut celles qui ont le moins de marge ; celles des autres problèmes s'y ajoutent. */
function listPlusJustes(creches: readonly CrecheFictive[]): CrecheFictive[] {
  const ouvertes = creches.flatMap((creche) => {
    const manque = isProblematique(creche, 'QUOTA') ? undefined : findManque(openJournee(creche, LUNDI));
    return manque ? [{ creche, ...manque }] : [];
  });
  return ouvertes
    .toSorted((a, b) => b.heures - a.heures || a.marge - b.marge)
    .slice(0, Math.ceil(ouvertes.length * PART_DES_MANQUES))
    .map(({ creche }) => creche);
}

function sortParManque(creches: readonly CrecheFictive[], le: Numero): CrecheFictive[] {
  const heures = new Map(creches.map((creche) => [creche.id, findManque(openJournee(creche, le))?.heures ?? 0]));
  return creches.toSorted((a, b) => (heures.get(b.id) ?? 0) - (heures.get(a.id) ?? 0));
}

type Reglage = { creche: CrecheFictive; le: Numero; engages: Professionnel[] };

/** Un volant d'abord, puis une collègue qui change ses heures, à défaut un retour d'arrêt. */
function reglerJour({ creche, le, engages }: Reglage, alea: Alea): void {
  const journeeOuverte = openJournee(creche, le);
  const renforts: Professionnel[] = [];
  for (let tour = 0; tour < 12; tour++) {
    const manque = findManque(journeeOuverte, [...creche.professionnels, ...renforts]);
    if (!manque || manque.quarts === 0) return;
    const volant = manque.heures > CHANGEABLE ? engages.shift() : undefined;
    if (volant) {
      addVacation(volant, { creche, le, motif: 'Renfort du territoire' }, alea);
      renforts.push(volant);
    } else if (
      !changePoste(creche, le, { journeeOuverte, manque, renforts }, alea) &&
      !removeAbsence(creche, le, manque)
    )
      return;
  }
}

type Etat = { journeeOuverte: JourneeOuverte; manque: Manque; renforts: readonly Professionnel[] };

/** La collègue et le poste qui laissent le moins de manque ; faux si personne n'y change rien. */
function changePoste(
  creche: CrecheFictive,
  le: Numero,
  { journeeOuverte, manque, renforts }: Etat,
  alea: Alea,
): boolean {
  const venus = [...creche.professionnels, ...renforts];
  let mieux: { pro: Professionnel; poste: Poste; heures: number } | undefined;
  for (const pro of creche.professionnels) {
    if (pro.categorie === null || !isAttendu(pro, le) || pro.vacations.some((vacation) => vacation.le === le)) continue;
    for (const poste of POSTES_CHANGES) {
      const essai = venus.map((autre) => (autre === pro ? { ...pro, poste } : autre));
      const heures = findManque(journeeOuverte, essai)?.heures ?? 0;
      if (heures < (mieux?.heures ?? manque.heures)) mieux = { pro, poste, heures };
    }
  }
  if (!mieux) return false;
  addVacation(mieux.pro, { creche, le, motif: 'Heures changées avec l’équipe' }, alea, listSegments(mieux.poste));
  return true;
}

/** Le retour le plus utile : celui qui couvre le plus de quarts d'heure sous le taux. */
function removeAbsence(creche: CrecheFictive, le: Numero, { manque }: Manque): boolean {
  const couvre = ({ poste }: Professionnel) =>
    manque.filter((n, quart) => {
      const t = creche.ouvre + quart * 15;
      return n > 0 && listPlages(poste).some(([debut, fin]) => debut <= t && t < fin);
    }).length;
  const [levee] = creche.professionnels
    .filter((pro) => pro.categorie !== null && !isAttendu(pro, le) && isAttendu({ ...pro, absences: [] }, le))
    .filter((pro) => !isPlaceAbsent(pro, le))
    .sort((a, b) => couvre(b) - couvre(a));
  if (!levee) return false;
  levee.absences = levee.absences.flatMap((a) => {
    if (le < a.du || le > a.au) return [a];
    return a.du < le ? [{ ...a, au: le - 1 }] : [];
  });
  return true;
}

/** L'absence de ce jour laisse une vacation derrière elle : elle est à montrer, pas à lever. */
const isPlaceAbsent = ({ absences, vacations }: Professionnel, le: Numero): boolean =>
  absences.some((a) => a.du <= le && le <= a.au && vacations.some((v) => a.du <= v.le && v.le <= a.au));

/** Des arrêts reçus ce matin, jusqu'à ce que quelques quarts d'heure manquent. */
function addManque(creche: CrecheFictive, le: Numero, alea: Alea): void {
  const journeeOuverte = openJournee(creche, le);
  for (let tour = 0; tour < 30; tour++) {
    const manque = findManque(journeeOuverte);
    if (!manque) return;
    if (manque.quarts > MANQUE.auPlus) {
      if (!removeAbsence(creche, le, manque)) return;
    } else if (manque.quarts >= MANQUE.auMoins) return;
    else {
      const venus = creche.professionnels.filter((pro) => pro.categorie !== null && isAttendu(pro, le));
      if (venus.length === 0) return;
      const pro = alea.choix(venus);
      pro.absences.push({ id: alea.identifiant(AUJOURDHUI), du: le, au: le + alea.entier(0, 2), motif: 'maladie' });
    }
  }
}

type Decision = { creche: CrecheFictive; le: Numero; motif: string };
type Segment = readonly [debut: number, fin: number, nature: VacationFictive['nature']];

function listSegments(poste: Poste): Segment[] {
  const [[debut, pause], [reprise, fin]] = listPlages(poste);
  return [
    [debut, pause, 'POSTE'],
    [pause, reprise, 'PAUSE'],
    [reprise, fin, 'POSTE'],
  ];
}

function addVacation(
  pro: Professionnel,
  { creche, le, motif }: Decision,
  alea: Alea,
  segments: readonly Segment[] = listSegments(pro.poste),
): void {
  for (const [debut, fin, nature] of segments)
    pro.vacations.push({
      ...{ id: alea.identifiant(Math.min(le, AUJOURDHUI) - 1), etablissementId: creche.id, le, motif },
      ...{ debut, fin, nature },
    });
}

/** Une décision se prend la veille. */
function writeVacations({ lignes }: Chantier, pro: Professionnel, decideur: string, alea: Alea): void {
  for (const { le, ...vacation } of pro.vacations)
    lignes['eaje.vacation'].push({
      ...vacation,
      professionnelId: pro.id,
      jour: formatNumero(le),
      decideePar: decideur,
      decideeLe: alea.instant(Math.min(le, AUJOURDHUI) - 1),
    });
}

/** Ce qui se décide dans une équipe : une réunion, qui supplée. */
function addVieDEquipe({ lignes }: Chantier, creche: CrecheFictive, alea: Alea): void {
  const mardi = LUNDI + 1;
  const educateur = creche.professionnels.find((pro) => pro.metier === 'EJE' && isAttendu(pro, mardi));
  if (educateur && alea.chance(0.3)) {
    const [matin, soir] = listPlages(educateur.poste);
    const reunion = Math.min(soir[0] + 75, soir[1]);
    addVacation(educateur, { creche, le: mardi, motif: 'Réunion avec la PMI' }, alea, [
      [matin[0], matin[1], 'POSTE'],
      [matin[1], soir[0], 'PAUSE'],
      [soir[0], reunion, 'REUNION'],
      [reunion, soir[1], 'POSTE'],
    ]);
  }
  addSuppleances(lignes, creche, alea);
}

/** Placé hier pour lundi, son arrêt est arrivé depuis : la vacation est restée. */
function addAbsentPlace(creche: CrecheFictive, alea: Alea): void {
  const encadrants = creche.professionnels.filter(({ categorie, au }) => categorie !== null && au === null);
  const absent = encadrants.find((p) => p.absences.some((a) => a.du <= LUNDI && LUNDI <= a.au));
  const pro = absent ?? encadrants.find((p) => isAttendu(p, LUNDI));
  if (!pro) return;
  if (!absent) pro.absences.push({ id: alea.identifiant(AUJOURDHUI), du: LUNDI, au: LUNDI + 1, motif: 'maladie' });
  addVacation(pro, { creche, le: LUNDI, motif: 'Renfort' }, alea);
}

/** Qui supplée la direction, les plus anciens des catégories 1 d'abord ; une crèche sur douze ne l'a pas écrit. */
function addSuppleances(lignes: Chantier['lignes'], creche: CrecheFictive, alea: Alea): void {
  if (alea.chance(1 / 12)) return;
  creche.professionnels
    .filter(({ categorie, au }) => categorie === 1 && au === null)
    .sort((a, b) => a.experienceDepuis - b.experienceDepuis)
    .slice(0, 3)
    .forEach((pro, i) => {
      lignes['eaje.suppleance'].push({ etablissementId: creche.id, professionnelId: pro.id, rang: i + 1 });
    });
}
