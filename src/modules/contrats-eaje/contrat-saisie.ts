/** Ce qu'on tape pour un contrat : un jour par ligne, les heures comme on les dit (« 8 h 30 », « 08:30 »). */
import { z } from 'zod';
import { champsReunis, choixSaisi, jourFacultatif, nombreSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { parseHeure } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { MOTIFS_FIN } from './contrat.ts';

const RANGS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Une heure en minutes ; vide : l'enfant ne vient pas. */
const minutesSaisies = z
  .string()
  .optional()
  .transform((texte, contexte): number | null => {
    if (texte === undefined || texte.trim() === '') return null;
    const heure = parseHeure(texte);
    if (heure !== undefined) return Number(heure.slice(0, 2)) * 60 + Number(heure.slice(3));
    contexte.addIssue({ code: 'custom', message: 'Écrivez l’heure comme 8 h 30.' });
    return z.NEVER;
  });

const buildMinutesRequises = (message: string) =>
  minutesSaisies.transform((minutes, contexte): number => {
    if (minutes !== null) return minutes;
    contexte.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const heures = z.partialRecord(z.enum(RANGS), minutesSaisies).default({});

const entier = (message: string, minimum: number, maximum: number) =>
  nombreSaisi(message, { minimum, maximum }).refine(Number.isInteger, { error: message });

const Commun = z.object({
  du: jourCivilSaisi(),
  au: jourFacultatif(),
  adaptationJusquAu: jourFacultatif(),
  debut: heures,
  fin: heures,
  semainesParAn: entier('Indiquez les semaines d’accueil dans l’année, de 1 à 53.', 1, 53),
  mensualites: entier('Indiquez le nombre de mensualités, de 1 à 12.', 1, 12),
  /** Le tarif que la personne a lu avant de signer, en centimes ; vide : elle ne l'a pas encore lu. */
  tarifLu: z.coerce.number().int().optional(),
});
type Commun = z.output<typeof Commun>;

/** Chaque faute se dit d'un coup : ce qui se lit se compare même quand un autre champ est illisible. */
function verifySaisie(lu: Partial<Commun>, contexte: z.RefinementCtx): void {
  const fautifs = new Set(contexte.issues.map(({ path }) => path?.join('.')));
  const refuse = (message: string, ...path: string[]) => contexte.addIssue({ code: 'custom', message, path });
  const lire = <T>(valeur: T, champ: string) => (fautifs.has(champ) ? undefined : (valeur ?? null));
  const semaine = RANGS.map((rang) => [lire(lu.debut?.[rang], `debut.${rang}`), lire(lu.fin?.[rang], `fin.${rang}`)]);
  for (const [i, [de, a]] of semaine.entries()) {
    const rang = String(i + 1);
    if (de === undefined || a === undefined) continue;
    if (de === null && a !== null) refuse('Indiquez l’heure d’arrivée.', 'debut', rang);
    if (de !== null && a === null) refuse('Indiquez l’heure de départ.', 'fin', rang);
    if (de !== null && a !== null && a <= de) refuse('Le départ précède l’arrivée.', 'fin', rang);
  }
  if (semaine.flat().every((minute) => minute === null)) refuse('Indiquez au moins un jour d’accueil.', 'debut', '1');
  const [du, au] = [lire(lu.du, 'du'), lire(lu.au, 'au')];
  if (du && au && au < du) refuse('La fin précède le début.', 'au');
  const adaptation = lire(lu.adaptationJusquAu, 'adaptationJusquAu');
  if (adaptation && ((du && adaptation < du) || (au && adaptation > au)))
    refuse('L’adaptation se tient dans le contrat.', 'adaptationJusquAu');
}
const TOUJOURS = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null };

const listBornes = ({ debut, fin }: Pick<Commun, 'debut' | 'fin'>) =>
  RANGS.flatMap((rang) => [debut[rang] ?? 0, fin[rang] ?? 0]);

export const ContratSaisie = champsReunis(
  Commun.extend({ enfantId: Identifiant })
    .superRefine(verifySaisie, TOUJOURS)
    .transform(({ debut, fin, ...reste }) => ({ ...reste, semaine: listBornes({ debut, fin }) })),
);
export type ContratSaisie = z.output<typeof ContratSaisie>;

/** Un avenant remplace le contrat `id` à partir de son premier jour. */
export const AvenantSaisie = champsReunis(
  Commun.extend({ id: Identifiant, version: versionSaisie })
    .superRefine(verifySaisie, TOUJOURS)
    .transform(({ debut, fin, ...reste }) => ({ ...reste, semaine: listBornes({ debut, fin }) })),
);

export const FinSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  au: jourCivilSaisi(),
  motifFin: choixSaisi(MOTIFS_FIN, 'Choisissez la raison.'),
});

/** L'accueil d'un jour, hors contrat régulier. */
export const ReservationSaisie = z
  .object({
    enfantId: Identifiant,
    jour: jourCivilSaisi(),
    debut: buildMinutesRequises('Indiquez l’heure d’arrivée.'),
    fin: buildMinutesRequises('Indiquez l’heure de départ.'),
    nature: choixSaisi({ OCCASIONNEL: 'Occasionnel', URGENCE: 'Urgence' }, 'Choisissez la nature de l’accueil.'),
  })
  .refine(({ debut, fin }) => fin > debut, { error: 'Le départ précède l’arrivée.', path: ['fin'] });
export type ReservationSaisie = z.output<typeof ReservationSaisie>;
