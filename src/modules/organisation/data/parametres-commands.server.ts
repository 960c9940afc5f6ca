import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, formatDaterange } from '#shared/periode.ts';
import { canRecordParametre } from '../droits.ts';
import { type CleParametre, ParametreSaisie, type ParametreVersion, parseValeur } from '../parametre.ts';
import { getParametreFiche } from './parametres.server.ts';

/**
 * Une nouvelle valeur prend effet un jour ; la précédente s'arrête la veille, celle déjà prévue plus tard demeure.
 * Le passé ne se réécrit pas : une valeur déjà en vigueur se remplace à partir d'un jour suivant.
 */
export const recordParametre = defineCommand({
  name: 'organisation.parametre.regler',
  titre: 'Régler un paramètre du département',
  saisie: ParametreSaisie,
  can: canRecordParametre,
  run: async (contexte, { cle, valeur: texte, du, confiance, source }) => {
    const lu = parseValeur(cle, texte);
    if (!lu.ok) throw new Refus(lu.message, [], 'valeur');
    const { historique } = await getParametreFiche(contexte, cle);
    const remplacee = historique.find((version) => containsJour(version, du));
    if (remplacee) await closeVersion(contexte, remplacee, du);
    const suivante = historique.findLast((version) => version.du > du);
    const au = suivante ? addJours(suivante.du, -1) : null;
    const id = createIdentifiant();
    const valeur = JSON.stringify(lu.valeur);
    await contexte.tx
      .insertInto('organisation.parametre')
      .values({ id, cle, valeur, periode: formatDaterange({ du, au }), confiance, source })
      .execute();
    return {
      resultat: cle satisfies CleParametre,
      trace: { objetId: id, detail: { cle, du, remplace: remplacee?.id ?? null } },
    };
  },
});

async function closeVersion({ tx, aujourdhui }: Contexte, version: ParametreVersion, du: JourCivil): Promise<void> {
  if (version.du < du) {
    const periode = formatDaterange({ du: version.du, au: addJours(du, -1) });
    await tx.updateTable('organisation.parametre').set({ periode }).where('id', '=', version.id).execute();
    return;
  }
  if (version.du < aujourdhui) {
    throw new Refus(
      `Une valeur a déjà pris effet le ${formatJour(version.du, 'long')} : choisissez un jour suivant.`,
      [],
      'du',
    );
  }
  await tx.deleteFrom('organisation.parametre').where('id', '=', version.id).execute();
}
