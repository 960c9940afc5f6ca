import { type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { buildDroit, type Cible, loadEnfant, updateDossier } from '#modules/acces/index.server.ts';
import { canCloseDossier, canReadEnfant, canRecordReouverture } from '#modules/acces/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange } from '#shared/periode.ts';
import { ClotureDossierSaisie, ReouvertureSaisie } from '../enfant-saisie.ts';

/** Ferme le dossier : il sort des listes, rien n'est effacé. */
export const closeDossier = defineCommand({
  name: 'enfants.dossier.clore',
  titre: 'Fermer le dossier',
  saisie: ClotureDossierSaisie,
  load: (contexte, { id }) => loadEnfant(contexte, { enfantId: id }),
  can: buildDroit(canCloseDossier),
  run: async (contexte, { id, version, closLe }, { cible }) => {
    await updateDossier(contexte, cible, version, { closLe });
    return { resultat: id, trace: { enfantId: id, detail: { closLe: formatJour(closLe, 'court') } } };
  },
  contraintes: { enfant_check: 'La fermeture précède l’ouverture du dossier.' },
});

/** Rouvre un dossier fermé, avec sa raison. Si plus aucun territoire ne suit l'enfant, il en faut un. */
export const recordReouverture = defineCommand({
  name: 'enfants.dossier.rouvrir',
  titre: 'Rouvrir le dossier',
  saisie: ReouvertureSaisie,
  load: (contexte, { id }) => loadEnfant(contexte, { enfantId: id }),
  can: buildDroit(canRecordReouverture),
  run: async (contexte, { id, version, motif, explication, uniteId }, { cible }) => {
    const { tx, aujourdhui } = contexte;
    const { closLe } = cible;
    if (closLe === null) throw new Refus('Ce dossier est déjà ouvert.');
    const territoire = await findTerritoire(contexte, id);
    verifyVisible(contexte, cible, territoire ? null : uniteId);
    await tx
      .insertInto('enfants.reouverture')
      .values({ id: createIdentifiant(), enfantId: id, closLe, rouvertLe: aujourdhui, motif, explication })
      .execute();
    if (!territoire && uniteId) await insertTerritoire(contexte, id, uniteId);
    await updateDossier(contexte, cible, version, { closLe: null });
    return { resultat: id, trace: { enfantId: id, detail: { motif, fermeLe: formatJour(closLe, 'court') } } };
  },
});

/** Le nom du territoire qui suit l'enfant aujourd'hui. */
export async function findTerritoire({ tx, aujourdhui }: Contexte, enfantId: string): Promise<string | undefined> {
  const mission = await tx
    .selectFrom('enfants.mission as m')
    .innerJoin('organisation.unite as u', 'u.id', 'm.uniteId')
    .select('u.nom')
    .where('m.enfantId', '=', enfantId)
    .where('m.nature', '=', 'territoire')
    .where(sql<SqlBool>`m.periode @> ${aujourdhui}::date`)
    .executeTakeFirst();
  return mission?.nom;
}

/** Qui rouvre suit le dossier qu'il rouvre : il ne le rouvre ni pour personne, ni chez un autre. */
function verifyVisible({ agent, aujourdhui }: Contexte, cible: Cible, uniteId: string | null): void {
  const donnees =
    uniteId === null ? [] : [{ agentId: null, uniteId, periode: { du: aujourdhui, au: null }, relais: [] }];
  const rouvert = { ...cible, closLe: null, missions: [...cible.missions, ...donnees] };
  if (!canReadEnfant(agent, rouvert, aujourdhui))
    throw new Refus(
      'Rouvert ainsi, ce dossier ne serait pas dans vos missions : choisissez un territoire que vous suivez, ou demandez à qui suit l’enfant de le rouvrir.',
      [],
      'uniteId',
    );
}

async function insertTerritoire({ tx, aujourdhui }: Contexte, enfantId: string, uniteId: string): Promise<void> {
  await tx
    .insertInto('enfants.mission')
    .values({
      id: createIdentifiant(),
      enfantId,
      uniteId,
      nature: 'territoire',
      periode: formatDaterange({ du: aujourdhui, au: null }),
    })
    .execute();
}
