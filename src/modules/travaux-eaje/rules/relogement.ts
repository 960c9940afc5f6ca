/**
 * Ce qu'une crèche hôte peut accueillir de plus, le temps de travaux ailleurs (TRV-02, CAP-05, CAP-06).
 *
 * Ce que dit le texte : les enfants présents au même moment ne passent pas 115 % de la capacité, ni l'occupation de la semaine 100 % (CSP R2324-27).
 * Comment il est lu ici : un enfant relogé est compté présent à toutes les heures touchées, tous les jours ouverts de l'hôte : ce qui est offert tient
 * donc toujours. On retire les enfants que l'hôte attend (contrats et réservations, moins les absences dites), ceux qu'elle accueille déjà
 * d'ailleurs, et ses propres travaux. La semaine se lit du lundi au dimanche, même si les travaux la coupent. L'arrondi de 115 % n'est pas écrit
 * dans le texte lu : entre l'entier au-dessous et l'entier au-dessus, on prévient ; au-delà, le relogement est refusé. Un jour où l'hôte est fermée
 * ne compte pas, et se dit.
 * Non traité : l'encadrement de l'hôte, que les agents redéployés suivent ; la règle du surnombre que dit le règlement de fonctionnement (CAP-07).
 */
import { ARRONDI_SURNOMBRE, type BornesSurnombre, computeBornesSurnombre, SURNOMBRE } from '#modules/eaje/index.ts';
import { addJours, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour } from '#shared/periode.ts';
import { listQuarts, PAS, type Plage } from '#shared/quart-d-heure.ts';
import { accepte, avertit, oppose, type Verdict } from '#shared/verdict.ts';
import { formatJoursOuverts } from '../dossier-travaux.ts';
import { computeFenetre, computeReste, type Gel, listJoursOuverts, type Murs } from './gel.ts';
import { type Accueils, computePresents, listAttendus } from './impact.ts';
import { CSP_R2324_27 } from './textes.ts';

/** `places` : sans réserve ; `auPlus` : si l'arrondi de 115 % monte ; `depasse` : les enfants relogés qu'elle ne peut garder. */
export type PlacesLibres = Readonly<{ places: number; auPlus: number; depasse: number; joursOuverts: number }>;
type Hote = Readonly<{ gels: readonly Gel[]; accueils: Accueils; reloges: number }>;

/** Du lundi de la première semaine touchée au dimanche de la dernière : CAP-06 se juge sur des semaines entières. */
export function computeSemainesEntieres({ du, au }: Pick<Gel, 'du' | 'au'>): Pick<Gel, 'du' | 'au'> {
  return { du: addJours(du, 1 - jourDeSemaine(du)), au: addJours(au, 7 - jourDeSemaine(au)) };
}

/** Les places libres du premier au dernier jour ; `reloges` : les enfants déjà attendus d'ailleurs. */
export function computePlacesLibres(murs: Murs, gel: Gel, hote: Hote): PlacesLibres {
  const fenetre = computeFenetre(murs, gel);
  const jours = listJoursOuverts(murs, computeSemainesEntieres(gel)).map((jour) =>
    readJournee(murs, hote, jour, containsJour(gel, jour) ? fenetre : null),
  );
  const touchees = jours.filter(({ touchee }) => touchee);
  if (touchees.length === 0) return { places: 0, auPlus: 0, depasse: hote.reloges, joursOuverts: 0 };
  const semaines = [...Map.groupBy(jours, ({ jour }) => addJours(jour, 1 - jourDeSemaine(jour))).values()];
  const deLaSemaine = semaines.flatMap(listLibresDeLaSemaine);
  const [sur, auPlus] = (['sur', 'auPlus'] as const).map((borne) =>
    Math.min(...touchees.map((journee) => journee[borne]), ...deLaSemaine),
  ) as [number, number];
  return {
    places: Math.max(0, sur - hote.reloges),
    auPlus: Math.max(0, auPlus - hote.reloges),
    depasse: Math.max(0, hote.reloges - Math.max(0, auPlus)),
    joursOuverts: touchees.length,
  };
}

type Journee = BornesSurnombre &
  Readonly<{ jour: JourCivil; touchee: boolean; offertes: number; prises: number; duree: number }>;

/** Un jour de l'hôte : ce qui est libre à l'heure touchée la plus chargée, et les minutes de place offertes et prises. */
function readJournee(murs: Murs, { gels, accueils }: Hote, jour: JourCivil, fenetre: Plage | null): Journee {
  const surnombre = SURNOMBRE.at(jour);
  const presents = computePresents(listAttendus(accueils, jour));
  let [sur, auPlus, offertes, prises] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const quart of listQuarts({ debut: murs.ouvre, fin: murs.ferme })) {
    const reste = computeReste(murs, gels, jour, Math.max(quart, murs.ouvre));
    const venus = presents[quart / PAS] ?? 0;
    offertes += reste * PAS;
    prises += venus * PAS;
    if (fenetre === null || quart + PAS <= fenetre.debut || quart >= fenetre.fin) continue;
    const bornes = computeBornesSurnombre(reste, { surnombre });
    sur = Math.min(sur, bornes.sur - venus);
    auPlus = Math.min(auPlus, bornes.auPlus - venus);
  }
  const duree = fenetre === null ? 0 : fenetre.fin - fenetre.debut;
  return { jour, touchee: fenetre !== null, sur, auPlus, offertes, prises, duree };
}

/** CAP-06 : combien d'enfants de plus, présents aux heures touchées, avant que la semaine passe sa capacité ; rien d'une semaine intacte. */
function listLibresDeLaSemaine(jours: readonly Journee[]): number[] {
  const somme = (lit: (journee: Journee) => number) => jours.reduce((total, journee) => total + lit(journee), 0);
  const premier = jours.find(({ touchee }) => touchee);
  if (premier === undefined) return [];
  const duree = somme((journee) => journee.duree);
  if (duree === 0) return [0];
  const permises = (somme(({ offertes }) => offertes) * SURNOMBRE.at(premier.jour).semaine) / 100;
  return [Math.floor((permises - somme(({ prises }) => prises)) / duree)];
}

/** L'hôte peut-elle accueillir tant d'enfants de plus ? */
export function evaluateRelogement(
  enfants: number,
  hote: string,
  { places, auPlus, joursOuverts }: PlacesLibres,
  { du, au }: Gel,
): Verdict {
  const etapes = [
    `${hote}, du ${formatJour(du, 'long')} au ${formatJour(au, 'long')} : ${compter(places, 'place libre', 'places libres')} à toute heure, ${formatJoursOuverts(joursOuverts)}.`,
  ];
  if (enfants <= places) return accepte(etapes);
  if (enfants <= auPlus)
    return avertit(
      `${hote} : ${compter(places, 'place libre', 'places libres')} sans réserve, ${auPlus} si l’arrondi de 115 % monte. Confirmez-le auprès de la PMI (CAP-05).`,
      [ARRONDI_SURNOMBRE],
      etapes,
    );
  return oppose(
    `${hote} peut accueillir ${compter(auPlus, 'enfant', 'enfants')} de plus, pas ${enfants} : elle passerait sa capacité (CAP-05, CAP-06).`,
    [CSP_R2324_27],
    etapes,
  );
}

const compter = (nombre: number, un: string, plusieurs: string): string => `${nombre} ${nombre > 1 ? plusieurs : un}`;
