/** Le moteur des obligations : toutes les règles, sur les faits d'un enfant. La base, la nuit et la simulation passent par lui. */
import { compareInstants } from '#shared/instant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import {
  type Acteur,
  type Dossier,
  evaluateStatut,
  type Gravite,
  type Obligation,
  type Regle,
  type Statut,
} from '#shared/obligation.ts';
import { containsJour } from '#shared/periode.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { REGLES } from './referentiel.ts';

/** Une obligation et sa règle, ce que l'obligation remplace l'emportant. */
export type ObligationDue = Readonly<{
  regle: Regle;
  cle: string;
  mesure: string | null;
  libelle: string;
  acteur: Acteur;
  gravite: Gravite;
  textes: readonly TexteLegal[];
  depuis: JourCivil;
  pour: JourCivil;
  /** ISO, quand le délai court en heures. */
  instant: string | null;
  faiteLe: JourCivil | null;
  eteinteLe: JourCivil | null;
  statut: Statut;
  etapes: () => readonly string[];
}>;

/** Une règle n'a pas su lire un dossier : c'est une panne du programme, jamais une faute de saisie. */
export class RegleEnPanne extends Error {
  override name = 'RegleEnPanne';
  readonly regle: string;
  constructor(regle: string, cause: unknown) {
    super(`La règle ${regle} n’a pas pu être calculée : ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.regle = regle;
  }
}

/** Tout ce que le droit doit à cet enfant : ce qui est ouvert, fait et éteint, règle après règle. */
export function computeObligations(dossier: Dossier, regles: readonly Regle[] = REGLES): ObligationDue[] {
  const dues: ObligationDue[] = [];
  for (const regle of regles) {
    for (const obligation of listObligations(regle, dossier)) {
      if (containsJour(regle.vigueur, obligation.depuis)) dues.push(buildDue(regle, obligation, dossier.aujourdhui));
    }
  }
  return dues;
}

function listObligations(regle: Regle, dossier: Dossier): readonly Obligation[] {
  try {
    return regle.list(dossier);
  } catch (erreur) {
    throw new RegleEnPanne(regle.id, erreur);
  }
}

function buildDue(regle: Regle, obligation: Obligation, aujourdhui: JourCivil): ObligationDue {
  const { cle, depuis, pour, etapes } = obligation;
  // Un acte daté de demain n'a pas encore eu lieu.
  const faiteLe = obligation.faiteLe && obligation.faiteLe <= aujourdhui ? obligation.faiteLe : null;
  const eteinteLe = obligation.eteinteLe ?? null;
  return {
    regle,
    cle,
    mesure: obligation.mesure ?? null,
    libelle: obligation.libelle ?? regle.libelle,
    acteur: obligation.acteur ?? regle.acteur,
    gravite: obligation.gravite ?? regle.gravite,
    textes: obligation.textes ?? regle.textes,
    depuis,
    pour,
    instant: obligation.instant ?? null,
    faiteLe,
    eteinteLe,
    statut: evaluateStatut({ ...obligation, faiteLe, eteinteLe }, aujourdhui),
    etapes,
  };
}

/** Par échéance ; le même jour, une heure avant un jour entier, puis par règle. */
export function compareObligations(a: ObligationDue, b: ObligationDue): number {
  if (a.pour !== b.pour) return a.pour < b.pour ? -1 : 1;
  if (a.instant !== b.instant) {
    if (a.instant === null || b.instant === null) return a.instant === null ? 1 : -1;
    return compareInstants(a.instant, b.instant);
  }
  if (a.regle.id !== b.regle.id) return a.regle.id < b.regle.id ? -1 : 1;
  return a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0;
}
