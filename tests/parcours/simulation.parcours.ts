import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('que doit-on, et quand ? $mode', ({ javaScriptEnabled }) => {
  it('Étant donné quelqu’un qui n’est pas connecté, quand il décrit une information reçue, alors il lit ce que l’on doit, qui, les textes et le calcul, CASF D226-2-4 II', async () => {
    const page = await navigateur.openPage({ javaScriptEnabled });
    await page.goto('/connexion');
    await page.getByRole('link', { name: 'Que doit-on, et quand ?' }).click();
    await verifyTitre(page, 'Que doit-on, et quand ?');

    await writeChamps(page, { 'Jour où l’on regarde': '21/11/2026' });
    await page.getByLabel('Le premier fait').selectOption({ label: 'Une information est reçue par la cellule' });
    expect(await executeActe(page, 'Ajouter ce fait')).toBe(200);
    await verifyTexte(page, 'Fait 1 : Une information est reçue par la cellule');

    await writeChamps(page, { 'Date (obligatoire)': '31/09/2026', Heure: 'midi' });
    expect(await executeActe(page, 'Dire ce que l’on doit')).toBe(400);
    await verifyTexte(page, 'Rien n’est calculé');
    await verifyTexte(page, 'Écrivez l’heure comme 14 h 30.');
    expect(await page.getByLabel('Date (obligatoire)').inputValue()).toBe('31/09/2026');

    await writeChamps(page, { 'Date (obligatoire)': '14 sept. 2026', Heure: '10h20' });
    await page.getByLabel('Un autre fait').selectOption({ label: 'L’information est qualifiée préoccupante' });
    await executeActe(page, 'Ajouter ce fait');
    await page
      .getByRole('group', { name: /^Fait 2/ })
      .getByLabel('Date (obligatoire)')
      .fill('15/09/2026');
    expect(await executeActe(page, 'Dire ce que l’on doit')).toBe(200);

    const due = page.getByRole('listitem').filter({ hasText: 'IP-010' });
    expect(await due.innerText()).toMatch(
      /14\/12\/2026[\s\S]*dans 23 jours[\s\S]*Équipe d’évaluation[\s\S]*D226-2-4 II/,
    );
    await due.getByText('Pourquoi cette date ?').click();
    await verifyTexte(page, /même quantième/);
    await page.getByText('Ce dossier en JSON').click();
    expect(JSON.parse(await page.locator('pre').innerText())).toMatchObject({
      aujourdhui: '2026-11-21',
      faits: [{ type: 'information-recue', date: '2026-09-14T10:20:00+02:00' }, { type: 'information-qualifiee' }],
    });
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
  });

  it('Étant donné un exemple, quand on en retire un fait, alors les autres gardent ce qu’ils disaient', async () => {
    const page = await navigateur.openPage({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    await page.goto('/que-doit-on');
    await executeActe(page, 'Une information préoccupante');
    await verifyTexte(page, 'À faire');
    await executeActe(page, 'Retirer le fait 1');
    await verifyTexte(page, 'Fait 1 : L’information est qualifiée préoccupante');
    expect(await page.getByLabel('Date (obligatoire)').first().inputValue()).toBe('15/09/2026');
    await page.getByRole('link', { name: 'Tout effacer' }).click();
    await verifyTexte(page, 'Le premier fait');
    expect(await page.getByRole('group', { name: /^Fait / }).count()).toBe(0);
  });
});

describe.each(MODES)('lire le droit, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un agent, quand il cherche « règle » puis un article, alors il lit la règle, sa confiance et ce qui est à confirmer', async () => {
    const page = await openRole(navigateur, 'sans-mission', { javaScriptEnabled });
    await page.goto('/recherche?q=règles');
    await page.locator('main').getByRole('link', { name: 'Le droit' }).click();
    await verifyTitre(page, 'Le droit');

    await page.getByLabel('Mot, article ou identifiant').fill('D226-2-4 II évaluation');
    await page.getByRole('button', { name: 'Chercher', exact: true }).click();
    await verifyTexte(page, 'IP-010 : Achever l’évaluation');
    const regle = page.getByRole('region', { name: /^IP-010/ });
    expect(await regle.innerText()).toMatch(
      /texte vérifié[\s\S]*relu le 03\/04\/2026[\s\S]*Satisfaite par[\s\S]*Arrêtée par/,
    );
    await regle.getByText('Comment elle est lue ici').click();
    await verifyTexte(page, /Ce que dit le texte|Comment/);

    await page.goto('/droit?confiance=local');
    await verifyTexte(page, 'CON-002 : Nommer un référent');
    await verifyTexte(page, 'pratique du département');
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
  });
});
