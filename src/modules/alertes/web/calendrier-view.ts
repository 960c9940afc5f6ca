import type { Agenda } from '#documents/calendrier.ts';
import type { RendezVousPublie } from '../data/publication.server.ts';

const RAFRAICHIR_MINUTES = 60;

export function buildAgenda(publies: readonly RendezVousPublie[], adresse: string): Agenda {
  return {
    nom: 'Marelle, mes échéances',
    rafraichirMinutes: RAFRAICHIR_MINUTES,
    evenements: publies.map(({ uid, quand, titre, lien, sequence, modifieLe, annuleLe }) => {
      const url = `${adresse.replace(/\/$/, '')}${lien}`;
      return { uid, quand, titre, detail: url, lien: url, sequence, modifieLe, annule: annuleLe !== null };
    }),
  };
}
