import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { closeLignesEnCours, computeFin } from '#server/periode-suivante.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import { AdresseSaisie, DepartMenageSaisie, MembreSaisie, MenageSaisie } from '../menage-saisie.ts';

// Un foyer réunit plusieurs enfants : le droit est celui de modifier, et la base ne montre que les foyers que l'on peut voir.
const canUpdate: (agent: Contexte['agent']) => boolean = (agent) => canDo(agent, 'enfants.modifier');

/** Un nouveau foyer autour d'une personne, avec son adresse. */
export const recordMenage = defineCommand({
  name: 'enfants.menage.enregistrer',
  titre: 'Ajouter un foyer',
  saisie: MenageSaisie,
  load: async ({ tx }, { personneId }) => {
    const personne = await tx
      .selectFrom('enfants.personne')
      .select('id')
      .where('id', '=', personneId)
      .executeTakeFirst();
    if (!personne) throw new Introuvable('Absente, ou hors de vos missions.');
  },
  can: canUpdate,
  run: async ({ tx }, { personneId, libelle, residence, du, voie, complement, codePostal, communeNom }) => {
    const menageId = createIdentifiant();
    const periode = formatDaterange({ du, au: null });
    if (residence === 'principale') await closeResidencePrincipale(tx, personneId, du);
    await tx.insertInto('enfants.menage').values({ id: menageId, libelle }).execute();
    await tx
      .insertInto('enfants.menageMembre')
      .values({ id: createIdentifiant(), menageId, personneId, residence, periode })
      .execute();
    if (voie || communeNom)
      await tx
        .insertInto('enfants.adresse')
        .values({ id: createIdentifiant(), menageId, voie, complement, codePostal, communeNom, periode })
        .execute();
    return { resultat: menageId, trace: { enfantId: null, objetId: menageId } };
  },
});

/** On ne vit à titre principal qu'en un lieu : la résidence principale d'avant finit la veille. */
async function closeResidencePrincipale(tx: Contexte['tx'], personneId: string, du: JourCivil): Promise<void> {
  const suite = await tx
    .selectFrom('enfants.menageMembre')
    .select(['id', 'periode'])
    .where('personneId', '=', personneId)
    .where('residence', '=', 'principale')
    .execute();
  await closeLignesEnCours(tx, 'enfants.menageMembre', suite, du, 'Une résidence principale');
}

async function getMenage({ tx }: Contexte, { menageId }: { menageId: string }) {
  const menage = await tx
    .selectFrom('enfants.menage')
    .select(['id', 'libelle'])
    .where('id', '=', menageId)
    .executeTakeFirst();
  if (!menage) throw new Introuvable('Absent, ou hors de vos missions.');
  return menage;
}

/** Le foyer déménage ; l'adresse précédente finit la veille. */
export const recordAdresse = defineCommand({
  name: 'enfants.adresse.enregistrer',
  titre: 'Enregistrer une adresse',
  saisie: AdresseSaisie,
  load: getMenage,
  can: canUpdate,
  run: async ({ tx }, { menageId, du, ...adresse }) => {
    const suite = await tx
      .selectFrom('enfants.adresse')
      .select(['id', 'periode'])
      .where('menageId', '=', menageId)
      .execute();
    await closeLignesEnCours(tx, 'enfants.adresse', suite, du, 'Une adresse de ce foyer');
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.adresse')
      .values({ id, menageId, ...adresse, periode: formatDaterange({ du, au: null }) })
      .execute();
    return { resultat: menageId, trace: { objetId: id } };
  },
});

/** Une personne rejoint le foyer. */
export const recordMembre = defineCommand({
  name: 'enfants.membre.enregistrer',
  titre: 'Ajouter quelqu’un dans un foyer',
  saisie: MembreSaisie,
  load: getMenage,
  can: canUpdate,
  run: async ({ tx }, { menageId, personneId, residence, du, au }) => {
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.menageMembre')
      .values({ id, menageId, personneId, residence, periode: formatDaterange({ du, au }) })
      .execute();
    return { resultat: menageId, trace: { objetId: id } };
  },
  contraintes: { menage_membre_une_fois: 'Cette personne est déjà dans ce foyer sur cette période.' },
});

/** La personne quitte le foyer. */
export const closeMembre = defineCommand({
  name: 'enfants.membre.clore',
  titre: 'Dire qu’une personne quitte un foyer',
  saisie: DepartMenageSaisie,
  load: async ({ tx }, { id }) => {
    const membre = await tx
      .selectFrom('enfants.menageMembre')
      .select(['menageId', 'periode'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!membre) throw new Introuvable('Absent, ou hors de vos missions.');
    return membre;
  },
  can: canUpdate,
  run: async ({ tx }, { id, au }, membre) => {
    await tx
      .updateTable('enfants.menageMembre')
      .set({ periode: computeFin(membre.periode, au) })
      .where('id', '=', id)
      .execute();
    return { resultat: membre.menageId, trace: { objetId: id } };
  },
});
