import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { createIdentifiant, Identifiant } from '#shared/identifiant.ts';
import { canCloseCompte, canUpdateCompte } from '../droits.ts';

type Compte = { id: string; agentId: string | null; desactiveLe: string | null };

async function getCompte({ tx }: Contexte, { compteId }: { compteId: string }): Promise<Compte> {
  const compte = await tx
    .selectFrom('comptes.utilisateur')
    .select(['id', 'agentId', 'desactiveLe'])
    .where('id', '=', compteId)
    .executeTakeFirst();
  if (!compte) throw new Introuvable('Ce compte n’existe pas.');
  return compte;
}

const HEURES_INVITATION = 72;

/** Le lien à remettre à l'agent : 72 heures, une seule fois, et le précédent ne vaut plus rien. */
async function createInvitation({ tx, agent }: Contexte, compteId: string): Promise<string> {
  const jeton = randomBytes(24).toString('base64url');
  await tx
    .updateTable('comptes.invitation')
    .set({ expireLe: sql`least(expire_le, now())` })
    .where('utilisateurId', '=', compteId)
    .where('utiliseeLe', 'is', null)
    .execute();
  await tx
    .insertInto('comptes.invitation')
    .values({
      id: createIdentifiant(),
      utilisateurId: compteId,
      empreinte: computeEmpreinteJeton(jeton),
      creePar: agent.id,
      expireLe: sql`now() + make_interval(hours => ${HEURES_INVITATION})`,
    })
    .execute();
  return jeton;
}

type AgentSansCompte = { id: string; nom: string; prenom: string; courriel: string | null; nature: string };

async function getAgent({ tx }: Contexte, { agentId }: { agentId: string }): Promise<AgentSansCompte> {
  const agent = await tx
    .selectFrom('organisation.agent')
    .select(['id', 'nom', 'prenom', 'courriel', 'nature'])
    .where('id', '=', agentId)
    .executeTakeFirst();
  if (!agent) throw new Introuvable('Cet agent n’existe pas.');
  return agent;
}

export const ouvrirCompte = defineCommand({
  name: 'comptes.compte.ouvrir',
  titre: 'Ouvrir un compte de connexion',
  saisie: z.object({ agentId: Identifiant }),
  load: getAgent,
  can: canUpdateCompte,
  contraintes: {
    utilisateur_agent_id_key: 'Cet agent a déjà un compte.',
    utilisateur_email_key: 'Un autre compte porte déjà ce courriel.',
  },
  run: async (contexte, _saisie, { id: agentId, nom, prenom, courriel, nature }) => {
    if (nature !== 'personne') throw new Refus('Un agent de service n’a pas de compte : donnez-lui un jeton de l’API.');
    if (!courriel) throw new Refus('Cet agent n’a pas de courriel : ajoutez-le d’abord à sa fiche.');
    const id = createIdentifiant();
    await contexte.tx
      .insertInto('comptes.utilisateur')
      .values({ id, name: `${prenom} ${nom}`, email: courriel.toLowerCase(), emailVerified: true, agentId })
      .execute();
    const jeton = await createInvitation(contexte, id);
    return { resultat: { compteId: id as string, jeton }, trace: { objetId: agentId } };
  },
});

const SaisieCompte = z.object({ compteId: Identifiant });

export const inviterCompte = defineCommand({
  name: 'comptes.compte.inviter',
  titre: 'Donner un nouveau lien de mot de passe',
  saisie: SaisieCompte,
  load: getCompte,
  can: canUpdateCompte,
  run: async (contexte, _saisie, compte) => {
    if (compte.desactiveLe !== null) throw new Refus('Ce compte est fermé : rouvrez-le d’abord.');
    const jeton = await createInvitation(contexte, compte.id);
    return { resultat: { jeton }, trace: { objetId: compte.agentId } };
  },
});

export const fermerCompte = defineCommand({
  name: 'comptes.compte.fermer',
  titre: 'Fermer un compte, et ses sessions aussitôt',
  saisie: SaisieCompte,
  load: getCompte,
  can: canCloseCompte,
  run: async ({ tx }, _saisie, compte) => {
    await tx
      .updateTable('comptes.utilisateur')
      .set({ desactiveLe: sql`now()`, updatedAt: sql`now()` })
      .where('id', '=', compte.id)
      .where('desactiveLe', 'is', null)
      .execute();
    return { resultat: undefined, trace: { objetId: compte.agentId } };
  },
});

export const rouvrirCompte = defineCommand({
  name: 'comptes.compte.rouvrir',
  titre: 'Rouvrir un compte',
  saisie: SaisieCompte,
  load: getCompte,
  can: canUpdateCompte,
  run: async ({ tx }, _saisie, compte) => {
    await tx
      .updateTable('comptes.utilisateur')
      .set({ desactiveLe: null, updatedAt: sql`now()` })
      .where('id', '=', compte.id)
      .execute();
    return { resultat: undefined, trace: { objetId: compte.agentId } };
  },
});

export const retirerSecondFacteur = defineCommand({
  name: 'comptes.second-facteur.retirer',
  titre: 'Retirer le second facteur d’un compte',
  saisie: SaisieCompte,
  load: getCompte,
  can: canCloseCompte,
  run: async ({ tx }, _saisie, compte) => {
    await sql`select comptes.retirer_second_facteur(${compte.id})`.execute(tx);
    return { resultat: undefined, trace: { objetId: compte.agentId } };
  },
});

export const fermerSessions = defineCommand({
  name: 'comptes.session.fermer-toutes',
  titre: 'Fermer toutes les sessions d’un compte',
  saisie: SaisieCompte,
  load: getCompte,
  can: canCloseCompte,
  run: async ({ tx }, _saisie, compte) => {
    await tx.deleteFrom('comptes.session').where('userId', '=', compte.id).execute();
    return { resultat: undefined, trace: { objetId: compte.agentId } };
  },
});
