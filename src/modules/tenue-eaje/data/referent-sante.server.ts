import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { canTenirCreche } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type HeuresSante, HeuresSanteRetrait, HeuresSanteSaisie } from '../referent-sante.ts';
import { loadDeSaisie } from './etablissements-commands.server.ts';

/** Les heures faites d'une crèche depuis ce jour, les plus récentes d'abord. */
export async function listHeuresSante(tx: Transaction, id: string, du: JourCivil): Promise<HeuresSante[]> {
  const { rows } = await sql<HeuresSante>`
    select h.id, h.jour, h.minutes from eaje.heures_sante h
    where h.etablissement_id = ${id}::uuid and h.jour >= ${du} order by h.jour desc`.execute(tx);
  return rows;
}

/** Crèche par crèche et mois par mois, les minutes faites ; un mois sans heure n'y est pas. */
export async function listMoisSante(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Readonly<{ du: JourCivil; au: JourCivil }>,
  ids: readonly string[],
): Promise<{ etablissementId: string; mois: JourCivil; minutes: number }[]> {
  const { rows } = await sql<{ etablissementId: string; mois: JourCivil; minutes: number }>`
    select h.etablissement_id, date_trunc('month', h.jour)::date as mois, sum(h.minutes)::int as minutes
    from eaje.heures_sante h where h.etablissement_id = any (${[...ids]}::uuid[]) and h.jour between ${du} and ${au}
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}

export const recordHeuresSante = defineCommand({
  name: 'eaje.heures-sante.inscrire',
  titre: 'Inscrire des heures du référent santé',
  saisie: HeuresSanteSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes: {
    heures_sante_un_par_jour: {
      phrase: 'Des heures sont déjà inscrites ce jour-là : retirez-les d’abord.',
      champ: 'jour',
    },
  },
  run: async ({ tx, aujourdhui }, { etablissementId, jour, heures }) => {
    if (jour > aujourdhui) throw new Refus('Ces heures ne sont pas encore faites.', [], 'jour');
    const id = createIdentifiant();
    const minutes = 60 * heures;
    await tx.insertInto('eaje.heuresSante').values({ id, etablissementId, jour, minutes }).execute();
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, jour, minutes } } };
  },
});

export const closeHeuresSante = defineCommand({
  name: 'eaje.heures-sante.retirer',
  titre: 'Retirer des heures du référent santé',
  saisie: HeuresSanteRetrait,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async ({ tx }, { etablissementId, heuresId }) => {
    // Ce qu'elles disaient reste au journal.
    const otees = await tx
      .deleteFrom('eaje.heuresSante')
      .where('id', '=', heuresId)
      .where('etablissementId', '=', etablissementId)
      .returning(['jour', 'minutes'])
      .executeTakeFirst();
    return { resultat: etablissementId, trace: { objetId: heuresId, detail: { etablissementId, ...otees } } };
  },
});
