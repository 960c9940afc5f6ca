import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { BaseDeTest } from '#tests/support/base.ts';

export type ExecuteSql = BaseDeTest['executeSql'];

/** Un petit département pour les essais : deux territoires de deux sites, et des agents où l'on veut. Jour figé au 21/11/2026. */
export type DepartementDEssai = {
  unites: { departement: string; nord: string; sud: string; nord1: string; nord2: string; sud1: string; sud2: string };
  addAgent: (profil: Profil | null, unite: string) => Promise<string>;
};

export const JOUR_D_ESSAI = '2026-11-21';

export async function createDepartement(executeSql: ExecuteSql): Promise<DepartementDEssai> {
  await executeSql(
    "insert into organisation.installation (departement_code, departement_nom, demo, jour_fige) values ('50', 'Essai', true, $1)",
    [JOUR_D_ESSAI],
  );
  const addUnite = async (nom: string, nature: string, parent: string | null) => {
    const id = createIdentifiant();
    await executeSql(
      "insert into organisation.unite (id, code, nom, nature, parent_id, periode) values ($1, $2, $2, $3, $4, '[2010-01-01,)')",
      [id, nom, nature, parent],
    );
    return id;
  };
  const departement = await addUnite('departement', 'departement', null);
  const nord = await addUnite('nord', 'territoire', departement);
  const sud = await addUnite('sud', 'territoire', departement);
  const unites = {
    departement,
    nord,
    sud,
    nord1: await addUnite('nord1', 'site', nord),
    nord2: await addUnite('nord2', 'site', nord),
    sud1: await addUnite('sud1', 'site', sud),
    sud2: await addUnite('sud2', 'site', sud),
  };
  return { unites, addAgent: (profil, unite) => addAgent(executeSql, profil, unite) };
}

async function addAgent(executeSql: ExecuteSql, profil: Profil | null, unite: string): Promise<string> {
  const id = createIdentifiant();
  await executeSql(
    "insert into organisation.agent (id, matricule, nom, prenom, metier, periode) values ($1, $2, $3, 'Agent', 'essai', '[2010-01-01,)')",
    [id, id, `Essai ${profil ?? 'sans poste'}`],
  );
  if (profil === null) return id;
  const poste = createIdentifiant();
  await executeSql(
    "insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, periode) values ($1, $2, $3, $3, 'essai', $4, '[2010-01-01,)')",
    [poste, poste, profil, unite],
  );
  await executeSql(
    "insert into organisation.affectation (id, poste_id, agent_id, nature, periode) values ($1, $2, $3, 'titulaire', '[2010-01-01,)')",
    [createIdentifiant(), poste, id],
  );
  return id;
}
