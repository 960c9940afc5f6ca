import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { ATTENTES, computeAttente, computeReseau, OUBLI_SECONDES, type RegleAttente } from '../rules/attente.ts';
import type { Authentification } from './authentification.server.ts';

/** Ce qu'un essai engage : sa clé (une empreinte) et la règle qui la ralentit. */
export type Cle = { cle: string; regle: RegleAttente };

export function computeEmpreinte({ cles }: Authentification, usage: string, texte: string): string {
  return createHmac('sha256', cles.empreintes).update(`${usage}|${texte}`).digest('base64url');
}

/** Empreinte d'un compte, connu ou non : le courriel tapé n'est écrit nulle part. */
export function computeEmpreinteCompte(authentification: Authentification, courriel: string): string {
  return computeEmpreinte(authentification, 'compte', courriel.trim().toLowerCase());
}

type Essai = { usage: 'mot-de-passe' | 'code'; compte: string; adresseIp: string; appareil: string | undefined };

export function listCles(authentification: Authentification, { usage, compte, adresseIp, appareil }: Essai): Cle[] {
  const build = (nature: string, texte: string, regle: RegleAttente): Cle => ({
    cle: computeEmpreinte(authentification, `${usage}|${nature}`, texte),
    regle,
  });
  if (appareil !== undefined) return [build('appareil', `${compte}|${appareil}`, ATTENTES.appareil)];
  if (usage === 'code') return [build('code', compte, ATTENTES.code)];
  const reseau = computeReseau(adresseIp);
  return [
    build('compte-reseau', `${compte}|${reseau}`, ATTENTES.compteEtReseau),
    build('compte', compte, ATTENTES.compte),
    build('reseau', reseau, ATTENTES.reseau),
  ];
}

/**
 * Compte l'essai comme un échec avant de le juger (des essais simultanés se suivent), ou dit combien attendre.
 * Un essai refusé pour attente ne compte pas : insister n'allonge rien.
 */
export async function startTentative({ db }: Authentification, cles: Cle[]): Promise<number> {
  const noms = cles.map(({ cle }) => cle).sort();
  return db.comptes.transaction().execute(async (tx) => {
    await tx
      .insertInto('comptes.tentative')
      .values(noms.map((cle) => ({ cle })))
      .onConflict((c) => c.doNothing())
      .execute();
    const lignes = await tx
      .selectFrom('comptes.tentative')
      .select(['cle', 'echecs', sql<number>`extract(epoch from clock_timestamp() - dernier_le)::float8`.as('depuis')])
      .where('cle', 'in', noms)
      .orderBy('cle')
      .forUpdate()
      .execute();
    const attentes = lignes.map(({ cle, echecs, depuis }) => {
      const regle = cles.find((c) => c.cle === cle)?.regle;
      return regle ? computeAttente(echecs, depuis, regle) : 0;
    });
    const attente = Math.max(0, ...attentes);
    if (attente > 0) return attente;
    await tx
      .updateTable('comptes.tentative')
      .set({
        echecs: sql`case when dernier_le < clock_timestamp() - make_interval(secs => ${OUBLI_SECONDES}) then 1 else echecs + 1 end`,
        dernierLe: sql`clock_timestamp()`,
      })
      .where('cle', 'in', noms)
      .execute();
    return 0;
  });
}

/** L'essai était bon : il n'efface que ce qu'il avait engagé, et au réseau ne rend que sa propre part. */
export async function closeTentative({ db }: Authentification, cles: Cle[]): Promise<void> {
  const reseau = cles.filter(({ regle }) => regle === ATTENTES.reseau).map(({ cle }) => cle);
  const propres = cles.filter(({ regle }) => regle !== ATTENTES.reseau).map(({ cle }) => cle);
  await db.comptes.deleteFrom('comptes.tentative').where('cle', 'in', propres).execute();
  if (reseau.length > 0) {
    await db.comptes
      .updateTable('comptes.tentative')
      .set({ echecs: sql`greatest(0, echecs - 1)` })
      .where('cle', 'in', reseau)
      .execute();
  }
  await db.comptes
    .deleteFrom('comptes.tentative')
    .where('dernierLe', '<', sql<string>`clock_timestamp() - interval '2 days'`)
    .execute();
}
