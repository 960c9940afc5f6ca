import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '#database/connection.ts';
import { CleParametre, PARAMETRES } from '#modules/organisation/index.ts';
import type { ContexteDeTravail, Travail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { type Mouvement, updateEcheances } from './recalcul.server.ts';

/** Assez pour aller vite, assez peu pour qu'un acte sur un de ces enfants n'attende pas. */
const PAR_LOT = 200;
const PREMIER = '00000000-0000-0000-0000-000000000000';

const Cause = z.object({ parametre: CleParametre, parId: z.uuid() });

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'echeances.calculer',
    titre: 'Recalculer ce qui est dû à chaque enfant, sur chaque information, à chaque crèche',
    // Après minuit : le jour seul fait naître et finir des missions, des réglages et des versions de la loi.
    heure: { heures: 0, minutes: 10 },
    run: async (contexte) => {
      const { dossiers, mouvement } = await updateToutes(contexte);
      const cause = Cause.safeParse(contexte.donnees);
      if (cause.success) await contexte.enSysteme(({ tx }) => createAvis(tx, cause.data, mouvement));
      verifySansPanne(mouvement.pannes);
      return `${dossiers} dossiers, ${formatMouvement(mouvement)}`;
    },
  },
  {
    nom: 'echeances.revoir',
    titre: 'Recalculer ce qui est dû là où une écriture en nombre a touché des faits',
    run: async ({ enSysteme, signal }) => {
      let dossiers = 0;
      const pannes: string[] = [];
      for (let lot = PAR_LOT; lot > 0 && !signal.aborted; dossiers += lot)
        lot = await enSysteme(async (contexte) => {
          const objets = await listMarques(contexte.tx, pannes);
          if (objets.length > 0) pannes.push(...(await updateEcheances(contexte, objets)).pannes);
          return objets.length;
        });
      verifySansPanne(pannes);
      return `${dossiers} dossiers`;
    },
  },
];

/** Une règle n'a pas su lire ces dossiers : le travail échoue, après avoir fait tous les autres. */
export class DossiersEnPanne extends Error {
  override name = 'DossiersEnPanne';
}

function verifySansPanne(pannes: readonly string[]): void {
  if (pannes.length > 0) throw new DossiersEnPanne(`${pannes.length} dossiers n’ont pas pu être calculés`);
}

type EnSysteme = ContexteDeTravail['enSysteme'];
/** Ce qui peut devoir : un module qui apporte une sorte d'objet ajoute sa table. */
const TABLES = [sql`enfants.enfant`, sql`ip.information`, sql`eaje.etablissement`] as const;

/** Tout, par lots : coupé en chemin, le travail se refait depuis le début sans rien changer de plus. */
export async function updateToutes({ enSysteme, signal }: { enSysteme: EnSysteme; signal?: AbortSignal }): Promise<{
  dossiers: number;
  mouvement: Mouvement;
}> {
  const mouvement = { apparues: 0, changees: 0, otees: 0, pannes: [] as string[] };
  let dossiers = 0;
  for (const table of TABLES) {
    for (let dernier: string | undefined = PREMIER; dernier !== undefined && !signal?.aborted; ) {
      const apres: string = dernier;
      dernier = await enSysteme(async (contexte) => {
        const ids = await listApres(contexte.tx, table, apres);
        if (ids.length === 0) return undefined;
        const bouge = await updateEcheances(contexte, ids);
        dossiers += ids.length;
        mouvement.apparues += bouge.apparues;
        mouvement.changees += bouge.changees;
        mouvement.otees += bouge.otees;
        mouvement.pannes.push(...bouge.pannes);
        return ids.at(-1);
      });
    }
  }
  return { dossiers, mouvement };
}

async function listApres(tx: Transaction, table: (typeof TABLES)[number], apres: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from ${table} e where e.id > ${apres}::uuid order by e.id limit ${PAR_LOT}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Ce qui reste à revoir, hors ce que ce passage a déjà vu tomber en panne. */
async function listMarques(tx: Transaction, sauf: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ objetId: string }>`
    select distinct r.objet_id from echeances.a_revoir r where r.objet_id <> all (${sauf}::uuid[])
    order by r.objet_id limit ${PAR_LOT}`.execute(tx);
  return rows.map(({ objetId }) => objetId);
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
