/**
 * Envoie ce qui est écrit, dans l'ordre. Le réseau est hors de toute transaction : un courriel est pris, envoyé, puis marqué quand
 * on prend le suivant. Coupé net, un seul peut repartir, sous le même identifiant de message.
 */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { CourrielRefuse, CourrielsArretes, type Envoi, openEnvoi } from '#server/courriels.ts';
import type { ContexteDeTravail } from '#server/jobs/travail.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

const ABANDON_JOURS = 7;
const REFUS_DEFINITIFS = 3;
const GARDE_JOURS = 90;

type Pris = { id: string; destinataire: string; objet: string; corps: string };
type Issue = { id: string; refus: string | null };

export async function sendCourriels(contexte: ContexteDeTravail): Promise<string> {
  const { courriels, enSysteme } = contexte;
  if (!courriels) return 'Aucun serveur de courriels : rien ne part';
  await enSysteme(({ tx }) => closePerimes(tx));
  const envoi = openEnvoi(courriels);
  try {
    const { envoyes, refuses } = await sendTout(contexte, envoi);
    const attendent = await enSysteme(({ tx }) => countAttendus(tx));
    if (attendent > 0) throw new ErreurExploitation(`${envoyes} envoyés ; ${attendent} courriels attendent.`);
    return `${envoyes} envoyés, ${refuses} refusés`;
  } finally {
    envoi.close();
  }
}

async function sendTout({ enSysteme, signal }: ContexteDeTravail, envoi: Envoi) {
  const nombres = { envoyes: 0, refuses: 0 };
  let issue: Issue | undefined;
  for (;;) {
    const pris = await enSysteme(async ({ tx }) => {
      if (issue) await recordIssue(tx, issue);
      return signal.aborted ? undefined : findCourrielSuivant(tx);
    });
    if (!pris) break;
    try {
      issue = await sendUn(envoi, pris);
    } catch (erreur) {
      await enSysteme(({ tx }) => updateCourrielRendu(tx, pris.id));
      throw erreur;
    }
    nombres[issue.refus === null ? 'envoyes' : 'refuses'] += 1;
  }
  signal.throwIfAborted();
  return nombres;
}

/** Ce que le serveur refuse d'un message n'arrête pas les autres ; s'il ne répond plus, tout attend. */
async function sendUn(envoi: Envoi, pris: Pris): Promise<Issue> {
  try {
    await envoi.send(pris);
    return { id: pris.id, refus: null };
  } catch (erreur) {
    if (erreur instanceof CourrielRefuse) return { id: pris.id, refus: erreur.code };
    throw erreur instanceof CourrielsArretes ? erreur : new CourrielsArretes('Le serveur de courriels ne répond pas.');
  }
}

/** Un résumé qu'un plus récent remplace ne part plus ; ce qui attend depuis une semaine n'apprendrait plus rien. */
async function closePerimes(tx: Transaction): Promise<void> {
  await sql`
    update alertes.courriel c set etat = 'remplace', clos_le = now()
    where c.etat = 'a-envoyer' and c.nature <> 'escalade' and exists (
      select 1 from alertes.courriel r where r.agent_id = c.agent_id and r.nature = c.nature and r.jour > c.jour)`.execute(
    tx,
  );
  await sql`
    update alertes.courriel c set etat = 'abandonne', clos_le = now()
    where c.etat = 'a-envoyer' and (c.ecrit_le < now() - make_interval(days => ${ABANDON_JOURS}) or not exists (
      select 1 from organisation.agent a where a.id = c.agent_id and a.courriel is not null and a.periode @> acces.aujourdhui()))`.execute(
    tx,
  );
  await sql`delete from alertes.courriel where clos_le < now() - make_interval(days => ${GARDE_JOURS})`.execute(tx);
}

/** Prend le premier pour dix minutes : une machine coupée net ne le garde pas plus longtemps. */
async function findCourrielSuivant(tx: Transaction): Promise<Pris | undefined> {
  const { rows } = await sql<Pris>`
    update alertes.courriel c set essais = c.essais + 1, prochain_essai_le = now() + interval '10 minutes'
    from organisation.agent a
    where a.id = c.agent_id and c.id = (
      select v.id from alertes.courriel v where v.etat = 'a-envoyer' and v.prochain_essai_le <= now() order by v.rang limit 1
      for update skip locked)
    returning c.id, a.courriel as destinataire, c.objet, c.corps`.execute(tx);
  return rows[0];
}

async function updateCourrielRendu(tx: Transaction, id: string): Promise<void> {
  await sql`update alertes.courriel set prochain_essai_le = now() where id = ${id}`.execute(tx);
}

/** Un refus passager (4..) se reprend dans les minutes ; un refus de l'adresse, le lendemain, trois fois. */
async function recordIssue(tx: Transaction, { id, refus }: Issue): Promise<void> {
  if (refus === null) {
    await sql`update alertes.courriel set etat = 'envoye', clos_le = now(), refus = null where id = ${id}`.execute(tx);
    return;
  }
  await sql`
    update alertes.courriel set refus = ${refus},
      etat = case when ${refus} like '5%' and essais >= ${REFUS_DEFINITIFS} then 'abandonne' else etat end,
      clos_le = case when ${refus} like '5%' and essais >= ${REFUS_DEFINITIFS} then now() end,
      prochain_essai_le = now() + case when ${refus} like '5%' then interval '20 hours' else interval '5 minutes' end
    where id = ${id}`.execute(tx);
}

/** Ce que la file doit reprendre sans attendre demain. */
async function countAttendus(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ nombre: number }>`
    select count(*)::integer as nombre from alertes.courriel where etat = 'a-envoyer' and coalesce(refus, '') not like '5%'`.execute(
    tx,
  );
  return rows[0]?.nombre ?? 0;
}
