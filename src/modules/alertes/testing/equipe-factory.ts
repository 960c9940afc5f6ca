import { createDepartement, type ExecuteSql } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';

type Echeance = {
  enfantId?: string;
  informationId?: string;
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
      `insert into echeances.echeance (id, enfant_id, information_id, regle, cle, depuis, pour, instant, statut, acteur, libelle, gravite,
         agent_id, unite_id, restreint, apparue_le)
       values ($1, $2, $3, $4, $5, '2026-01-01', $6, $7, 'ouverte', $8, 'Établir le projet pour l’enfant', $9, $10, $11, $12, now() - coalesce($13, '300 days')::interval)`,
      [
        id,
        faits.informationId ? null : (faits.enfantId ?? lou),
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
      ],
    );
    return id;
  };
  return { unites, pole, cadre, referente, collegue, lou, addEcheance };
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
