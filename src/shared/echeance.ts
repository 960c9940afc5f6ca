/** Ce qui est dû, par qui, pour quand, en vertu de quel texte. Les modules les produisent ; `echeances` les rassemble. */
import { z } from 'zod';
import { Identifiant } from './identifiant.ts';
import { addJours, JourCivil } from './jour-civil.ts';
import { TexteLegal } from './texte-legal.ts';

export const Echeance = z.object({
  /** Identifiant de la règle, celui du référentiel : « IP-010 ». */
  regle: z.string().min(1),
  /** Ce qui porte l'obligation : la ligne d'un module. */
  objet: z.object({ module: z.string(), type: z.string(), id: Identifiant }),
  enfantId: Identifiant.nullable(),
  /** L'acte dû, à l'infinitif : « Achever l'évaluation ». */
  libelle: z.string().min(1),
  /** Dernier jour utile. */
  pour: JourCivil,
  /** Instant ISO quand le délai court en heures (TPS-01). */
  instant: z.string().nullable(),
  gravite: z.enum(['critique', 'normale', 'information']),
  /** Celui qu'on attend quand l'acte ne dépend plus de nous : « parquet ». */
  attenteDe: z.string().nullable(),
  faiteLe: JourCivil.nullable(),
  etapes: z.array(z.string()).readonly(),
  textes: z.array(TexteLegal).readonly(),
});
export type Echeance = z.infer<typeof Echeance>;

/** Les couloirs de « Ma journée », plus ce qui est fait et ce qui est encore loin. */
export const COULOIRS = {
  'en-retard': 'En retard',
  'aujourd-hui': 'Aujourd’hui',
  'a-venir': 'À venir (30 jours)',
  'en-attente': 'En attente d’un autre',
  lointaine: 'Plus tard',
  faite: 'Fait',
} as const;
export type Couloir = keyof typeof COULOIRS;

/** Couloir d'une échéance : un retard reste un retard même quand on attend quelqu'un. `horizon` en jours. */
export function evaluateCouloir(
  echeance: Pick<Echeance, 'pour' | 'attenteDe' | 'faiteLe'>,
  aujourdhui: JourCivil,
  horizon = 30,
): Couloir {
  if (echeance.faiteLe !== null) return 'faite';
  if (echeance.pour < aujourdhui) return 'en-retard';
  if (echeance.attenteDe !== null) return 'en-attente';
  if (echeance.pour === aujourdhui) return 'aujourd-hui';
  return echeance.pour <= addJours(aujourdhui, horizon) ? 'a-venir' : 'lointaine';
}

/** Une échéance telle que « Ma journée » la montre : à qui elle touche, et l'acte qui l'éteint. */
export type EcheanceDue = Echeance & {
  qui: { nom: string; href?: string; detail?: string };
  detail?: string;
  acte?: { titre: string; href: string };
  /** Combien, quand une ligne en montre plusieurs. */
  ensemble?: number;
};
