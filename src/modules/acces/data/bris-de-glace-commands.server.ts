import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { BrisDeGlaceSaisie, RevueSaisie } from '../bris-de-glace-saisie.ts';
import { canOpenBrisDeGlace, canRecordRevue } from '../droits.ts';

export type ReglesBrisDeGlace = { dureeHeures: number; plafond: number };

/** Durée et plafond du jour, réglés par le département. */
export async function getReglesBrisDeGlace({ tx, aujourdhui }: Contexte): Promise<ReglesBrisDeGlace> {
  return {
    dureeHeures: await getParametre(tx, 'acces.bris-de-glace-heures', aujourdhui),
    plafond: await getParametre(tx, 'acces.bris-de-glace-plafond', aujourdhui),
  };
}

/**
 * Ouvre en urgence un dossier hors de ses missions. Rend l'enfant, ou `null` : absent et protégé répondent pareil, et la
 * tentative reste au journal (d'où un résultat plutôt qu'une erreur, qui l'effacerait).
 */
export const openBrisDeGlace = defineCommand({
  name: 'acces.bris-de-glace.demander',
  titre: 'Ouvrir un dossier en urgence',
  saisie: BrisDeGlaceSaisie,
  can: canOpenBrisDeGlace,
  run: async (contexte, { nom, prenom, dateNaissance, motif, explication }) => {
    const { dureeHeures, plafond } = await getReglesBrisDeGlace(contexte);
    const { rows } = await sql<{ enfantId: string | null }>`
      select enfants.briser_glace(${nom}, ${prenom}, ${dateNaissance}::date, ${motif}, ${explication}, make_interval(hours => ${dureeHeures}), ${plafond}, ${createIdentifiant()}::uuid) as enfant_id`.execute(
      contexte.tx,
    );
    return { resultat: rows[0]?.enfantId ?? null, trace: { detail: { motif, dureeHeures } } };
  },
  contraintes: {
    bris_de_glace_plafond:
      'Vous avez atteint le nombre d’ouvertures en urgence permises en 24 heures. Appelez l’astreinte.',
  },
});

/** Conclut la revue d'une ouverture en urgence ; nul ne revoit les siennes. */
export const recordRevue = defineCommand({
  name: 'acces.revue.enregistrer',
  titre: 'Conclure la revue d’un bris de glace',
  saisie: RevueSaisie,
  load: async ({ tx }, { brisId }) => {
    const bris = await tx
      .selectFrom('enfants.brisDeGlace')
      .select(['agentId', 'enfantId'])
      .where('id', '=', brisId)
      .executeTakeFirst();
    if (!bris) throw new Introuvable('Absent, ou hors de votre revue.');
    return bris;
  },
  can: canRecordRevue,
  run: async ({ tx, agent }, { brisId, revue, commentaire }, { enfantId }) => {
    const [change] = await tx
      .updateTable('enfants.brisDeGlace')
      .set({ revue, revueCommentaire: commentaire, revuLe: sql<string>`now()`, revuPar: agent.id })
      .where('id', '=', brisId)
      .returning('id')
      .execute();
    if (!change) throw new Introuvable('Absent, ou hors de votre revue.');
    return { resultat: brisId, trace: { enfantId, objetId: brisId, detail: { revue } } };
  },
});
