import { describe, expect, it } from 'vitest';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('les travaux de fond, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné l’administrateur, quand il relance un travail de nuit, alors il lit son passage et le retrouve au journal', async () => {
    const page = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    await page.goto('/administration/travaux');
    await verifyTitre(page, 'Travaux de fond');
    const ligne = page.getByRole('row', { name: /Sceller le journal du jour/ });
    await executeActe(page, /^Relancer : Sceller le journal/);
    await verifyTexte(page, /Travail demandé/);
    await expect
      .poll(async () => {
        await page.goto('/administration/travaux');
        return ligne.textContent();
      })
      .toContain('Fait');
    await ligne.getByRole('link', { name: 'Sceller le journal du jour' }).click();
    await verifyTitre(page, 'Passages des travaux');
    await verifyTexte(page, /^sceau \d+$/);
    await page.goto('/journal?acte=travaux.');
    await verifyTexte(page, 'travail : relance');
  });

  it('Étant donné un référent, quand il demande les travaux de fond, alors cette page n’existe pas pour lui', async () => {
    const page = await openRole(navigateur, 'referent', { javaScriptEnabled });
    for (const adresse of ['/administration/travaux', '/administration/travaux/passages'])
      expect((await page.goto(adresse))?.status()).toBe(404);
  });
});
