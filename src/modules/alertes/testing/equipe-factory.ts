import { createDepartement, type ExecuteSql } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';

type Echeance = {
  enfantId?: string;
  informationId?: string;
  etablissementId?: string;
  regle?: string;
  cle?: string;
  pour: string;
  instant?: string;
  acteur?: string;
  gravite?: 'critique' | 'normale' | 'information';
  agentId?: string | null;
  uniteId?: string | null;
  restreint?: boolean;
  /** Il y a combien : « 36 hours ». */
  apparue?: string;
};

export type EquipeDEssai = Awaited<ReturnType<typeof createEquipe>>;

/** Une ligne de hiérarchie : une référente et sa collègue, leur cadre, le chef du pôle ; tous ont une adresse et un compte. Lundi 23 novembre 2026. */
export async function createEquipe(executeSql: ExecuteSql) {
  const { unites } = await createDepartement(executeSql);
  await executeSql("update organisation.installation set jour_fige = '2026-11-23'");
  const pole = await addAgent(executeSql, 'responsable-pole', { unite: unites.departement, chef: null });
  const cadre = await addAgent(executeSql, 'cadre-territorial-ase', { unite: unites.nord, chef: pole.posteId });
  const referente = await addAgent(executeSql, 'referent-educatif', { unite: unites.nord1, chef: cadre.posteId });
  const collegue = await addAgent(executeSql, 'referent-educatif', { unite: unites.nord1, chef: cadre.posteId });
  const lou = await anEnfant()
    .nomme('Martinet', 'Lou')
    .suiviPar(referente.agentId)
    .surLeTerritoire(unites.nord1)
    .insert(executeSql);
  // Les règles ont pu faire naître les leurs : chaque essai pose les siennes.
  await executeSql('delete from echeances.echeance');
  let cle = 0;
  const addEcheance = async (faits: Echeance) => {
    const id = createIdentifiant();
    cle += 1;
    await executeSql(
      `insert into echeances.echeance (id, enfant_id, information_id, etablissement_id, regle, cle, depuis, pour, instant, statut, acteur, libelle, gravite,
         agent_id, unite_id, restreint, apparue_le)
       values ($1, $2, $3, $14, $4, $5, '2026-01-01', $6, $7, 'ouverte', $8, 'Établir le projet pour l’enfant', $9, $10, $11, $12, now() - coalesce($13, '300 days')::interval)`,
      [
        id,
        (faits.informationId ?? faits.etablissementId) ? null : (faits.enfantId ?? lou),
        faits.informationId ?? null,
        faits.regle ?? 'PPE-002',
        faits.cle ?? String(cle),
        faits.pour,
        faits.instant ?? null,
        faits.acteur ?? 'referent',
        faits.gravite ?? 'normale',
        faits.agentId === undefined ? referente.agentId : faits.agentId,
        faits.uniteId === undefined ? unites.nord1 : faits.uniteId,
        faits.restreint ?? false,
        faits.apparue ?? null,
        faits.etablissementId ?? null,
      ],
    );
    return id;
  };
  return { unites, pole, cadre, referente, collegue, lou, addEcheance };
}

/** Deux évaluatrices de la même unité, que la cadre encadre. */
export async function createEvaluatrices(executeSql: ExecuteSql, { unites, cadre }: EquipeDEssai) {
  const poste = { unite: unites.nord1, chef: cadre.posteId };
  return [await addAgent(executeSql, 'evaluateur', poste), await addAgent(executeSql, 'evaluateur', poste)] as const;
}

/** Une crèche du territoire nord, sa directrice et sa responsable de territoire. */
export async function createCreche(executeSql: ExecuteSql, { unites, pole }: EquipeDEssai) {
  const [unite, id] = [createIdentifiant(), createIdentifiant()];
  await executeSql(
    "insert into organisation.unite (id, code, nom, nature, parent_id, periode) values ($1, 'CR-T', 'Crèche des Tilleuls', 'eaje', $2, '[2010-01-01,)')",
    [unite, unites.nord],
  );
  await executeSql('insert into eaje.etablissement (id, unite_id) values ($1, $2)', [id, unite]);
  const profil = 'responsable-territoire-petite-enfance';
  const territoire = await addAgent(executeSql, profil, { unite: unites.nord, chef: pole.posteId });
  const directrice = await addAgent(executeSql, 'responsable-eaje', { unite, chef: territoire.posteId });
  return { id, unite, directrice, territoire };
}

/** L'agent confie ses enfants à un autre, de la fin novembre au début décembre. */
export async function addRelais(executeSql: ExecuteSql, agentId: string, relaisId: string): Promise<void> {
  await executeSql(
    "insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values ($1, $2, $3, '[2026-11-20,2026-12-06)', 'conge', $2)",
    [createIdentifiant(), agentId, relaisId],
  );
}

async function addAgent(
  executeSql: ExecuteSql,
  profil: Profil,
  { unite, chef }: { unite: string; chef: string | null },
) {
  const [agentId, posteId] = [createIdentifiant(), createIdentifiant()];
  const courriel = `${agentId.slice(-8)}@essai.example`;
  await executeSql(
    "insert into organisation.agent (id, matricule, nom, prenom, courriel, metier, periode) values ($1::uuid, $1::text, 'Agent', $2, $3, 'essai', '[2010-01-01,)')",
    [agentId, profil, courriel],
  );
  await executeSql(
    "insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, responsable_id, periode) values ($1::uuid, $1::text, $2, $2, 'essai', $3, $4, '[2010-01-01,)')",
    [posteId, profil, unite, chef],
  );
  await executeSql(
    "insert into organisation.affectation (id, poste_id, agent_id, nature, periode) values ($1, $2, $3, 'titulaire', '[2010-01-01,)')",
    [createIdentifiant(), posteId, agentId],
  );
  await executeSql(
    "insert into comptes.utilisateur (id, name, email, email_verified, agent_id) values ($1, 'Essai', $2, true, $3)",
    [createIdentifiant(), courriel, agentId],
  );
  return { agentId, posteId, courriel };
}
