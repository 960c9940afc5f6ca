/** Une base, un département, ceux qui y suivent des enfants, et un enfant suivi. */
import { beforeAll } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { withBase } from '#tests/support/base.ts';

export function withDossiersSuivis() {
  const base = withBase();
  const suivis = { cadre: '', pole: '', directeur: '', referent: '', autreReferent: '', crip: '' };
  let departement: DepartementDEssai;
  beforeAll(async () => {
    departement = await createDepartement(base.executeSql);
    const { unites, addAgent } = departement;
    suivis.cadre = await addAgent('cadre-territorial-ase', unites.nord);
    suivis.pole = await addAgent('responsable-pole', unites.departement);
    suivis.directeur = await addAgent('directeur', unites.departement);
    suivis.referent = await addAgent('referent-educatif', unites.nord1);
    suivis.autreReferent = await addAgent('referent-educatif', unites.sud1);
    suivis.crip = await addAgent('agent-crip', unites.departement);
  });
  return {
    base,
    a: suivis,
    readDepartement: () => departement,
    suivi: () => anEnfant().surLeTerritoire(departement.unites.nord1).suiviPar(suivis.referent).insert(base.executeSql),
  };
}

export const IDENTITE = {
  nom: 'Dupré',
  prenom: 'Léo',
  sexe: 'masculin',
  dateNaissance: '4 mars 2019',
  naissancePrecision: 'exacte',
};
