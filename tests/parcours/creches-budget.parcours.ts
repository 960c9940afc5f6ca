import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { MODES, openRole } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** Une ligne neuve de la première crèche du territoire : chaque essai a la sienne. */
async function addLigne(page: Page, libelle: string, tenuePar?: string): Promise<string> {
  await page.goto('/creches/budget');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Ajouter une ligne' }).click();
  await page.getByLabel('Ce que la ligne paie').selectOption('AUTRE');
  await page.getByLabel('Libellé').fill(libelle);
  if (tenuePar !== undefined) await page.getByLabel('Tenue par').selectOption({ label: tenuePar });
  await page.getByLabel('Budget voté').fill('1 000');
  await page.getByRole('button', { name: 'Ajouter la ligne' }).click();
  await page.getByText('Ligne inscrite').waitFor();
  return new URL(page.url()).pathname;
}

describe.each(MODES)('le budget d’une crèche, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une ligne, quand on engage plus qu’il ne reste, alors on dit pourquoi, sans rien perdre ; et l’on mandate', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    const ligne = await addLigne(page, `Mobilier ${javaScriptEnabled}`);
    await page.getByRole('link', { name: 'Engager une dépense' }).click();
    expect(await page.getByLabel('Pourquoi dépasser').count()).toBe(0);
    await page.getByLabel('Objet').fill('Tables basses');
    await page.getByLabel('Montant').fill('1 250,50');
    await page.getByRole('button', { name: 'Inscrire l’engagement' }).click();
    await page.getByText('la dépasse de 250,50').first().waitFor();
    expect(await page.getByLabel('Objet').inputValue()).toBe('Tables basses');
    expect(await page.getByLabel('Montant').inputValue()).toBe('1 250,50');
    await page.getByLabel('Pourquoi dépasser').fill('Remplacement après dégât des eaux');
    await page.getByRole('button', { name: 'Inscrire l’engagement' }).click();
    await page.getByText('L’engagement est inscrit.').waitFor();
    await page.getByText('Dépassera son budget').first().waitFor();

    await page.getByRole('link', { name: 'Tables basses' }).click();
    await page.getByRole('link', { name: 'Mandater' }).click();
    await page.getByLabel('Montant').fill('1 300');
    await page.getByRole('button', { name: 'Inscrire le mandatement' }).click();
    await page.getByText('dépasse de 49,50').waitFor();

    // Corrigé, l'ancien montant se lit encore ; annulé, le mandatement reste, barré d'un motif.
    await page.getByRole('link', { name: 'Corriger le mandatement' }).click();
    await page.getByLabel('Montant').fill('1 250,50');
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await page.getByText('Écrivez le motif.').first().waitFor();
    await page.getByLabel('Motif de la correction').fill('Facture rectifiée');
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await page.getByText('Facture rectifiée').waitFor();
    await page.getByText(/1\s300,00/).waitFor();
    await page.getByRole('link', { name: 'Annuler le mandatement' }).click();
    await page.getByLabel('Motif de l’annulation').fill('Payé deux fois');
    await page.getByRole('button', { name: 'Annuler le mandatement' }).click();
    await page.getByText('Payé deux fois').waitFor();

    await page.goto(`${ligne}/arbitrer`);
    await page.getByLabel('Assumer l’écart').check();
    await page.getByLabel('Motif').fill('Sinistre remboursé par l’assurance');
    await page.getByRole('button', { name: 'Inscrire l’arbitrage' }).click();
    await page.getByText('L’arbitrage est inscrit.').waitFor();
  });

  it('Étant donné un exercice clos, quand on veut y engager, alors c’est refusé et l’on sait pourquoi', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/budget?exercice=2025&nature=PEDAGOGIE');
    await page.locator('tbody td a').first().click();
    await page.getByText('L’exercice 2025 est clos depuis le 31 janvier 2026').waitFor();
    expect(await page.getByRole('link', { name: 'Engager une dépense' }).count()).toBe(0);
    await page.goto(`${new URL(page.url()).pathname}/engager`);
    await page.getByLabel('Objet').fill('Livres');
    await page.getByLabel('Montant').fill('10');
    await page.getByLabel('Engagé le').fill('15/12/2025');
    await page.getByRole('button', { name: 'Inscrire l’engagement' }).click();
    await page.getByText('Cet acte n’est pas possible').waitFor();
    expect(await page.getByLabel('Objet').inputValue()).toBe('Livres');
  });

  it('Étant donné une responsable de crèche, quand une ligne est tenue par un service, alors elle la lit, n’y engage rien, et atteste son service fait', async () => {
    const page = await openRole(navigateur, 'responsable-creche', { javaScriptEnabled });
    await page.goto('/creches/budget?nature=MENAGE');
    await page.locator('tbody th a').first().click();
    await page.getByRole('link', { name: 'Marché de ménage', exact: true }).click();
    await page.getByText('Vous la lisez.').waitFor();
    expect(await page.getByRole('link', { name: 'Engager une dépense' }).count()).toBe(0);
    const { pathname } = new URL(page.url());
    expect((await page.goto(`${pathname}/engager`))?.status()).toBe(404);
    expect((await page.goto(`${pathname}/corriger`))?.status()).toBe(404);

    await page.goto(`${pathname}/prestation?mois=2026-11`);
    await page.getByLabel('Prestations dues').fill('20');
    await page.getByLabel('Prestations faites').fill('20');
    await page.getByLabel('Prestations conformes').fill('21');
    await page.getByRole('button', { name: 'Inscrire la prestation' }).click();
    await page.getByText('plus de prestations conformes que de faites').first().waitFor();
    await page.getByLabel('Prestations conformes').fill('18');
    await page.getByLabel('J’atteste ce service fait').check();
    await page.getByRole('button', { name: 'Inscrire la prestation' }).click();
    await page.getByText('il s’atteste ensuite').first().waitFor();

    // La ligne de la crèche, elle, s'engage d'ici.
    await page.goto('/creches/budget?nature=PEDAGOGIE');
    await page.locator('tbody td a').first().click();
    await page.getByRole('link', { name: 'Engager une dépense' }).waitFor();
    expect(await page.getByRole('link', { name: 'Arbitrer' }).count()).toBe(0);
  });

  it('Étant donné le territoire, quand on cherche ce qui dérive, alors la liste le montre, le calcul s’ouvre, et rien ne se montre à un référent', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/budget?vue=depassement');
    const nombre = await page.locator('tbody tr').count();
    expect(nombre).toBeGreaterThan(0);
    expect(await page.locator('tbody tr', { hasText: 'dépassement' }).count()).toBe(nombre);
    await page.getByRole('link', { name: 'Par place et par heure' }).click();
    await page.getByText('médiane').first().waitFor();
    const referent = await openRole(navigateur, 'referent', { javaScriptEnabled });
    expect((await referent.goto('/creches/budget'))?.status()).toBe(404);
    expect((await referent.goto('/creches/budget/comparaison'))?.status()).toBe(404);
    expect((await referent.request.get('/creches/budget.xlsx')).status()).toBe(404);
  });
});
