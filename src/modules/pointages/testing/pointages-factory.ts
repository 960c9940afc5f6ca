/** Deux crèches du nord, une du sud, deux enfants badgés dans chacune, et qui les tient. */
import type { Transaction } from '#database/connection.ts';
import { createCreche, createEnfantAccueilli } from '#modules/eaje/testing/creche-factory.ts';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';

export async function createPointagesEssai(tx: Transaction) {
  const organisation = await createOrganisationEssai(tx);
  const { nord, sud } = organisation.unites;
  const crecheA = await createCreche(tx, { parentId: nord, code: 'NA' });
  const crecheB = await createCreche(tx, { parentId: nord, code: 'NB' });
  const crecheSud = await createCreche(tx, { parentId: sud, code: 'SA' });
  const enfants = {
    lea: await createEnfantAccueilli(tx, { creche: crecheA, nom: 'Léa', badge: 'B1' }),
    tom: await createEnfantAccueilli(tx, { creche: crecheA, nom: 'Tom', badge: 'B2' }),
    zoe: await createEnfantAccueilli(tx, { creche: crecheB, nom: 'Zoé', badge: 'B3' }),
    ian: await createEnfantAccueilli(tx, { creche: crecheSud, nom: 'Ian', badge: 'B4' }),
  };
  const profil = 'responsable-territoire-petite-enfance';
  const agents = {
    nord: await createAgentEssai(tx, { nom: 'Nord', profil, uniteId: nord }),
    sud: await createAgentEssai(tx, { nom: 'Sud', profil, uniteId: sud }),
    crecheA: await createAgentEssai(tx, { nom: 'A', profil: 'responsable-eaje', uniteId: crecheA.uniteId }),
    directeur: organisation.agents.directeur,
    referent: organisation.agents.referentNord,
  };
  return { creches: { a: crecheA, b: crecheB, sud: crecheSud }, enfants, agents };
}
export type PointagesEssai = Awaited<ReturnType<typeof createPointagesEssai>>;

/** Une ligne par venue, comme l'écrivent la plupart des bornes. */
export const FORMAT_ESSAI = {
  nom: 'Borne',
  separateur: ';',
  encodage: 'UTF8',
  entete: 'oui',
  nature: 'VISITE',
  colonneBadge: 'Badge',
  colonneJour: 'Date',
  formatJour: 'JMA',
  colonneArrivee: 'Arrivée',
  colonneDepart: 'Départ',
};
