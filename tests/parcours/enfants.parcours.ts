import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** The address of one child of the list of a role; a different one for each mode. */
async function openEnfant(page: Page, rang: number): Promise<string> {
  await page.goto('/enfants');
  const lien = page.locator('tbody a[href^="/enfants/"]').nth(rang);
  const adresse = (await lien.getAttribute('href')) ?? '';
  await lien.click();
  await page.waitForURL((url) => url.pathname === adresse);
  await page.locator('h1').waitFor();
  return adresse;
}

describe.each(MODES)('le dossier d’un enfant, $mode', ({ javaScriptEnabled }) => {
  const rang = javaScriptEnabled ? 0 : 1;

  it('Étant donné un cadre territorial, quand il ouvre un dossier, alors il lit qui l’a ouvert, lui compris', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(page, rang);
    await verifyTexte(page, 'Qui a consulté');
    await verifyTexte(page, 'Vit avec');
    await page.goto(`${adresse}/consultations`);
    await verifyTitre(page, /^Qui a consulté/);
    await verifyTexte(page, 'a consulté le dossier');
  });

  it('Étant donné un enfant qui déménage, quand le cadre l’enregistre sans tout dire, alors le manque se lit près du champ ; complet, le foyer est sur le dossier', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(page, rang);
    await page.locator('main a[href$="/foyer"]').first().click();
    await verifyTitre(page, 'Ajouter un foyer');
    await writeChamps(page, { 'Numéro et voie': '12 rue des Essais', 'Depuis le': 'hier' });
    expect(await executeActe(page, 'Enregistrer le foyer')).toBe(400);
    await verifyTexte(page, 'Écrivez la date comme 21/11/2026.');
    expect(await page.getByLabel('Numéro et voie').inputValue()).toBe('12 rue des Essais');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await writeChamps(page, {
      'Nom du foyer': 'Chez sa tante',
      'Depuis le': '20/11/2026',
      'Code postal': '50100',
      Commune: 'Cherbourg-en-Cotentin',
    });
    await executeActe(page, 'Enregistrer le foyer');
    await page.waitForURL((url) => url.pathname === adresse);
    await verifyTexte(page, 'Le foyer est enregistré.');
    await verifyTexte(page, /Chez sa tante/);
    await verifyTexte(page, /12 rue des Essais/);
  });

  it('Étant donné deux personnes sur la même identité, quand la seconde enregistre, alors elle voit les deux versions et garde sa saisie', async () => {
    const premiere = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(premiere, rang);
    const seconde = await openRole(navigateur, 'responsable-territoire', { javaScriptEnabled });
    await premiere.goto(`${adresse}/identite`);
    expect((await seconde.goto(`${adresse}/identite`))?.status(), 'la responsable encadre ce territoire').toBe(200);
    await writeChamps(premiere, { 'Lieu de naissance': 'Avranches' });
    await writeChamps(seconde, { 'Lieu de naissance': 'Granville' });
    await executeActe(premiere, 'Enregistrer l’identité');
    await verifyTexte(premiere, 'L’identité est corrigée.');
    expect(await executeActe(seconde, 'Enregistrer l’identité')).toBe(409);
    await verifyTexte(seconde, 'La version enregistrée et la vôtre');
    expect(await seconde.getByLabel('Lieu de naissance').inputValue()).toBe('Granville');
    await verifyTexte(seconde, 'Avranches');
  });

  it('Étant donné un agent sans mission, quand il donne l’adresse d’un dossier, alors rien ne dit s’il existe', async () => {
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(cadre, rang);
    const page = await openRole(navigateur, 'sans-mission', { javaScriptEnabled });
    const read = async (chemin: string) => {
      const reponse = await page.goto(chemin);
      return { statut: reponse?.status(), texte: await page.locator('main').innerText() };
    };
    const defendu = await read(adresse);
    expect(defendu.statut).toBe(404);
    const absent = await read('/enfants/019a0000-0000-7000-8000-000000000000');
    expect({ ...defendu, texte: withoutReference(defendu.texte) }).toEqual({
      ...absent,
      texte: withoutReference(absent.texte),
    });
    await page.goto('/enfants');
    await verifyTexte(page, 'Aucun enfant dans vos missions');
  });

  it('Étant donné le chef de projet stratégie, quand il cherche un enfant, alors il n’en voit aucun', async () => {
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(cadre, rang);
    const nom = (await cadre.locator('h1').innerText()).split(/\s/)[0] ?? '';
    const page = await openRole(navigateur, 'chef-projet', { javaScriptEnabled });
    expect((await page.goto(adresse))?.status()).toBe(404);
    await page.goto(`/recherche?q=${encodeURIComponent(nom)}`);
    expect(await page.locator('main a[href^="/enfants/"]').count()).toBe(0);
  });

  it('Étant donné un dossier sensible, quand le chef du pôle le protège, alors le cadre ne le voit plus ; la restriction levée, il revient', async () => {
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(cadre, rang + 2);
    const chef = await openRole(navigateur, 'chef-pole', { javaScriptEnabled });
    await chef.goto(`${adresse}/proteger`);
    await chef.getByLabel('Pourquoi').fill('Enfant d’un agent du territoire');
    await chef.getByLabel('Montrer par nom, poste ou unité').fill('lesage hélène');
    await chef.getByRole('button', { name: 'Montrer', exact: true }).click();
    await verifyTexte(chef, /^1 personne sur \d+/);
    expect(await chef.getByLabel('Pourquoi').inputValue()).toBe('Enfant d’un agent du territoire');
    await chef
      .getByLabel(/LESAGE Hélène/i)
      .first()
      .check();
    await executeActe(chef, 'Restreindre le dossier');
    await verifyTexte(chef, 'Le dossier est restreint aux personnes nommées.');
    expect((await cadre.goto(adresse))?.status()).toBe(404);
    await chef.goto(adresse);
    await verifyTexte(chef, 'dossier restreint');
    await chef.goto(`${adresse}/proteger`);
    await executeActe(chef, 'Lever la restriction');
    await verifyTexte(chef, /La restriction est levée/);
    expect((await cadre.goto(adresse))?.status()).toBe(200);
  });

  it('Étant donné un dossier fermé, quand le cadre le rouvre sans dire pourquoi, alors le manque se lit ; avec sa raison, il revient', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const adresse = await openEnfant(page, rang + 4);
    await page.goto(`${adresse}/cloture`);
    await executeActe(page, /^Fermer le dossier/);
    await page.goto(adresse);
    await page.getByRole('link', { name: 'Rouvrir le dossier' }).click();
    await verifyTitre(page, 'Rouvrir le dossier');
    await writeChamps(page, { 'Ce qui s’est passé': 'Une information reçue ce matin' });
    expect(await executeActe(page, /^Rouvrir le dossier/)).toBe(400);
    await verifyTexte(page, 'Choisissez la raison.');
    expect(await page.getByLabel('Ce qui s’est passé').inputValue()).toBe('Une information reçue ce matin');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await writeChamps(page, { Raison: 'information' });
    await executeActe(page, /^Rouvrir le dossier/);
    await verifyTexte(page, 'Le dossier est rouvert : il est de nouveau dans les listes.');
    await verifyTexte(page, /rouvert le .* : nouvelle information sur l’enfant/);
  });

  it('Étant donné deux fiches d’une même personne, quand on les réunit puis les sépare, alors chacune redevient ce qu’elle était', async () => {
    const page = await openRole(navigateur, 'chef-pole', { javaScriptEnabled });
    await page.goto('/personnes/doublons');
    await page.getByRole('link', { name: 'Comparer' }).first().click();
    await verifyTitre(page, 'Réunir deux fiches');
    await page.getByLabel('Ce qui montre que c’est la même personne').fill('Même acte de naissance');
    await executeActe(page, 'Réunir ces deux fiches');
    await verifyTexte(page, /n’en font plus qu’une/);
    await page
      .getByRole('button', { name: /^Séparer/ })
      .first()
      .click();
    await verifyTexte(page, 'Les deux fiches sont séparées, chacune comme avant.');
  });
});

function withoutReference(texte: string): string {
  return texte.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
}
