/** La simulation : des faits écrits en JSON entrent, les obligations qui en naissent sortent. Rien n'est lu ni gardé ailleurs. */
import { z } from 'zod';
import { PARAMETRES } from '#modules/organisation/index.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { getZoneFeriee, ZoneFeriee } from '#shared/jours-feries.ts';
import {
  ACTEURS,
  type Dossier,
  type FaitDate,
  type FaitDefini,
  groupFaits,
  parseDateDeFait,
  type Statut,
} from '#shared/obligation.ts';
import { type Confiance, formatRenvoi } from '#shared/texte-legal.ts';
import { formatIssue } from './faute.ts';
import { compareObligations, computeObligations, type ObligationDue } from './moteur.ts';
import { FAITS } from './referentiel.ts';

const ANNEES = { minimum: 1850, maximum: 2200 };
const HORS_CALENDRIER = `Vérifiez l’année : de ${ANNEES.minimum} à ${ANNEES.maximum}.`;

function isAnneePlausible(texte: string): boolean {
  const annee = Number(texte.slice(0, 4));
  return annee >= ANNEES.minimum && annee <= ANNEES.maximum;
}

const Jour = JourCivil.refine(isAnneePlausible, { error: HORS_CALENDRIER });

const DateDeFait = z
  .string({ error: 'Indiquez la date du fait.' })
  .refine((texte) => parseDateDeFait(texte) !== undefined, {
    error: 'La date s’écrit 2026-11-21, ou 2026-11-21T14:30:00+01:00 si l’heure est connue.',
    abort: true,
  })
  .refine(isAnneePlausible, { error: HORS_CALENDRIER })
  .describe('le jour (AAAA-MM-JJ), ou l’instant ISO 8601 quand l’heure compte');

/** Ce qu'un fait de ce type porte : son type, sa date et ses champs. */
export function buildSchemaDeFait({ type, schema, titre }: FaitDefini) {
  return z
    .strictObject({ type: z.literal(type), date: DateDeFait, ...schema.shape })
    .superRefine((fait, contexte) => {
      for (const [champ, valeur] of Object.entries(fait)) {
        if (champ !== 'date' && JourCivil.safeParse(valeur).success && !isAnneePlausible(valeur as string))
          contexte.addIssue({ code: 'custom', message: HORS_CALENDRIER, path: [champ] });
      }
    })
    .meta({ title: titre });
}

const SCHEMAS = new Map(FAITS.map((fait) => [fait.type, buildSchemaDeFait(fait)]));

const Zone = z
  .string()
  .refine((zone) => ZoneFeriee.safeParse(zone).success || isDepartement(zone), {
    error: 'La zone est metropole, alsace-moselle ou le code INSEE du département.',
  })
  .describe('où l’acte doit être fait : metropole, alsace-moselle ou le code INSEE du département (metropole sinon)');

function isDepartement(code: string): boolean {
  try {
    return Boolean(getZoneFeriee(code));
  } catch {
    return false;
  }
}

const Enfant = z.strictObject({
  dateNaissance: Jour.nullable().optional().describe('absente ou nulle si elle n’est pas connue (TPS-08)'),
  precision: z
    .enum(['exacte', 'mois', 'annee', 'declaree', 'judiciaire'])
    .optional()
    .describe('ce que vaut cette date (TPS-08) ; elle ne change pas le calcul'),
});

const Parametres = z
  .strictObject(
    Object.fromEntries(
      Object.entries(PARAMETRES).map(([cle, { schema, libelle, aide }]) => [
        cle,
        (schema as z.ZodType).optional().describe(`${libelle}. ${aide}`),
      ]),
    ),
  )
  .describe('ce que le département a réglé ; une clé absente vaut son défaut');

const enveloppe = {
  aujourdhui: Jour.describe('le jour où l’on regarde'),
  enfant: Enfant,
  zone: Zone.optional(),
  parametres: Parametres.optional(),
};

const Enveloppe = z.strictObject({ ...enveloppe, faits: z.array(z.unknown()) });

/** Le schéma JSON de l'entrée, tiré des types de faits. */
export function buildSchemaJson() {
  const faits = z.array(z.discriminatedUnion('type', [...SCHEMAS.values()] as [ReturnType<typeof buildSchemaDeFait>]));
  const schema = z.toJSONSchema(z.strictObject({ ...enveloppe, faits }), { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'Un dossier à simuler' };
}

export type LectureDeDossier = Readonly<{ ok: true; dossier: Dossier } | { ok: false; fautes: readonly Faute[] }>;
/** Ce qui ne va pas : `fait` est le rang du fait (le premier est le 1), ou nul pour le reste du dossier. */
export type Faute = Readonly<{ fait: number | null; champ: string; message: string }>;

/** Lit un dossier : tout, ou la liste entière de ce qui n'y va pas. */
export function parseDossier(brut: unknown): LectureDeDossier {
  const lu = Enveloppe.safeParse(brut);
  const bruts = lu.success ? lu.data.faits : listFaitsBruts(brut);
  const faits = bruts.map((fait, rang) => parseFait(fait, rang + 1));
  const fautes = [
    ...(lu.error?.issues ?? []).map((issue) => ({ fait: null, ...formatIssue(issue, Object.keys(Enveloppe.shape)) })),
    ...faits.flatMap((fait) => (fait.ok ? [] : fait.fautes)),
  ];
  if (!lu.success || fautes.length > 0) return { ok: false, fautes };
  const { aujourdhui, enfant, parametres = {}, zone = 'metropole' } = lu.data;
  return {
    ok: true,
    dossier: {
      aujourdhui,
      zone: ZoneFeriee.safeParse(zone).data ?? getZoneFeriee(zone),
      enfant: { dateNaissance: enfant.dateNaissance ?? null },
      parametres,
      faits: groupFaits(faits.flatMap((fait) => (fait.ok ? [fait.fait] : []))),
    },
  };
}

function listFaitsBruts(brut: unknown): readonly unknown[] {
  const faits = typeof brut === 'object' && brut !== null && 'faits' in brut ? brut.faits : [];
  return Array.isArray(faits) ? faits : [];
}

type LectureDeFait = { ok: true; fait: FaitDate } | { ok: false; fautes: Faute[] };

function parseFait(brut: unknown, rang: number): LectureDeFait {
  const type = typeof brut === 'object' && brut !== null && 'type' in brut ? brut.type : undefined;
  const schema = typeof type === 'string' ? SCHEMAS.get(type) : undefined;
  if (!schema) {
    const dit = type === undefined ? 'Un fait est un objet { "type", "date", … }.' : `« ${String(type)} » est inconnu.`;
    const message = `${dit} Types permis : ${[...SCHEMAS.keys()].join(', ')}.`;
    return { ok: false, fautes: [{ fait: rang, champ: 'type', message }] };
  }
  const lu = schema.safeParse(brut);
  const date = lu.success ? parseDateDeFait(lu.data.date) : undefined;
  if (lu.success && date) return { ok: true, fait: { ...lu.data, ...date } };
  const champs = Object.keys(schema.shape);
  return {
    ok: false,
    fautes: (lu.error?.issues ?? []).map((issue) => ({ fait: rang, ...formatIssue(issue, champs) })),
  };
}

/** « Fait 3, date : … » */
export function formatFaute({ fait, champ, message }: Faute): string {
  const endroit = [fait === null ? '' : `Fait ${fait}`, champ].filter(Boolean).join(', ');
  return endroit === '' ? message : `${endroit} : ${message}`;
}

/** Une obligation telle que la simulation la rend. */
export type ObligationSimulee = Readonly<{
  regle: string;
  libelle: string;
  /** Jour « AAAA-MM-JJ », ou instant ISO quand le délai court en heures. */
  echeance: string;
  statut: Statut;
  qui: string;
  etapes: readonly string[];
  textes: readonly { texte: string; confiance: Confiance; source: string }[];
}>;

/** Ce que le droit doit dans ce dossier, par échéance. */
export function computeSimulation(dossier: Dossier): ObligationSimulee[] {
  return computeObligations(dossier).sort(compareObligations).map(buildSimulee);
}

function buildSimulee({
  regle,
  libelle,
  pour,
  instant,
  statut,
  acteur,
  etapes,
  textes,
}: ObligationDue): ObligationSimulee {
  return {
    regle: regle.id,
    libelle,
    echeance: instant ?? pour,
    statut,
    qui: ACTEURS[acteur],
    etapes: etapes(),
    textes: textes.map((texte) => ({ texte: formatRenvoi(texte), confiance: texte.confiance, source: texte.source })),
  };
}
