import { LIBELLE_CONCLUSION } from '#modules/evaluations/index.ts';
import { isEnPreparation } from '#modules/signalements/index.ts';
import { buildSaisinePreparee } from '#modules/signalements/web/composants.tsx';
import { formatJour } from '#shared/jour-civil-format.ts';
import { buildObjections } from '#web/ui/objection.ts';
import type { InformationSuivie } from '../data/faits.server.ts';
import { CONSEQUENCE_DECISION, type CodeDecision, LIBELLE_DECISION } from '../decision.ts';
import { evaluateDecision } from '../rules/decision.ts';

const CODES = Object.keys(LIBELLE_DECISION) as CodeDecision[];

/** Les trois suites possibles, ce que chacune entraîne, ce qui la ferme ; et celle que l'on est en train d'écrire. */
export function buildDecider({ cible, faits }: InformationSuivie, choisie: string | null) {
  const { rapport } = faits;
  const code = CODES.find((candidat) => candidat === choisie) ?? null;
  return {
    version: cible.version,
    choisie: code && { code, titre: LIBELLE_DECISION[code], consequence: CONSEQUENCE_DECISION[code] },
    // La proposition de l'équipe d'abord.
    choix: CODES.toSorted((a, b) => Number(b === rapport.proposition) - Number(a === rapport.proposition)).map(
      (candidat) => ({
        code: candidat,
        titre: LIBELLE_DECISION[candidat],
        consequence: CONSEQUENCE_DECISION[candidat],
        proposee: candidat === rapport.proposition,
        // Le motif d'écart s'écrira : il ne ferme rien ici.
        objections: buildObjections(evaluateDecision({ decision: candidat, motifEcart: 'à écrire' }, faits)),
      }),
    ),
    ecart: code !== null && rapport.proposition !== null && code !== rapport.proposition,
    proposition: rapport.proposition && LIBELLE_DECISION[rapport.proposition],
    conclusion: rapport.conclusion && LIBELLE_CONCLUSION[rapport.conclusion],
    argumentaire: rapport.argumentaire,
    valideLe: rapport.valideLe && formatJour(rapport.valideLe, 'long'),
    mineurs: faits.mineurs.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    signalementCommence: faits.signalements.some(isEnPreparation),
    saisine: buildSaisinePreparee(faits),
  };
}
export type DeciderVue = ReturnType<typeof buildDecider>;
