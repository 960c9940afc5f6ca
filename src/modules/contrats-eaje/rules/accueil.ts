/**
 * Ce qui s'oppose à un contrat d'accueil, ou s'y remarque : âge, jours et heures d'ouverture, surnombre (CAP-05).
 *
 * Ce que dit le texte (CSP R2324-27) : les enfants accueillis au même moment ne dépassent pas 115 % de la capacité autorisée.
 * Comment il est lu ici : les contrats réguliers en cours sont comptés quart d'heure par quart d'heure, chaque jour de la semaine, au premier
 * jour du contrat et à chaque contrat qui commence ensuite dans l'année. L'arrondi n'est pas lu : au-dessus de l'entier supérieur le contrat
 * est refusé, entre les deux entiers il avertit. Une heure hors de l'ouverture avertit ; un jour où la crèche n'ouvre jamais, un premier jour de
 * fermeture, un jour sans autorisation sont refusés : personne n'y accueillerait l'enfant. Six ans passés : refusé, l'école l'attend.
 * Une réservation se compte sur son jour, réservations et absences comprises : au-dessus des places elle avertit, de 115 % elle est refusée.
 * Non traité : les absences, pour un contrat.
 */
import { type EtablissementOuvert, findCapacite, findProchainOuvert, isOuvert } from '#modules/eaje/index.ts';
import { addAns, addJours, anniversaire, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, overlaps, type Periode } from '#shared/periode.ts';
import { findPlage, formatMinutes, listQuarts, type Plage } from '#shared/quart-d-heure.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { JOURS } from '../contrat.ts';
import { CSP_R2324_27, CSP_R2324_27_ARRONDI } from './textes.ts';

/** Une phrase, le champ à côté duquel elle se lit ; `bloque` : le contrat ne se signe pas. */
export type Remarque = Readonly<{ champ: string; motif: string; textes: readonly TexteLegal[]; bloque: boolean }>;

export type ContratEnCours = Periode & { semaine: readonly number[] };
type Propose = ContratEnCours & { neLe: JourCivil };

const AGE_LIMITE = 6;
const SURNOMBRE = 115;

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
  ];
  return remarques.sort((a, b) => Number(b.bloque) - Number(a.bloque));
}

function buildRefus(champ: string, motif: string, textes: readonly TexteLegal[] = []): Remarque {
  return { champ, motif, textes, bloque: true };
}

function listRemarquesAge({ du, au, neLe }: Propose): Remarque[] {
  if (du < neLe)
    return [buildRefus('du', `L’enfant naît le ${formatJour(neLe, 'long')} : le contrat commence ensuite.`)];
  const limite = anniversaire(neLe, AGE_LIMITE);
  const quand = `L’enfant a ${AGE_LIMITE} ans le ${formatJour(limite, 'long')}`;
  if (du >= limite) return [buildRefus('du', `${quand} : il n’est plus accueilli en crèche.`)];
  if (au === null || au < limite) return [];
  return [{ champ: 'au', motif: `${quand} : le contrat devrait finir avant.`, textes: [], bloque: false }];
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

type Depassement = { rang: number; minute: number; jour: JourCivil; nombre: number; places: number };

/** CAP-05 : au plus une remarque par jour de la semaine, au quart d'heure le plus chargé. */
function listSurnombres(propose: Propose, etab: EtablissementOuvert, autres: readonly ContratEnCours[]): Remarque[] {
  const voisins = autres.filter((autre) => overlaps(autre, propose));
  return JOURS.flatMap((nom, rang) => {
    const pires = listReperes(propose, voisins).flatMap((repere) => findPire(propose, voisins, etab, { repere, rang }));
    const pire = pires.sort((a, b) => b.nombre / b.places - a.nombre / a.places)[0];
    if (pire === undefined || pire.nombre * 100 <= Math.floor((pire.places * SURNOMBRE) / 100) * 100) return [];
    const bloque = pire.nombre > Math.ceil((pire.places * SURNOMBRE) / 100);
    const motif = `${pire.nombre} enfants attendus le ${nom} à ${formatMinutes(pire.minute)} pour ${pire.places} places, à partir du ${formatJour(pire.jour, 'court')} : au-dessus de 115 %.`;
    return [{ champ: `debut.${rang + 1}`, motif, textes: [bloque ? CSP_R2324_27 : CSP_R2324_27_ARRONDI], bloque }];
  });
}

/** CAP-05, un jour donné : au quart d'heure le plus chargé, l'enfant réservé compris. Au-dessus des places on avertit, de 115 % on refuse. */
export function listSurnombresDuJour(
  { jour, debut, fin }: Plage & { jour: JourCivil },
  etab: EtablissementOuvert,
  attendus: readonly Plage[],
): Remarque[] {
  const quarts = listQuarts({ debut, fin }).flatMap((minute) => {
    const places = findCapacite(etab, jour, minute);
    const nombre = 1 + attendus.filter((autre) => autre.debut < minute + 15 && minute < autre.fin).length;
    return places > 0 && nombre > places ? [{ minute, places, nombre }] : [];
  });
  const pire = quarts.sort((a, b) => b.nombre / b.places - a.nombre / a.places)[0];
  if (pire === undefined) return [];
  const bloque = pire.nombre > Math.ceil((pire.places * SURNOMBRE) / 100);
  const suite = bloque ? 'au-dessus de 115 %' : 'en surnombre, permis jusqu’à 115 % (CSP, art. R2324-27, CAP-05)';
  const motif = `${pire.nombre} enfants attendus à ${formatMinutes(pire.minute)} pour ${pire.places} places : ${suite}.`;
  return [{ champ: 'debut', motif, textes: [bloque ? CSP_R2324_27 : CSP_R2324_27_ARRONDI], bloque }];
}

/** Les jours où le nombre d'enfants peut monter : le premier du contrat, puis chaque contrat qui commence dans l'année. */
function listReperes({ du, au }: Periode, voisins: readonly ContratEnCours[]): JourCivil[] {
  const jusquA = addAns(du, 1);
  const debuts = voisins
    .map((voisin) => voisin.du)
    .filter((jour) => jour > du && jour <= jusquA && (au === null || jour <= au));
  return [...new Set([du, ...debuts])];
}

function findPire(
  propose: Propose,
  voisins: readonly ContratEnCours[],
  etab: EtablissementOuvert,
  { repere, rang }: { repere: JourCivil; rang: number },
): Depassement[] {
  const plage = findPlage(propose.semaine, rang + 1);
  const jour = findJour(repere, rang, etab);
  if (plage === undefined || jour === undefined) return [];
  const presents = voisins
    .filter((voisin) => containsJour(voisin, repere))
    .map(({ semaine }) => findPlage(semaine, rang + 1));
  return listQuarts(plage).flatMap((minute) => {
    const places = findCapacite(etab, jour, minute);
    if (places === 0) return [];
    const nombre = 1 + presents.filter((autre) => autre && autre.debut < minute + 15 && minute < autre.fin).length;
    return [{ rang, minute, jour: repere, nombre, places }];
  });
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
