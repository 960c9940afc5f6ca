import { beforeAll, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { EtatInformation } from '../information.ts';
import { anInformation, type InformationPosee } from '../testing/information-factory.ts';
import { getFicheInformation } from './fiche-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadre: string;
let evaluateur: string;
let enfantId: string;
let posee: InformationPosee;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  evaluateur = await d.addAgent('evaluateur', d.unites.nord1);
  enfantId = await anEnfant().surLeTerritoire(d.unites.nord).insert(base.executeSql);
  posee = await anInformation()
    .dansUnite(d.unites.nord)
    .etat('en-evaluation')
    .anonyme()
    .a('3 rue des Lilas', '50000', 'Saint-Lô')
    .avecMineur({ enfantId })
    .avecMineur({ prenom: null, nom: null, naissance: null, ageEstime: 3 })
    .avecAdulte()
    .evalueePar(evaluateur)
    .insert(base.executeSql);
});

it('la fiche réunit les faits, le foyer, l’équipe et l’histoire', async () => {
  const fiche = await base.asAgent(cadre, (contexte) => getFicheInformation(contexte, posee.id));
  expect(fiche.enTete).toMatchObject({
    numero: posee.numero,
    etat: 'en-evaluation',
    echeance: '2027-02-02',
    evaluateurs: [evaluateur],
  });
  expect(fiche.enTete.recueA).toMatch(/^2026-11-02T/);
  expect(fiche.enTete.mineurs).toMatchObject([
    { enfantId, enfantNumero: expect.any(String) },
    { ageEstime: 3, enfantId: null },
  ]);
  expect(fiche.adultes).toMatchObject([{ qualite: 'mere', nom: 'Essai' }]);
  expect(fiche.faits.adresse).toBe('3 rue des Lilas, 50000 Saint-Lô');
  expect(fiche.actes).toMatchObject([{ acte: 'recevoir' }]);
  expect(fiche.enTete.reglages).toEqual({ joursOuvres: 3, zone: 'metropole' });
});

it('qui a demandé l’anonymat n’est lu que de la cellule', async () => {
  const lit = (agent: string) => base.asAgent(agent, async (c) => (await getFicheInformation(c, posee.id)).auteur);
  expect(await lit(crip)).toMatchObject({ nom: 'M. Voisin', anonymatDemande: true });
  expect(await lit(cadre)).toBeNull();
  expect(await lit(evaluateur)).toBeNull();
});

it('le numéro d’un dossier n’est donné qu’à qui peut l’ouvrir', async () => {
  const duSud = await anEnfant().surLeTerritoire(d.unites.sud).insert(base.executeSql);
  const { id } = await anInformation().dansUnite(d.unites.nord).avecMineur({ enfantId: duSud }).insert(base.executeSql);
  const fiche = await base.asAgent(cadre, (contexte) => getFicheInformation(contexte, id));
  expect(fiche.enTete.mineurs[0]).toMatchObject({ enfantId: duSud, enfantNumero: null });
});

it.each(EtatInformation.options)('la fabrique pose une information « %s » que la base accepte', async (etat) => {
  const { id } = await anInformation().dansUnite(d.unites.nord).etat(etat).insert(base.executeSql);
  const fiche = await base.asAgent(crip, (contexte) => getFicheInformation(contexte, id));
  expect(fiche.enTete.etat).toBe(etat);
  expect(fiche.enTete.recueLe).toBe(jourCivil('2026-11-02'));
});
