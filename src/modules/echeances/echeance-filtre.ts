/** Ce qu'on demande à la liste des échéances, et de qui. */
import { z } from 'zod';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import { COULOIRS } from '#shared/echeance.ts';
import type { Profil } from '#shared/habilitation.ts';
import { ACTEURS, type Acteur } from '#shared/obligation.ts';

/** Pour qui l'on regarde. */
export const PORTEES = { moi: 'Pour moi', equipe: 'Mon équipe', perimetre: 'Tout mon périmètre' } as const;
export type Portee = keyof typeof PORTEES;

/** Les offices que tient chaque profil : une échéance sans agent nommé est à qui tient l'office, là où il le tient. */
const OFFICES: Partial<Record<Profil, readonly Acteur[]>> = {
  'cadre-territorial-ase': ['cadre'],
  'responsable-enfance': ['cadre'],
  'inspecteur-enfance': ['inspecteur'],
  'responsable-pole': ['pole'],
  directeur: ['pole'],
  'agent-crip': ['crip'],
  'responsable-eaje': ['creche'],
  'responsable-territoire-petite-enfance': ['petite-enfance'],
};

export function listOffices({ profils }: AgentEnSession): Acteur[] {
  return [...new Set(profils.flatMap((profil) => OFFICES[profil] ?? []))];
}

/** Sans référent pour agir ou relancer, c'est au cadre de le faire. */
export const ACTES_DU_REFERENT: readonly Acteur[] = ['referent', 'service', 'juge', 'parquet', 'tribunal', 'prefet'];

const ENCADRENT: ReadonlySet<Profil> = new Set([
  'responsable-territoire-enfance',
  'responsable-pole',
  'directeur',
  'inspecteur-enfance',
  'responsable-territoire-petite-enfance',
]);

/** Il voit ce qui est dû dans ses unités, à leurs enfants ou à leurs crèches. */
function canLirePerimetre(agent: AgentEnSession): boolean {
  return canDo(agent, 'enfants.lire-perimetre') || canDo(agent, 'creches.lire');
}

/** Les portées offertes à l'agent, la sienne d'abord. */
export function listPortees(agent: AgentEnSession): Portee[] {
  if (!canLirePerimetre(agent)) return ['moi'];
  return agent.unites.length > 1 ? ['moi', 'equipe', 'perimetre'] : ['moi', 'equipe'];
}

/** Ce qu'il regarde en arrivant : son travail s'il suit des enfants ou en décide, son périmètre s'il encadre ceux qui le font. */
export function findPorteeDArrivee(agent: AgentEnSession): Portee {
  const encadre = agent.profils.some((profil) => ENCADRENT.has(profil));
  return encadre && canLirePerimetre(agent) ? 'perimetre' : 'moi';
}

/** « dossier 2024-000123 », « information IP-2026-12 », « crèche CR-04 » */
export function formatReference({ sorte, numero }: { sorte: keyof typeof REFERENCES; numero: string }): string {
  return `${REFERENCES[sorte]} ${numero}`;
}
const REFERENCES = { enfant: 'dossier', information: 'information', creche: 'crèche' } as const;

export const VUES_ECHEANCES = {
  'en-retard': COULOIRS['en-retard'],
  'aujourd-hui': COULOIRS['aujourd-hui'],
  'a-venir': COULOIRS['a-venir'],
  'en-attente': COULOIRS['en-attente'],
  toutes: 'Toutes',
} as const;
export type VueEcheances = keyof typeof VUES_ECHEANCES;

const cles = <T extends Record<string, unknown>>(objet: T) =>
  Object.keys(objet) as [keyof T & string, ...(keyof T & string)[]];

/** Un champ illisible est ignoré. */
export const EcheanceFiltre = z.object({
  vue: z.enum(cles(VUES_ECHEANCES)).catch('en-retard'),
  portee: z.union([z.enum(cles(PORTEES)), z.literal('')]).catch(''),
  regle: z
    .string()
    .regex(/^[A-Z0-9-]{3,12}$/)
    .or(z.literal(''))
    .catch(''),
  acteur: z.union([z.enum(cles(ACTEURS)), z.literal('')]).catch(''),
  gravite: z.enum(['critique', 'normale', 'information', '']).catch(''),
  unite: z.union([z.uuid(), z.literal('')]).catch(''),
  tri: z.enum(['pour', 'regle', 'unite']).catch('pour'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type EcheanceFiltre = z.infer<typeof EcheanceFiltre>;
