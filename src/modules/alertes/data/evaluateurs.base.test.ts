/** Ce que doit une équipe d'évaluation va à ceux qui évaluent, calendrier compris, et son retard à qui les encadre. */
import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asAgent } from '#database/as-agent.ts';
import { renderCalendrier } from '#documents/calendrier.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { updateToutes } from '#modules/echeances/index.server.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import { createEquipe, createEvaluatrices, type EquipeDEssai } from '../testing/equipe-factory.ts';
import { buildAgenda } from '../web/calendrier-view.ts';
import { recordPublication } from './publication.server.ts';
import { recordCalendrier } from './reglages-commands.server.ts';
import { recordTournee } from './tournee.server.ts';

const base = withBase();
const ADRESSE = 'https://marelle.example';
let e: EquipeDEssai;
let evaluatrice: string;
let seconde: string;

beforeAll(async () => {
  e = await createEquipe(base.executeSql);
  const [une, autre] = await createEvaluatrices(base.executeSql, e);
  [evaluatrice, seconde] = [une.agentId, autre.agentId];
});
beforeEach(async () => {
  for (const table of ['courriel', 'escalade', 'tournee', 'calendrier', 'rendez_vous'])
    await base.executeSql(`delete from alertes.${table}`);
  await base.executeSql('delete from organisation.avis; delete from ip.information; delete from enfants.acces_nomme');
});

/** Reçue le 20 août, l'évaluation est due le 20 novembre, trois jours avant le jour d'essai ; les parents ont été informés. */
async function poserEvaluation(
  equipe: readonly string[],
  { recueLe = '2026-08-20', enfantId }: { recueLe?: string; enfantId?: string } = {},
) {
  const posee = anInformation()
    .dansUnite(e.unites.nord1)
    .avecMineur({ nom: 'Besson', prenom: 'Nour', ...(enfantId ? { enfantId } : {}) })
    .recueLe(recueLe)
    .etat('en-evaluation');
  const { id } = await equipe
    .reduce((information, agentId) => information.evalueePar(agentId), posee)
    .insert(base.executeSql);
  await base.executeSql(
    "insert into ip.information_donnee (id, information_id, objet, a_qui, le, forme) values (gen_random_uuid(), $1, 'ouverture', 'titulaires', '2026-09-01', 'courrier')",
    [id],
  );
  await refaire();
  return id;
}
const refaire = () => updateToutes({ enSysteme: (fn) => base.asSystem(fn) });
const quitter = (agentId: string) =>
  base.executeSql(
    "update ip.evaluateur set periode = '[2015-01-01,2026-11-23)', motif_fin = 'Essai' where agent_id = $1",
    [agentId],
  );
const run = () => base.asSystem(({ tx, aujourdhui }) => recordTournee(tx, { adresse: ADRESSE, aujourdhui }));
const listCourriels = (nature: string) =>
  base.executeSql<{ agent: string; corps: string }>(
    'select agent_id as agent, corps from alertes.courriel where nature = $1 order by rang',
    [nature],
  );
/** Qui, ce matin, lit que l'évaluation est à achever. */
const listPrevenus = async () =>
  (await listCourriels('matin')).filter(({ corps }) => corps.includes('(IP-010)')).map(({ agent }) => agent);

describe('le résumé du matin', () => {
  test('dit à chacun de ceux qui évaluent ce qu’ils doivent, sous les initiales du mineur, et à eux seuls', async () => {
    const sienne = await poserEvaluation([evaluatrice]);
    const autre = await poserEvaluation([seconde], { recueLe: '2026-10-20' });
    await run();
    const matins = await listCourriels('matin');
    const [corps = '', corpsAutre = ''] = [evaluatrice, seconde].map(
      (agentId) => matins.find(({ agent }) => agent === agentId)?.corps,
    );
    expect((await listPrevenus()).sort()).toEqual([evaluatrice, seconde].sort());
    expect(corps).toContain(`N. B., pour le 20 novembre 2026 (3 jours de retard)\n  ${ADRESSE}/informations/${sienne}`);
    expect(corps).not.toMatch(new RegExp(`Besson|Nour|${autre}`));
    expect(corpsAutre).toContain(autre);
    expect(corpsAutre).not.toContain(sienne);
  });

  test('qui quitte l’équipe ne l’entend plus ; l’équipe vide, c’est à qui l’encadre', async () => {
    await poserEvaluation([evaluatrice, seconde]);
    await quitter(evaluatrice);
    await run();
    expect(await listPrevenus()).toEqual([seconde]);
    await quitter(seconde);
    for (const table of ['courriel', 'tournee']) await base.executeSql(`delete from alertes.${table}`);
    await run();
    expect(await listPrevenus()).toEqual([e.cadre.agentId]);
  });

  test('une information que restreint le dossier d’un enfant ne se dit qu’à ceux que ce dossier nomme, la semaine comprise', async () => {
    const enfantId = await anEnfant().surLeTerritoire(e.unites.nord1).restreint().insert(base.executeSql);
    const id = await poserEvaluation([evaluatrice, seconde], { enfantId });
    await base.executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, periode, motif) values (gen_random_uuid(), $1, $2, '[2026-01-01,)', 'Essai')",
      [enfantId, seconde],
    );
    await run();
    expect(await listPrevenus()).toEqual([seconde]);
    const tous = await base.executeSql<{ corps: string }>('select corps from alertes.courriel');
    expect(tous.some(({ corps }) => corps.includes('dossier restreint'))).toBe(true);
    expect(tous.filter(({ corps }) => corps.includes(id) || corps.includes('N. B.'))).toEqual([]);
  });
});

test('la semaine le compte à qui encadre les évaluatrices, parmi les plus anciens retards', async () => {
  const id = await poserEvaluation([evaluatrice]);
  await run();
  const semaines = await listCourriels('semaine');
  expect(semaines.map(({ agent }) => agent).sort()).toEqual([e.cadre.agentId, e.pole.agentId].sort());
  for (const { corps } of semaines) {
    expect(corps).toMatch(/Achever l’évaluation[^\n]*1/);
    expect(corps).toContain(`${ADRESSE}/informations/${id}`);
  }
});

test('le retard d’une équipe est porté une fois au supérieur, et dit à qui évalue ; à deux jours, pas à un', async () => {
  await poserEvaluation([evaluatrice], { recueLe: '2026-08-22' });
  await run();
  const escalades = () =>
    base.executeSql("select agent_id, superieur_id, niveau from alertes.escalade where regle = 'IP-010'");
  expect(await escalades()).toEqual([]);
  await base.executeSql('delete from alertes.tournee; delete from alertes.courriel; delete from ip.information');
  await poserEvaluation([evaluatrice, seconde], { recueLe: '2026-08-21' });
  await run();
  const [premiere] = [evaluatrice, seconde].sort();
  expect(await escalades()).toEqual([{ agent_id: premiere, superieur_id: e.cadre.agentId, niveau: 1 }]);
  const dits = (await listCourriels('escalade')).filter(({ corps }) => corps.includes('(IP-010)'));
  expect(dits.map(({ agent }) => agent).sort()).toEqual([premiere, e.cadre.agentId].sort());
});

describe('le calendrier secret', () => {
  const open = async (agentId: string) =>
    (await base.asAgent(agentId, (contexte) => executeCommand(contexte, recordCalendrier, {}))).secret;
  const read = async (secret: string) => {
    const publies = await asAgent(base.db, { empreinteCalendrier: computeEmpreinteJeton(secret) }, recordPublication);
    return new ICAL.Component(ICAL.parse(renderCalendrier(buildAgenda(publies, ADRESSE))))
      .getAllSubcomponents('vevent')
      .map((vevent) => {
        const { summary, startDate } = new ICAL.Event(vevent);
        return [startDate.toString(), summary, vevent.getFirstPropertyValue('status')];
      })
      .filter(([, titre]) => String(titre).includes('Achever l’évaluation'));
  };
  const OUVERTE = ['2026-12-20', 'Achever l’évaluation, N. B.', 'CONFIRMED'];
  const ANNULEE = ['2026-12-20', 'Achever l’évaluation, N. B.', 'CANCELLED'];

  test('montre à qui évalue ce que son équipe doit, et ni à sa collègue ni à la cadre', async () => {
    await poserEvaluation([evaluatrice], { recueLe: '2026-09-20' });
    expect(await read(await open(evaluatrice))).toEqual([OUVERTE]);
    expect(await read(await open(seconde))).toEqual([]);
    expect(await read(await open(e.cadre.agentId))).toEqual([]);
  });

  test.each([
    ['le rapport remis', "update ip.information set etat = 'rapport-remis', rapport_remis_le = '2026-11-20'"],
    ['l’information transférée', "update ip.information set etat = 'transferee', close_le = '2026-11-20'"],
    ['l’information supprimée', 'delete from ip.information'],
  ])('%s : le rendez-vous se dit annulé', async (_, acte) => {
    await poserEvaluation([evaluatrice], { recueLe: '2026-09-20' });
    const secret = await open(evaluatrice);
    expect(await read(secret)).toEqual([OUVERTE]);
    await base.executeSql(acte);
    await refaire();
    expect(await read(secret)).toEqual([ANNULEE]);
  });

  test('qui quitte l’équipe le voit annulé ; l’équipe vide, il paraît à qui l’encadre', async () => {
    await poserEvaluation([evaluatrice], { recueLe: '2026-09-20' });
    const secret = await open(evaluatrice);
    await read(secret);
    await quitter(evaluatrice);
    expect(await read(secret)).toEqual([ANNULEE]);
    expect(await read(await open(e.cadre.agentId))).toEqual([OUVERTE]);
  });
});
