/** Deux crèches d'essai, au nord et au sud, une famille dans chacune, et ceux qui les tiennent. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { createCreche } from '#modules/eaje/testing/creche-factory.ts';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';

export async function createAccueilEssai(tx: Transaction) {
  const { unites, agents } = await createOrganisationEssai(tx);
  const nord = await createCreche(tx, { parentId: unites.nord, code: 'CN', places: 3 });
  const sud = await createCreche(tx, { parentId: unites.sud, code: 'CS', places: 3 });
  const cree = (nom: string, uniteId: typeof unites.nord, profil: Parameters<typeof createAgentEssai>[1]['profil']) =>
    createAgentEssai(tx, { nom, profil, uniteId });
  const qui = {
    directeur: agents.directeur.agentId,
    administrateur: agents.administrateur.agentId,
    referentNord: agents.referentNord.agentId,
    responsableNord: (await cree('Responsable nord', unites.nord, 'responsable-territoire-petite-enfance')).agentId,
    responsableSud: (await cree('Responsable sud', unites.sud, 'responsable-territoire-petite-enfance')).agentId,
    crecheNord: (await cree('Directrice de crèche', nord.uniteId, 'responsable-eaje')).agentId,
  };
  return {
    nord,
    sud,
    qui,
    familleNord: await createFamilleEssai(tx, nord),
    familleSud: await createFamilleEssai(tx, sud),
  };
}

/** Une famille à 24 000 € par an, un enfant à charge, et son enfant né le 1er mars 2025, sans contrat. */
async function createFamilleEssai(tx: Transaction, creche: { id: string; sections: readonly string[] }) {
  const [id, enfantId] = [createIdentifiant(), createIdentifiant()];
  const etablissementId = creche.id;
  await tx.insertInto('eaje.famille').values({ id, etablissementId, nom: 'Moreau' }).execute();
  await sql`insert into eaje.ressources (id, famille_id, etablissement_id, periode, annuelles_centimes, enfants_a_charge, origine)
    values (${createIdentifiant()}, ${id}, ${etablissementId}, '[2026-01-01,)', 2400000, 1, 'CDAP')`.execute(tx);
  const enfant = { id: enfantId, familleId: id, etablissementId, sectionId: creche.sections[0] ?? null };
  await tx
    .insertInto('eaje.enfant')
    .values({ ...enfant, nom: 'Moreau', prenom: 'Lou', neLe: jourCivil('2025-03-01') })
    .execute();
  return { id, enfantId };
}
export type AccueilEssai = Awaited<ReturnType<typeof createAccueilEssai>>;
