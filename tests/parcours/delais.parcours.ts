import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('compter un délai, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un agent sans mission, quand il cherche « délai » et compte dix jours, alors l’échéance est reportée et l’adresse la garde, CPC 642', async () => {
    const page = await openRole(navigateur, 'sans-mission', { javaScriptEnabled });
    await page.goto('/recherche?q=délai');
    await page.locator('main').getByRole('link', { name: 'Compter un délai' }).click();
    await verifyTitre(page, 'Compter un délai');

    await page.getByRole('button', { name: 'Compter ce délai' }).click();
    await verifyTexte(page, 'Rien n’est compté');
    await verifyTexte(page, 'Choisissez un régime.');

    await writeChamps(page, { 'Jour de l’acte': '7 févr. 2024', Durée: '10' });
    await page.getByLabel('Procédure civile').check();
    await page.getByRole('button', { name: 'Compter ce délai' }).click();
    await verifyTexte(page, 'Échéance : lundi 19 février 2024');
    await verifyTexte(page, /Prorogé au lundi 19 février 2024 \(CPC, art\. 642, al\. 2\)/);
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);

    const autre = await openRole(navigateur, 'crip', { javaScriptEnabled });
    await autre.goto(page.url());
    await verifyTexte(autre, 'Échéance : lundi 19 février 2024');
  });
});
