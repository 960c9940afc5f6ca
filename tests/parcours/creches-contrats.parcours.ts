import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** La liste des enfants de la première crèche. */
async function openEnfants(page: Page): Promise<void> {
  await page.goto('/creches');
  const fiche = await page.locator('tbody a[href^="/creches/"]').first().getAttribute('href');
  await page.goto(`${fiche}/enfants`);
}

describe.each(MODES)('les contrats d’une crèche, $mode', ({ javaScriptEnabled }) => {
  const famille = `Parcours${javaScriptEnabled ? 'A' : 'B'}`;

  it('Étant donné une responsable de territoire, quand elle inscrit une famille, ses ressources et un enfant, alors le contrat ne se signe qu’après lecture du tarif', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openEnfants(page);
    await verifyTitre(page, /^Enfants/);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByRole('link', { name: 'Inscrire une famille' }).click();
    await writeChamps(page, { 'Nom de la famille': famille, 'Numéro d’allocataire': '12345A' });
    expect(await executeActe(page, 'Inscrire la famille')).toBe(400);
    await verifyTexte(page, /que des chiffres/);
    await writeChamps(page, { 'Numéro d’allocataire': '12345' });
    await executeActe(page, 'Inscrire la famille');
    await verifyTitre(page, new RegExp(`^Famille ${famille}`));
    await verifyTexte(page, /Ressources à inscrire/);

    await page.getByRole('link', { name: 'Inscrire des ressources' }).click();
    await page.getByLabel('Lues à la Caf (CDAP)').check();
    await writeChamps(page, {
      'Valent à partir du': '01/01/2026',
      'Ressources de l’année, en euros': '24 000',
      'Enfants à charge': '1',
    });
    await executeActe(page, 'Inscrire ces ressources');
    await verifyTexte(page, /0,0619 % = 1,24 €/);

    await page.getByRole('link', { name: 'Inscrire un enfant' }).click();
    await writeChamps(page, { Prénom: 'Lou', 'Né le, ou attendu le': '01/09/2025' });
    await executeActe(page, 'Inscrire l’enfant');
    await verifyTitre(page, /^Préparer un contrat/);
    await writeChamps(page, { 'Premier jour': '03/08/2025', 'lundi, arrivée': '8 h 30', 'lundi, départ': '17h' });
    await executeActe(page, 'Calculer le tarif');
    await verifyTexte(page, /L’enfant naît le 1er septembre 2025/);
    await writeChamps(page, { 'Premier jour': '30/11/2026', 'lundi, arrivée': '7 h', 'lundi, départ': '7h30' });
    await executeActe(page, 'Calculer le tarif');
    await verifyTexte(page, /Tarif : 1,24 € de l’heure/);
    await verifyTexte(page, /La crèche ouvre à 7 h 30/);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await executeActe(page, 'Signer le contrat');
    await verifyTitre(page, /^Contrat de/);
    await verifyTexte(page, /23,00 h dans l’année/);
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });

  it('Étant donné un enfant sans contrat, quand un accueil d’un jour se réserve depuis la fiche de sa famille, alors le tarif se fige et se lit', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openEnfants(page);
    await page.getByRole('link', { name: 'Inscrire une famille' }).click();
    await writeChamps(page, { 'Nom de la famille': `${famille}Jour` });
    await executeActe(page, 'Inscrire la famille');
    await verifyTitre(page, new RegExp(`^Famille ${famille}Jour`));
    const fiche = page.url();
    await page.getByRole('link', { name: 'Inscrire un enfant' }).click();
    await writeChamps(page, { Prénom: 'Nour', 'Né le, ou attendu le': '01/09/2025' });
    await executeActe(page, 'Inscrire l’enfant');
    await page.goto(fiche);
    await page.getByRole('link', { name: 'Inscrire un enfant' }).click();
    await writeChamps(page, { Prénom: 'NOUR', 'Né le, ou attendu le': '01/09/2025' });
    expect(await executeActe(page, 'Inscrire l’enfant')).toBe(422);
    await verifyTexte(page, /est déjà inscrit ici/);
    expect(await page.getByLabel('Prénom').inputValue()).toBe('NOUR');
    await page.getByLabel('Non, c’est un autre enfant : l’inscrire').check();
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.goto(fiche);
    await page.getByRole('link', { name: 'Réserver un accueil pour Nour' }).click();
    await verifyTitre(page, /^Réserver un accueil/);
    await writeChamps(page, { Jour: '30/11/2026', Arrivée: '17 h 30', Départ: '18 h' });
    await executeActe(page, 'Réserver cet accueil');
    await verifyTexte(page, /Aucune ressource n’est inscrite au 30 novembre 2026/);
    expect(await page.getByLabel('Arrivée').inputValue()).toBe('17 h 30');
    await page.getByLabel('Urgence').check();
    await executeActe(page, 'Réserver cet accueil');
    await verifyTitre(page, new RegExp(`^Famille ${famille}Jour`));
    await verifyTexte(page, /Accueil réservé, à 0,50 € de l’heure/);
    await verifyTexte(page, /Accueils réservés/);
    if (javaScriptEnabled) await verifyAccessibilite(page);

    await page.getByRole('link', { name: 'Inscrire des ressources' }).click();
    await page.getByLabel('Lues à la Caf (CDAP)').check();
    await writeChamps(page, {
      'Valent à partir du': '01/09/2062',
      'Ressources de l’année, en euros': '24 000',
      'Enfants à charge': '1',
    });
    expect(await executeActe(page, 'Inscrire ces ressources')).toBe(422);
    await verifyTexte(page, /Vérifiez l’année/);
    expect(await page.getByLabel('Ressources de l’année, en euros').inputValue()).toBe('24 000');
    await writeChamps(page, { 'Valent à partir du': '01/10/2026' });
    await executeActe(page, 'Inscrire ces ressources');
    await page.getByRole('link', { name: 'Annuler les ressources du 01/10/2026' }).click();
    await verifyTitre(page, 'Annuler des ressources');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    expect(await executeActe(page, 'Annuler ces ressources')).toBe(400);
    await writeChamps(page, { Pourquoi: 'Année mal tapée' });
    await executeActe(page, 'Annuler ces ressources');
    await verifyTexte(page, /Ressources annulées/);
    await openEnfants(page);
    await page.goto(`${page.url()}?accueil=reserves&q=${famille}Jour`);
    await verifyTexte(page, /réservé le 30\/11\/2026/);
  });

  it('Étant donné ce contrat, quand elle signe un avenant puis y met fin, alors l’ancien reste lisible et s’arrête la veille', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openEnfants(page);
    await page.goto(`${page.url()}?accueil=tous&q=${famille}`);
    await page.locator('tbody a[href^="/creches/contrats/"]').first().click();
    await page.getByRole('link', { name: 'Préparer un avenant' }).click();
    await verifyTitre(page, /^Préparer un avenant/);
    expect(await page.getByLabel('lundi, arrivée').inputValue()).toBe('7 h');
    await writeChamps(page, {
      'Premier jour': '14/12/2026',
      'lundi, arrivée': '',
      'lundi, départ': '',
      'jeudi, arrivée': '17:45',
      'jeudi, départ': '18 h',
    });
    await executeActe(page, 'Calculer le tarif');
    await verifyTexte(page, /Tarif : 1,24 € de l’heure/);
    await executeActe(page, 'Signer l’avenant');
    await verifyTexte(page, /13\/12\/2026, Remplacé par un avenant/);
    await page.getByRole('link', { name: 'Mettre fin au contrat' }).click();
    await writeChamps(page, { 'Dernier jour': '31/12/2026' });
    await page.getByLabel('Déménagement').check();
    await executeActe(page, 'Mettre fin au contrat');
    await verifyTexte(page, /31\/12\/2026, Déménagement/);
  });

  it('Étant donné ce contrat, quand l’enfant est malade, alors la page dit ce qui se déduit de la facture', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openEnfants(page);
    await page.goto(`${page.url()}?accueil=tous&q=${famille}`);
    await page.locator('tbody a[href^="/creches/contrats/"]').first().click();
    await page.getByRole('link', { name: 'Inscrire une absence' }).click();
    await writeChamps(page, { 'Premier jour': '30/11/2026', 'Dernier jour': '04/12/2026' });
    await page.getByLabel('Maladie').check();
    await page.getByLabel(/La pièce qui la justifie est reçue/).check();
    await executeActe(page, 'Inscrire l’absence');
    await verifyTexte(page, /Déduite à partir du 3 décembre 2026/);
    await openEnfants(page);
    await page.goto(`${page.url()}?accueil=tous&q=${famille}`);
    await page.locator('tbody a[href^="/creches/contrats/"]').first().click();
    await page.getByRole('link', { name: 'Inscrire une absence' }).click();
    await writeChamps(page, { 'Premier jour': '01/12/2026', 'Dernier jour': '02/12/2026' });
    await page.getByLabel('Maladie').check();
    expect(await executeActe(page, 'Inscrire l’absence')).toBe(422);
    await verifyTexte(page, /Une absence est déjà inscrite du\s30\/11\/2026 au\s04\/12\/2026 \(maladie\)/);
  });
});
