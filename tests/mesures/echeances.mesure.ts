/**
 * Ce que coûte de tenir les échéances d'un département entier en base : tout refaire, ce qu'un acte ajoute, et la journée du chef de
 * pôle. Chaque durée est rapportée à une requête nue faite au même passage.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { asAgent, type Contexte } from '#database/as-agent.ts';
import { asSystem } from '#database/as-system.ts';
import { openDatabase } from '#database/connection.ts';
import { listDuesCalculees, updateEcheancesTouchees, updateToutes } from '#modules/echeances/index.server.ts';
import { FAITS } from '#modules/echeances/index.ts';
import { defineRecordActe } from '#modules/mesures/index.server.ts';
import { defineApresActe } from '#server/apres-acte.ts';
import { executeCommand } from '#server/define-command.ts';
import { openBasePleine } from './pages/base-pleine.ts';
import { median } from './pages/charge.ts';

class Annule extends Error {}

const ESSAIS = 60;
const recordActe = defineRecordActe(FAITS);
const base = await openBasePleine(randomBytes(32).toString('hex'));
const db = openDatabase(base.urls, { max: 2 });
try {
  console.log(base.serveur);
  await measureTout();
  await measureActe();
  await measureJournee();
} finally {
  await db.close();
  await base.close();
}

async function time(fn: () => Promise<unknown>): Promise<number> {
  const depart = performance.now();
  await fn();
  return performance.now() - depart;
}

/** La nuit : rien n'a changé, tout se relit, se recalcule et se compare. */
async function measureTout(): Promise<void> {
  let dossiers = 0;
  await updateToutes({ enSysteme: (fn) => asSystem(db, 'Mesure', fn) });
  await base.owner.query('analyze');
  const tout = await time(async () => {
    dossiers = (await updateToutes({ enSysteme: (fn) => asSystem(db, 'Mesure', fn) })).dossiers;
  });
  const nue = await time(() =>
    base.owner.query(
      'select count(*) from (select * from enfants.fait union all select * from mesures.fait) f join enfants.enfant e on e.id = f.enfant_id',
    ),
  );
  const { rows } = await base.owner.query<{ n: string }>('select count(*) n from echeances.echeance');
  console.log(
    `tout refaire : ${dossiers} dossiers, ${rows[0]?.n} échéances, ${Math.round(tout)} ms ; lire les mêmes faits d'une requête nue : ${Math.round(nue)} ms (×${(tout / nue).toFixed(1)})`,
  );
}

/** Le même acte, avec et sans ce qui suit, en alternance ; chaque essai est annulé. */
async function measureActe(): Promise<void> {
  const { rows: enfants } = await base.owner.query<{ id: string; agent: string }>(
    `select distinct on (m.enfant_id) m.enfant_id as id, m.agent_id as agent from enfants.mission m join mesures.mesure x on x.enfant_id = m.enfant_id
     where m.nature = 'referent' and m.periode @> (select jour_fige from organisation.installation) and x.etat = 'en-cours' limit ${ESSAIS}`,
  );
  const durees = { avec: [] as number[], sans: [] as number[] };
  for (const [rang, { id, agent }] of enfants.entries())
    for (const mode of rang % 2 === 0 ? (['avec', 'sans'] as const) : (['sans', 'avec'] as const)) {
      defineApresActe(mode === 'avec' ? updateEcheancesTouchees : async () => undefined);
      await asAgent(db, { agentId: agent }, async (contexte) => {
        durees[mode].push(await time(() => inscrire(contexte, id)));
        throw new Annule();
      }).catch((erreur: unknown) => {
        if (!(erreur instanceof Annule)) throw erreur;
      });
    }
  const [avec, sans] = [median(durees.avec), median(durees.sans)];
  console.log(
    `un acte : ${avec.toFixed(1)} ms, ${sans.toFixed(1)} ms sans refaire ce qui est dû : ${(avec - sans).toFixed(1)} ms ajoutées à la médiane (${enfants.length} enfants)`,
  );
}
function inscrire(contexte: Contexte, enfantId: string): Promise<unknown> {
  return executeCommand(contexte, recordActe, { enfantId, type: 'bilan-sante', le: '20/11/2026' });
}

/** Ce que la journée du chef de pôle lit des échéances, et le compte nu des mêmes lignes. */
async function measureJournee(): Promise<void> {
  const { rows } = await base.owner.query<{ id: string }>(
    `select a.agent_id as id from organisation.affectation a join organisation.poste p on p.id = a.poste_id
     where p.profil = 'responsable-pole' and a.periode @> (select jour_fige from organisation.installation) limit 1`,
  );
  const durees = { journee: [] as number[], nue: [] as number[] };
  await asAgent(db, { agentId: rows[0]?.id ?? '' }, async (contexte) => {
    for (let essai = 0; essai < ESSAIS; essai += 1) {
      durees.journee.push(await time(() => listDuesCalculees(contexte, 'perimetre')));
      durees.nue.push(
        await time(() =>
          sql`select count(*) from acces.mes_echeances where pour <= acces.aujourdhui() + 30`.execute(contexte.tx),
        ),
      );
    }
  });
  const [journee, nue] = [median(durees.journee), median(durees.nue)];
  console.log(
    `la journée du chef de pôle : ${journee.toFixed(1)} ms pour tout son périmètre ; les compter seulement : ${nue.toFixed(1)} ms (×${(journee / nue).toFixed(1)})`,
  );
}
