import { describe, expect, it } from 'vitest';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { MODES, openRole } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('suivre une crèche, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une crèche, quand on inscrit un contrôle et ce qu’il demande, alors la mesure se suit jusqu’à sa preuve', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/suivi?vue=a-faire');
    await page.locator('tbody th a').first().click();
    await page.getByRole('link', { name: 'Inscrire un contrôle' }).click();
    await page.getByLabel('Qui a contrôlé').selectOption('PMI');
    await page.getByLabel('Nature').selectOption('THEMATIQUE');
    await page.getByLabel('Constats').fill('Rampe de l’escalier descellée.');
    await page.getByRole('button', { name: 'Inscrire le contrôle' }).click();

    // Une injonction sans délai est refusée à côté du champ, et rien de tapé n'est perdu.
    const demande = `Resceller la rampe ${javaScriptEnabled}`;
    await page.getByLabel('Nature').selectOption('INJONCTION');
    await page.getByLabel('Ce qui est demandé').fill(demande);
    await page.getByRole('button', { name: 'Ajouter la mesure' }).click();
    await page.getByText('Une injonction fixe son délai').first().waitFor();
    expect(await page.getByLabel('Ce qui est demandé').inputValue()).toBe(demande);
    await page.getByLabel('À réaliser pour le').fill('30/11/2026');
    await page.getByRole('button', { name: 'Ajouter la mesure' }).click();

    await page.getByRole('link', { name: demande }).click();
    await page.getByLabel('Dire réalisée').check();
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await page.getByText('Une réalisation se prouve').first().waitFor();
    await page.locator('[name="preuve"]').fill('Bon de travaux signé.');
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    expect(await page.getByRole('row', { name: demande }).innerText()).toContain('Réalisée, à vérifier');
  });

  it('Étant donné un accident avec secours, quand personne ne l’a dit au président, alors il ne se clôt pas', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/suivi?vue=faits');
    await page.locator('tbody th a').first().click();
    await page.getByRole('link', { name: 'Déclarer un fait marquant' }).click();
    await page.getByLabel('4 · à dire tout de suite').check();
    await page.getByLabel('Catégorie').selectOption('ENFANT');
    await page.getByLabel('Ce qui s’est passé').fill('Chute dans l’escalier, secours appelés.');
    await page.getByLabel('Un enfant a été hospitalisé').check();
    await page.getByRole('button', { name: 'Déclarer le fait' }).click();
    await page.getByText('n’est pas informé').first().waitFor();

    await page.getByRole('link', { name: 'Clore ce fait' }).click();
    await page.getByLabel('Ce que le fait a eu pour suites').fill('Rampe doublée.');
    await page.getByRole('button', { name: 'Clore le fait' }).click();
    await page.getByText('R2324-25').first().waitFor();
    expect(await page.getByLabel('Ce que le fait a eu pour suites').inputValue()).toBe('Rampe doublée.');

    await page.goto(page.url().split('?')[0] ?? '');
    await page.getByLabel('Qui est informé').selectOption('PCD');
    await page.getByRole('button', { name: 'Inscrire l’information' }).click();
    await page.getByRole('link', { name: 'Clore ce fait' }).click();
    await page.getByLabel('Ce que le fait a eu pour suites').fill('Rampe doublée.');
    await page.getByRole('button', { name: 'Clore le fait' }).click();
    await page.getByText('Le fait est clos.').waitFor();
  });

  it('Étant donné le territoire, quand on ouvre son tableau, alors chaque chiffre a sa définition et sa liste', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/tableau');
    expect(await page.locator('.chiffre').count()).toBe(11);
    await page
      .getByRole('link', { name: /Taux de facturation/ })
      .last()
      .click();
    await page.waitForURL(/tri=IND-03/);
    await page.locator('th[aria-sort]', { hasText: 'Taux de facturation' }).waitFor();

    await page.getByRole('link', { name: 'Encadrement et occupation' }).click();
    await page.waitForURL(/vue=encadrement/);
    // L'adresse change avant la page.
    await expect.poll(() => page.locator('.chiffre').count()).toBe(9);
    await page.getByRole('link', { name: /^Conformité de l’encadrement :.*voir la liste/ }).click();
    await page.waitForURL(/\/creches\/tableau\/IND-07/);
    await page.getByRole('heading', { name: 'Mois par mois' }).waitFor();
    expect(await page.locator('svg[role="img"]').getAttribute('aria-label')).toMatch(
      /Les chiffres sont dans le tableau/,
    );
    // Le territoire est la somme des crèches qu'il montre, numérateurs et dénominateurs.
    const lignes = await page.locator('#creches tbody tr').allInnerTexts();
    expect(lignes.length).toBeGreaterThan(1);
    expect(await page.getByRole('link', { name: 'Exporter' }).getAttribute('href')).toMatch(/IND-07\/classeur\.xlsx/);
  });

  it('Étant donné un chiffre qui doute, quand on suit son lien, alors les journées en cause se lisent une à une', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/tableau?vue=encadrement');
    await page.locator('.chiffre a[href*="donnees-douteuses"]').first().click();
    await page.getByRole('heading', { name: 'Données douteuses' }).waitFor();
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/creche=/);
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/\/presences\?jour=/);
  });

  it('Étant donné un référent, quand il ouvre le suivi ou le tableau, alors rien ne s’ouvre ; la directrice, si', async () => {
    const page = await openRole(navigateur, 'referent', { javaScriptEnabled });
    expect((await page.goto('/creches/suivi'))?.status()).toBe(404);
    for (const adresse of ['', '/IND-07', '/IND-07/classeur.xlsx', '/donnees-douteuses'])
      expect((await page.goto(`/creches/tableau${adresse}`))?.status()).toBe(404);
    const directrice = await openRole(navigateur, 'directrice', { javaScriptEnabled });
    for (const adresse of ['/creches/suivi', '/creches/tableau', '/creches/tableau/IND-16'])
      expect((await directrice.goto(adresse))?.status()).toBe(200);
    expect((await directrice.goto('/creches/tableau/IND-99'))?.status()).toBe(404);
  });
});
