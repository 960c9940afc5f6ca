import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listParametres } from '#modules/organisation/index.server.ts';
import { Refus } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatCloture } from '../rules/exercice.ts';
import { type Reglages, readReglages } from '../rules/reglages.ts';

/** Ce que le département a réglé ce jour, en une requête. */
export async function loadReglages(contexte: Pick<Contexte, 'tx' | 'aujourdhui'>): Promise<Reglages> {
  const parametres = await listParametres(contexte);
  return readReglages({ parametres: Object.fromEntries(parametres.map(({ cle, valeur }) => [cle, valeur])) });
}

/** Un exercice clos ne reçoit plus d'écriture ; le refus dit depuis quand, et que faire. */
export async function verifyExerciceOuvert(contexte: Contexte, exercice: number, champ = ''): Promise<void> {
  const { joursComplementaires } = await loadReglages(contexte);
  const cloture = formatCloture(exercice, contexte.aujourdhui, joursComplementaires);
  if (cloture !== null) throw new Refus(cloture, [], champ);
}

export function verifyPasse(jour: JourCivil, aujourdhui: JourCivil): void {
  if (jour > aujourdhui) throw new Refus(`Le ${formatJour(jour, 'long')} est à venir.`, [], 'jour');
}

/** Une dépense à la fois par ligne : deux personnes ne lisent pas le même disponible. */
export async function lockLigne({ tx }: Contexte, ligneId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(1296126534, hashtext(${ligneId}))`.execute(tx);
}
