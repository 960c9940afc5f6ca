/**
 * Les crèches du jour d'un département entier, vues de la directrice : tout lire et compter onze jours quand rien n'est gardé, relire quand
 * rien n'a changé, et ne refaire qu'une crèche après un acte ; rapporté, dans le même passage, à la lecture nue des mêmes lignes par le
 * propriétaire de la base, sans politiques ni calcul.
 */
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import type pg from 'pg';
import { asAgent, type Contexte } from '#database/as-agent.ts';
import { openDatabase } from '#database/connection.ts';
import { listPropositionsDuJour, readProchainsJours } from '#modules/encadrement/data/encadrement.server.ts';
import { listBilans } from '#modules/encadrement/rules/situation.ts';
import { openBasePleine } from './pages/base-pleine.ts';
import { median } from './pages/charge.ts';

const MANCHES = 9;
/** En fois la lecture nue. Cibles au repos : compter en 150 ms, montrer en 250 ms, une crèche en 20 ms. */
const AU_PLUS = { compter: 3, montrer: 2, une: 0.5 };

const TITRES: Record<string, string> = {
  nue: 'lecture nue des mêmes lignes',
  lire: 'tout lire, rien n’étant gardé',
  compter: 'compter onze jours de toutes les crèches',
  chercher: 'chercher les remèdes du premier jour',
  montrer: 'tout redemander, rien n’ayant changé',
  une: 'relire et recompter une seule crèche après un acte',
};

const base = await openBasePleine(randomBytes(32).toString('hex'));
const db = openDatabase(base.urls, { max: 1 });
try {
  console.log(base.serveur);
  await measure(base.owner);
} finally {
  await db.close();
  await base.close();
}

async function measure(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `select f.agent_id as id from organisation.affectation f join organisation.poste p on p.id = f.poste_id
     where p.profil = 'directeur' and f.periode @> date '2026-11-21' limit 1`,
  );
  const agentId = rows[0]?.id ?? '';
  const durees = { nue: [], lire: [], compter: [], chercher: [], montrer: [], une: [] } as Record<string, number[]>;
  for (let manche = 0; manche <= MANCHES; manche += 1) {
    const passage = await asAgent(db, { agentId }, (contexte) => executeManche(contexte, owner));
    // La première ouvre les connexions et chauffe les fonctions.
    if (manche > 0) for (const [nom, duree] of Object.entries(passage)) durees[nom]?.push(duree);
  }
  report(durees);
}

async function executeManche(contexte: Contexte, owner: pg.Pool) {
  const nue = await time(() => readNue(owner));
  await owner.query('update eaje.revision set numero = gen_random_uuid()');
  const lire = await time(() => readProchainsJours(contexte));
  const compter = await time(() => countJours(contexte));
  const chercher = await time(() => findRemedes(contexte));
  const montrer = await time(() => findRemedes(contexte));
  await owner.query(
    'update eaje.contrat set version = version where id = (select min(id::text)::uuid from eaje.contrat)',
  );
  const une = await time(() => countJours(contexte));
  return { nue, lire, compter, chercher, montrer, une };
}

async function countJours(contexte: Contexte): Promise<void> {
  const { jours, encadrement } = await readProchainsJours(contexte);
  for (const jour of jours) encadrement.countQuarts(jour);
}

async function findRemedes(contexte: Contexte): Promise<void> {
  const { jours, encadrement } = await readProchainsJours(contexte);
  const [jour = contexte.aujourdhui] = jours;
  for (const offert of jours) encadrement.countQuarts(offert);
  const creches = encadrement.listCreches(jour);
  listPropositionsDuJour(encadrement, jour, creches);
  listBilans(creches);
}

/** Les mêmes lignes, sans politiques et sans rien en faire. */
async function readNue(owner: pg.Pool): Promise<void> {
  const periode = "daterange(date '2026-11-20', date '2026-12-09')";
  for (const requete of [
    `select c.enfant_id, c.etablissement_id, n.section_id, n.marche_depuis, n.ne_le, lower(c.periode), upper(c.periode), c.semaine, c.nature
     from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id where c.periode && ${periode}`,
    `select r.* from eaje.reservation r where r.jour <@ ${periode}`,
    `select a.* from eaje.absence a where a.periode && ${periode}`,
    `select p.*, a.nom, a.prenom, h.semaine, h.pause_debut, h.pause_fin from eaje.professionnel p
     join organisation.agent a on a.id = p.agent_id join eaje.horaire h on h.professionnel_id = p.id`,
    `select v.* from eaje.vacation v where v.jour <@ ${periode}`,
  ])
    await owner.query(requete);
}

async function time(fn: () => Promise<unknown>): Promise<number> {
  const depart = performance.now();
  await fn();
  return performance.now() - depart;
}

function report(durees: Record<string, number[]>): void {
  const nue = median(durees.nue ?? []);
  console.log(
    `charge de la machine : ${loadavg()
      .map((charge) => charge.toFixed(1))
      .join(' ')}`,
  );
  for (const [nom, siennes] of Object.entries(durees)) {
    const mediane = median(siennes);
    const rapport = mediane / nue;
    console.log(`${TITRES[nom]} : médiane ${mediane.toFixed(0)} ms (×${rapport.toFixed(2)})`);
    if (nom in AU_PLUS && rapport > AU_PLUS[nom as keyof typeof AU_PLUS]) process.exitCode = 1;
  }
}
