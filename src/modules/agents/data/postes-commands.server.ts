import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { closePeriode, listChamps, updateVersion, verifyOrdre } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { formatMetier } from '../agent.ts';
import { formatProfil, type Poste } from '../poste.ts';
import { PosteCorrection, PosteFermeture, PosteSaisie } from '../poste-saisie.ts';
import { hasBoucle } from '../rules/hierarchie.ts';
import { findPoste } from './postes.server.ts';

const contraintes = {
  poste_numero_key: { phrase: 'Ce numéro est déjà celui d’un autre poste.', champ: 'numero' },
  poste_responsable_id_check: { phrase: 'Un poste ne dépend pas de lui-même.', champ: 'responsableId' },
  poste_unite_id_fkey: { phrase: 'Cette unité n’existe pas.', champ: 'uniteId' },
};

export const createPoste = defineCommand({
  name: 'organisation.poste.creer',
  titre: 'Créer un poste',
  saisie: PosteSaisie,
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { du, ...champs }) => {
    const id = createIdentifiant();
    await tx
      .insertInto('organisation.poste')
      .values({ id, ...champs, periode: formatDaterange({ du, au: null }) })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { profil: champs.profil } } };
  },
});

export const updatePoste = defineCommand({
  name: 'organisation.poste.corriger',
  titre: 'Corriger un poste',
  saisie: PosteCorrection,
  load: (contexte, { id }) => loadPoste(contexte, id),
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { id, version, ...champs }, avant) => {
    await verifyHierarchie(tx, id, champs.responsableId);
    const changement = tx.updateTable('organisation.poste').set(champs);
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(avant, champs) } } };
  },
});

export const closePoste = defineCommand({
  name: 'organisation.poste.fermer',
  titre: 'Fermer un poste',
  saisie: PosteFermeture,
  load: (contexte, { id }) => loadPoste(contexte, id),
  can: canUpdateOrganisation,
  run: async ({ tx }, { id, version, au }, avant) => {
    verifyOrdre(avant.du, au);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from organisation.affectation f
      where f.poste_id = ${id} and (upper_inf(f.periode) or upper(f.periode) > ${au}::date + 1)`.execute(tx);
    if ((rows[0]?.n ?? 0) > 0)
      throw new Refus('Quelqu’un tient encore ce poste après cette date : terminez d’abord son affectation.', [], 'au');
    const changement = tx.updateTable('organisation.poste').set({ periode: closePeriode(au) });
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { au } } };
  },
});

async function loadPoste({ tx }: Contexte, id: string): Promise<Poste> {
  const poste = await findPoste(tx, id);
  if (!poste) throw new Introuvable('Absent, ou hors de vos missions.');
  return poste;
}

async function verifyHierarchie(tx: Transaction, posteId: string, responsableId: string | null): Promise<void> {
  const postes = await tx.selectFrom('organisation.poste').select(['id', 'responsableId']).execute();
  if (hasBoucle(postes, posteId, responsableId)) {
    throw new Refus('La hiérarchie tournerait en rond : ce responsable dépend déjà de ce poste.', [], 'responsableId');
  }
}

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const poste = await findPoste(tx, id);
  if (!poste) return {};
  return {
    Numéro: poste.numero,
    Intitulé: poste.intitule,
    Profil: formatProfil(poste.profil),
    Métier: formatMetier(poste.metier),
    Unité: poste.unite,
    Quotité: String(poste.quotite),
  };
}
