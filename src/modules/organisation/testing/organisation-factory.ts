/** Un petit département d'essai : deux territoires, un site chacun, et un agent par profil utile. */
import type { Transaction } from '#database/connection.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant, type Identifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';

export const JOUR_ESSAI = jourCivil('2026-11-21');
const DEPUIS = formatDaterange({ du: jourCivil('2020-01-01'), au: null });

type UniteEssai = { code: string; nom: string; nature: string; parentId?: Identifiant | null };

export async function createUniteEssai(
  tx: Transaction,
  { parentId = null, ...unite }: UniteEssai,
): Promise<Identifiant> {
  const id = createIdentifiant();
  await tx
    .insertInto('organisation.unite')
    .values({ id, ...unite, parentId, periode: DEPUIS })
    .execute();
  return id;
}

type PosteEssai = { nom: string; profil: Profil; uniteId: Identifiant; responsableId?: Identifiant | null };

/** Un agent et le poste qu'il tient depuis 2020. */
export async function createAgentEssai(tx: Transaction, essai: PosteEssai) {
  const [agentId, posteId, affectationId] = [createIdentifiant(), createIdentifiant(), createIdentifiant()];
  await tx
    .insertInto('organisation.agent')
    .values({
      id: agentId,
      matricule: agentId.slice(-8),
      nom: essai.nom,
      prenom: 'Camille',
      metier: 'attache',
      periode: DEPUIS,
    })
    .execute();
  await createPosteEssai(tx, { ...essai, id: posteId });
  await tx
    .insertInto('organisation.affectation')
    .values({ id: affectationId, agentId, posteId, nature: 'titulaire', periode: DEPUIS })
    .execute();
  return { agentId, posteId, affectationId };
}

export async function createPosteEssai(
  tx: Transaction,
  { id, ...essai }: PosteEssai & { id?: Identifiant },
): Promise<Identifiant> {
  const posteId = id ?? createIdentifiant();
  await tx
    .insertInto('organisation.poste')
    .values({
      id: posteId,
      numero: `P-${posteId.slice(-8)}`,
      intitule: `Poste de ${essai.nom}`,
      profil: essai.profil,
      metier: 'attache',
      uniteId: essai.uniteId,
      responsableId: essai.responsableId ?? null,
      periode: DEPUIS,
    })
    .execute();
  return posteId;
}

/** Le département de la Somme, figé au jour d'essai. */
export async function createOrganisationEssai(tx: Transaction) {
  await tx
    .insertInto('organisation.installation')
    .values({ departementCode: '80', departementNom: 'Somme', demo: true, jourFige: JOUR_ESSAI })
    .execute();
  await tx
    .insertInto('organisation.commune')
    .values([
      { code: '80021', nom: 'Amiens', departementCode: '80', codesPostaux: ['80000'], population: 134_000 },
      { code: '80001', nom: 'Abbeville', departementCode: '80', codesPostaux: ['80100'], population: 22_000 },
      { code: '59350', nom: 'Lille', departementCode: '59', codesPostaux: ['59000'], population: 236_000 },
    ])
    .execute();
  const departement = await createUniteEssai(tx, { code: 'DEP', nom: 'Département', nature: 'departement' });
  const nord = await createUniteEssai(tx, {
    code: 'TN',
    nom: 'Territoire nord',
    nature: 'territoire',
    parentId: departement,
  });
  const sud = await createUniteEssai(tx, {
    code: 'TS',
    nom: 'Territoire sud',
    nature: 'territoire',
    parentId: departement,
  });
  const siteNord = await createUniteEssai(tx, { code: 'SN', nom: 'Site du nord', nature: 'site', parentId: nord });
  const siteSud = await createUniteEssai(tx, { code: 'SS', nom: 'Site du sud', nature: 'site', parentId: sud });
  const cree = (nom: string, profil: Profil, uniteId: Identifiant, responsableId?: Identifiant) =>
    createAgentEssai(tx, { nom, profil, uniteId, responsableId });
  const directeur = await cree('Directeur', 'directeur', departement);
  const administrateur = await cree('Administrateur', 'administrateur', departement);
  const cadreNord = await cree('Cadre nord', 'cadre-territorial-ase', nord, directeur.posteId);
  const cadreSud = await cree('Cadre sud', 'cadre-territorial-ase', sud, directeur.posteId);
  const referentNord = await cree('Référent nord', 'referent-educatif', siteNord, cadreNord.posteId);
  const referentSud = await cree('Référent sud', 'referent-educatif', siteSud, cadreSud.posteId);
  return {
    unites: { departement, nord, sud, siteNord, siteSud },
    agents: { directeur, administrateur, cadreNord, cadreSud, referentNord, referentSud },
  };
}
export type OrganisationEssai = Awaited<ReturnType<typeof createOrganisationEssai>>;
