/**
 * Ce qu'une injonction entraîne, tenue ou non (PMI-04, PMI-05).
 *
 * Ce que dit le texte (CSP, art. L2324-3 I) : l'injonction fixe un délai raisonnable et adapté, peut demander une réorganisation ou limiter la
 * capacité ; le conseil d'établissement en est informé ; elle peut être affichée ; un contrôle a lieu à son expiration. Inexécutée, elle
 * expose à une astreinte, à une sanction financière, à l'interdiction de gérer d'autres crèches, à un administrateur provisoire, à la
 * suspension ou à la fermeture, après une procédure contradictoire (décret du 4 décembre 2024).
 * Comment il est lu ici : ce qui suit l'inexécution se dit dès le lendemain du délai, tant que la mesure n'est ni réalisée ni close. Le décret
 * est connu par des articles, son numéro et ce qui l'a changé depuis ne le sont pas : on avertit, rien n'est empêché. Une capacité limitée
 * s'inscrit en modulation de l'autorisation : contrats et réservations la suivent alors.
 * Non traité : les montants de l'astreinte et des sanctions, débattus ou non vérifiés ; qui prononce, quand, et ce qui est dû.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, avertit, type Verdict } from '#shared/verdict.ts';
import type { MesureCorrective } from '../suite.ts';
import { CSP_L2324_3 } from './obligations.ts';
import { isAFaire } from './transitions.ts';

const DECRET_SANCTIONS: TexteLegal = {
  code: 'Décret du 4 décembre 2024 (astreintes et sanctions)',
  source: 'Référentiel petite enfance, sources S97, S98, S100 et S101 ; numéro et évolutions non vérifiés',
  confiance: 'a-confirmer',
};

export function evaluateInjonction(
  { nature, etat, pour }: Pick<MesureCorrective, 'nature' | 'etat' | 'pour'>,
  aujourdhui: JourCivil,
): Verdict {
  if (nature !== 'INJONCTION' || !isAFaire(etat)) return accepte();
  if (pour < aujourdhui)
    return avertit(
      `Le délai est passé le ${formatJour(pour, 'long')} sans que la mesure soit dite réalisée. Le président du conseil départemental peut prononcer une astreinte ou une sanction financière, interdire de gérer d’autres crèches, nommer un administrateur provisoire, suspendre ou fermer. La crèche est d’abord entendue : préparez ses observations écrites.`,
      [CSP_L2324_3, DECRET_SANCTIONS],
    );
  return avertit(
    'Le conseil d’établissement est informé de l’injonction, qui peut devoir être affichée. Si elle limite la capacité, la limite s’inscrit en modulation de l’autorisation : contrats et réservations la suivent. Un contrôle a lieu à l’expiration du délai.',
    [CSP_L2324_3],
  );
}
