import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openNavigateur } from './chromium.ts';

/** The rules a public service is held to. */
export const REGLES_AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

export type NavigateurDeTest = {
  /** A fresh visitor, without cookies. `javaScriptEnabled: false` for those who have none. */
  readonly openPage: (options?: BrowserContextOptions) => Promise<Page>;
};

/**
 * A browser for the journeys of this file, on the application under test. Any error in a page's own script, and any
 * resource the security policy refuses, fails the journey that met it.
 */
export function withNavigateur(): NavigateurDeTest {
  let navigateur: Browser | undefined;
  let erreurs: string[] = [];
  beforeAll(async () => {
    navigateur = await openNavigateur();
  });
  afterEach(async () => {
    await Promise.all(navigateur?.contexts().map((contexte) => contexte.close()) ?? []);
    const vues = erreurs;
    erreurs = [];
    expect(vues, 'erreurs dans les pages').toEqual([]);
  });
  afterAll(() => navigateur?.close());
  return {
    openPage: async (options = {}) => {
      if (navigateur === undefined) throw new Error('Le navigateur ne s’ouvre qu’au premier beforeAll');
      const contexte = await navigateur.newContext({ baseURL: inject('adresse'), locale: 'fr-FR', ...options });
      contexte.setDefaultTimeout(30_000);
      const page = await contexte.newPage();
      page.on('pageerror', (erreur) => erreurs.push(String(erreur)));
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/.test(message.text())) erreurs.push(message.text());
      });
      return page;
    },
  };
}

const SANS_IMAGE_MS = 10_000;

/** The page's scripts took it over, effects included, a moment after it was shown; at once for a page that has none. */
export async function waitForScripts(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const repris = Object.keys(document.querySelector('main') ?? {}).some((cle) => cle.startsWith('__reactFiber'));
    return repris || !('__reactRouterContext' in globalThis);
  });
  // Un navigateur sans écran cesse parfois de peindre : l'image attendue ne viendrait jamais.
  await page.evaluate(
    (auPlus) =>
      new Promise((resolve) => {
        setTimeout(resolve, auPlus);
        requestAnimationFrame(() => requestIdleCallback(() => resolve(undefined)));
      }),
    SANS_IMAGE_MS,
  );
}

/** No violation of the WCAG 2.0 to 2.2 A and AA and RGAA rules; the message names the rule and the elements. */
export async function verifyAccessibilite(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(REGLES_AXE).analyze();
  const lisibles = violations.map(({ id, help, nodes }) => `${id} : ${help} — ${nodes.map((n) => n.html).join(' | ')}`);
  expect(lisibles, `accessibilité de ${page.url()}`).toEqual([]);
}
