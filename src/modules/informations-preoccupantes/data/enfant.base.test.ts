import { beforeAll, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { InformationFiltre } from '../information-filtre.ts';
import { anInformation, type InformationPosee } from '../testing/information-factory.ts';
import { recherche } from '../web/recherche.ts';
import { countDeLEnfant, listInformations } from './liste-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadre: string;
let referent: string;
let chef: string;
let enfantId: string;
let auNord: InformationPosee;
let auSud: InformationPosee;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  referent = await d.addAgent('referent-educatif', d.unites.nord1);
  chef = await d.addAgent('chef-projet-strategie', d.unites.departement);
  enfantId = await anEnfant().insert(base.executeSql);
  const autre = await anEnfant().insert(base.executeSql);
  const pose = (uniteId: string, recueLe: string, id: string) =>
    anInformation().dansUnite(uniteId).recueLe(recueLe).avecMineur({ enfantId: id }).insert(base.executeSql);
  auNord = await pose(d.unites.nord1, '2026-09-01', enfantId);
  auSud = await pose(d.unites.sud1, '2026-11-02', enfantId);
  await pose(d.unites.nord1, '2026-11-03', autre);
});

const lues = (agentId: string) =>
  base.asAgent(agentId, async (contexte) => {
    const filtre = InformationFiltre.parse({ enfant: enfantId, vue: 'toutes', tri: 'recue', sens: 'desc' });
    const { lignes } = await listInformations(contexte, filtre, { page: 1, taille: 200 });
    return { ids: lignes.map(({ id }) => id), compte: await countDeLEnfant(contexte, enfantId) };
  });
const suivre = () =>
  base.executeSql(
    "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values ($1, $2, $3, 'referent', '[2020-01-01,)')",
    [createIdentifiant(), enfantId, referent],
  );

it('le dossier de l’enfant ne montre, et ne compte, que les informations que l’agent peut lire', async () => {
  expect(await lues(crip)).toEqual({ ids: [auSud.id, auNord.id], compte: 2 });
  expect(await lues(cadre)).toEqual({ ids: [auNord.id], compte: 1 });
  expect(await lues(chef)).toEqual({ ids: [], compte: 0 });
  expect(await lues(referent)).toEqual({ ids: [], compte: 0 });
  await suivre();
  expect(await lues(referent)).toEqual({ ids: [auSud.id, auNord.id], compte: 2 });
});

it('la recherche ouvre une information par son numéro, entier ou sans son préfixe, à qui peut la lire', async () => {
  const cherche = (agentId: string, texte: string) =>
    base.asAgent(agentId, async (contexte) => ({
      direct: await recherche.findDirect?.(contexte, texte),
      groupes: await recherche.find(contexte, texte),
    }));
  const href = `/informations/${auSud.id}`;
  for (const texte of [
    auSud.numero,
    auSud.numero.toLowerCase(),
    ` ${auSud.numero} `,
    auSud.numero.replaceAll('-', ' '),
  ])
    expect(await cherche(crip, texte), texte).toMatchObject({
      direct: href,
      groupes: [{ trouvailles: [{ href, titre: auSud.numero, detail: 'ESSAI Lou1 · reçue le 2 novembre 2026' }] }],
    });
  for (const texte of [auSud.numero, 'IP-1999-00001', 'essai'])
    expect(await cherche(cadre, texte), texte).toEqual({ direct: undefined, groupes: [] });
});
