import type { Contexte } from '#database/as-agent.ts';
import { buildDroit, loadEnfant } from '#modules/acces/index.server.ts';
import { canUpdateEnfant } from '#modules/acces/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { closeLignesEnCours } from '#server/periode-suivante.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { Organisme } from '../autorite-parentale.ts';
import { AutoriteParentaleSaisie } from '../autorite-parentale-saisie.ts';
import { StatutSaisie } from '../statut-saisie.ts';

/** Qui tient et exerce l'autorité parentale à partir d'un jour ; la ligne précédente de la même personne finit la veille. */
export const recordAutoriteParentale = defineCommand({
  name: 'enfants.autorite-parentale.enregistrer',
  titre: 'Enregistrer l’autorité parentale',
  saisie: AutoriteParentaleSaisie,
  load: loadEnfant,
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, { enfantId, qui, titulaire, exercice, du, fondement }) => {
    const organisme = Organisme.safeParse(qui);
    const colonne = organisme.success ? 'organisme' : 'personneId';
    if (!organisme.success) await verifyProche(tx, enfantId, qui);
    const suite = await tx
      .selectFrom('enfants.autoriteParentale')
      .select(['id', 'periode'])
      .where('enfantId', '=', enfantId)
      .where(colonne, '=', qui)
      .execute();
    await closeLignesEnCours(
      tx,
      'enfants.autoriteParentale',
      suite,
      du,
      'Une ligne d’autorité parentale de cette personne',
    );
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.autoriteParentale')
      .values({
        id,
        enfantId,
        [colonne]: qui,
        titulaire,
        exercice,
        fondement,
        periode: formatDaterange({ du, au: null }),
      })
      .execute();
    return { resultat: enfantId, trace: { enfantId, objetId: id, detail: { exercice, titulaire } } };
  },
});

async function verifyProche(tx: Contexte['tx'], enfantId: string, personneId: string): Promise<void> {
  const lien = await tx
    .selectFrom('enfants.lien')
    .select('id')
    .where('enfantId', '=', enfantId)
    .where('personneId', '=', personneId)
    .executeTakeFirst();
  if (!lien) throw new Refus('Ajoutez d’abord cette personne autour de l’enfant.', [], 'qui');
}

/** Le statut change ce jour-là ; le précédent finit la veille. */
export const recordStatut = defineCommand({
  name: 'enfants.statut.enregistrer',
  titre: 'Enregistrer le statut de l’enfant',
  saisie: StatutSaisie,
  load: loadEnfant,
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, { enfantId, code, du, fondement }) => {
    const suite = await tx
      .selectFrom('enfants.statut')
      .select(['id', 'periode'])
      .where('enfantId', '=', enfantId)
      .execute();
    await closeLignesEnCours(tx, 'enfants.statut', suite, du, 'Un statut');
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.statut')
      .values({ id, enfantId, code, fondement, periode: formatDaterange({ du, au: null }) })
      .execute();
    return { resultat: enfantId, trace: { enfantId, objetId: id, detail: { code } } };
  },
});
