import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** How many the tab of this view says, and how many rows its list shows. */
async function verifyCompte(page: Page, vue: string): Promise<void> {
  const onglet = page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${vue} \\d+`) });
  const dit = Number((await onglet.innerText()).match(/\d+$/)?.[0]);
  await onglet.click();
  await verifyTexte(page, new RegExp(`${dit} échéances?`));
}

describe.each(MODES)('ce qui est dû, $mode', ({ javaScriptEnabled }) => {
  const verifyPage = async (page: Page) => {
    if (javaScriptEnabled) expect(await listDefauts(page), page.url()).toEqual([]);
  };

  it('Étant donné le cadre devant sa journée, quand il ouvre un projet en retard et dit qu’il est fait, alors l’échéance sort des retards et reste lisible avec son décompte', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    await page.goto('/');
    await verifyTitre(page, 'Ma journée');
    await verifyPage(page);
    await page.getByRole('link', { name: 'Tout mon périmètre' }).click();
    await page.goto('/echeances?portee=perimetre&regle=PPE-002');
    await verifyTitre(page, 'Échéances');
    await verifyPage(page);
    await verifyCompte(page, 'En retard');
    const avant = Number((await page.locator('main').innerText()).match(/(\d+) échéances?/)?.[1]);
    await page
      .getByRole('link', { name: /^Établir le projet pour l’enfant/ })
      .first()
      .click();
    await verifyTitre(page, /^Établir le projet pour l’enfant/);
    await verifyTexte(page, 'CASF, art. D223-12');
    await verifyTexte(page, /\+ 3 mois/);
    await verifyTexte(page, 'Ce qui la satisfait');
    await verifyPage(page);

    await page.getByRole('link', { name: 'C’est fait' }).click();
    await writeChamps(page, { Le: '22/11/2026', Heure: '14 h' });
    expect(await executeActe(page, 'Inscrire ce qui est fait')).toBe(400);
    await verifyTexte(page, 'Cette date est à venir.');
    expect(await page.getByLabel('Heure').inputValue(), 'rien n’est perdu').toBe('14 h');
    await verifyPage(page);
    await writeChamps(page, { Le: '20/11/2026', Heure: '' });
    await executeActe(page, 'Inscrire ce qui est fait');
    await verifyTexte(page, 'C’est inscrit. Ce qui est dû a été recalculé.');
    await verifyTexte(page, 'Fait depuis un an');
    await verifyTexte(page, 'Établir le projet pour l’enfant');
    // Arrivé par un formulaire, le clavier partirait de son bouton : on rouvre la page comme on y vient.
    await page.goto(page.url());
    await verifyPage(page);
    await page.goto('/echeances?portee=perimetre&regle=PPE-002');
    if (avant > 1) await verifyTexte(page, new RegExp(`${avant - 1} échéances?`));
  });

  it('Étant donné un référent, quand il ouvre la liste, alors il n’y trouve que ses enfants, et l’échéance d’un autre n’existe pas pour lui', async () => {
    const cadre = await openRole(navigateur, 'chef-pole', { javaScriptEnabled });
    await cadre.goto('/echeances?portee=perimetre&vue=toutes&regle=CON-002');
    const autre = await cadre
      .getByRole('link', { name: /^Nommer un référent/ })
      .first()
      .getAttribute('href');
    const page = await openRole(navigateur, 'referent', { javaScriptEnabled });
    await page.goto('/echeances?vue=toutes');
    await verifyTitre(page, 'Échéances');
    expect(await page.getByRole('combobox', { name: 'Pour qui' }).locator('option').allInnerTexts()).toEqual([
      'Pour moi',
    ]);
    expect((await page.goto(autre ?? ''))?.status()).toBe(404);
  });
});
