import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

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
    await page.getByLabel('Par écrit').check();
    await executeActe(page, 'Inscrire l’information');
    await page.getByRole('link', { name: 'Clore ce fait' }).click();
    await page.getByLabel('Ce que le fait a eu pour suites').fill('Rampe doublée.');
    await page.getByRole('button', { name: 'Clore le fait' }).click();
    await page.getByText('Le fait est clos.').waitFor();
  });

  it('Étant donné le territoire, quand on ouvre son tableau, alors chaque chiffre a sa définition et sa liste', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/tableau');
    expect(await page.locator('.chiffre').count()).toBe(12);
    await page
      .getByRole('link', { name: /Taux de facturation/ })
      .last()
      .click();
    await page.waitForURL(/tri=IND-03/);
    await page.locator('th[aria-sort]', { hasText: 'Taux de facturation' }).waitFor();

    await page.getByRole('link', { name: 'Encadrement et occupation' }).click();
    await page.waitForURL(/vue=encadrement/);
    // L'adresse change avant la page.
    await expect.poll(() => page.locator('.chiffre').count()).toBe(10);
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

  it('Étant donné la vue du suivi, quand on ouvre l’âge des mesures ou du dernier envoi, alors la liste dit celui de chaque crèche', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    for (const titre of ['Âge médian des mesures ouvertes', 'Dernier envoi de présences']) {
      await page.goto('/creches/tableau?vue=suivi');
      await page.getByRole('link', { name: new RegExp(`^${titre} : \\d+ jours?.*voir la liste`) }).click();
      await verifyTitre(page, titre);
      expect(await page.locator('#creches tbody tr').allInnerTexts()).toContainEqual(expect.stringMatching(/\d$/));
    }
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

describe.each(MODES)('le contact d’urgence d’une crèche, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné sa crèche, quand la responsable en change le contact d’urgence, alors « Ma journée » lui rappelle de le dire au président, et « C’est fait » y mène', async () => {
    const page = await openRole(navigateur, 'responsable-creche', { javaScriptEnabled });
    await page.goto('/creches');
    await page.locator('tbody a').first().click();
    await page.getByRole('link', { name: 'Changer le contact d’urgence' }).click();
    await verifyTitre(page, 'Changer le contact d’urgence');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    const qui = `Astreinte ${javaScriptEnabled}`;
    await writeChamps(page, { 'Qui joindre': qui, Téléphone: '' });
    expect(await executeActe(page, 'Enregistrer le contact')).toBe(400);
    await verifyTexte(page, 'Indiquez le téléphone.');
    expect(await page.getByLabel('Qui joindre').inputValue(), 'rien n’est perdu').toBe(qui);
    await writeChamps(page, { Téléphone: '01 99 00 12 34' });
    await executeActe(page, 'Enregistrer le contact');
    await verifyTitre(page, 'Le président est informé du contact d’urgence');

    await page.goto('/');
    await page.getByText('nouveau contact d’urgence').first().waitFor();
    await page
      .locator('li, tr, article')
      .filter({ hasText: 'nouveau contact d’urgence' })
      .last()
      .getByRole('link', { name: /Ouvrir/ })
      .click();
    await verifyTitre(page, /nouveau contact d’urgence/);
    await page.getByRole('link', { name: 'C’est fait' }).click();
    await verifyTitre(page, /^Suivi/);
    await verifyTexte(page, qui);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByRole('link', { name: 'inscrire l’information' }).click();
    await writeChamps(page, { 'Informé le': '23/11/2026' });
    expect(await executeActe(page, 'Inscrire l’information')).toBe(422);
    await writeChamps(page, { 'Informé le': '21/11/2026' });
    await executeActe(page, 'Inscrire l’information');
    await verifyTexte(page, 'L’information du président est inscrite.');
    expect(await page.getByText('n’est pas informé du nouveau contact').count()).toBe(0);
    await page.goto('/');
    expect(await page.getByText('nouveau contact d’urgence').count()).toBe(0);
  });

  it('Étant donné une crèche qui a changé de contact sans le dire, quand le territoire ouvre ses échéances, alors elle s’y trouve ; un référent n’ouvre rien', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/echeances?portee=perimetre&regle=EVT-01&vue=en-retard');
    await page
      .getByRole('link', { name: /nouveau contact d’urgence/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Ouvrir la crèche' }).click();
    const adresse = new URL(
      await page
        .getByRole('link', { name: 'Changer le contact d’urgence' })
        .evaluate((a) => (a as HTMLAnchorElement).href),
    ).pathname;
    const referent = await openRole(navigateur, 'referent', { javaScriptEnabled });
    for (const suite of ['', '/informer']) expect((await referent.goto(adresse + suite))?.status()).toBe(404);
  });
});
