/**
 * Le tour du matin d'un grand département : cinq cents agents, six mille enfants, soixante mille échéances ouvertes, un lundi
 * (escalades, résumés du matin et de la semaine), rapporté à la seule lecture des mêmes échéances et des noms ; puis le calendrier
 * d'un référent.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { asAgent } from '#database/as-agent.ts';
import { type Database, openDatabase } from '#database/connection.ts';
import { migrate } from '#database/migrate.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { recordPublication, TRAVAUX } from '#modules/alertes/index.server.ts';
import { startTravaux } from '#server/jobs/jobs.ts';
import { migrateTravaux } from '#server/jobs/schema.ts';
import { createBaseNeuve } from './base-neuve.ts';

const AGENTS = 500;
const ENFANTS = Number(process.env.MARELLE_MESURE_ENFANTS ?? '6000');
const PAR_ENFANT = 10;
const LUNDI = '2026-11-23';
const TOURNEE_MAXIMALE_S = 60;
const LECTURE_NUE = `select x.*, p.nom, p.prenom from echeances.echeance x join enfants.personne p on p.id = x.enfant_id
  where x.statut = 'ouverte' and x.pour <= '${LUNDI}' order by x.agent_id, x.pour`;

const secret = randomBytes(32).toString('hex');
const base = await createBaseNeuve(secret);
try {
  await measure(base.urlProprietaire);
} finally {
  await base.close();
}

async function measure(urlProprietaire: string): Promise<void> {
  await migrate({ urlProprietaire });
  const urls = await createApplicationRoles({ urlProprietaire, secret });
  const owner = new pg.Pool({ connectionString: urlProprietaire, max: 1 });
  // La base est supprimée sous une connexion qui se ferme : son dernier mot n'est pas une panne.
  owner.on('error', () => undefined);
  await fill(owner);
  const db = openDatabase(urls, { max: 2 });
  const nue = await time(() => owner.query(LECTURE_NUE));
  await migrateTravaux(urlProprietaire);
  const travaux = await startTravaux({ urlSysteme: urls.urlSysteme, db, travaux: TRAVAUX, attenteSecondes: 0.5 });
  const tournee = await waitTournee(owner);
  await travaux.stop();
  const { rows } = await owner.query<{ nature: string; nombre: number }>(
    "select nature, count(*)::integer as nombre from alertes.courriel group by nature union all select 'portés', count(*)::integer from alertes.escalade order by nature",
  );
  console.log(
    `tour du matin, ${AGENTS} agents, ${ENFANTS * PAR_ENFANT} échéances ouvertes : ${(tournee / 1000).toFixed(2)} s ;` +
      ` lecture nue des mêmes échéances : ${(nue / 1000).toFixed(2)} s (×${(tournee / nue).toFixed(1)}) ;` +
      ` ${rows.map(({ nature, nombre }) => `${nature} ${nombre}`).join(', ')}`,
  );
  await measureCalendrier(db, owner);
  await db.close();
  await owner.end();
  if (tournee > TOURNEE_MAXIMALE_S * 1000) process.exitCode = 1;
}

/** Le travail tel que la nuit le fait ; sa durée, telle que la page des travaux la montre. */
async function waitTournee(owner: pg.Pool): Promise<number> {
  await owner.query("insert into travaux.demande (id, travail) values (gen_random_uuid(), 'alertes.tournee.faire')");
  for (;;) {
    const { rows } = await owner.query<{ issue: string; ms: number }>(
      `select issue, (extract(epoch from fin_le - debut_le) * 1000)::float8 as ms from travaux.passage
       where travail = 'alertes.tournee.faire' and issue is not null`,
    );
    if (rows[0]?.issue === 'fait') return rows[0].ms;
    if (rows[0]) throw new Error(`Le tour du matin a fini en « ${rows[0].issue} »`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function measureCalendrier(db: Database, owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from organisation.agent where metier = 'referent-educatif' order by id limit 60",
  );
  const durees: number[] = [];
  let rendezVous = 0;
  for (const [rang, { id }] of rows.entries()) {
    const duree = await time(async () => {
      rendezVous += (await asAgent(db, { agentId: id }, recordPublication)).length;
    });
    // Les premières planifient et remplissent les caches.
    if (rang >= 10) durees.push(duree);
  }
  const quantile = (part: number) => durees.toSorted((a, b) => a - b)[Math.floor(durees.length * part)] ?? 0;
  console.log(
    `calendrier d'un référent (${Math.round(rendezVous / rows.length)} rendez-vous) : médiane ${quantile(0.5).toFixed(0)} ms, p95 ${quantile(0.95).toFixed(0)} ms`,
  );
}

async function time(fn: () => Promise<unknown>): Promise<number> {
  const debut = performance.now();
  await fn();
  return performance.now() - debut;
}

/** Un directeur, cinq chefs, quarante cadres, le reste en référents ; un enfant sur quatre échéances sur dix est en retard. */
async function fill(owner: pg.Pool): Promise<void> {
  await owner.query(`
    insert into organisation.installation (departement_code, departement_nom, demo, jour_fige) values ('59', 'Mesure', true, '${LUNDI}');
    insert into organisation.unite (id, code, nom, nature, periode) values (gen_random_uuid(), 'd', 'd', 'departement', '[2010-01-01,)');
    insert into organisation.unite (id, code, nom, nature, parent_id, periode)
      select gen_random_uuid(), 't' || n, 't' || n, 'territoire', u.id, '[2010-01-01,)' from generate_series(1, 40) n, organisation.unite u where u.code = 'd';
    create temporary table place as
      select n, gen_random_uuid() as agent_id, gen_random_uuid() as poste_id,
        case when n = 1 then 'directeur' when n <= 6 then 'responsable-pole' when n <= 46 then 'cadre-territorial-ase' else 'referent-educatif' end as profil,
        case when n = 1 then null when n <= 6 then 1 when n <= 46 then 2 + n % 5 else 7 + n % 40 end as chef,
        case when n <= 6 then 'd' else 't' || (1 + (n + case when n <= 46 then -7 else 0 end) % 40) end as unite
      from generate_series(1, ${AGENTS}) n;
    insert into organisation.agent (id, matricule, nom, prenom, courriel, metier, periode)
      select agent_id, n::text, 'Nom', 'Prenom', n || '@mesure.example', profil, '[2010-01-01,)' from place;
    insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, periode)
      select p.poste_id, p.n::text, p.profil, p.profil, p.profil, u.id, '[2010-01-01,)' from place p join organisation.unite u on u.code = p.unite;
    update organisation.poste o set responsable_id = c.poste_id from place p join place c on c.n = p.chef where o.id = p.poste_id;
    insert into organisation.affectation (id, poste_id, agent_id, nature, periode)
      select gen_random_uuid(), poste_id, agent_id, 'titulaire', '[2010-01-01,)' from place;
    alter table enfants.personne disable trigger user;
    alter table enfants.enfant disable trigger user;
    alter table enfants.mission disable trigger user;
    create temporary table suivi as
      select e, gen_random_uuid() as id, p.agent_id, u.id as unite_id from generate_series(1, ${ENFANTS}) e
      join place p on p.n = 47 + e % ${AGENTS - 46} join organisation.unite u on u.code = p.unite;
    insert into enfants.personne (id, nom, prenom, sexe, date_naissance, naissance_precision) select id, 'Nom' || e, 'Prenom' || e, 'feminin', '2016-03-04', 'exacte' from suivi;
    insert into enfants.enfant (id, numero, ouvert_le) select id, '2020-' || lpad(e::text, 6, '0'), '2020-01-01' from suivi;
    insert into enfants.mission (id, enfant_id, agent_id, nature, periode) select gen_random_uuid(), id, agent_id, 'referent', '[2020-01-01,)' from suivi;
    insert into enfants.mission (id, enfant_id, unite_id, nature, periode) select gen_random_uuid(), id, unite_id, 'territoire', '[2020-01-01,)' from suivi;
    insert into echeances.echeance (enfant_id, regle, cle, depuis, pour, statut, acteur, libelle, gravite, agent_id, unite_id, apparue_le)
      select s.id, 'REG-' || r, '1', '2026-01-01', '${LUNDI}'::date + (r - 4) * 5 + s.e % 5 - 2, 'ouverte',
        case when r % 3 = 0 then 'cadre' else 'referent' end, 'Faire ce qui est dû, cas ' || r, case when r = 1 then 'critique' else 'normale' end,
        case when r % 3 = 0 then null else s.agent_id end, s.unite_id, now() - make_interval(hours => r * 6)
      from suivi s cross join generate_series(1, ${PAR_ENFANT}) r;
    analyze`);
}
