/** Les formats de badges : les lire, les garder. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canImporterBadges } from '../droits.ts';
import {
  ENCODAGES,
  FORMATS_JOUR,
  type FormatBadge,
  FormatBadgeSaisie,
  NATURES_BADGE,
  SEPARATEURS,
} from '../format-badge.ts';

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

const contraintes = { format_badge_nom_key: { phrase: 'Un format porte déjà ce nom.', champ: 'nom' } };

/** Seules les colonnes de la nature choisie se gardent. */
function buildColonnes(format: Omit<z.output<typeof FormatBadgeSaisie>, 'id' | 'version'>) {
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
  run: async ({ tx }, { id: _id, version: _version, ...saisie }) => {
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
  run: async ({ tx }, { id: _id, version, ...saisie }, { id }) => {
    const changement = tx.updateTable('eaje.formatBadge').set(buildColonnes(saisie));
    await updateVersion(changement, { id, version: version ?? 0 }, async () => formatActuel(await getFormat(tx, id)));
    return { resultat: id, trace: { objetId: id } };
  },
});

/** Chaque champ, comme la page l'écrit. */
function formatActuel(format: FormatBadge): Record<string, string> {
  const texte = (valeur: string | null) => valeur ?? '—';
  return {
    Nom: format.nom,
    'Entre les colonnes': SEPARATEURS[format.separateur],
    Encodage: ENCODAGES[format.encodage],
    'Première ligne': format.entete ? 'des titres' : 'des données',
    'Une ligne': NATURES_BADGE[format.nature],
    'Colonne du badge': format.colonneBadge,
    'Colonne de la crèche': texte(format.colonneCreche),
    'Colonne du jour': `${format.colonneJour} (${FORMATS_JOUR[format.formatJour]})`,
    'Colonne de l’arrivée': texte(format.colonneArrivee),
    'Colonne du départ': texte(format.colonneDepart),
    'Colonne de l’heure': texte(format.colonneHeure),
    'Colonne du sens': texte(format.colonneSens),
    'Mots du sens': `${texte(format.motArrivee)} / ${texte(format.motDepart)}`,
  };
}
