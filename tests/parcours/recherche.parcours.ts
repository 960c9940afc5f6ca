import { describe, expect, it } from 'vitest';
import { waitForScripts, withNavigateur } from '#tests/support/navigateur.ts';
import { openRole, verifyTitre } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe('la recherche et le clavier', () => {
  it('Étant donné un cadre à son bureau, quand il tape « / », un nom et descend d’une flèche, alors le dossier s’ouvre sans souris', async () => {
    const page = await openRole(navigateur, 'cadre-territorial');
    await page.goto('/enfants');
    const nom = (await page.locator('tbody a[href^="/enfants/"]').first().innerText()).trim();
    await waitForScripts(page);
    await page.keyboard.press('/');
    await page.keyboard.type(nom);
    await page.keyboard.press('Enter');
    await verifyTitre(page, /^Recherche/);
    await page.locator('main li a').first().waitFor();
    await waitForScripts(page);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^\/enfants\//);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/enfants\/[0-9a-f-]{36}/);
    await verifyTitre(page, /\S/);
  });

  it('Étant donné la touche g puis une lettre, quand on les tape, alors la page s’ouvre ; « ? » dit lesquelles', async () => {
    const page = await openRole(navigateur, 'directrice');
    await page.keyboard.press('?');
    await verifyTitre(page, /Raccourcis/);
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.waitForURL(/\/organisation$/);
  });

  it('Étant donné un navigateur sans JavaScript, quand on cherche, alors le même formulaire répond', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled: false });
    await page.goto('/enfants');
    const nom = (await page.locator('tbody a[href^="/enfants/"]').first().innerText()).trim();
    await page.locator('#recherche-globale').fill(nom);
    await page.locator('#recherche-globale').press('Enter');
    await verifyTitre(page, /^Recherche/);
    expect(await page.locator('main a[href^="/enfants/"]').count()).toBeGreaterThan(0);
  });
});
