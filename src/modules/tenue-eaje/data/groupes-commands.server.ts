import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { canTenirCreche, PLACES_PAR_UNITE, TRANCHES } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import {
  FermetureRetrait,
  FermetureSaisie,
  formatGroupeLu,
  type Groupe,
  GroupeCorrection,
  GroupeRetrait,
  SectionSaisie,
  UniteAccueilSaisie,
} from '../etablissement-saisie.ts';
import { loadDeSaisie } from './etablissements-commands.server.ts';

export const createUniteAccueil = defineCommand({
  name: 'eaje.unite-accueil.creer',
  titre: 'Créer une unité d’accueil',
  saisie: UniteAccueilSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes: {
    unite_accueil_etablissement_id_nom_key: { phrase: 'Une unité d’accueil porte déjà ce nom.', champ: 'nom' },
  },
  run: async ({ tx, aujourdhui }, saisie) => {
    verifyPlacesUnite(saisie.places, aujourdhui);
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.uniteAccueil')
      .values({ id, ...saisie })
      .execute();
    return { resultat: saisie.etablissementId, trace: { objetId: id, detail: { places: saisie.places } } };
  },
});

/** CAP-02 */
function verifyPlacesUnite(places: number, jour: JourCivil): void {
  const { valeur: maximum, texte } = PLACES_PAR_UNITE.versionAt(jour);
  if (places > maximum)
    throw new Refus(`Une unité d’accueil a ${maximum} places au plus.`, texte ? [texte] : [], 'places');
}

/** Une unité d'accueil (sans tranche) ou une section de la crèche, verrouillée le temps de la corriger. */
async function getGroupe(
  tx: Transaction,
  { etablissementId, groupeId }: { etablissementId: string; groupeId: string },
): Promise<Groupe> {
  const { rows: sections } = await sql<Groupe>`
    select nom, places, tranche from eaje.section where id = ${groupeId} and etablissement_id = ${etablissementId} for update`.execute(
    tx,
  );
  const { rows: unites } = await sql<Groupe>`
    select nom, places, null as tranche from eaje.unite_accueil where id = ${groupeId} and etablissement_id = ${etablissementId} for update`.execute(
    tx,
  );
  const [groupe] = [...sections, ...unites];
  if (!groupe) throw new Introuvable('Absent, ou hors de vos missions.');
  return groupe;
}

export const updateGroupe = defineCommand({
  name: 'eaje.groupe.corriger',
  titre: 'Corriger une unité d’accueil ou une section',
  saisie: GroupeCorrection,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes: {
    unite_accueil_etablissement_id_nom_key: { phrase: 'Une unité d’accueil porte déjà ce nom.', champ: 'nom' },
    section_etablissement_id_nom_key: { phrase: 'Une section porte déjà ce nom.', champ: 'nom' },
  },
  run: async ({ tx, aujourdhui }, { version, groupeId, etablissementId, nom, places, tranche }) => {
    const avant = await getGroupe(tx, { etablissementId, groupeId });
    if (formatGroupeLu(avant) !== version)
      throw new Conflit('Ce groupe a été modifié pendant votre saisie.', {
        Nom: avant.nom,
        Places: String(avant.places),
        ...(avant.tranche && { Âges: TRANCHES[avant.tranche as keyof typeof TRANCHES] }),
      });
    if (avant.tranche === null) {
      verifyPlacesUnite(places, aujourdhui);
      await tx.updateTable('eaje.uniteAccueil').set({ nom, places }).where('id', '=', groupeId).execute();
    } else {
      if (tranche === null) throw new Refus('Choisissez les âges.', [], 'tranche');
      await tx.updateTable('eaje.section').set({ nom, places, tranche }).where('id', '=', groupeId).execute();
    }
    return { resultat: etablissementId, trace: { objetId: groupeId, detail: { etablissementId, places } } };
  },
});

export const createSection = defineCommand({
  name: 'eaje.section.creer',
  titre: 'Créer une section',
  saisie: SectionSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes: { section_etablissement_id_nom_key: { phrase: 'Une section porte déjà ce nom.', champ: 'nom' } },
  run: async ({ tx }, saisie) => {
    await verifyUniteDeLaCreche(tx, saisie);
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.section')
      .values({ id, ...saisie })
      .execute();
    return { resultat: saisie.etablissementId, trace: { objetId: id, detail: { places: saisie.places } } };
  },
});

async function verifyUniteDeLaCreche(
  tx: Transaction,
  { uniteAccueilId, etablissementId }: { uniteAccueilId: string; etablissementId: string },
): Promise<void> {
  const unite = await tx
    .selectFrom('eaje.uniteAccueil')
    .select('id')
    .where('id', '=', uniteAccueilId)
    .where('etablissementId', '=', etablissementId)
    .executeTakeFirst();
  if (!unite) throw new Refus('Choisissez une unité d’accueil de cette crèche.', [], 'uniteAccueilId');
}

const RETENUE = 'Des enfants ou des professionnels y sont encore : changez d’abord leur section.';

/** Une section vide, ou une unité d'accueil sans section : ce que quelqu'un occupe ne se retire pas. */
export const closeGroupe = defineCommand({
  name: 'eaje.groupe.retirer',
  titre: 'Retirer une unité d’accueil ou une section',
  saisie: GroupeRetrait,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes: {
    enfant_section_id_fkey: RETENUE,
    professionnel_section_id_fkey: RETENUE,
  },
  run: async ({ tx }, { etablissementId, groupeId }) => {
    const { rows } = await sql<{ nombre: number }>`
      select count(*)::int as nombre from eaje.section where unite_accueil_id = ${groupeId}`.execute(tx);
    if ((rows[0]?.nombre ?? 0) > 0) throw new Refus('Cette unité a encore des sections : retirez-les d’abord.');
    for (const table of ['eaje.section', 'eaje.uniteAccueil'] as const)
      await tx.deleteFrom(table).where('id', '=', groupeId).where('etablissementId', '=', etablissementId).execute();
    return { resultat: etablissementId, trace: { objetId: groupeId, detail: { etablissementId } } };
  },
});

export const recordFermeture = defineCommand({
  name: 'eaje.fermeture.enregistrer',
  titre: 'Fermer une crèche quelques jours',
  saisie: FermetureSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes: { fermeture_une_fois: { phrase: 'La crèche est déjà fermée une partie de ces jours.', champ: 'du' } },
  run: async ({ tx }, { etablissementId, du, au, motif, libelle }) => {
    const id = createIdentifiant();
    const periode = formatDaterange({ du, au: au ?? du });
    await tx
      .insertInto('eaje.fermeture')
      .values({ id, etablissementId, periode, motif, libelle: libelle ?? '' })
      .execute();
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, du, motif } } };
  },
});

export const closeFermeture = defineCommand({
  name: 'eaje.fermeture.retirer',
  titre: 'Retirer une fermeture',
  saisie: FermetureRetrait,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async ({ tx }, { etablissementId, fermetureId }) => {
    await tx
      .deleteFrom('eaje.fermeture')
      .where('id', '=', fermetureId)
      .where('etablissementId', '=', etablissementId)
      .execute();
    return { resultat: etablissementId, trace: { objetId: fermetureId, detail: { etablissementId } } };
  },
});
