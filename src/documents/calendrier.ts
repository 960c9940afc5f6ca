/**
 * Un calendrier au format iCalendar (RFC 5545), publié en entier : tous les agendas savent s'y abonner.
 * Ne sait rien du métier. Les instants s'écrivent en UTC : aucun changement d'heure ne les déplace.
 */
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

export type EvenementDAgenda = {
  /** Le même à chaque publication. */
  uid: string;
  /** Monte à chaque changement. */
  sequence: number;
  /** Instant ISO. */
  modifieLe: string;
  /** Un jour entier « AAAA-MM-JJ », ou un instant ISO. */
  quand: string;
  titre: string;
  detail?: string;
  lien?: string;
  annule: boolean;
};

export type Agenda = { nom: string; rafraichirMinutes: number; evenements: readonly EvenementDAgenda[] };

const PRODUIT = { company: 'Marelle', product: 'Calendrier', language: 'FR' };

/** Rend le texte du calendrier, lignes pliées et finies par CRLF. */
export function renderCalendrier({ nom, rafraichirMinutes, evenements }: Agenda): string {
  const calendrier = ical({
    prodId: PRODUIT,
    name: nom,
    method: ICalCalendarMethod.PUBLISH,
    ttl: rafraichirMinutes * 60,
  });
  for (const evenement of evenements) writeEvenement(calendrier, evenement);
  return `${calendrier.toString()}\r\n`;
}

function writeEvenement(calendrier: ICalCalendar, evenement: EvenementDAgenda): void {
  const { uid, sequence, modifieLe, quand, titre, detail, lien, annule } = evenement;
  calendrier.createEvent({
    id: uid,
    sequence,
    stamp: modifieLe,
    lastModified: modifieLe,
    start: quand,
    allDay: !quand.includes('T'),
    summary: titre,
    description: detail ?? null,
    url: lien ?? null,
    status: annule ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Une échéance ne prend pas le temps de la journée : elle n'empêche pas qu'on y mette un rendez-vous.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}
