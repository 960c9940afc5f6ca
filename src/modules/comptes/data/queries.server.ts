import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { Introuvable } from '#server/errors.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';

/** Lus par qui gère les comptes, sous les politiques de la base ; aucun secret ne peut en sortir. */
export type CompteResume = {
  id: string;
  nom: string;
  courriel: string;
  agentId: string | null;
  secondFacteur: boolean;
  ferme: string | null;
  creeLe: string;
  moyens: string[];
  sessions: number;
};

function selectComptes(tx: Transaction) {
  return tx
    .selectFrom('comptes.utilisateur as u')
    .leftJoin('organisation.agent as a', 'a.id', 'u.agentId')
    .select([
      'u.id',
      'u.name as nom',
      'u.email as courriel',
      'u.agentId',
      'u.twoFactorEnabled as secondFacteur',
      'u.desactiveLe as ferme',
      'u.createdAt as creeLe',
      sql<string[]>`array(select m.provider_id from comptes.moyen_de_connexion m where m.user_id = u.id order by 1)`.as(
        'moyens',
      ),
      sql<number>`(select count(*)::int from comptes.session s where s.user_id = u.id and s.expires_at > now())`.as(
        'sessions',
      ),
    ]);
}

export type FiltreComptes = { recherche: string; etat: 'tous' | 'ouverts' | 'fermes' };

export async function listComptes(
  tx: Transaction,
  { recherche, etat }: FiltreComptes,
  demandee: PageDemandee,
): Promise<Page<CompteResume>> {
  let filtre = sql<boolean>`(a.tri like '%' || acces.normalise(${recherche}) || '%' or strpos(u.email, lower(btrim(${recherche}))) > 0)`;
  if (etat !== 'tous') filtre = sql<boolean>`${filtre} and (u.desactive_le is null) = ${etat === 'ouverts'}`;
  const [lignes, { total }] = await Promise.all([
    selectComptes(tx)
      .where(filtre)
      .orderBy('a.tri')
      .orderBy('u.id')
      .limit(demandee.taille)
      .offset(computeDecalage(demandee))
      .execute(),
    tx
      .selectFrom('comptes.utilisateur as u')
      .leftJoin('organisation.agent as a', 'a.id', 'u.agentId')
      .where(filtre)
      .select(sql<number>`count(*)::int`.as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return buildPage(lignes, total, demandee);
}

export type CompteDetail = CompteResume & {
  sessionsOuvertes: { id: string; ouverteLe: string; vueLe: string; navigateur: string | null }[];
  invitation: { expireLe: string } | undefined;
};

export async function getCompteDetail(tx: Transaction, id: string): Promise<CompteDetail> {
  const compte = await selectComptes(tx).where('u.id', '=', id).executeTakeFirst();
  if (!compte) throw new Introuvable('Ce compte n’existe pas.');
  const sessionsOuvertes = await tx
    .selectFrom('comptes.session')
    .select(['id', 'createdAt as ouverteLe', 'updatedAt as vueLe', 'userAgent as navigateur'])
    .where('userId', '=', id)
    .where('expiresAt', '>', sql<string>`now()`)
    .orderBy('updatedAt', 'desc')
    .execute();
  const invitation = await tx
    .selectFrom('comptes.invitation')
    .select('expireLe')
    .where('utilisateurId', '=', id)
    .where('utiliseeLe', 'is', null)
    .where('expireLe', '>', sql<string>`now()`)
    .executeTakeFirst();
  return { ...compte, sessionsOuvertes, invitation };
}

export type AgentARejoindre = { id: string; nom: string; courriel: string | null; metier: string };

/** Les agents en fonction qui n'ont pas encore de compte. */
export async function listAgentsSansCompte(tx: Transaction, recherche: string): Promise<AgentARejoindre[]> {
  return tx
    .selectFrom('organisation.agent as a')
    .select(['a.id', sql<string>`a.nom || ' ' || a.prenom`.as('nom'), 'a.courriel', 'a.metier'])
    .where('a.nature', '=', 'personne')
    .where(sql<boolean>`a.periode @> acces.aujourdhui() and a.tri like '%' || acces.normalise(${recherche}) || '%'`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('comptes.utilisateur as u').select('u.id').whereRef('u.agentId', '=', 'a.id'))),
    )
    .orderBy('a.tri')
    .limit(50)
    .execute();
}
