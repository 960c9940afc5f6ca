import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type NavigateurDeTest, waitForScripts } from './navigateur.ts';

/** Every journey is walked twice: with JavaScript, then without. */
export const MODES = [
  { mode: 'avec JavaScript', javaScriptEnabled: true },
  { mode: 'sans JavaScript', javaScriptEnabled: false },
] as const;

/** Someone who opens Marelle and enters by their card. */
export async function openRole(
  navigateur: NavigateurDeTest,
  carte: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await navigateur.openPage(options);
  await page.goto('/connexion');
  await page.locator(`button[name="carte"][value="${carte}"]`).click();
  await page.waitForURL((adresse) => adresse.pathname === '/');
  if (options.javaScriptEnabled !== false) await waitForScripts(page);
  return page;
}

/** Presses the button of an act and waits for the page it leads to, or the same one with its messages. */
export async function executeActe(page: Page, acte: string | RegExp): Promise<number> {
  const [reponse] = await Promise.all([
    page.waitForResponse((recue) => recue.request().method() === 'POST'),
    page.getByRole('button', { name: acte, exact: typeof acte === 'string' }).click(),
  ]);
  await page.waitForLoadState();
  return reponse.status();
}

/** Fills fields by their label, as read on the screen. */
export async function writeChamps(page: Page, champs: Readonly<Record<string, string>>): Promise<void> {
  for (const [libelle, valeur] of Object.entries(champs)) {
    const champ = page.locator('form').getByLabel(libelle, { exact: false }).first();
    const estChoix = await champ.evaluate((e) => e.tagName === 'SELECT');
    await (estChoix ? champ.selectOption(valeur) : champ.fill(valeur));
  }
}

/** The title of the page, once it is there. */
export async function verifyTitre(page: Page, titre: string | RegExp): Promise<void> {
  const h1 = page.getByRole('heading', { level: 1, name: titre });
  await h1.waitFor().catch(() => {});
  expect(await h1.count(), `titre « ${titre} » sur ${page.url()} : ${await page.title()}`).toBe(1);
}

/** The sentence said on the page of arrival, or in the summary of what is to be corrected. */
export async function verifyTexte(page: Page, texte: string | RegExp): Promise<void> {
  const visible = page.getByText(texte).filter({ visible: true }).first();
  await visible.waitFor().catch(() => {});
  expect(await visible.isVisible(), `« ${texte} » se lit sur ${page.url()}`).toBe(true);
}
