/**
 * Ce que l'on dit aux parents, au mineur, à la source.
 *
 * Ce que dit le texte : les parents sont informés de l'évaluation, sauf intérêt contraire du mineur (CASF D226-2-6 I, IP-015) ; ils
 * le sont par écrit d'une saisine de l'autorité judiciaire (L226-5, al. 3, IP-023) ; la source l'est des suites (IP-024, IP-025).
 * Comment il est lu ici : l'intérêt contraire de l'enfant dispense, et s'écrit. Une saisine se dit par courrier, courriel ou écrit
 * remis : un entretien ne suffit pas. L'alinéa, tel qu'il est lu, n'ouvre pas de dispense pour la saisine : elle s'inscrit et avertit.
 * Qui est resté anonyme ne peut rien recevoir (IP-026).
 * Non traité : l'information de chaque parent séparément quand ils vivent séparés ; la précision le dit en clair.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { accepte, avertit, computeVerdict, incomplet, oppose, type Verdict } from '#shared/verdict.ts';
import type { CategorieSource } from '../information.ts';
import { FORMES_ECRITES, type InformationDonneeSaisie } from '../information-donnee.ts';
import { CASF_L226_5_3, IP_026 } from './textes.ts';

type Donnee = Pick<InformationDonneeSaisie, 'objet' | 'aQui' | 'le' | 'forme'>;
type Faits = { recueLe: JourCivil; categorieSource: CategorieSource };

export function evaluateInformationDonnee(donnee: Donnee, faits: Faits, aujourdhui: JourCivil): Verdict {
  return computeVerdict([
    verifyJour(donnee.le, faits.recueLe, aujourdhui),
    verifyEcrit(donnee),
    verifyAnonyme(donnee, faits),
  ]);
}

function verifyJour(le: JourCivil, recueLe: JourCivil, aujourdhui: JourCivil): Verdict {
  if (le > aujourdhui)
    return incomplet(['le'], 'Cette date est à venir : inscrivez ce qui a été dit, pas ce qui le sera.');
  if (le < recueLe)
    return incomplet(['le'], `L’information n’a été reçue que le ${formatJour(recueLe, 'long')} : vérifiez la date.`);
  return accepte();
}

/** IP-023 */
function verifyEcrit({ objet, aQui, forme }: Donnee): Verdict {
  if (objet !== 'saisine' || aQui !== 'titulaires') return accepte();
  if (forme === 'dispense')
    return avertit(
      'Le texte, tel qu’il est lu, ne prévoit pas d’exception à l’information écrite des parents sur une saisine.',
      [CASF_L226_5_3],
    );
  if (FORMES_ECRITES.includes(forme)) return accepte();
  return oppose('Les parents sont informés par écrit d’une saisine : courrier, courriel ou écrit remis (IP-023).', [
    CASF_L226_5_3,
  ]);
}

/** IP-026 */
function verifyAnonyme({ aQui, forme }: Donnee, { categorieSource }: Faits): Verdict {
  if (aQui !== 'source' || categorieSource !== 'anonyme' || forme === 'dispense') return accepte();
  return oppose('La source est anonyme : aucune information ne lui est due en retour (IP-026).', [IP_026]);
}
