/** Les formats de badges : les lire, les garder. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canImporterBadges } from '../droits.ts';
import { type FormatBadge, FormatBadgeSaisie } from '../format-badge.ts';

const ABSENT = 'Absent, ou hors de vos missions.';

export async function getFormat(tx: Transaction, id: string): Promise<FormatBadge> {
  const format = await tx.selectFrom('eaje.formatBadge').selectAll().where('id', '=', id).executeTakeFirst();
  if (!format) throw new Introuvable(ABSENT);
  return format as FormatBadge;
}

export async function listFormats(
  tx: Transaction,
): Promise<(Pick<FormatBadge, 'id' | 'nom' | 'nature'> & { creche: string | null })[]> {
  const { rows } = await sql<Pick<FormatBadge, 'id' | 'nom' | 'nature'> & { creche: string | null }>`
    select f.id, f.nom, f.nature, u.nom as creche from eaje.format_badge f
    left join eaje.etablissement e on e.id = f.etablissement_id left join organisation.unite u on u.id = e.unite_id
    order by acces.normalise(f.nom)`.execute(tx);
  return rows;
}

const contraintes = { format_badge_nom_key: 'Un format porte déjà ce nom.' };

/** Seules les colonnes de la nature choisie se gardent. */
function buildColonnes({ id: _id, version: _version, ...format }: ReturnType<typeof FormatBadgeSaisie.parse>) {
  const isVisite = format.nature === 'VISITE';
  const sens = isVisite ? null : format.colonneSens;
  return {
    ...format,
    colonneArrivee: isVisite ? format.colonneArrivee : null,
    colonneDepart: isVisite ? format.colonneDepart : null,
    colonneHeure: isVisite ? null : format.colonneHeure,
    colonneSens: sens,
    motArrivee: sens === null ? null : format.motArrivee,
    motDepart: sens === null ? null : format.motDepart,
  };
}

export const createFormat = defineCommand({
  name: 'pointages.format.creer',
  titre: 'Décrire un format de badges',
  saisie: FormatBadgeSaisie,
  can: canImporterBadges,
  contraintes,
  run: async ({ tx }, saisie) => {
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.formatBadge')
      .values({ id, ...buildColonnes(saisie) })
      .execute();
    return { resultat: id, trace: { objetId: id } };
  },
});

export const updateFormat = defineCommand({
  name: 'pointages.format.changer',
  titre: 'Changer un format de badges',
  saisie: FormatBadgeSaisie,
  load: ({ tx }: Contexte, { id }) => getFormat(tx, id ?? ''),
  can: canImporterBadges,
  contraintes,
  run: async ({ tx }, saisie, avant) => {
    if (saisie.version !== avant.version)
      throw new Conflit('Ce format a changé pendant que vous l’écriviez.', {
        Nom: avant.nom,
        Badge: avant.colonneBadge,
        Jour: avant.colonneJour,
      });
    await tx
      .updateTable('eaje.formatBadge')
      .set({ ...buildColonnes(saisie), version: avant.version + 1 })
      .where('id', '=', avant.id)
      .execute();
    return { resultat: avant.id, trace: { objetId: avant.id, detail: { version: avant.version + 1 } } };
  },
});
