import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** La journée de la première crèche de la liste, celle à qui il manque le plus. */
async function openPremiere(page: Page): Promise<string> {
  await page.goto('/creches/du-jour');
  const lien = await page.locator('.creches-jour tbody th a[href*="/jour?"]').first().getAttribute('href');
  await page.goto(lien ?? '/');
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Des absences du matin, jusqu'à ce qu'un remède puisse s'inscrire : le parcours précédent a peut-être tout corrigé. */
async function prepareManque(page: Page): Promise<void> {
  const inscrire = page.getByRole('button', { name: 'Inscrire au planning', exact: true });
  for (let rang = 0; rang < 12 && (await inscrire.count()) === 0; rang += 1) {
    const presents = page.locator('select[name="qui"] optgroup option', { hasText: /\d h.*–/ });
    await page.locator('select[name="qui"]').selectOption((await presents.first().getAttribute('value')) ?? '');
    await page.getByRole('radio', { name: 'Absence imprévue' }).check();
    await executeActe(page, 'Changer cette journée');
    await verifyTexte(page, 'La journée est changée.');
  }
  expect(await inscrire.count()).toBe(1);
}

/** Ce qui est coché reste coché, d'une page à l'autre. */
async function verifyCoches(page: Page, attendus: Readonly<{ accompagnants: number; enfants: number }>): Promise<void> {
  for (const [nom, nombre] of Object.entries(attendus))
    expect(await page.locator(`input[name="${nom}[]"]:checked`).count(), nom).toBe(nombre);
}

/** Les minutes sous le taux de ce jour, comme le dit le choix du jour : « 3 h 15 sous le taux ». */
async function countSousTaux(page: Page): Promise<number> {
  const dit = (await page.locator('nav.jours a[aria-current="date"] small').textContent()) ?? '';
  if (dit === 'taux tenu') return 0;
  const [, heures = 0, minutes = 0] = /^(?:(\d+)\s?h)?\s?(\d+)?(?:\s?min)? sous le taux$/.exec(dit) ?? [
    Number.NaN,
    Number.NaN,
  ];
  return Number(heures) * 60 + Number(minutes);
}

describe.each(MODES)('les crèches du jour, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une responsable de territoire un samedi, quand elle ouvre les crèches du jour, alors elle lit lundi, la plus démunie d’abord', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/du-jour');
    await verifyTitre(page, 'Crèches du jour');
    await verifyTexte(page, /fermées ce samedi : voici lundi 23 novembre 2026/);
    const manques = await page.locator('.creches-jour tbody td:nth-child(4) > a').allTextContents();
    expect(manques.length).toBeGreaterThan(0);
    expect(await page.getByRole('navigation', { name: 'Choisir un jour' }).getByRole('link').count()).toBe(11);
    const bande = await page.locator('.creches-jour svg.bande').first().getAttribute('aria-label');
    expect(bande).toMatch(/taux.*attendu/);
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });

  it('Étant donné une crèche ouverte, quand elle dit une absence du matin puis revient à l’horaire, alors la journée suit', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openPremiere(page);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    const qui = page.locator('select[name="qui"]');
    const presents = qui.locator('optgroup option', { hasText: /\d h.*–/ });
    const premier = (await presents.first().getAttribute('value')) ?? '';
    const [id = ''] = premier.split(' ');
    await qui.selectOption(premier);
    await page.getByRole('radio', { name: 'Ses heures de ce jour' }).check();
    await writeChamps(page, { 'Heure de début': '9 h', 'Heure de fin': '8 h' });
    expect(await executeActe(page, 'Changer cette journée')).toBe(400);
    await verifyTexte(page, 'La fin précède le début.');
    await qui.selectOption(premier);
    await page.getByRole('radio', { name: 'Absence imprévue' }).check();
    await executeActe(page, 'Changer cette journée');
    await verifyTexte(page, 'La journée est changée.');
    await verifyTexte(page, 'absent');
    await qui.selectOption((await qui.locator(`option[value^="${id}"]`).first().getAttribute('value')) ?? '');
    await page.getByRole('radio', { name: 'Revenir à son horaire' }).check();
    await executeActe(page, 'Changer cette journée');
    await verifyTexte(page, 'La journée est changée.');
  });

  it('Étant donné une crèche sous le taux, quand on propose le moindre remède à sa responsable, alors elle en reçoit l’avis, et l’écarte en disant pourquoi', async () => {
    const directrice = await openRole(navigateur, 'responsable-creche', { javaScriptEnabled });
    const creche = await openPremiere(directrice);
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto(directrice.url());
    await prepareManque(page);
    await executeActe(page, 'Proposer à la responsable');
    await verifyTexte(page, /La proposition est adressée à .+, qui décide\./);
    await directrice.goto('/');
    await verifyTexte(directrice, new RegExp(`${creche}.* : tenir le taux d’encadrement`));
    // La collègue voit que c'est fait ; la responsable, qui n'en veut pas, dit pourquoi.
    await page.goto(page.url());
    expect(await page.getByRole('button', { name: 'Proposer à la responsable' }).count()).toBe(0);
    await directrice.goto(page.url());
    await directrice.getByText('Écarter cette proposition').click();
    expect(await executeActe(directrice, 'Écarter la proposition')).toBe(400);
    await verifyTexte(directrice, 'Dites pourquoi : la personne qui l’a proposé le lira.');
    await writeChamps(directrice, { 'Pourquoi elle n’est pas retenue': 'En formation ce jour-là' });
    await executeActe(directrice, 'Écarter la proposition');
    await verifyTexte(directrice, 'La proposition est écartée.');
    await page.goto(page.url());
    await verifyTexte(page, /Écarté par .+ « En formation ce jour-là »/);
  });

  it('Étant donné une crèche sous le taux, quand on inscrit le moindre remède au planning, alors il manque moins de quarts d’heure', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openPremiere(page);
    await prepareManque(page);
    const avant = await countSousTaux(page);
    await executeActe(page, 'Inscrire au planning');
    await verifyTexte(page, 'Le remède est inscrit au planning de ce jour.');
    expect(await countSousTaux(page)).toBeLessThan(avant);
  });

  it('Étant donné une sortie de six enfants, quand un seul accompagne, alors elle est refusée ; à deux, elle s’inscrit, se modifie, et se retire', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openPremiere(page);
    await page.getByRole('link', { name: 'Inscrire une sortie' }).click();
    await verifyTitre(page, 'Inscrire une sortie');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    const lieu = `Médiathèque ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`;
    await writeChamps(page, { Où: lieu, Départ: '10 h', Retour: '10 h 30' });
    const accompagnants = page.getByRole('group', { name: 'Qui accompagne' }).getByRole('checkbox', {
      name: /· (Auxiliaire|CAP|Éducateur|Agent auprès).* · (7|8|9)\sh[^–]*–1[1-8]\sh/,
    });
    const enfants = page
      .getByRole('group', { name: 'Quels enfants' })
      .getByRole('checkbox', { name: /· (7|8|9)\sh[^–]*–1[1-8]\sh/ });
    for (let rang = 0; rang < 6; rang += 1) await enfants.nth(rang).check();
    await accompagnants.first().check();
    expect(await executeActe(page, 'Inscrire la sortie')).toBe(422);
    await verifyTexte(page, /6 enfants en sortie : il faut 2 professionnels.* ; il en manque 1\./);
    expect(await page.getByLabel('Où', { exact: false }).first().inputValue()).toBe(lieu);
    await accompagnants.nth(1).check();
    await executeActe(page, 'Inscrire la sortie');
    await verifyTexte(page, /La sortie est inscrite/);
    const ligne = page.getByRole('row', { name: new RegExp(lieu) });
    expect(await ligne.textContent()).toContain('tenu : 2 pour 2');
    await ligne.getByRole('link', { name: 'Modifier' }).click();
    await verifyTitre(page, 'Modifier une sortie');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await verifyCoches(page, { accompagnants: 2, enfants: 6 });
    await writeChamps(page, { Départ: '10 h 30', Retour: '10 h' });
    expect(await executeActe(page, 'Modifier la sortie')).toBe(400);
    await verifyTexte(page, /Le retour précède le départ/);
    await verifyCoches(page, { accompagnants: 2, enfants: 6 });
    await writeChamps(page, { Départ: '10 h', Retour: '10 h 45' });
    await page.getByRole('group', { name: 'Quels enfants' }).getByRole('checkbox', { checked: true }).first().uncheck();
    await executeActe(page, 'Modifier la sortie');
    await verifyTexte(page, /La sortie est modifiée/);
    expect(await ligne.textContent()).toMatch(/10\sh–10\sh\s45/);
    await ligne.getByRole('button').click();
    await verifyTexte(page, 'La sortie est retirée.');
    expect(await ligne.count()).toBe(0);
  });
});
