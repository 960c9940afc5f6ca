import type { Contexte } from '#database/as-agent.ts';
import { buildDroit, loadEnfant } from '#modules/acces/index.server.ts';
import { canUpdateEnfant } from '#modules/acces/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { closeLigne } from '#server/periode-suivante.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { FinDePartenaireSaisie, PartenaireEnfantSaisie } from '../partenaire-saisie.ts';

/** Attache un partenaire à l'enfant, en l'ajoutant à l'annuaire s'il n'y est pas. */
export const recordPartenaireEnfant = defineCommand({
  name: 'enfants.partenaire.enregistrer',
  titre: 'Ajouter un partenaire autour de l’enfant',
  saisie: PartenaireEnfantSaisie,
  load: loadEnfant,
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, saisie) => {
    const { enfantId, qualite, commentaire, du, au } = saisie;
    const partenaireId = saisie.partenaireId ?? (await createPartenaire(tx, saisie));
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.partenaireEnfant')
      .values({ id, enfantId, partenaireId, qualite, commentaire, periode: formatDaterange({ du, au }) })
      .execute();
    return { resultat: enfantId, trace: { enfantId, objetId: id, detail: { qualite } } };
  },
});

async function createPartenaire(tx: Contexte['tx'], saisie: PartenaireEnfantSaisie): Promise<string> {
  const { nature, nom, interlocuteur, telephone, courriel, communeNom } = saisie;
  const id = createIdentifiant();
  await tx
    .insertInto('enfants.partenaire')
    .values({ id, nature: nature ?? 'autre', nom: nom ?? '', interlocuteur, telephone, courriel, communeNom })
    .execute();
  return id;
}

/** Le partenaire n'est plus auprès de l'enfant. */
export const closePartenaireEnfant = defineCommand({
  name: 'enfants.partenaire.clore',
  titre: 'Retirer un partenaire',
  saisie: FinDePartenaireSaisie,
  load: async (contexte, { id }) => {
    const ligne = await contexte.tx
      .selectFrom('enfants.partenaireEnfant')
      .select(['enfantId', 'periode'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!ligne) throw new Introuvable('Absent, ou hors de vos missions.');
    return { ...(await loadEnfant(contexte, ligne)), ligne };
  },
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, fin, { ligne }) => {
    await closeLigne(
      tx,
      'enfants.partenaireEnfant',
      fin,
      ligne.periode,
      'Cette ligne a changé pendant que vous la modifiiez.',
    );
    return { resultat: ligne.enfantId, trace: { enfantId: ligne.enfantId, objetId: fin.id } };
  },
});
