import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('tenir les crèches, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné la liste des crèches, quand on ouvre une crèche, alors sa fiche dit ce que sa catégorie exige et ce qui manque', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches');
    await verifyTitre(page, 'Crèches');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: 'Ce que sa catégorie exige' }).waitFor();
    const exigences = page.locator('#equipe');
    expect(await exigences.innerText()).toMatch(/Direction[\s\S]*CSP, art\. R2324-46-1/);
    expect(await page.locator('#calendrier td').count()).toBeGreaterThan(360);
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });

  it('Étant donné une autorisation, quand on module au-dessus d’elle, alors le refus est à côté des places et rien n’est perdu', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches');
    await page.locator('tbody a').first().click();
    await page.getByRole('link', { name: 'Corriger l’autorisation ou la modulation' }).click();
    await page.getByRole('link', { name: 'Moduler les places' }).click();
    await verifyTitre(page, 'Moduler les places');
    expect(await executeActe(page, 'Enregistrer la modulation')).toBe(400);
    const fautes = page.locator('.resume li');
    expect(
      new Set(await fautes.locator('a').evaluateAll((liens) => liens.map((lien) => lien.getAttribute('href')))).size,
    ).toBe(await fautes.count());
    // Une phrase qui revient nomme son champ, dès que la page sait leurs libellés.
    if (javaScriptEnabled) expect(new Set(await fautes.allInnerTexts()).size).toBe(await fautes.count());
    await writeChamps(page, { De: '12 h', À: '12 h 15', 'Places à ces heures': '199' });
    expect(await executeActe(page, 'Enregistrer la modulation')).toBe(422);
    await page
      .getByText(/une modulation n’en donne pas plus/)
      .first()
      .waitFor();
    expect(await page.getByLabel('Places à ces heures').inputValue()).toBe('199');
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });

  it('Étant donné un document, quand on en inscrit une version puis la transmission, alors l’ancienne reste derrière elle', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches');
    await page.locator('tbody a').first().click();
    // Un document par mode : les deux essais écrivent dans la même démonstration.
    const nom = javaScriptEnabled ? 'Protocole : hygiène' : 'Protocole : soins';
    await page.locator('#documents').getByRole('link', { name: nom, exact: true }).click();
    await verifyTitre(page, nom);
    const versions = page.locator('table tbody tr');
    const avant = await versions.count();
    await page.getByRole('link', { name: /^(Nouvelle version|Inscrire le document)$/ }).click();
    await writeChamps(page, { 'Établi le': '22/11/2026' });
    expect(await executeActe(page, 'Enregistrer la version')).toBe(422);
    await page.getByText('Cette version n’est pas encore établie.').first().waitFor();
    await writeChamps(page, { 'Établi le': '20/11/2026', 'À revoir le': '20/11/2029' });
    await executeActe(page, 'Enregistrer la version');
    await page.getByText('Nouvelle version inscrite.').waitFor();
    expect(await versions.count()).toBe(avant + 1);
    expect(await versions.first().innerText()).toMatch(/20\/11\/2026[\s\S]*en vigueur[\s\S]*à transmettre/);
    if (avant > 0) expect(await versions.nth(1).innerText()).toContain('remplacé le 20/11/2026');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByRole('link', { name: 'Corriger', exact: true }).click();
    expect(await page.getByLabel('Établi le').inputValue()).not.toBe('');
    await writeChamps(page, { 'Transmis le': '21/11/2026' });
    await executeActe(page, 'Enregistrer la correction');
    await page.getByText('Version corrigée.').waitFor();
    expect(await versions.first().innerText()).toMatch(/en vigueur[\s\S]*21\/11\/2026/);
    await page.getByRole('link', { name: 'Tous les documents de la crèche' }).click();
    const ligne = page.locator('#documents tbody tr', { hasText: nom });
    expect(await ligne.innerText()).toMatch(/à jour[\s\S]*20\/11\/2026[\s\S]*20\/11\/2029[\s\S]*21\/11\/2026/);
  });

  it('Étant donné la responsable d’une crèche, quand elle ouvre sa crèche, alors elle la lit sans pouvoir la modifier', async () => {
    const page = await openRole(navigateur, 'responsable-creche', { javaScriptEnabled });
    await page.goto('/creches');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: 'Ce que sa catégorie exige' }).waitFor();
    expect(await page.getByRole('link', { name: 'Modifier la crèche' }).count()).toBe(0);
    const fiche = page.url().split('#')[0];
    await page.locator('#documents a', { hasText: 'Règlement de fonctionnement' }).click();
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    expect(await page.getByRole('link', { name: 'Nouvelle version' }).count()).toBe(0);
    for (const suite of ['/modifier', '/documents/REGLEMENT_FONCTIONNEMENT/nouvelle'])
      expect((await page.goto(`${fiche}${suite}`))?.status()).toBe(404);
  });
});

describe.each(MODES)('rattacher un professionnel, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une crèche, quand on cherche un agent par son nom, alors son matricule se remplit ; un nom inconnu le dit', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches');
    await page.locator('tbody a').last().click();
    await page.getByRole('link', { name: 'Professionnels', exact: true }).click();
    await page.getByRole('link', { name: 'Rattacher un professionnel' }).click();
    await verifyTitre(page, 'Rattacher un professionnel');
    const chercher = async (nom: string) => {
      await page.getByLabel('Nom ou prénom').fill(nom);
      await page.getByRole('button', { name: 'Chercher', exact: true }).click();
    };
    await chercher('zzz inconnu');
    await page.getByText('Personne de ce nom n’a de poste dans vos unités').waitFor();
    // Elle-même tient un poste du territoire, et n'est rattachée à aucune crèche.
    const moi = (await page.locator('.lecteur', { hasText: 'Votre compte, ' }).first().innerText()).replace(
      'Votre compte, ',
      '',
    );
    await chercher(moi);
    const choix = page.locator('aside a[href*="matricule="]').first();
    await choix.waitFor();
    if (javaScriptEnabled) await verifyAccessibilite(page);
    const matricule = new URL((await choix.getAttribute('href')) ?? '', page.url()).searchParams.get('matricule');
    expect(matricule).toBeTruthy();
    await choix.click();
    await page.waitForURL(/matricule=/);
    await expect.poll(() => page.getByLabel('Matricule').inputValue()).toBe(matricule);
  });
});

describe('ce que la fiche ouvre', () => {
  it('Étant donné un professionnel, quand on change son horaire, alors la liste dit ses nouvelles heures', async () => {
    const page = await openRole(navigateur, 'petite-enfance');
    await page.goto('/creches');
    await page.locator('tbody a').last().click();
    await page.getByRole('link', { name: 'Professionnels', exact: true }).click();
    await verifyTitre(page, /^Professionnels/);
    await verifyAccessibilite(page);
    await page.locator('tbody a').first().click();
    await page.getByRole('link', { name: 'Changer son horaire' }).click();
    await writeChamps(page, { 'À partir du': '21/11/2026', 'Le lundi, de': '8 h' });
    await page.locator('[name="fin.1"]').fill('7 h');
    expect(await executeActe(page, 'Enregistrer l’horaire')).toBe(400);
    await page.getByText('La fin doit être après le début.').first().waitFor();
    await page.locator('[name="fin.1"]').fill('21 h');
    expect(await executeActe(page, 'Enregistrer l’horaire')).toBe(422);
    await page.getByText('dix heures au plus').first().waitFor();
    await page.locator('[name="fin.1"]').fill('16 h');
    await executeActe(page, 'Enregistrer l’horaire');
    await page.getByText('Horaire enregistré.').waitFor();
  });
});
