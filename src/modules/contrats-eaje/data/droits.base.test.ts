import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { canReadEnfantAccueilli, canReadFamille, canUpdateAccueil } from '../droits.ts';
import { type AccueilEssai, createAccueilEssai } from '../testing/accueil-essai.ts';

const base = withBase();
let a: AccueilEssai;
beforeAll(async () => {
  a = await base.asSystem(({ tx }) => createAccueilEssai(tx));
});

type Qui = keyof AccueilEssai['qui'];
const QUI: Qui[] = ['directeur', 'administrateur', 'referentNord', 'responsableNord', 'responsableSud', 'crecheNord'];
class Annule extends Error {}

function essaie(qui: Qui, fn: (contexte: Contexte) => Promise<unknown>): Promise<boolean> {
  const essai = base.asAgent(a.qui[qui], async (contexte) => {
    await fn(contexte);
    throw new Annule();
  });
  return essai.catch((erreur) => erreur instanceof Annule) as Promise<boolean>;
}

/** Ce que touche l'écriture : la base cache une ligne interdite plutôt que de la refuser. */
async function touche(requete: Promise<{ numAffectedRows?: bigint }>): Promise<void> {
  if (((await requete).numAffectedRows ?? 0n) === 0n) throw new Error('aucune ligne touchée');
}

const TIENNENT: Qui[] = ['responsableNord', 'crecheNord'];
const LISENT: Qui[] = [...TIENNENT, 'directeur'];

const LECTURES = [
  { table: 'famille', permis: TIENNENT, can: canReadFamille },
  { table: 'ressources', permis: TIENNENT, can: canReadFamille },
  { table: 'enfant', permis: LISENT, can: canReadEnfantAccueilli },
] as const;

describe.each(LECTURES)('lire $table de la crèche du nord', ({ table, permis, can }) => {
  test.each(QUI)('%s : TypeScript et la base disent pareil', async (qui) => {
    const { dit, voit } = await base.asAgent(a.qui[qui], async ({ tx, agent }) => {
      const { rows } =
        await sql`select 1 from ${sql.table(`eaje.${table}`)} where etablissement_id = ${a.nord.id}`.execute(tx);
      return { dit: can(agent, { uniteId: a.nord.uniteId }), voit: rows.length > 0 };
    });
    expect({ dit, voit }).toEqual({ dit: permis.includes(qui), voit: permis.includes(qui) });
  });
});

const semaine = sql`'{510,1050,510,1050,510,1050,510,1050,510,1050,0,0,0,0}'::smallint[]`;
const ECRITURES: { nom: string; ecrit: (contexte: Contexte) => Promise<unknown> }[] = [
  {
    nom: 'inscrire une famille',
    ecrit: ({ tx }) =>
      tx.insertInto('eaje.famille').values({ id: createIdentifiant(), etablissementId: a.nord.id, nom: 'x' }).execute(),
  },
  {
    nom: 'corriger un enfant',
    ecrit: ({ tx }) =>
      touche(sql`update eaje.enfant set prenom = 'y' where id = ${a.familleNord.enfantId}`.execute(tx)),
  },
  {
    nom: 'signer un contrat',
    ecrit: ({ tx }) =>
      sql`insert into eaje.contrat (id, enfant_id, etablissement_id, nature, periode, semaine, tarif_centimes)
        values (${createIdentifiant()}, ${a.familleNord.enfantId}, ${a.nord.id}, 'REGULIER', '[2026-01-01,)', ${semaine}, 100)`.execute(
        tx,
      ),
  },
  {
    nom: 'inscrire une absence',
    ecrit: ({ tx }) =>
      tx
        .insertInto('eaje.absence')
        .values({
          id: createIdentifiant(),
          enfantId: a.familleNord.enfantId,
          etablissementId: a.nord.id,
          periode: '[2026-11-02,2026-11-03)',
          motif: 'MALADIE',
          prevenueLe: jourCivil('2026-11-02'),
        })
        .execute(),
  },
];

describe.each(ECRITURES)('$nom au nord', ({ ecrit }) => {
  test.each(QUI)('%s : TypeScript et la base disent pareil', async (qui) => {
    const dit = await base.asAgent(a.qui[qui], async ({ agent }) =>
      canUpdateAccueil(agent, { uniteId: a.nord.uniteId }),
    );
    expect(dit).toBe(TIENNENT.includes(qui));
    expect(await essaie(qui, ecrit)).toBe(dit);
  });
});

describe('une ligne ne sort pas du périmètre de qui la tient', () => {
  test.each(['famille', 'enfant', 'ressources'])('%s du nord ne passe pas au sud', async (table) => {
    const deplace = ({ tx }: Contexte) =>
      touche(
        sql`update ${sql.table(`eaje.${table}`)} set etablissement_id = ${a.sud.id} where etablissement_id = ${a.nord.id}`.execute(
          tx,
        ),
      );
    for (const qui of TIENNENT) expect(await essaie(qui, deplace)).toBe(false);
  });
});
