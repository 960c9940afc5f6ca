import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { closePeriode, listChamps, updateVersion, verifyOrdre } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import { canUpdateOrganisation } from '../droits.ts';
import { NATURES_UNITE, type Unite } from '../unite.ts';
import { UniteCorrection, UniteFermeture, UniteSaisie } from '../unite-saisie.ts';
import { findUnite } from './unites.server.ts';

const contraintes = {
  unite_code_key: { phrase: 'Ce code est déjà celui d’une autre unité.', champ: 'code' },
  unite_arbre: {
    phrase: 'Une unité ne peut pas dépendre d’elle-même ni d’une unité qui dépend d’elle.',
    champ: 'parentId',
  },
  unite_parent_id_fkey: { phrase: 'L’unité dont elle dépendrait n’existe pas.', champ: 'parentId' },
  unite_commune_code_fkey: { phrase: 'Cette commune n’est pas dans la liste officielle.', champ: 'communeCode' },
  unite_check: 'Seul le département ne dépend d’aucune unité.',
};

export const createUnite = defineCommand({
  name: 'organisation.unite.creer',
  titre: 'Créer une unité',
  saisie: UniteSaisie,
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { du, ...champs }) => {
    const id = createIdentifiant();
    await tx
      .insertInto('organisation.unite')
      .values({ id, ...champs, periode: formatDaterange({ du, au: null }) })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { nature: champs.nature } } };
  },
});

export const updateUnite = defineCommand({
  name: 'organisation.unite.corriger',
  titre: 'Corriger une unité',
  saisie: UniteCorrection,
  load: (contexte, { id }) => loadUnite(contexte, id),
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { id, version, ...champs }, avant) => {
    const changement = tx.updateTable('organisation.unite').set(champs);
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(avant, champs) } } };
  },
});

export const closeUnite = defineCommand({
  name: 'organisation.unite.fermer',
  titre: 'Fermer une unité',
  saisie: UniteFermeture,
  load: (contexte, { id }) => loadUnite(contexte, id),
  can: canUpdateOrganisation,
  run: async ({ tx }, { id, version, au }, avant) => {
    verifyOrdre(avant.du, au);
    await verifyVide(tx, id, au);
    const changement = tx.updateTable('organisation.unite').set({ periode: closePeriode(au) });
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { au } } };
  },
});

async function loadUnite({ tx }: Contexte, id: string): Promise<Unite> {
  const unite = await findUnite(tx, id);
  if (!unite) throw new Introuvable('Absente, ou hors de vos missions.');
  return unite;
}

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const unite = await findUnite(tx, id);
  if (!unite) return {};
  return {
    Code: unite.code,
    Nom: unite.nom,
    Nature: NATURES_UNITE[unite.nature],
    Adresse: unite.adresse ?? '',
    Commune: unite.commune ?? '',
    Téléphone: unite.telephone ?? '',
  };
}

/** On ne ferme pas une unité qui tient encore quelque chose : des postes, des unités, des communes resteraient orphelins. */
async function verifyVide(tx: Transaction, id: string, au: JourCivil): Promise<void> {
  const { rows } = await sql<{ postes: number; unites: number; communes: number }>`
    select
      (select count(*)::int from organisation.poste p where p.unite_id = ${id} and coalesce(upper(p.periode) > ${au}::date + 1, true)) as postes,
      (select count(*)::int from organisation.unite u where u.parent_id = ${id} and coalesce(upper(u.periode) > ${au}::date + 1, true)) as unites,
      (select count(*)::int from organisation.secteur s where s.unite_id = ${id} and coalesce(upper(s.periode) > ${au}::date + 1, true)) as communes`.execute(
    tx,
  );
  const reste = rows[0];
  if (!reste) return;
  const motifs = [
    reste.postes > 0 && `${reste.postes} poste(s) encore ouvert(s)`,
    reste.unites > 0 && `${reste.unites} unité(s) qui en dépendent`,
    reste.communes > 0 && `${reste.communes} commune(s) desservie(s)`,
  ].filter((motif) => motif !== false);
  if (motifs.length > 0)
    throw new Refus(`Cette unité ne peut pas fermer : ${motifs.join(', ')}. Déplacez-les d’abord.`, [], 'au');
}
