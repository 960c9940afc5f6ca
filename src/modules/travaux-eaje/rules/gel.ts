/**
 * Les places que des travaux gèlent, à un instant, sur une période (TRV-02, IND-10).
 *
 * Ce que dit la pratique : places gelées × jours ouverts × heures.
 * Comment elle est lue ici : la crèche garde ses places autorisées moins les places gelées ; à une heure où elle en offrait déjà moins (modulation,
 * CAP-04), seules celles qu'elle perd vraiment comptent. Un jour férié ou de congés n'offrait rien. Une fermeture, ou une
 * modulation datée, inscrite pour travaux est l'effet du dossier : elle ne l'efface pas. Le gel va du début, réel ou prévu, à la veille de la réouverture, réelle ou prévue ; tant que la
 * crèche n'a pas rouvert, il court jusqu'à aujourd'hui. Un besoin, même validé, ne gèle rien tant qu'il n'est pas programmé. Deux dossiers le
 * même jour se comptent ensemble : ils ne gèlent jamais, à deux, plus que la crèche n'offre.
 * Non traité : quelles places deux dossiers gèlent (un dossier dit combien, non lesquelles : en deçà de ce que la crèche offre, elles sont
 * tenues pour différentes, comme au relogement) ; une fermeture pour travaux inscrite au calendrier sans dossier ; les places qu'un contrôle limite.
 */
import {
  computeHeuresPlaces,
  type EtablissementOuvert,
  findCapacite,
  isOuvert,
  listPaliers,
} from '#modules/eaje/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import type { Minutes, Plage } from '#shared/quart-d-heure.ts';
import type { DossierTravaux, Prevision } from '../dossier-travaux.ts';

export type Gel = Readonly<{
  du: JourCivil;
  au: JourCivil;
  places: number;
  debut: Minutes | null;
  fin: Minutes | null;
}>;
export type Murs = Pick<EtablissementOuvert, 'ouvre' | 'ferme' | 'jours' | 'autorisations' | 'fermetures'>;

/** Le gel tel qu'il est prévu ; rien sans dates ou sans place gelée. */
export function findGelPrevu({ debutPrevu, reouverturePrevue, ...p }: Prevision): Gel | undefined {
  if (debutPrevu === null || reouverturePrevue === null || p.placesGelees === 0) return undefined;
  return {
    du: debutPrevu,
    au: addJours(reouverturePrevue, -1),
    places: p.placesGelees,
    debut: p.gelDebut,
    fin: p.gelFin,
  };
}

type Avance = Prevision & Pick<DossierTravaux, 'etat' | 'commenceLe' | 'rouvertLe'>;

/** Le gel tel qu'il a lieu : du passé ce qui a été, de l'avenir ce qui est programmé. */
export function findGel(dossier: Avance, aujourdhui: JourCivil): Gel | undefined {
  const prevu = findGelPrevu(dossier);
  if (prevu === undefined) return undefined;
  const { etat, commenceLe, rouvertLe } = dossier;
  const programme = etat === 'PROGRAMME';
  if (!programme && commenceLe === null) return undefined;
  const tard = (a: JourCivil, b: JourCivil) => (a > b ? a : b);
  const du = programme ? tard(prevu.du, aujourdhui) : (commenceLe ?? prevu.du);
  const au = rouvertLe !== null ? addJours(rouvertLe, -1) : programme ? prevu.au : tard(prevu.au, aujourdhui);
  return au < du ? undefined : { ...prevu, du, au };
}

/** La crèche comme si ses travaux ne la fermaient pas. */
export function buildSansTravaux<E extends Murs>(etab: E): E {
  return {
    ...etab,
    fermetures: etab.fermetures.filter(({ motif }) => motif !== 'TRAVAUX'),
    autorisations: etab.autorisations.map((autorisation) => ({
      ...autorisation,
      modulations: autorisation.modulations.filter(({ pendant }) => !pendant),
    })),
  };
}

/** Les heures-places que la crèche aurait ouvertes sans ses fermetures et modulations pour travaux : hors de leurs jours, rien n'a changé. */
export function computeHeuresRouvertes(etab: Murs, { du, au }: Pick<Gel, 'du' | 'au'>): number {
  const fermetures = etab.fermetures.filter(({ motif }) => motif === 'TRAVAUX');
  const modulations = etab.autorisations.flatMap((autorisation) => autorisation.modulations);
  const touchees = [...fermetures, ...modulations.flatMap(({ pendant }) => pendant ?? [])];
  const rouverte = buildSansTravaux(etab);
  let heures = 0;
  for (let jour = du; jour <= au; jour = addJours(jour, 1)) {
    if (!touchees.some((touchee) => containsJour(touchee, jour))) continue;
    const seul = { du: jour, au: jour };
    heures += computeHeuresPlaces(rouverte, seul) - computeHeuresPlaces(etab, seul);
  }
  return heures;
}

export function listJoursOuverts(etab: Murs, { du, au }: Pick<Gel, 'du' | 'au'>): JourCivil[] {
  const jours: JourCivil[] = [];
  for (let jour = du; jour <= au; jour = addJours(jour, 1)) if (isOuvert(etab, jour)) jours.push(jour);
  return jours;
}

/** Les heures de la journée que le gel touche. */
export function computeFenetre(
  { ouvre, ferme }: Pick<Murs, 'ouvre' | 'ferme'>,
  { debut, fin }: Pick<Gel, 'debut' | 'fin'>,
): Plage {
  const premier = Math.max(ouvre, debut ?? ouvre);
  return { debut: premier, fin: Math.max(premier, Math.min(ferme, fin ?? ferme)) };
}

/** Les places qui restent à cet instant. */
export function computeReste(etab: Murs, gels: readonly Gel[], jour: JourCivil, minute: Minutes): number {
  const capacite = findCapacite(etab, jour, minute);
  const autorisees = etab.autorisations.find((autorisation) => containsJour(autorisation, jour))?.places ?? 0;
  const gelees = gels
    .filter((gel) => containsJour(gel, jour) && (gel.debut ?? 0) <= minute && minute < (gel.fin ?? 1440))
    .reduce((total, { places }) => total + places, 0);
  return Math.max(0, Math.min(capacite, autorisees - gelees));
}

/** Places × minutes que ces gels prennent ensemble, dans ces bornes. */
export function computeMinutesGelees(etab: Murs, gels: readonly Gel[], bornes: Pick<Gel, 'du' | 'au'>): number {
  let total = 0;
  for (const jour of listJoursOuverts(etab, bornes)) {
    const siens = gels.filter((gel) => containsJour(gel, jour));
    if (siens.length === 0) continue;
    const coupures = siens.map((gel) => computeFenetre(etab, gel)).flatMap(({ debut, fin }) => [debut, fin]);
    for (const { debut, fin } of listPaliers(etab, jour, coupures))
      total += (fin - debut) * (findCapacite(etab, jour, debut) - computeReste(etab, siens, jour, debut));
  }
  return total;
}
