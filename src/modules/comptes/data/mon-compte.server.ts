import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import { formatAttente } from '../rules/attente.ts';
import { evaluateMotDePasse } from '../rules/mot-de-passe.ts';
import type { Authentification } from './authentification.server.ts';
import { buildEntetes, type Entree, findSessionOuverte } from './connexion.server.ts';
import { writeMotDePasse } from './invitation.server.ts';
import { createCodesDeSecours } from './second-facteur.server.ts';
import { closeTentative, listCles, startTentative } from './tentatives.server.ts';
import { recordConnexion } from './trace.server.ts';

export type SessionOuverte = {
  id: string;
  ouverteLe: string;
  vueLe: string;
  navigateur: string | null;
  celleCi: boolean;
};
export type MonCompte = {
  courriel: string;
  secondFacteur: boolean;
  motDePasse: boolean;
  fournisseur: boolean;
  sessions: SessionOuverte[];
};

/** Ce que la personne connectée voit de son propre compte. */
export async function getMonCompte(authentification: Authentification, request: Request): Promise<MonCompte> {
  const moi = await getMoi(authentification, request);
  const { comptes } = authentification.db;
  const moyens = await comptes
    .selectFrom('comptes.moyenDeConnexion')
    .select('providerId')
    .where('userId', '=', moi.id)
    .execute();
  const sessions = await comptes
    .selectFrom('comptes.session')
    .select(['id', 'createdAt as ouverteLe', 'updatedAt as vueLe', 'userAgent as navigateur'])
    .where('userId', '=', moi.id)
    .where('expiresAt', '>', sql<string>`now()`)
    .orderBy('updatedAt', 'desc')
    .execute();
  return {
    courriel: moi.email,
    secondFacteur: moi.twoFactorEnabled,
    motDePasse: moyens.some(({ providerId }) => providerId === 'credential'),
    fournisseur: moyens.some(({ providerId }) => providerId !== 'credential'),
    sessions: sessions.map((session) => ({ ...session, celleCi: session.id === moi.sessionId })),
  };
}

async function getMoi(authentification: Authentification, request: Request) {
  const moi = await findSessionOuverte(authentification, { request });
  if (!moi) throw new Error('La page « Votre compte » n’existe que connecté');
  return moi;
}

/** Ferme une autre de ses sessions ; la sienne se ferme par « Se déconnecter ». */
export async function closeMaSession(authentification: Authentification, request: Request, id: string): Promise<void> {
  const moi = await getMoi(authentification, request);
  await authentification.db.comptes
    .deleteFrom('comptes.session')
    .where('id', '=', id)
    .where('userId', '=', moi.id)
    .where('id', '<>', moi.sessionId)
    .execute();
  await recordConnexion(authentification, { acte: 'comptes.session.fermer', agentId: moi.agentId });
}

/** Vérifie le mot de passe actuel, ralenti comme à la connexion. Rend la phrase qui refuse, ou rien. */
async function verifyActuel(authentification: Authentification, entree: Entree, id: string, actuel: string) {
  const cles = listCles(authentification, {
    usage: 'code',
    compte: `actuel|${id}`,
    adresseIp: '',
    appareil: undefined,
  });
  const secondes = await startTentative(authentification, cles);
  if (secondes > 0) return `Trop d’essais à la suite. Réessayez dans ${formatAttente(secondes)}.`;
  const reponse = await authentification.auth.api.verifyPassword({
    body: { password: actuel },
    headers: buildEntetes(entree),
    asResponse: true,
  });
  if (!reponse.ok) return 'Ce n’est pas votre mot de passe actuel.';
  await closeTentative(authentification, cles);
  return undefined;
}

/** Change le mot de passe ; les autres sessions tombent, celle-ci reste. Rend les erreurs par champ. */
export async function updateMonMotDePasse(
  authentification: Authentification,
  entree: Entree,
  { actuel, nouveau, nom }: { actuel: string; nouveau: string; nom: string },
): Promise<Record<string, string>> {
  const moi = await getMoi(authentification, entree.request);
  const refus = evaluateMotDePasse(nouveau, [nom, moi.email]);
  if (refus) return { nouveau: refus };
  const faux = await verifyActuel(authentification, entree, moi.id, actuel);
  if (faux) return { actuel: faux };
  const empreinte = await hashPassword(nouveau);
  await authentification.db.comptes.transaction().execute(async (tx) => {
    await writeMotDePasse(tx, moi.id, empreinte);
    await tx.deleteFrom('comptes.session').where('userId', '=', moi.id).where('id', '<>', moi.sessionId).execute();
  });
  await recordConnexion(authentification, { acte: 'comptes.mot-de-passe.changer', agentId: moi.agentId });
  return {};
}

type IssueCodes = { erreurs: Record<string, string> } | { codes: string[] };

/** Tire dix nouveaux codes de secours, après avoir redemandé le mot de passe. */
export async function updateMesCodes(
  authentification: Authentification,
  entree: Entree,
  actuel: string,
): Promise<IssueCodes> {
  const moi = await getMoi(authentification, entree.request);
  const faux = await verifyActuel(authentification, entree, moi.id, actuel);
  if (faux) return { erreurs: { actuelCodes: faux } };
  const codes = await createCodesDeSecours(authentification, moi.id);
  await recordConnexion(authentification, { acte: 'comptes.second-facteur.codes', agentId: moi.agentId });
  return { codes };
}

/** Retire son second facteur pour en inscrire un autre aussitôt. */
export async function closeMonSecondFacteur(
  authentification: Authentification,
  entree: Entree,
  actuel: string,
): Promise<Record<string, string>> {
  const moi = await getMoi(authentification, entree.request);
  const faux = await verifyActuel(authentification, entree, moi.id, actuel);
  if (faux) return { actuelFacteur: faux };
  await authentification.db.comptes.transaction().execute(async (tx) => {
    await tx.updateTable('comptes.utilisateur').set({ twoFactorEnabled: false }).where('id', '=', moi.id).execute();
    await tx.deleteFrom('comptes.secondFacteur').where('userId', '=', moi.id).execute();
  });
  await recordConnexion(authentification, { acte: 'comptes.second-facteur.retirer', agentId: moi.agentId });
  return {};
}
