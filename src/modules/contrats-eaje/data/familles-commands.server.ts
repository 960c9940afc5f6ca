import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { listChamps, updateVersion, verifyProche } from '#server/version.ts';
import { formatOuiNon } from '#shared/champ-saisi.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addAns, addJours } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange } from '#shared/periode.ts';
import { AnnulationSaisie } from '../absence.ts';
import { canUpdateAccueil } from '../droits.ts';
import { FamilleCorrection, FamilleSaisie, formatRegime } from '../famille.ts';
import { RessourcesSaisie } from '../ressources.ts';
import { ABSENT, findFamille, getCreche, getFamilleDesRessources, listRessources } from './familles.server.ts';

export const createFamille = defineCommand({
  name: 'creches.famille.inscrire',
  titre: 'Inscrire une famille',
  saisie: FamilleSaisie,
  load: ({ tx }, { etablissementId }) => getCreche(tx, etablissementId),
  can: canUpdateAccueil,
  run: async ({ tx }, saisie) => {
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.famille')
      .values({ id, ...saisie })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { etablissementId: saisie.etablissementId } } };
  },
});

/** La famille et sa crèche ; introuvable si on ne l'accueille pas. */
export async function loadFamille(tx: Transaction, id: string) {
  const famille = await findFamille(tx, id);
  if (famille === undefined) throw new Introuvable(ABSENT);
  const { uniteId } = await getCreche(tx, famille.etablissementId);
  return { ...famille, uniteId };
}

export const updateFamille = defineCommand({
  name: 'creches.famille.corriger',
  titre: 'Corriger la fiche d’une famille',
  saisie: FamilleCorrection,
  load: ({ tx }, { id }) => loadFamille(tx, id),
  can: canUpdateAccueil,
  run: async ({ tx }, { id, version, ...champs }, avant) => {
    await updateVersion(tx.updateTable('eaje.famille').set(champs), { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(avant, champs) } } };
  },
});

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const famille = await findFamille(tx, id);
  if (famille === undefined) return {};
  return {
    Nom: famille.nom,
    Téléphone: famille.telephone ?? '',
    Courriel: famille.courriel ?? '',
    Adresse: famille.adresse ?? '',
    'Code postal': famille.codePostal ?? '',
    'Numéro d’allocataire': famille.matriculeCaf ?? '',
    Régime: formatRegime(famille.regime) ?? '',
    'Un seul parent au foyer': formatOuiNon(famille.monoparentale),
    'Figure dans Filoué': formatOuiNon(famille.apparaitFiloue),
  };
}

/** Des ressources nouvelles referment les précédentes la veille ; elles ne les récrivent pas. Le tarif ne change que par un avenant. */
export const recordRessources = defineCommand({
  name: 'creches.ressources.inscrire',
  titre: 'Inscrire les ressources d’une famille',
  saisie: RessourcesSaisie,
  load: ({ tx }, { familleId }) => loadFamille(tx, familleId),
  can: canUpdateAccueil,
  contraintes: {
    ressources_une_a_la_fois: {
      phrase: 'D’autres ressources valent déjà à partir de ce jour ou après lui.',
      champ: 'du',
    },
  },
  run: async ({ tx, aujourdhui }, { familleId, du, ...champs }, famille) => {
    verifyProche(du, { du: addAns(aujourdhui, -5), au: addAns(aujourdhui, 1) }, 'du');
    const { rows } = await sql<{ dernier: string | null }>`
      select max(lower(r.periode))::text as dernier from eaje.ressources r where r.famille_id = ${familleId}`.execute(
      tx,
    );
    const dernier = rows[0]?.dernier ?? null;
    if (dernier !== null && dernier >= du)
      throw new Refus(
        `Les dernières ressources valent depuis le ${formatJour(dernier as typeof du, 'long')} : celles-ci commencent après. Si celles-là sont fausses, annulez-les d’abord.`,
        [],
        'du',
      );
    await sql`update eaje.ressources set periode = daterange(lower(periode), ${addJours(du, -1)}::date, '[]')
      where famille_id = ${familleId} and periode @> ${du}::date`.execute(tx);
    const id = createIdentifiant();
    // Écrit en SQL : Kysely rendrait « enfants_a_charge » par « enfants_acharge ».
    await sql`insert into eaje.ressources (id, famille_id, etablissement_id, periode, annuelles_centimes, enfants_a_charge, enfants_aeeh, origine)
      values (${id}, ${familleId}, ${famille.etablissementId}, ${formatDaterange({ du, au: null })}, ${champs.annuellesCentimes},
        ${champs.enfantsACharge}, ${champs.enfantsAeeh}, ${champs.origine})`.execute(tx);
    return {
      resultat: familleId,
      trace: { objetId: familleId, detail: { du, origine: champs.origine } },
    };
  },
});

/** Les dernières ressources, inscrites par erreur, s'effacent et celles d'avant valent de nouveau ; ce qu'elles disaient reste au journal. */
export const closeRessources = defineCommand({
  name: 'creches.ressources.annuler',
  titre: 'Annuler les ressources d’une famille, inscrites par erreur',
  saisie: AnnulationSaisie,
  load: async ({ tx }, { id }) => loadFamille(tx, await getFamilleDesRessources(tx, id)),
  can: canUpdateAccueil,
  run: async ({ tx }, { id, raison }, famille) => {
    // Deux personnes qui les changent au même instant passent l'une après l'autre.
    await sql`select from eaje.famille where id = ${famille.id} for update`.execute(tx);
    const [derniere, precedente] = await listRessources(tx, famille.id);
    if (derniere?.id !== id)
      throw new Refus(
        'D’autres ressources valent depuis : annulez-les d’abord, de la plus récente à la plus ancienne.',
      );
    await tx.deleteFrom('eaje.ressources').where('id', '=', id).execute();
    if (precedente?.au === addJours(derniere.du, -1))
      await sql`update eaje.ressources set periode = daterange(lower(periode), null) where id = ${precedente.id}`.execute(
        tx,
      );
    const { du, annuellesCentimes, enfantsACharge, enfantsAeeh, origine } = derniere;
    const detail = { du, annuellesCentimes, enfantsACharge, enfantsAeeh, origine, raison };
    return { resultat: famille.id, trace: { objetId: id, detail } };
  },
});
