import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '#database/connection.ts';
import { CleParametre, PARAMETRES } from '#modules/organisation/index.ts';
import type { ContexteDeTravail, Travail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Mouvement, updateEcheances } from './recalcul.server.ts';

/** Assez pour aller vite, assez peu pour qu'un acte sur un de ces enfants n'attende pas. */
const PAR_LOT = 200;
const PREMIER = '00000000-0000-0000-0000-000000000000';

const Cause = z.object({ parametre: CleParametre, parId: z.uuid() });

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'echeances.calculer',
    titre: 'Recalculer ce qui est dû à chaque enfant',
    // Après minuit : le jour seul fait naître et finir des missions, des réglages et des versions de la loi.
    heure: { heures: 0, minutes: 10 },
    run: async (contexte) => {
      const { enfants, mouvement } = await updateToutes(contexte);
      const cause = Cause.safeParse(contexte.donnees);
      if (cause.success) await contexte.enSysteme(({ tx }) => createAvis(tx, cause.data, mouvement));
      return `${enfants} dossiers, ${formatMouvement(mouvement)}`;
    },
  },
  {
    nom: 'echeances.revoir',
    titre: 'Recalculer ce qui est dû aux enfants qu’une écriture en nombre a touchés',
    run: async ({ enSysteme, signal }) => {
      let enfants = 0;
      for (let lot = await enSysteme(updateMarques); lot > 0 && !signal.aborted; lot = await enSysteme(updateMarques))
        enfants += lot;
      return `${enfants} dossiers`;
    },
  },
];

/** Tous les enfants, par lots : coupé en chemin, le travail se refait depuis le début sans rien changer de plus. */
export async function updateToutes({
  enSysteme,
  signal,
}: Pick<ContexteDeTravail, 'enSysteme'> & Partial<Pick<ContexteDeTravail, 'signal'>>): Promise<{
  enfants: number;
  mouvement: Mouvement;
}> {
  const mouvement = { apparues: 0, changees: 0, otees: 0 };
  let enfants = 0;
  for (let dernier: string | undefined = PREMIER; dernier !== undefined && !signal?.aborted; ) {
    const apres: string = dernier;
    dernier = await enSysteme(async (contexte) => {
      const ids = await listEnfantsApres(contexte.tx, apres);
      if (ids.length === 0) return undefined;
      const bouge = await updateEcheances(contexte, ids);
      enfants += ids.length;
      mouvement.apparues += bouge.apparues;
      mouvement.changees += bouge.changees;
      mouvement.otees += bouge.otees;
      return ids.at(-1);
    });
  }
  return { enfants, mouvement };
}

async function listEnfantsApres(tx: Transaction, apres: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from enfants.enfant e where e.id > ${apres}::uuid order by e.id limit ${PAR_LOT}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function updateMarques(contexte: { tx: Transaction; aujourdhui: JourCivil }): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.enfant_id as id from echeances.a_revoir r order by r.enfant_id limit ${PAR_LOT}`.execute(
    contexte.tx,
  );
  if (rows.length > 0)
    await updateEcheances(
      contexte,
      rows.map(({ id }) => id),
    );
  return rows.length;
}

function formatMouvement({ apparues, changees, otees }: Mouvement): string {
  return `${apparues} échéances apparues, ${changees} déplacées, ${otees} ôtées`;
}

/** À qui a réglé un paramètre : combien d'obligations en ont bougé. */
async function createAvis(tx: Transaction, { parametre, parId }: z.output<typeof Cause>, mouvement: Mouvement) {
  await tx
    .insertInto('organisation.avis')
    .values({
      id: createIdentifiant(),
      agentId: parId,
      titre: 'Les échéances suivent votre réglage',
      texte: `${PARAMETRES[parametre].libelle} : ${formatMouvement(mouvement)}.`,
      lien: '/echeances',
    })
    .execute();
}
