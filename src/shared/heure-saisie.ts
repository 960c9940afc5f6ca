/** Lire une heure comme les gens la tapent : 14:30, 14h30, 14 h 30, 9h, 1430. */
import { z } from 'zod';

const ILLISIBLE = 'Écrivez l’heure comme 14 h 30.';

/** « 14:30 », ou indéfini si ce n'est pas une heure du jour. */
export function parseHeure(texte: string): string | undefined {
  const lu = /^(\d{1,2})(?:\s*[:hH.]\s*(\d{2})?|(\d{2}))?\s*(?:min)?$/.exec(
    texte.replace(/[\u00a0\u202f]/g, ' ').trim(),
  );
  const [heures, minutes] = [Number(lu?.[1]), Number(lu?.[2] ?? lu?.[3] ?? 0)];
  if (!lu || heures > 23 || minutes > 59) return undefined;
  return `${String(heures).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Champ d'un formulaire ou de l'API : texte tapé en entrée, « HH:MM » en sortie. */
export function heureSaisie() {
  return z
    .string({ error: 'Indiquez une heure.' })
    .transform((texte, contexte): string => {
      const heure = parseHeure(texte);
      if (heure) return heure;
      contexte.addIssue({ code: 'custom', message: texte.trim() ? ILLISIBLE : 'Indiquez une heure.' });
      return z.NEVER;
    })
    .meta({ json: { type: 'string', format: 'time' } });
}
