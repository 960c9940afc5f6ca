/**
 * Ce qui s'oppose à un contrat d'accueil, ou s'y remarque : âge, jours et heures d'ouverture, surnombre (CAP-05).
 *
 * Ce que dit le texte (CSP R2324-27) : les enfants accueillis au même moment ne dépassent pas 115 % de la capacité autorisée. Les crèches
 * accueillent des enfants de moins de six ans (CSP L2324-1).
 * Comment il est lu ici : les contrats réguliers en cours sont comptés quart d'heure par quart d'heure, chaque jour de la semaine, au premier
 * jour ouvert du contrat et après chaque contrat qui commence ensuite dans l'année. Chaque quart d'heure est jugé pour lui-même : un seul
 * au-dessus de la plus large lecture de 115 % refuse ; entre les deux lectures de l'arrondi, on avertit. Une heure hors de l'ouverture avertit ;
 * un jour où la crèche n'ouvre jamais, un premier jour de fermeture, un jour sans autorisation sont refusés : personne n'y accueillerait
 * l'enfant. Six ans passés avertit : aucun texte lu ne l'interdit en ces mots.
 * Une autorisation qui finit ou change pendant le contrat (CAP-03, CAP-05), jusqu'à son dernier jour ou, sans fin prévue, dans l'année : chacune
 * est jugée de même à son premier jour, avec les enfants attendus alors, et avertit sans refuser : d'ici là, d'autres contrats peuvent finir.
 * Une réservation se compte sur son jour, réservations et absences comprises : au-dessus des places, elle le dit aussi.
 * Non traité : les absences, pour un contrat ; le surnombre d'avant septembre 2021.
 */
import {
  computeBornesSurnombre,
  type EtablissementOuvert,
  findCapacite,
  findProchainOuvert,
  isOuvert,
  SURNOMBRE,
} from '#modules/eaje/index.ts';
import { createDonneeDatee, type DonneeDatee } from '#shared/donnee-datee.ts';
import { addAns, addJours, anniversaire, type JourCivil, jourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, overlaps, type Periode } from '#shared/periode.ts';
import { findPlage, formatMinutes, listQuarts, type Plage } from '#shared/quart-d-heure.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { JOURS } from '../contrat.ts';
import { CSP_L2324_1, CSP_R2324_27, CSP_R2324_27_ARRONDI } from './textes.ts';

/** Une phrase, le champ à côté duquel elle se lit ; `bloque` : le contrat ne se signe pas. */
export type Remarque = Readonly<{ champ: string; motif: string; textes: readonly TexteLegal[]; bloque: boolean }>;

export type ContratEnCours = Periode & { semaine: readonly number[] };
type Propose = ContratEnCours & { neLe: JourCivil };

/** Le jour de ses six ans, un enfant n'est plus de ceux que les crèches accueillent. */
const AGE_LIMITE = createDonneeDatee('âge limite de l’accueil en crèche', [
  { du: jourCivil('2000-06-22'), au: null, valeur: 6, texte: CSP_L2324_1 },
]);

/** Tout ce qui s'oppose au contrat proposé, ce qui bloque d'abord. `autres` : les contrats réguliers de la crèche, celui qu'il remplace excepté. */
export function listRemarques(
  propose: Propose,
  etab: EtablissementOuvert,
  autres: readonly ContratEnCours[],
): Remarque[] {
  const remarques = [
    ...listRemarquesAge(propose),
    ...listRemarquesJour(propose.du, etab),
    ...listRemarquesSemaine(propose.semaine, etab),
    ...listSurnombres(propose, etab, autres),
    ...listAutorisationsTraversees(propose, etab, autres),
  ];
  return remarques.sort((a, b) => Number(b.bloque) - Number(a.bloque));
}

export function buildRefus(champ: string, motif: string, textes: readonly TexteLegal[] = []): Remarque {
  return { champ, motif, textes, bloque: true };
}

export function listRemarquesAge({ du, au, neLe }: Periode & { neLe: JourCivil }, champ = 'du'): Remarque[] {
  if (du < neLe) return [buildRefus(champ, `L’enfant naît le ${formatJour(neLe, 'long')} : il s’accueille ensuite.`)];
  const age = findValeur(AGE_LIMITE, du);
  if (age === undefined) return [];
  const limite = anniversaire(neLe, age);
  const [quand, textes] = [`L’enfant a ${age} ans le ${formatJour(limite, 'long')}`, [CSP_L2324_1]];
  if (du >= limite)
    return [{ champ, motif: `${quand} : les crèches accueillent avant cet âge.`, textes, bloque: false }];
  if (au === null || au < limite) return [];
  return [{ champ: 'au', motif: `${quand} : le contrat devrait finir avant.`, textes, bloque: false }];
}

/** Le jour est-il de ceux où la crèche accueille. */
export function listRemarquesJour(jour: JourCivil, etab: EtablissementOuvert, champ = 'du'): Remarque[] {
  if (!etab.autorisations.some((autorisation) => containsJour(autorisation, jour)))
    return [buildRefus(champ, `La crèche n’a pas d’autorisation en cours le ${formatJour(jour, 'long')}.`)];
  if (isOuvert(etab, jour)) return [];
  const prochain = findProchainOuvert(etab, jour);
  const suite = prochain ? ` ; elle rouvre ${formatJour(prochain, 'complet')}` : '';
  return [buildRefus(champ, `La crèche est fermée ${formatJour(jour, 'complet')}${suite}.`)];
}

function listRemarquesSemaine(semaine: readonly number[], etab: EtablissementOuvert): Remarque[] {
  return JOURS.flatMap((jour, rang) => {
    const plage = findPlage(semaine, rang + 1);
    if (plage === undefined) return [];
    if (!etab.jours.includes(rang + 1)) return [buildRefus(`debut.${rang + 1}`, `La crèche n’ouvre pas le ${jour}.`)];
    return listRemarquesHeures(plage, etab, { debut: `debut.${rang + 1}`, fin: `fin.${rang + 1}` });
  });
}

export function listRemarquesHeures(
  { debut, fin }: { debut: number; fin: number },
  { ouvre, ferme }: EtablissementOuvert,
  champs: { debut: string; fin: string },
): Remarque[] {
  const remarques: Remarque[] = [];
  if (debut < ouvre)
    remarques.push({
      champ: champs.debut,
      motif: `La crèche ouvre à ${formatMinutes(ouvre)}.`,
      textes: [],
      bloque: false,
    });
  if (fin > ferme)
    remarques.push({
      champ: champs.fin,
      motif: `La crèche ferme à ${formatMinutes(ferme)}.`,
      textes: [],
      bloque: false,
    });
  return remarques;
}

/**
 * Une réservation se tient dans l'ouverture, au moins en partie, et hors du contrat de l'enfant ce jour-là : il serait compté deux fois.
 * `contrat` : celui qui court ce jour, si l'enfant n'en est pas absent.
 */
export function listRemarquesReservation(
  { jour, debut, fin }: Plage & { jour: JourCivil },
  etab: EtablissementOuvert,
  contrat: Pick<ContratEnCours, 'semaine'> | undefined,
): Remarque[] {
  const { ouvre, ferme } = etab;
  if (fin <= ouvre || ferme <= debut)
    return [
      buildRefus(
        'debut',
        `La crèche ouvre de ${formatMinutes(ouvre)} à ${formatMinutes(ferme)} : ces heures sont dehors.`,
      ),
    ];
  const attendu = contrat && findPlage(contrat.semaine, jourDeSemaine(jour));
  const remarques = listRemarquesHeures({ debut, fin }, etab, { debut: 'debut', fin: 'fin' });
  if (attendu === undefined || fin <= attendu.debut || attendu.fin <= debut) return remarques;
  const heures = `de ${formatMinutes(attendu.debut)} à ${formatMinutes(attendu.fin)}`;
  return [
    buildRefus(
      'debut',
      `Son contrat l’attend déjà ce jour-là ${heures} : ne réservez que les heures d’avant ou d’après.`,
    ),
    ...remarques,
  ];
}

type Quart = { minute: number; jour: JourCivil; nombre: number; places: number };

/** Jusqu'où va le surnombre à cet instant, du moindre au pire ; rien : pas plus d'enfants que de places. */
const NIVEAUX = ['permis', 'a-confirmer', 'refuse'] as const;
type Surnombre = Quart & { niveau: (typeof NIVEAUX)[number]; sur: number; auPlus: number };

function evaluateQuart(quart: Quart): Surnombre[] {
  const { jour, nombre, places } = quart;
  const surnombre = findValeur(SURNOMBRE, jour);
  if (surnombre === undefined || nombre <= places) return [];
  const { sur, auPlus } = computeBornesSurnombre(places, { surnombre });
  const niveau = nombre > auPlus ? 'refuse' : nombre > sur ? 'a-confirmer' : 'permis';
  return [{ ...quart, niveau, sur, auPlus }];
}

/** Ce qui refuse d'abord, puis le plus chargé : un petit palier averti ne masque pas un dépassement refusé. */
function findPire(quarts: readonly Quart[]): Surnombre | undefined {
  return quarts
    .flatMap(evaluateQuart)
    .sort(
      (a, b) => NIVEAUX.indexOf(b.niveau) - NIVEAUX.indexOf(a.niveau) || b.nombre * a.places - a.nombre * b.places,
    )[0];
}

const formatEnfants = (nombre: number) => `${nombre} enfant${nombre > 1 ? 's' : ''}`;

const SUITES: Record<Surnombre['niveau'], (pire: Surnombre) => string> = {
  permis: ({ sur }) => `en surnombre, permis jusqu’à 115 %, soit ${formatEnfants(sur)}.`,
  'a-confirmer': ({ sur }) =>
    `au-dessus de ${formatEnfants(sur)}, l’arrondi de 115 % est à confirmer auprès de la PMI.`,
  refuse: ({ auPlus }) => `au-dessus de 115 %, ${formatEnfants(auPlus)} au plus.`,
};

const formatMoment = ({ minute, places }: Quart) =>
  `à ${formatMinutes(minute)} pour ${places} place${places > 1 ? 's' : ''}`;

const formatAttendus = (quand: string, pire: Surnombre) =>
  `${formatEnfants(pire.nombre)} attendu${pire.nombre > 1 ? 's' : ''} ${quand} : ${SUITES[pire.niveau](pire)}`;

const citeSurnombre = ({ niveau }: Surnombre) => [niveau === 'a-confirmer' ? CSP_R2324_27_ARRONDI : CSP_R2324_27];

function buildRemarque(champ: string, quand: string, pire: Surnombre): Remarque {
  return { champ, motif: formatAttendus(quand, pire), textes: citeSurnombre(pire), bloque: pire.niveau === 'refuse' };
}

/** CAP-05 : au plus une remarque par jour de la semaine. Ce qui est permis se tait : une année de contrat y passe chaque jour. */
function listSurnombres(propose: Propose, etab: EtablissementOuvert, autres: readonly ContratEnCours[]): Remarque[] {
  const voisins = autres.filter((autre) => overlaps(autre, propose));
  return JOURS.flatMap((nom, rang) => {
    const jours = listReperes(propose, voisins).flatMap((repere) => findJour(repere, rang, etab) ?? []);
    const pire = findPire(jours.flatMap((jour) => listQuartsDuContrat(propose, voisins, etab, { jour, rang })));
    if (pire === undefined || pire.niveau === 'permis') return [];
    const quand = `le ${nom} ${formatMoment(pire)}, à partir du ${formatJour(pire.jour, 'court')}`;
    return [buildRemarque(`debut.${rang + 1}`, quand, pire)];
  });
}

/**
 * CAP-03, CAP-05 : ce que deviennent, après le premier jour du contrat, les autorisations qu'il traverse. Celles qui ont fini avant `depuis` ne
 * disent plus rien ; celle qui court alors est jugée ce jour-là.
 */
export function listAutorisationsTraversees(
  contrat: ContratEnCours,
  etab: EtablissementOuvert,
  autres: readonly ContratEnCours[],
  depuis: JourCivil = contrat.du,
): Remarque[] {
  const jusquA = contrat.au ?? addAns(depuis, 1);
  const traverse = (jour: JourCivil) => contrat.du < jour && jour <= jusquA;
  const dater = (jour: JourCivil) => `${jour < depuis ? 'Depuis le' : 'À partir du'} ${formatJour(jour, 'long')}`;
  const ordre = etab.autorisations.toSorted((a, b) => (a.du < b.du ? -1 : 1));
  return ordre.flatMap((autorisation, rang) => {
    const { du, au, places } = autorisation;
    const remarques: Remarque[] = [];
    const pire =
      traverse(du) && (au === null || depuis <= au)
        ? findPireJour(contrat, etab, autres, { ...autorisation, du: du < depuis ? depuis : du })
        : undefined;
    if (pire)
      remarques.push({
        champ: 'du',
        motif: `${dater(du)}, l’autorisation est de ${places} place${places > 1 ? 's' : ''} (CAP-05) : ${formatAttendus(`le ${pire.nom} ${formatMoment(pire)}`, pire)}`,
        textes: citeSurnombre(pire),
        bloque: false,
      });
    const fin = au === null ? null : addJours(au, 1);
    const suivante = ordre[rang + 1]?.du;
    if (fin !== null && traverse(fin) && (suivante === undefined || (fin < suivante && depuis < suivante)))
      remarques.push({
        champ: 'du',
        motif: `${dater(fin)}, la crèche n’a plus d’autorisation${suivante ? ` jusqu’au ${formatJour(suivante, 'long')}` : ''} (CAP-03) : ce contrat court encore.`,
        textes: [],
        bloque: false,
      });
    return remarques;
  });
}

/** Le plus chargé des jours de la première semaine d'une autorisation, s'il passe ce qu'elle permet sans rien confirmer. */
function findPireJour(
  contrat: ContratEnCours,
  etab: EtablissementOuvert,
  autres: readonly ContratEnCours[],
  segment: Periode,
): (Surnombre & { nom: string }) | undefined {
  const quarts = JOURS.flatMap((_, rang) => {
    const jour = findJour(segment.du, rang, etab);
    return jour && containsJour(segment, jour) ? listQuartsDuContrat(contrat, autres, etab, { jour, rang }) : [];
  });
  const pire = findPire(quarts);
  if (pire === undefined || pire.niveau === 'permis') return undefined;
  return { ...pire, nom: JOURS[jourDeSemaine(pire.jour) - 1] ?? '' };
}

/** CAP-05, un jour donné, l'enfant réservé compris : au-dessus des places on le dit, au-dessus de 115 % on refuse. */
export function listSurnombresDuJour(
  { jour, debut, fin }: Plage & { jour: JourCivil },
  etab: EtablissementOuvert,
  attendus: readonly Plage[],
): Remarque[] {
  const pire = findPire(listQuarts({ debut, fin }).flatMap((minute) => buildQuart(etab, jour, minute, attendus)));
  return pire ? [buildRemarque('debut', formatMoment(pire), pire)] : [];
}

/** Une modulation peut fermer toutes les places (CAP-04) ; hors de l'ouverture ou sans autorisation, une autre remarque le dit. */
function buildQuart(
  etab: EtablissementOuvert,
  jour: JourCivil,
  minute: number,
  presents: readonly (Plage | undefined)[],
): Quart[] {
  if (minute < etab.ouvre || minute >= etab.ferme || !isOuvert(etab, jour)) return [];
  if (!etab.autorisations.some((autorisation) => containsJour(autorisation, jour))) return [];
  return [{ minute, jour, places: findCapacite(etab, jour, minute), nombre: 1 + countPresents(presents, minute) }];
}

function countPresents(plages: readonly (Plage | undefined)[], minute: number): number {
  return plages.filter((plage) => plage && plage.debut < minute + 15 && minute < plage.fin).length;
}

/** Les jours où le nombre d'enfants peut monter : le premier du contrat, puis chaque contrat qui commence dans l'année. */
function listReperes({ du, au }: Periode, voisins: readonly ContratEnCours[]): JourCivil[] {
  const jusquA = addAns(du, 1);
  const debuts = voisins
    .map((voisin) => voisin.du)
    .filter((jour) => jour > du && jour <= jusquA && (au === null || jour <= au));
  return [...new Set([du, ...debuts])];
}

/** Les quarts d'heure du contrat ce jour-là, si l'enfant vient encore : les voisins sont ceux de ce jour, non du jour où l'on a commencé à compter. */
function listQuartsDuContrat(
  propose: ContratEnCours,
  voisins: readonly ContratEnCours[],
  etab: EtablissementOuvert,
  { jour, rang }: { jour: JourCivil; rang: number },
): Quart[] {
  const plage = findPlage(propose.semaine, rang + 1);
  if (plage === undefined || !containsJour(propose, jour)) return [];
  const presents = voisins
    .filter((voisin) => containsJour(voisin, jour))
    .map(({ semaine }) => findPlage(semaine, rang + 1));
  return listQuarts(plage).flatMap((minute) => buildQuart(etab, jour, minute, presents));
}

/** Le premier jour ouvert de ce rang dans la semaine, dans les dix semaines. */
function findJour(depuis: JourCivil, rang: number, etab: EtablissementOuvert): JourCivil | undefined {
  const premier = addJours(depuis, (rang + 1 - jourDeSemaine(depuis) + 7) % 7);
  for (let semaines = 0; semaines < 10; semaines += 1) {
    const jour = addJours(premier, 7 * semaines);
    if (isOuvert(etab, jour)) return jour;
  }
  return undefined;
}

/** La valeur de ce jour ; rien avant la première version. */
function findValeur<T>({ versions }: DonneeDatee<T>, jour: JourCivil): T | undefined {
  return versions.find((version) => containsJour(version, jour))?.valeur;
}
