import { actPage } from '#web/page.server.ts';
import {
  closeSignalement,
  recordAccuse,
  recordEnvoi,
  recordRelance,
  recordSignature,
  recordSuitesDuParquet,
} from '../data/signalement-commands.server.ts';
import type { ActeSignalement } from '../rules/signalement.ts';

type Args = Parameters<typeof actPage>[0];
type Suite = { avec: Record<string, unknown>; vers: () => string };

/** Chaque acte d'un signalement qui a sa page de saisie : sa commande, et la phrase dite une fois fait. */
const ACTES = {
  signer: (args: Args, suite: Suite) =>
    actPage(args, { ...suite, command: recordSignature, fait: 'Le signalement est signé : envoyez-le sans délai.' }),
  envoyer: (args: Args, suite: Suite) =>
    actPage(args, {
      ...suite,
      command: recordEnvoi,
      fait: 'L’envoi au parquet est inscrit ; informez les parents par écrit.',
    }),
  accuser: (args: Args, suite: Suite) =>
    actPage(args, { ...suite, command: recordAccuse, fait: 'L’accusé de réception est inscrit.' }),
  relancer: (args: Args, suite: Suite) =>
    actPage(args, { ...suite, command: recordRelance, fait: 'La relance est inscrite ; l’attente recommence.' }),
  conclure: (args: Args, suite: Suite) =>
    actPage(args, {
      ...suite,
      command: recordSuitesDuParquet,
      fait: 'Les suites données par le parquet sont inscrites.',
    }),
  abandonner: (args: Args, suite: Suite) =>
    actPage(args, {
      ...suite,
      command: closeSignalement,
      fait: 'Le signalement est abandonné ; il reste lisible, avec sa raison.',
    }),
} as const satisfies Partial<Record<ActeSignalement, unknown>>;
export type ActeAvecPage = keyof typeof ACTES;

export function isActeAvecPage(acte: string): acte is ActeAvecPage {
  return acte in ACTES;
}

export function actSignalement(acte: ActeAvecPage, args: Args, suite: Suite) {
  return ACTES[acte](args, suite);
}
