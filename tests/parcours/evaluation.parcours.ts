import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { createInformationAttribuee, submitFormulaire } from '#tests/support/circuit.ts';
import { listDefauts } from '#tests/support/examen.ts';
import { openRole as openSession } from '#tests/support/exploration.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();
const EQUIPE = [/PERRIER|Perrier/, /ALAOUI|Alaoui/];
const TERRITOIRE = /^Pôle.*Cherbourg-Hague/;
const createEvaluation = async () => {
  const information = await createInformationAttribuee(EQUIPE, TERRITOIRE);
  return { information, evaluation: `${information}/evaluation` };
};
const commencer = async (evaluation: string) => {
  const cookie = await openSession(inject('adresse'), 'evaluateur');
  const { statut } = await submitFormulaire(cookie, `${evaluation}/debut`, {
    debuteeLe: '21/11/2026',
    forme: 'courrier',
  });
  expect(statut).toBe(303);
};
const rubrique = (page: Page, titre: RegExp) => page.locator('form').getByLabel(titre).first();

describe.each(MODES)('une évaluation, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné deux évaluateurs, quand ils rencontrent, recueillent, écrivent à deux et remettent, alors un cadre rend puis valide, et eux ne le peuvent pas', async () => {
    const { evaluation } = await createEvaluation();
    const page = await openRole(navigateur, 'evaluateur', { javaScriptEnabled });
    const examine = async () => {
      if (javaScriptEnabled) expect(await listDefauts(page), page.url()).toEqual([]);
    };

    // Commencer : les titulaires sont informés.
    await page.goto(`${evaluation}/debut`);
    expect(await executeActe(page, 'Commencer l’évaluation')).toBe(422);
    await writeChamps(page, { 'Comment ils l’ont été': 'courrier' });
    await executeActe(page, 'Commencer l’évaluation');
    await verifyTexte(page, /Léa n’a jamais été rencontré/);
    await examine();

    // Rencontrer : au domicile, un refus, un enfant seul.
    await page.goto(`${evaluation}/rencontre`);
    expect(await executeActe(page, 'Enregistrer la rencontre')).toBe(400);
    await verifyTexte(page, 'Dites qui était là.');
    for (const enfant of [/PARCOURS Léa/, /PARCOURS Tom/]) await page.getByLabel(enfant).check();
    await page.getByLabel(/^Présents/).check();
    await page.getByLabel('Compte rendu').fill('La mère montre la chambre des enfants.');
    await executeActe(page, 'Enregistrer la rencontre');
    await page.goto(`${evaluation}/rencontre`);
    await writeChamps(page, { Lieu: 'service' });
    await page.getByLabel('Refusée').check();
    await page.getByLabel(/PARCOURS Tom/).check();
    await page.getByLabel('Compte rendu').fill('La mère n’a pas voulu venir.');
    await executeActe(page, 'Enregistrer la rencontre');
    await page.goto(`${evaluation}/rencontre`);
    await writeChamps(page, { Lieu: 'ecole' });
    await page.getByLabel(/PARCOURS Léa/).check();
    await page.getByLabel(/sans ses parents/).check();
    await page.getByLabel('Oui', { exact: true }).check();
    await executeActe(page, 'Enregistrer la rencontre');
    await verifyTexte(page, /refusée/i);

    // Tom n'a pas été vu seul : on dit pourquoi.
    await page.goto(`${evaluation}/raisons`);
    await writeChamps(page, { 'Pourquoi il n’a pas été vu sans ses parents': 'age' });
    await executeActe(page, 'Enregistrer ces raisons');

    // Recueillir les avis, ou pourquoi l'un manque.
    for (const [deQui, dit] of [
      ['PARCOURS Léa', 'Elle a peur le soir.'],
      ['PARCOURS Tom', null],
      ['PARCOURS Ana', 'Elle demande de l’aide.'],
      ['L’entourage', 'La tante est présente.'],
      ['Un professionnel qui le connaît', 'L’enseignante s’inquiète.'],
    ] as const) {
      await page.goto(`${evaluation}/avis`);
      await page.getByLabel('De qui').selectOption({ label: deQui });
      if (dit === null) {
        await page.getByLabel('Non', { exact: true }).check();
        await page.getByLabel('Sinon, pourquoi').fill('Trop petit pour s’exprimer.');
      } else await page.getByLabel('Ce qu’il dit').fill(dit);
      await executeActe(page, 'Enregistrer l’avis');
    }
    await page.goto(evaluation);
    expect(await page.getByText(/IP-016/).count(), 'plus aucun avis ne manque').toBe(0);

    // Écrire à deux, un volet par mineur.
    await writeADeux(page, evaluation, javaScriptEnabled);
    await page.goto(evaluation);
    await examine();
    await remettre(page, evaluation);

    // Qui a évalué ne valide pas.
    await page.goto(`${evaluation}/validation`);
    await verifyTexte(page, /attend son valideur/);
    expect(await page.getByRole('button', { name: 'Valider le rapport' }).count()).toBe(0);
    const version = await readVersion(`${evaluation}/validation`, 'responsable-territoire');
    for (const carte of ['evaluateur', 'psychologue']) {
      const cookie = await openSession(inject('adresse'), carte);
      const { statut } = await submitFormulaire(cookie, `${evaluation}/validation`, { acte: 'valider', version });
      expect(statut, carte).toBe(404);
    }

    // Le cadre rend pour complément, l'équipe complète, il valide.
    const cadre = await openRole(navigateur, 'responsable-territoire', { javaScriptEnabled });
    await cadre.goto(`${evaluation}/validation`);
    expect(await executeActe(cadre, 'Rendre à l’équipe')).toBe(400);
    await cadre.getByLabel('Ce qu’il faut compléter').fill('Dites la place du père.');
    await executeActe(cadre, 'Rendre à l’équipe');
    await page.goto(evaluation);
    await verifyTexte(page, 'Dites la place du père.');
    await page.goto(`${evaluation}/redaction/foyer`);
    await rubrique(page, /L’analyse partagée/).fill('Le père vit au loin ; il appelle chaque semaine.');
    await recordVolet(page);
    await remettre(page, evaluation);
    await cadre.goto(`${evaluation}/rapport`);
    await verifyTexte(cadre, 'Le père vit au loin ; il appelle chaque semaine.');
    await cadre.goto(`${evaluation}/validation`);
    await executeActe(cadre, 'Valider le rapport');
    await verifyTexte(cadre, 'Le rapport est validé : la décision peut être prise.');
  });
});

async function writeADeux(page: Page, evaluation: string, javaScriptEnabled: boolean): Promise<void> {
  const collegue = await openRole(navigateur, 'psychologue', { javaScriptEnabled });
  await Promise.all([page.goto(`${evaluation}/redaction/foyer`), collegue.goto(`${evaluation}/redaction/foyer`)]);
  await rubrique(page, /La capacité des titulaires/).fill('Elle appelle l’école.');
  await executeVolet(page, javaScriptEnabled);
  await rubrique(collegue, /Les ressources de l’entourage/).fill('La tante garde Tom.');
  await rubrique(collegue, /La capacité des titulaires/).fill('Elle ne répond plus.');
  await recordVolet(collegue);
  // Le premier texte est là, le second aussi : rien n'est remplacé.
  await verifyTexte(collegue, /Écrit entre-temps par .*Perrier/i);
  await verifyTexte(collegue, 'Elle appelle l’école.');
  expect(await rubrique(collegue, /La capacité des titulaires/).inputValue()).toBe('Elle ne répond plus.');
  await rubrique(collegue, /La capacité des titulaires/).fill('Elle appelle l’école, mais ne répond plus au service.');
  await recordVolet(collegue);
  await page.goto(`${evaluation}/rapport`);
  await verifyTexte(page, 'Elle appelle l’école, mais ne répond plus au service.');
  await verifyTexte(page, 'La tante garde Tom.');
  for (const enfant of ['PARCOURS Léa', 'PARCOURS Tom']) {
    await page.goto(`${evaluation}/redaction/foyer`);
    await page.getByRole('link', { name: enfant }).click();
    await verifyTitre(page, `Rapport · ${enfant}`);
    for (const titre of [/Ses besoins/, /Sa santé/, /Son éducation/, /Son développement/, /Les signes de souffrance/])
      await rubrique(page, titre).fill(`Écrit pour ${enfant}.`);
    await recordVolet(page);
  }
}

/** Tout le volet : non la rubrique qui s'enregistre seule quand on la quitte. */
async function recordVolet(page: Page): Promise<number> {
  const [reponse] = await Promise.all([
    page.waitForResponse((recue) => recue.request().method() === 'POST' && !recue.url().endsWith('/rubrique')),
    page.getByRole('button', { name: 'Enregistrer ce volet', exact: true }).click(),
  ]);
  await page.waitForLoadState();
  return reponse.status();
}

/** Avec JavaScript, quitter le champ enregistre ; sans, le bouton. */
async function executeVolet(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (!javaScriptEnabled) {
    await recordVolet(page);
    return;
  }
  await Promise.all([page.waitForResponse((recue) => recue.request().method() === 'POST'), page.keyboard.press('Tab')]);
  await verifyTexte(page, /Enregistrée le/);
}

async function remettre(page: Page, evaluation: string): Promise<void> {
  await page.goto(`${evaluation}/conclusion`);
  await page.getByLabel('Le risque de danger est confirmé').check();
  await page.getByLabel(/^Actions adaptées/).check();
  await executeActe(page, 'Enregistrer la conclusion');
  await verifyTexte(page, /Rien ne manque/);
  await executeActe(page, 'Remettre le rapport');
  await verifyTexte(page, /En validation/);
}

describe('un enregistrement dont la réponse tarde', () => {
  it('Étant donné un collègue qui écrit pendant ce temps, quand la réponse arrive, alors les deux textes restent, et rien ne se remplace sans avoir été lu', async () => {
    const { evaluation } = await createEvaluation();
    await commencer(evaluation);
    const adresse = `${evaluation}/redaction/foyer`;
    const page = await openRole(navigateur, 'evaluateur');
    await page.goto(adresse);
    const texte = rubrique(page, /L’analyse partagée/);
    const { promise: retenue, resolve: laisser } = Promise.withResolvers<void>();
    await page.route('**/redaction/foyer/rubrique', async (route) => {
      if (route.request().method() === 'POST') await retenue;
      await route.continue();
    });
    await texte.fill('Une première phrase.');
    await page.keyboard.press('Tab');
    await verifyTexte(page, 'Enregistrement…');
    await texte.fill('Une première phrase. Une seconde.');

    const cookie = await openSession(inject('adresse'), 'psychologue');
    const ecrit = await submitFormulaire(cookie, adresse, { 'texte.analyse': 'De Leïla.' });
    expect(ecrit.statut).toBe(303);

    laisser();
    await verifyTexte(page, /Écrit entre-temps par .*Ala/i);
    await verifyTexte(page, 'De Leïla.');
    expect(await texte.inputValue()).toBe('Une première phrase. Une seconde.');
    expect(await listDefauts(page)).toEqual([]);
    // Enregistrer tout le volet n'emporte pas le texte du collègue tant que la page n'a pas été rendue avec les deux.
    expect(await recordVolet(page)).toBe(409);
    expect(await texte.inputValue()).toBe('Une première phrase. Une seconde.');
    expect(await readRapport(cookie, evaluation)).toContain('De Leïla.');
    await Promise.all([
      page.waitForResponse((recue) => recue.request().method() === 'POST'),
      page.getByRole('button', { name: 'Enregistrer mon texte à la place' }).click(),
    ]);
    await verifyTexte(page, /Enregistrée le/);
    expect(await readRapport(cookie, evaluation)).toContain('Une première phrase. Une seconde.');
  });

  it('Étant donné un serveur qui ne répond plus, quand on écrit, alors la page reste et le texte part dès qu’il répond', async () => {
    const { evaluation } = await createEvaluation();
    await commencer(evaluation);
    const page = await openRole(navigateur, 'evaluateur');
    await page.goto(`${evaluation}/redaction/foyer`);
    await page.route('**/redaction/foyer/rubrique', (route) => route.abort());
    const texte = rubrique(page, /L’analyse partagée/);
    await texte.fill('Écrit dans le train.');
    await page.keyboard.press('Tab');
    await verifyTexte(page, /le serveur ne répond pas/);
    expect(await texte.inputValue()).toBe('Écrit dans le train.');
    await page.unroute('**/redaction/foyer/rubrique');
    await verifyTexte(page, /Enregistrée le/);
    const cookie = await openSession(inject('adresse'), 'psychologue');
    expect(await readRapport(cookie, evaluation)).toContain('Écrit dans le train.');
  });
});

async function readRapport(cookie: string, evaluation: string): Promise<string> {
  return (await fetch(`${inject('adresse')}${evaluation}/rapport`, { headers: { cookie } })).text();
}

async function readVersion(adresse: string, carte: string): Promise<string> {
  const cookie = await openSession(inject('adresse'), carte);
  const html = await (await fetch(inject('adresse') + adresse, { headers: { cookie } })).text();
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
}
