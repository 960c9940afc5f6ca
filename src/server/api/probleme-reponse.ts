import type { Context } from 'hono';
import { z } from 'zod';
import { SessionAbsente } from '#database/as-agent.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '../errors.ts';
import { logPanne } from '../logger.ts';
import { type NomDeProbleme, PROBLEMES, RequeteRefusee } from './problemes.ts';

export const Probleme = z.object({
  type: z.string().describe('Adresse de la page qui explique ce problème.'),
  title: z.string().describe('Le problème, en quelques mots, toujours les mêmes.'),
  status: z.int().describe('Le code HTTP.'),
  detail: z.string().describe('Ce qui s’est passé cette fois, en français.'),
  instance: z.string().describe('Le chemin demandé.'),
  erreurs: z
    .array(z.object({ champ: z.string(), message: z.string() }))
    .optional()
    .describe('Par champ, ce qui ne va pas ; champ vide : l’ensemble.'),
  champ: z.string().optional().describe('Le champ sur lequel la règle s’oppose.'),
  textes: z.array(z.string()).optional().describe('Les textes de la règle qui refuse.'),
  actuel: z.record(z.string(), z.string()).optional().describe('Ce qui est enregistré : libellé, valeur.'),
});
type Probleme = z.infer<typeof Probleme>;

type Reponse = { nom: NomDeProbleme; detail: string; entetes?: Readonly<Record<string, string>> } & Pick<
  Probleme,
  'erreurs' | 'champ' | 'textes' | 'actuel'
>;

/** La seule correspondance entre une erreur et ce que l'API en dit ; ce qui n'en est pas une d'ici est une panne, tracée. */
export function sendProbleme(c: Context, erreur: unknown): Response {
  const { nom, entetes, ...reste } = findReponse(erreur) ?? buildPanne(c, erreur);
  const { status, title } = PROBLEMES[nom];
  const corps: Probleme = { type: `/documentation-api#probleme-${nom}`, title, status, instance: c.req.path, ...reste };
  return c.body(JSON.stringify(corps), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': 'fr',
    'Cache-Control': 'no-store',
    ...entetes,
  });
}

function findReponse(erreur: unknown): Reponse | undefined {
  if (!(erreur instanceof Error)) return undefined;
  const detail = erreur.message;
  if (erreur instanceof RequeteRefusee) {
    const actuel = erreur.actuel ? { actuel: erreur.actuel } : {};
    return { nom: erreur.probleme, detail, entetes: erreur.entetes, ...actuel };
  }
  if (erreur instanceof SaisieInvalide) {
    const erreurs = Object.entries(erreur.erreurs).map(([champ, message]) => ({ champ, message }));
    return { nom: 'saisie-invalide', detail, erreurs };
  }
  if (erreur instanceof SessionAbsente)
    return { nom: 'jeton-absent', detail, entetes: { 'WWW-Authenticate': 'Bearer realm="Marelle"' } };
  if (erreur instanceof Introuvable) return { nom: 'introuvable', detail };
  if (erreur instanceof Conflit) return { nom: 'conflit', detail, actuel: erreur.actuel };
  if (erreur instanceof Refus) {
    const champ = erreur.champ ? { champ: erreur.champ } : {};
    return { nom: 'refus', detail, ...champ, textes: erreur.textes.map(formatTexte) };
  }
  return undefined;
}

function buildPanne(c: Context, erreur: unknown): Reponse {
  const reference = logPanne(erreur, { chemin: c.req.routePath });
  return { nom: 'panne', detail: `Une panne est survenue (référence ${reference}).` };
}
