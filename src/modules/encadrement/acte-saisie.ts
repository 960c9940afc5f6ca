/** Ce que l'on peut saisir sur la journée d'une crèche. */
import { z } from 'zod';
import { listeSaisie, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { parseHeure } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

/** Un remède tel qu'on l'a lu : son empreinte dit si la journée a bougé depuis. */
export const RemedeSaisie = z.object({
  etablissementId: Identifiant,
  jour: JourCivil,
  empreinte: z.string().min(1, 'Rien n’est proposé : relisez la journée.'),
});

/** Une proposition que l'on ne retient pas : qui l'a faite en lit la raison. */
export const PropositionEcartee = z.object({
  etablissementId: Identifiant,
  jour: JourCivil,
  propositionId: Identifiant,
  raison: texteSaisi('Dites pourquoi : la personne qui l’a proposé le lira.', 200),
});

export const GESTES = {
  POSTE: 'Ses heures de ce jour',
  ABSENT: 'Absence imprévue',
  REUNION: 'En réunion dans la crèche, pas auprès des enfants',
  FORMATION: 'En formation, hors de la crèche',
  HORAIRE: 'Revenir à son horaire',
} as const;
export type Geste = keyof typeof GESTES;

const SANS_PERSONNE = 'Choisissez une personne.';
const ILLISIBLE = 'Écrivez l’heure comme 14 h 30.';

/** Une heure tapée, en minutes depuis minuit ; vide : aucune. */
const minutesFacultatives = z
  .string()
  .default('')
  .transform((texte, contexte): number | null => {
    if (texte.trim() === '') return null;
    const [heures, minutes] = parseHeure(texte)?.split(':').map(Number) ?? [];
    if (heures !== undefined && minutes !== undefined) return heures * 60 + minutes;
    contexte.addIssue({ code: 'custom', message: ILLISIBLE });
    return z.NEVER;
  });

/**
 * La journée d'un professionnel, en entier : elle remplace son horaire. `qui` porte, après l'identifiant, l'empreinte de sa journée telle
 * qu'on l'a lue : si un autre l'a changée depuis, on le voit.
 */
export const VacationSaisie = z
  .object({
    etablissementId: Identifiant,
    jour: JourCivil,
    qui: z.string({ error: SANS_PERSONNE }).transform((texte, contexte) => {
      const [id, empreinte] = texte.split(' ');
      const professionnelId = Identifiant.safeParse(id);
      if (professionnelId.success) return { professionnelId: professionnelId.data, empreinte };
      contexte.addIssue({ code: 'custom', message: SANS_PERSONNE });
      return z.NEVER;
    }),
    geste: z.enum(Object.keys(GESTES) as [Geste, ...Geste[]], { error: 'Dites ce qui change.' }),
    debut: minutesFacultatives,
    fin: minutesFacultatives,
    pauseDebut: minutesFacultatives,
    pauseFin: minutesFacultatives,
    motif: texteFacultatif(),
  })
  .superRefine(({ geste, debut, fin, pauseDebut, pauseFin }, contexte) => {
    const dit = (path: string, message: string) => contexte.addIssue({ code: 'custom', path: [path], message });
    if (geste === 'ABSENT' || geste === 'HORAIRE') return;
    if (debut === null) dit('debut', 'Indiquez l’heure de début.');
    if (fin === null) dit('fin', 'Indiquez l’heure de fin.');
    else if (debut !== null && fin <= debut) dit('fin', 'La fin précède le début.');
    if ((pauseDebut === null) !== (pauseFin === null)) dit('pauseFin', 'Une pause a un début et une fin.');
    if (pauseDebut === null || pauseFin === null || debut === null || fin === null) return;
    if (pauseFin <= pauseDebut) dit('pauseFin', 'La fin de la pause précède son début.');
    else if (pauseDebut < debut || pauseFin > fin) dit('pauseDebut', 'La pause est en dehors du poste.');
  });
export type VacationSaisie = z.output<typeof VacationSaisie>;

const heure = (manque: string) =>
  minutesFacultatives.transform((minutes, contexte) => {
    if (minutes !== null) return minutes;
    contexte.addIssue({ code: 'custom', message: manque });
    return z.NEVER;
  });

const sortie = {
  etablissementId: Identifiant,
  jour: JourCivil,
  lieu: z.string().trim().min(1, 'Dites où va la sortie.').max(120, 'Cent vingt signes au plus.'),
  debut: heure('Indiquez l’heure de départ.'),
  fin: heure('Indiquez l’heure de retour.'),
  enfants: listeSaisie(Identifiant).refine((ids) => ids.length > 0, 'Choisissez au moins un enfant.'),
  accompagnants: listeSaisie(Identifiant).refine((ids) => ids.length > 0, 'Choisissez qui accompagne.'),
};
const isDansLOrdre = ({ debut, fin }: { debut: number; fin: number }) => debut < fin;
const DESORDRE = { path: ['fin'], error: 'Le retour précède le départ.' };

/** Une sortie : où, quand, quels enfants, avec qui. */
export const SortieSaisie = z.object(sortie).refine(isDansLOrdre, DESORDRE);

/** La même, corrigée ; `version` dit comment on l'a lue. */
export const SortieCorrection = z
  .object({ ...sortie, sortieId: Identifiant, version: z.string({ error: 'Rouvrez la page avant de modifier.' }) })
  .refine(isDansLOrdre, DESORDRE);

export const SortieRetiree = z.object({ etablissementId: Identifiant, jour: JourCivil, sortieId: Identifiant });
