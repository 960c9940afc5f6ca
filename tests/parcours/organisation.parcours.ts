import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('l’organisation, $mode', ({ javaScriptEnabled }) => {
  const suffixe = javaScriptEnabled ? 'A' : 'B';

  it('Étant donné l’administrateur, quand il enregistre une délégation incomplète puis complète, alors chaque manque se lit près de son champ, puis elle est dans la liste', async () => {
    const page = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    await page.goto('/organisation/delegations/nouvelle');
    const arrete = `2026-E2E-${suffixe}`;
    await writeChamps(page, { 'Numéro de l’arrêté': arrete, 'Date de l’arrêté': '31/02/2026' });
    expect(await executeActe(page, 'Enregistrer la délégation')).toBe(400);
    await verifyTexte(page, /points sont à corriger/);
    expect(await page.getByLabel('Numéro de l’arrêté').inputValue(), 'rien de tapé n’est perdu').toBe(arrete);
    expect(await page.getByLabel('Date de l’arrêté').getAttribute('aria-invalid')).toBe('true');
    await verifyTexte(page, 'Cette date n’existe pas : « 31/02/2026 ».');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByLabel('Agent qui signera').selectOption({ index: javaScriptEnabled ? 3 : 4 });
    await page.getByLabel('Vaut dans').selectOption({ index: 2 });
    await page.getByLabel('Décider d’un agrément').check();
    await writeChamps(page, {
      'Date de l’arrêté': '20/11/2026',
      'Premier jour': '21 nov. 2026',
      'Dernier jour': '31/12/2026',
    });
    await executeActe(page, 'Enregistrer la délégation');
    await verifyTexte(page, 'Délégation enregistrée.');
    await verifyTexte(page, new RegExp(arrete));
  });

  it('Étant donné l’administrateur, quand il règle un paramètre à une date future, alors la valeur du jour tient encore et l’histoire montre les deux', async () => {
    const page = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    await page.goto('/organisation/parametres/referent.charge-cible');
    const valeur = javaScriptEnabled ? '27' : '26';
    const du = javaScriptEnabled ? '01/01/2027' : '01/02/2027';
    await writeChamps(page, { 'Nouvelle valeur': valeur, 'Prend effet le': du, Source: 'Note de service d’essai' });
    await executeActe(page, 'Régler ce paramètre');
    await verifyTexte(page, /Paramètre réglé/);
    await page.getByRole('rowheader', { name: new RegExp(`^${valeur}`) }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Aujourd’hui : (?!2[67])\d+/);
  });

  it('Étant donné deux personnes sur la même fiche, quand la seconde enregistre, alors elle voit les deux versions et n’a rien à retaper', async () => {
    const premiere = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    const seconde = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    await premiere.goto('/organisation/agents');
    await premiere
      .locator('tbody a[href^="/organisation/agents/"]')
      .nth(javaScriptEnabled ? 4 : 5)
      .click();
    await premiere.getByRole('link', { name: 'Modifier', exact: true }).click();
    await verifyTitre(premiere, /^Modifier/);
    await seconde.goto(premiere.url());
    await writeChamps(premiere, { Téléphone: '01 99 00 11 11' });
    await writeChamps(seconde, { Téléphone: '01 99 00 22 22' });
    await executeActe(premiere, 'Enregistrer la fiche');
    await verifyTexte(premiere, 'Fiche de l’agent corrigée.');
    expect(await executeActe(seconde, 'Enregistrer la fiche')).toBe(409);
    await verifyTexte(seconde, 'La version enregistrée et la vôtre');
    await verifyTexte(seconde, '01 99 00 11 11');
    expect(await seconde.getByLabel('Téléphone').inputValue()).toBe('01 99 00 22 22');
    if (javaScriptEnabled) await verifyAccessibilite(seconde);
    await executeActe(seconde, 'Enregistrer la fiche');
    await verifyTexte(seconde, 'Fiche de l’agent corrigée.');
    await verifyTexte(seconde, '01 99 00 22 22');
  });

  it('Étant donné la directrice, quand elle ouvre les délégations, alors elle lit qui peut signer quoi, acte par acte', async () => {
    const page = await openRole(navigateur, 'directrice', { javaScriptEnabled });
    await page.getByRole('link', { name: 'Délégations' }).first().click();
    await verifyTitre(page, 'Qui peut signer quoi aujourd’hui');
    await verifyTexte(page, /Décider un accueil provisoire/);
    await writeChamps(page, { Jour: '01/01/2020' });
    await page.getByRole('button', { name: 'Montrer' }).click();
    await verifyTitre(page, /Qui p.* signer quoi.*2020/);
  });

  it('Étant donné un référent, quand il cherche à tenir l’organisation, alors ces pages n’existent pas pour lui', async () => {
    const page = await openRole(navigateur, 'referent', { javaScriptEnabled });
    for (const adresse of [
      '/organisation/agents/nouveau',
      '/organisation/delegations/nouvelle',
      '/comptes',
      '/reprise',
    ]) {
      expect((await page.goto(adresse))?.status(), adresse).toBe(404);
    }
  });
});
