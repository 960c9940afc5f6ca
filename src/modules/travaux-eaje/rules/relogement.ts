/**
 * Ce qu'une crèche hôte peut accueillir de plus, le temps de travaux ailleurs (TRV-02, CAP-05, CAP-06).
 *
 * Ce que dit le texte : les enfants présents au même moment ne passent pas 115 % de la capacité, ni l'occupation de la semaine 100 % (CSP R2324-27).
 * Comment il est lu ici : un enfant relogé est compté présent à toutes les heures touchées, tous les jours ouverts de l'hôte : ce qui est offert tient
 * donc toujours. On retire les enfants que l'hôte attend (contrats et réservations, moins les absences dites), ceux qu'elle accueille déjà
 * d'ailleurs, et ses propres travaux. L'arrondi de 115 % n'est pas écrit dans le texte lu : l'entier au-dessous est retenu. Au-delà de ces
 * places, le relogement est refusé. Un jour où l'hôte est fermée ne compte pas, et se dit.
 * Non traité : l'encadrement de l'hôte, que les agents redéployés suivent ; la règle du surnombre que dit le règlement de fonctionnement (CAP-07).
 */

import { computeBornesSurnombre, SURNOMBRE } from '#modules/eaje/index.ts';
import { addJours, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { listQuarts, PAS, type Plage } from '#shared/quart-d-heure.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import { formatJoursOuverts } from '../dossier-travaux.ts';
import { computeFenetre, computeReste, type Gel, listJoursOuverts, type Murs } from './gel.ts';
import { type Accueils, computePresents, listAttendus } from './impact.ts';
import { CSP_R2324_27 } from './textes.ts';

export type PlacesLibres = Readonly<{ places: number; joursOuverts: number }>;
type Hote = Readonly<{ gels: readonly Gel[]; accueils: Accueils; reloges: number }>;

/** Les places libres du premier au dernier jour ; `reloges` : les enfants déjà attendus d'ailleurs. */
export function computePlacesLibres(murs: Murs, gel: Gel, hote: Hote): PlacesLibres {
  const jours = listJoursOuverts(murs, gel).map((jour) => readJournee(murs, hote, jour, computeFenetre(murs, gel)));
  const semaines = Map.groupBy(jours, ({ jour }) => addJours(jour, 1 - jourDeSemaine(jour)));
  const libres = [...jours.map(({ libres }) => libres), ...[...semaines.values()].map(computeLibresDeLaSemaine)];
  const places = libres.length === 0 ? 0 : Math.max(0, Math.min(...libres) - hote.reloges);
  return { places, joursOuverts: jours.length };
}

type Journee = Readonly<{ jour: JourCivil; libres: number; offertes: number; prises: number; duree: number }>;

/** Un jour de l'hôte : ce qui est libre à l'heure la plus chargée, et les minutes de place offertes et prises. */
function readJournee(murs: Murs, { gels, accueils }: Hote, jour: JourCivil, fenetre: Plage): Journee {
  const surnombre = SURNOMBRE.at(jour);
  const presents = computePresents(listAttendus(accueils, jour));
  let [libres, offertes, prises] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const quart of listQuarts({ debut: murs.ouvre, fin: murs.ferme })) {
    const reste = computeReste(murs, gels, jour, Math.max(quart, murs.ouvre));
    const venus = presents[quart / PAS] ?? 0;
    offertes += reste * PAS;
    prises += venus * PAS;
    if (quart + PAS > fenetre.debut && quart < fenetre.fin)
      libres = Math.min(libres, computeBornesSurnombre(reste, { surnombre }).sur - venus);
  }
  return { jour, libres, offertes, prises, duree: fenetre.fin - fenetre.debut };
}

/** CAP-06 : combien d'enfants de plus, présents toutes ces heures, avant que la semaine passe sa capacité. */
function computeLibresDeLaSemaine(jours: readonly Journee[]): number {
  const somme = (lit: (journee: Journee) => number) => jours.reduce((total, journee) => total + lit(journee), 0);
  const premier = jours[0];
  const duree = somme((journee) => journee.duree);
  if (premier === undefined || duree === 0) return 0;
  const permises = (somme(({ offertes }) => offertes) * SURNOMBRE.at(premier.jour).semaine) / 100;
  return Math.floor((permises - somme(({ prises }) => prises)) / duree);
}

/** L'hôte peut-elle accueillir tant d'enfants de plus ? */
export function evaluateRelogement(
  enfants: number,
  hote: string,
  { places, joursOuverts }: PlacesLibres,
  { du, au }: Gel,
): Verdict {
  const etapes = [
    `${hote}, du ${formatJour(du, 'long')} au ${formatJour(au, 'long')} : ${places} place${places > 1 ? 's libres' : ' libre'} à toute heure, ${formatJoursOuverts(joursOuverts)}.`,
  ];
  if (enfants <= places) return accepte(etapes);
  return oppose(
    `${hote} peut accueillir ${places} enfant${places > 1 ? 's' : ''} de plus, pas ${enfants} : elle passerait sa capacité (CAP-05, CAP-06).`,
    [CSP_R2324_27],
    etapes,
  );
}
