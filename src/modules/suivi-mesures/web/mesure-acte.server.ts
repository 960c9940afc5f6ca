import {
  recordAccord,
  recordAnnulation,
  recordAttente,
  recordAvis,
  recordDebut,
  recordDecision,
  recordFin,
  recordPreparation,
  recordReception,
  recordRefus,
  recordReprise,
  recordService,
  recordSuspension,
  recordTransfert,
} from '#modules/mesures/index.server.ts';
import type { Origine } from '#modules/mesures/index.ts';
import { actPage } from '#web/page.server.ts';
import type { CheminActe } from './acte-view.ts';

type Args = Parameters<typeof actPage>[0];
type Suite = { avec?: Record<string, unknown>; vers: () => string };

/** Chaque acte d'une mesure : sa commande, et la phrase dite une fois fait. */
const ACTES: Record<CheminActe, (args: Args, suite: Suite, origine: Origine) => ReturnType<typeof actPage>> = {
  avis: (args, suite) => actPage(args, { ...suite, command: recordAvis, fait: 'L’avis est inscrit.' }),
  accord: (args, suite) =>
    actPage(args, { ...suite, command: recordAccord, fait: 'La réponse de la famille est inscrite.' }),
  decider: (args, suite) =>
    actPage(args, {
      ...suite,
      avec: { nature: 'initiale' },
      command: recordDecision,
      fait: formatFait('La décision est signée.'),
    }),
  refuser: (args, suite) => actPage(args, { ...suite, command: recordRefus, fait: 'Le refus est signé.' }),
  recevoir: (args, suite) =>
    actPage(args, {
      ...suite,
      avec: { nature: 'initiale' },
      command: recordReception,
      fait: formatFait('La décision est inscrite.'),
    }),
  renouveler: (args, suite, origine) =>
    origine === 'administrative'
      ? actPage(args, {
          ...suite,
          avec: { nature: 'renouvellement' },
          command: recordDecision,
          fait: formatFait('Le renouvellement est signé.'),
        })
      : actPage(args, { ...suite, command: recordReception, fait: formatFait('Le renouvellement est inscrit.') }),
  modifier: (args, suite, origine) => {
    const avec = { nature: 'modification' };
    const fait = formatFait('La modification est inscrite.');
    return origine === 'administrative'
      ? actPage(args, { ...suite, avec, command: recordDecision, fait })
      : actPage(args, { ...suite, avec, command: recordReception, fait });
  },
  mainlevee: (args, suite) =>
    actPage(args, {
      ...suite,
      avec: { nature: 'mainlevee' },
      command: recordReception,
      fait: formatFait('La mainlevée est inscrite.'),
    }),
  attente: (args, suite) =>
    actPage(args, { ...suite, command: recordAttente, fait: 'Ce que la mesure attend est inscrit.' }),
  debut: (args, suite) => actPage(args, { ...suite, command: recordDebut, fait: 'Le début de la mesure est inscrit.' }),
  suspendre: (args, suite) => actPage(args, { ...suite, command: recordSuspension, fait: 'La mesure est suspendue.' }),
  reprendre: (args, suite) => actPage(args, { ...suite, command: recordReprise, fait: 'La reprise est inscrite.' }),
  preparer: (args, suite) =>
    actPage(args, { ...suite, command: recordPreparation, fait: 'Le renouvellement est en préparation.' }),
  service: (args, suite) => actPage(args, { ...suite, command: recordService, fait: 'Le service est inscrit.' }),
  finir: (args, suite) => actPage(args, { ...suite, command: recordFin, fait: 'La fin de la mesure est inscrite.' }),
  transferer: (args, suite) =>
    actPage(args, { ...suite, command: recordTransfert, fait: 'Le transfert de la mesure est inscrit.' }),
  annuler: (args, suite) =>
    actPage(args, { ...suite, command: recordAnnulation, fait: 'L’inscription est annulée ; elle reste lisible.' }),
};

/** Ce qui est fait, puis ce que la règle en dit sans s'y opposer : qui signe le lit au moment où il signe. */
export const formatFait =
  (phrase: string) =>
  ({ avertissements }: { avertissements: readonly string[] }): string =>
    [phrase, ...avertissements].join(' ');

export function actMesure(chemin: CheminActe, origine: Origine, args: Args, suite: Suite) {
  return ACTES[chemin](args, suite, origine);
}
