import type { Updateable } from 'kysely';
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { DB } from '#database/types.generated.ts';
import { recordFait } from '#modules/informations-preoccupantes/index.server.ts';
import type { FaitInformation } from '#modules/informations-preoccupantes/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, verifyVerdict } from '#server/errors.ts';
import { canSuivreSignalement } from '../droits.ts';
import {
  type ActeSignalement,
  evaluateActeSignalement,
  LIBELLE_ACTE_SIGNALEMENT,
  TRANSITIONS_SIGNALEMENT,
} from '../rules/signalement.ts';
import { LIBELLE_ETAT_SIGNALEMENT, type Signalement } from '../signalement.ts';
import { getInformationSignalee, type InformationSignalee } from './faits.server.ts';

export type SignalementSuivi = InformationSignalee & { signalement: Signalement };

/** Un signalement, son information et ce qui l'entoure ; introuvable si la base ne le montre pas. */
export async function getSignalementSuivi(contexte: Contexte, { id }: { id: string }): Promise<SignalementSuivi> {
  const lu = await contexte.tx
    .selectFrom('ip.signalement')
    .select('informationId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!lu) throw new Introuvable('Absent, ou hors de vos missions.');
  const suivie = await getInformationSignalee(contexte, lu.informationId);
  const signalement = suivie.faits.signalements.find((candidat) => candidat.id === id);
  if (!signalement) throw new Introuvable('Absent, ou hors de vos missions.');
  return { ...suivie, signalement };
}

type Definition<S extends z.ZodType<{ id: string; version: number }>> = {
  acte: ActeSignalement;
  name: string;
  saisie: S;
  /** Ce que l'histoire de l'information en retient ; rien pour une retouche. */
  fait?: FaitInformation;
  /** Ce que la règle exige, et les champs que l'acte pose. L'état qui suit vient de la table des transitions. */
  write: (
    contexte: Contexte,
    saisie: z.output<S>,
    suivi: SignalementSuivi,
  ) => Updateable<DB['ip.signalement']> | Promise<Updateable<DB['ip.signalement']>>;
};

/** Un acte sur un signalement : permis par son état, écrit sur la version lue, inscrit à l'histoire de l'information. */
export function defineActe<S extends z.ZodType<{ id: string; version: number }>>({
  acte,
  name,
  saisie,
  fait,
  write,
}: Definition<S>) {
  return defineCommand({
    name,
    titre: LIBELLE_ACTE_SIGNALEMENT[acte],
    saisie,
    load: (contexte: Contexte, { id }: z.output<S>) => getSignalementSuivi(contexte, { id }),
    can: (agent, { cible }) => canSuivreSignalement(agent, cible),
    run: async (contexte, lue: z.output<S>, suivi) => {
      const { cible, signalement } = suivi;
      if (signalement.version !== lue.version) throw buildConflit(signalement);
      verifyVerdict(evaluateActeSignalement(signalement.etat, acte));
      const champs = await write(contexte, lue, suivi);
      const etat = TRANSITIONS_SIGNALEMENT[signalement.etat][acte];
      const [change] = await contexte.tx
        .updateTable('ip.signalement')
        .set({ ...champs, etat, version: lue.version + 1 })
        .where('id', '=', lue.id)
        .where('version', '=', lue.version)
        .returning('id')
        .execute();
      if (!change) throw buildConflit((await getSignalementSuivi(contexte, lue)).signalement);
      const detail = { signalement: lue.id, ...formatDetail(champs) };
      if (fait) await recordFait(contexte, cible, fait, { motif: champs.motifAbandon as string | undefined, detail });
      return { resultat: lue.id, trace: { objetId: cible.id, detail } };
    },
  });
}

function buildConflit({ etat }: Signalement): Conflit {
  return new Conflit('Ce signalement a changé pendant que vous le traitiez.', { État: LIBELLE_ETAT_SIGNALEMENT[etat] });
}

/** L'histoire et le journal retiennent les dates, moyens et natures ; le récit reste dans le signalement. */
function formatDetail(champs: Updateable<DB['ip.signalement']>): Record<string, string> {
  const { valideLe, arreteNumero, envoyeA, moyen, accuseLe, relanceLe, suitesLe, suitesNature, motif } = champs;
  const retenus = { valideLe, arreteNumero, envoyeA, moyen, accuseLe, relanceLe, suitesLe, suitesNature, motif };
  return Object.fromEntries(
    Object.entries(retenus).filter((entree): entree is [string, string] => typeof entree[1] === 'string'),
  );
}
