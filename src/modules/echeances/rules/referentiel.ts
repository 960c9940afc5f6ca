/** Les faits et les règles de tous les modules. Un module de plus : sa ligne ici. */
import { FAITS_ACCES, REGLES_ACCES } from '#modules/acces/index.ts';
import { FAITS_AUDIENCES, REGLES_AUDIENCES } from '#modules/audiences/index.ts';
import { FAITS_AUTONOMIE, REGLES_AUTONOMIE } from '#modules/autonomie/index.ts';
import { FAITS_BUDGET_EAJE, REGLES_BUDGET_EAJE } from '#modules/budget-eaje/index.ts';
import { FAITS_EAJE, REGLES_EAJE } from '#modules/eaje/index.ts';
import { REGLES_EQUIPES_EVALUATION } from '#modules/equipes-evaluation/index.ts';
import { REGLES_EVALUATIONS } from '#modules/evaluations/index.ts';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import { FAITS_INSTANCES, REGLES_INSTANCES } from '#modules/instances/index.ts';
import { FAITS_LIEUX_ACCUEIL, REGLES_LIEUX_ACCUEIL } from '#modules/lieux-accueil/index.ts';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import { REGLES_MESURES } from '#modules/obligations-mesures/index.ts';
import { FAITS_PROJET, REGLES_PROJET } from '#modules/projet-pour-l-enfant/index.ts';
import { REGLES_QUALIFICATION } from '#modules/qualification/index.ts';
import { REGLES_SIGNALEMENTS } from '#modules/signalements/index.ts';
import { REGLES_SUITES } from '#modules/suites/index.ts';
import { FAITS_SUIVI_EAJE, REGLES_SUIVI_EAJE } from '#modules/suivi-eaje/index.ts';
import { FAITS_TRAVAUX_EAJE, REGLES_TRAVAUX_EAJE } from '#modules/travaux-eaje/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { FaitDefini, Regle } from '#shared/obligation.ts';
import type { Periode } from '#shared/periode.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

export type ModuleDeDroit = Readonly<{
  nom: string;
  titre: string;
  faits?: readonly FaitDefini[];
  regles?: readonly Regle[];
}>;

/** Dans l'ordre où les choses arrivent à un enfant ; puis les crèches. */
export const MODULES_DE_DROIT: readonly ModuleDeDroit[] = [
  { nom: 'informations-preoccupantes', titre: 'Information préoccupante', faits: FAITS_INFORMATIONS },
  { nom: 'qualification', titre: 'Qualification', regles: REGLES_QUALIFICATION },
  { nom: 'equipes-evaluation', titre: 'Équipes d’évaluation', regles: REGLES_EQUIPES_EVALUATION },
  { nom: 'evaluations', titre: 'Évaluation', regles: REGLES_EVALUATIONS },
  { nom: 'signalements', titre: 'Signalement', regles: REGLES_SIGNALEMENTS },
  { nom: 'suites', titre: 'Suites d’une évaluation', regles: REGLES_SUITES },
  { nom: 'mesures', titre: 'Mesures', faits: FAITS_MESURES },
  { nom: 'obligations-mesures', titre: 'Échéances des mesures', regles: REGLES_MESURES },
  { nom: 'audiences', titre: 'Audiences', faits: FAITS_AUDIENCES, regles: REGLES_AUDIENCES },
  { nom: 'acces', titre: 'Dossier et référent', faits: FAITS_ACCES, regles: REGLES_ACCES },
  { nom: 'lieux-accueil', titre: 'Lieux d’accueil', faits: FAITS_LIEUX_ACCUEIL, regles: REGLES_LIEUX_ACCUEIL },
  { nom: 'projet-pour-l-enfant', titre: 'Projet pour l’enfant', faits: FAITS_PROJET, regles: REGLES_PROJET },
  { nom: 'autonomie', titre: 'Autonomie et jeune majeur', faits: FAITS_AUTONOMIE, regles: REGLES_AUTONOMIE },
  { nom: 'instances', titre: 'Instances et statut', faits: FAITS_INSTANCES, regles: REGLES_INSTANCES },
  { nom: 'eaje', titre: 'Crèches', faits: FAITS_EAJE, regles: REGLES_EAJE },
  { nom: 'suivi-eaje', titre: 'Vie des crèches', faits: FAITS_SUIVI_EAJE, regles: REGLES_SUIVI_EAJE },
  { nom: 'travaux-eaje', titre: 'Travaux des crèches', faits: FAITS_TRAVAUX_EAJE, regles: REGLES_TRAVAUX_EAJE },
  { nom: 'budget-eaje', titre: 'Budget des crèches', faits: FAITS_BUDGET_EAJE, regles: REGLES_BUDGET_EAJE },
];

export const FAITS: readonly FaitDefini[] = MODULES_DE_DROIT.flatMap(({ faits = [] }) => faits);

export const REGLES: readonly Regle[] = MODULES_DE_DROIT.flatMap(({ regles = [] }) => regles);

const PAR_ID: ReadonlyMap<string, Regle> = new Map(REGLES.map((regle) => [regle.id, regle]));

/** Indéfinie pour une règle d'une version plus récente ou retirée, que la nuit effacera. */
export function findRegle(id: string): Regle | undefined {
  return PAR_ID.get(id);
}

export function listTextes(id: string): readonly TexteLegal[] {
  return PAR_ID.get(id)?.textes ?? [];
}

/** Toutes les règles, par leur libellé. */
export function listReglesAChoisir(): { valeur: string; libelle: string }[] {
  return REGLES.map(({ id, libelle }) => ({ valeur: id, libelle: `${libelle} (${id})` })).toSorted((a, b) =>
    a.libelle.localeCompare(b.libelle, 'fr'),
  );
}

/** Le référentiel n'a pas relevé toutes les dates d'effet : une règle lue comme valant depuis toujours commence là. */
const DEPUIS_TOUJOURS = '1900-01-01';

/** « depuis le 7 février 2022 », « du … au … » */
export function formatVigueur({ du, au }: Periode): string {
  const debut = du <= DEPUIS_TOUJOURS ? 'sans date d’effet relevée' : `depuis le ${formatJour(du, 'long')}`;
  return au === null ? debut : `${debut}, jusqu’au ${formatJour(au, 'long')}`;
}
