import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';

const navigateur = withNavigateur();

describe("l'arrivée sur Marelle", () => {
  it.each([true, false])(
    'Étant donné un visiteur (JavaScript : %s), quand il arrive, alors une page en français l’accueille',
    async (javaScriptEnabled) => {
      const page = await navigateur.openPage({ javaScriptEnabled });
      const reponse = await page.goto('/');
      expect(reponse?.status()).toBe(200);
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      expect(await page.title()).toContain('Marelle');
    },
  );

  it('est accessible et tient en 320 pixels de large', async () => {
    const page = await navigateur.openPage({ viewport: { width: 320, height: 640 } });
    await page.goto('/');
    await verifyAccessibilite(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
