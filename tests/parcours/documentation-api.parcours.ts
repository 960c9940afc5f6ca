import { describe, expect, inject, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';

const navigateur = withNavigateur();

describe('la documentation de l’API', () => {
  it.each([true, false])(
    'Étant donné un administrateur (JavaScript : %s), quand il suit l’adresse d’un problème, alors la page l’explique',
    async (javaScriptEnabled) => {
      const page = await navigateur.openPage({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
      await page.goto('/connexion');
      await page.request.post('/connexion/demo', {
        form: { carte: 'administrateur' },
        headers: { origin: inject('adresse') },
      });
      await page.goto('/documentation-api#probleme-conflit');
      expect(await page.locator('#probleme-conflit').textContent()).toContain('409 · Modifié entre-temps');
      await page.locator('#organisation-agent-creer > summary').click();
      expect(await page.locator('#organisation-agent-creer').textContent()).toContain('"matricule": "exemple"');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) await verifyAccessibilite(page);
    },
  );

  it('Étant donné un autre système, quand il demande la description, alors elle vient sans session ni jeton', async () => {
    const reponse = await fetch(`${inject('adresse')}/api/v1/openapi.json`);
    expect(await reponse.json()).toMatchObject({ openapi: '3.1.0' });
    expect(reponse.headers.get('set-cookie')).toBeNull();
    const cherche = await fetch(`${inject('adresse')}/api/v1/organisation/unites`);
    expect(cherche.status).toBe(401);
    expect(cherche.headers.get('content-type')).toContain('application/problem+json');
  });
});
