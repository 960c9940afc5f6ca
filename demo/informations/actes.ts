import type { ActeInformation, EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import type { Alea } from '../alea.ts';
import type { Numero } from '../calendrier.ts';
import { type Chronologie, ETAT_CLOS } from './chronologie.ts';
import type { Ligne } from './lignes.ts';

/** La réception ouvre l'histoire sans changer d'état. */
type Acte = ActeInformation | 'recevoir';

const FIN: Partial<Record<EtatInformation, ActeInformation>> = {
  'hors-ip': 'requalifier',
  transferee: 'transferer',
  [ETAT_CLOS.classement]: 'clore-classement',
  [ETAT_CLOS['actions-adaptees']]: 'clore-administratif',
  [ETAT_CLOS.saisine]: 'clore-judiciaire',
};

/** L'histoire d'une information, un acte par étape franchie. */
export function buildActes(
  alea: Alea,
  informationId: string,
  c: Chronologie,
  qui: { cripId: string | null; equipe: readonly string[]; signataireId: string | null },
): Ligne[] {
  const fin = FIN[c.etat];
  const etapes: [Acte, EtatInformation, Numero | null, string | null][] = [
    ['recevoir', 'recue', c.recue, qui.cripId],
    ['analyser', 'en-premiere-analyse', c.etat === 'recue' ? null : c.analysee, qui.cripId],
    ['qualifier', 'qualifiee', c.qualifiee, qui.cripId],
    ['attribuer', 'attribuee', c.attribuee, qui.cripId],
    ['debuter', 'en-evaluation', c.debutee, qui.equipe[0] ?? null],
    ['remettre-rapport', 'rapport-remis', c.remise, qui.equipe[0] ?? null],
    ['soumettre-validation', 'en-validation', c.validation, qui.equipe[0] ?? null],
    ['decider', 'decidee', c.decidee, qui.signataireId],
    ...(fin
      ? ([[fin, c.etat, c.close, qui.cripId]] as const).map(
          (e) => [...e] as [Acte, EtatInformation, Numero | null, string | null],
        )
      : []),
  ];
  let avant: EtatInformation = 'recue';
  return etapes.flatMap(([acte, apres, le, parId]) => {
    if (le === null) return [];
    const ligne = {
      id: alea.identifiant(le),
      informationId,
      acte,
      etatAvant: acte === 'recevoir' ? null : avant,
      etatApres: apres,
      motif: null,
      detail: '{}',
      parId,
      le: alea.instant(le),
    };
    avant = apres;
    return [ligne];
  });
}
