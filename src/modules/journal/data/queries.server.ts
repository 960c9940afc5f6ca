import { type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';
import { Evenement, type RechercheJournal } from '../evenement.ts';

export const PAR_PAGE = 50;

type Suite = { evenements: Evenement[]; suite: string | null };

/**
 * Évènements que l'agent peut lire, du plus récent au plus ancien. Le journal ne se compte pas (il a des millions de
 * lignes) : on le filtre, et on avance par `suite`.
 */
export async function listEvenements({ tx }: Contexte, recherche: RechercheJournal, taille = PAR_PAGE): Promise<Suite> {
  let requete = select(tx)
    .orderBy('e.le', 'desc')
    .limit(taille + 1);
  if (recherche.acte) requete = requete.where('e.acte', 'like', `${recherche.acte.replace(/[%_\\]/g, '')}%`);
  if (recherche.enfant) requete = requete.where(matchEnfant(recherche.enfant));
  if (recherche.agent) requete = requete.where(matchAgent(recherche.agent));
  const du = findJour(recherche.du);
  const au = findJour(recherche.au);
  if (du) requete = requete.where('e.le', '>=', sql<string>`(${du}::date)::timestamp at time zone 'Europe/Paris'`);
  if (au)
    requete = requete.where(
      'e.le',
      '<',
      sql<string>`(${addJours(au, 1)}::date)::timestamp at time zone 'Europe/Paris'`,
    );
  if (INSTANT.test(recherche.avant)) requete = requete.where('e.le', '<', recherche.avant);
  const lignes = await requete.execute();
  const evenements = lignes.slice(0, taille).map((ligne) => Evenement.parse(ligne));
  return { evenements, suite: lignes.length > taille ? (evenements.at(-1)?.le ?? null) : null };
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function findJour(texte: string): JourCivil | undefined {
  const lecture = parseJourCivil(texte);
  return lecture.ok ? lecture.jour : undefined;
}

function select(tx: Transaction) {
  return tx
    .selectFrom('journal.evenement as e')
    .leftJoin('organisation.agent as a', 'a.id', 'e.agentId')
    .leftJoin('enfants.enfant as f', 'f.id', 'e.enfantId')
    .select(['e.id', 'e.le', 'e.acte', 'e.agentId', 'e.enfantId', 'f.numero as enfant', 'e.detail'])
    .select(sql<string>`coalesce(a.prenom || ' ' || a.nom, e.systeme, 'Agent inconnu')`.as('agent'));
}

function matchEnfant(texte: string) {
  return sql<SqlBool>`e.enfant_id in (select x.id from enfants.enfant x join enfants.personne p on p.id = x.id
    where x.numero = ${texte} or x.id::text = ${texte} or p.recherche like '%' || acces.normalise(${texte}) || '%')`;
}

function matchAgent(texte: string) {
  return sql<SqlBool>`e.agent_id in (select x.id from organisation.agent x where x.tri like '%' || acces.normalise(${texte}) || '%' or x.id::text = ${texte})`;
}
