import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** Un enfant de la liste du rôle, tel que sa page d'identité l'écrit. */
async function readEnfant(page: Page, rang: number): Promise<{ nom: string; prenom: string; naissance: string }> {
  await page.goto('/enfants');
  const adresse = await page.locator('tbody a[href^="/enfants/"]').nth(rang).getAttribute('href');
  await page.goto(`${adresse}/identite`);
  const read = (libelle: string) => page.locator('form').getByLabel(libelle, { exact: false }).first().inputValue();
  return {
    nom: await read('Nom de naissance'),
    prenom: await read('Prénom'),
    naissance: await read('Date de naissance'),
  };
}

describe.each(MODES)('ouvrir le dossier d’un enfant peut-être connu, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un enfant connu écrit autrement, quand on ouvre un dossier, alors il est montré avec ses raisons et retient l’acte ; tranché, le dossier s’ouvre', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const enfant = await readEnfant(page, javaScriptEnabled ? 2 : 3);
    await page.goto('/enfants/nouveau');
    await page.waitForLoadState('networkidle');
    await writeChamps(page, {
      'Nom de naissance': enfant.nom.toUpperCase(),
      Prénom: enfant.prenom.normalize('NFD').replace(/\p{M}/gu, ''),
      'Date de naissance': enfant.naissance,
      'Ce que vaut cette date': 'exacte',
      Sexe: 'inconnu',
    });
    if (!javaScriptEnabled) expect(await executeActe(page, 'Vérifier si cette personne est connue')).toBe(200);
    await verifyTexte(page, 'presque sûrement la même personne');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    expect(await executeActe(page, 'Ouvrir le dossier')).toBe(422);
    await verifyTexte(page, /peut-être déjà connue/);
    expect(await page.getByLabel('Nom de naissance').inputValue()).toBe(enfant.nom.toUpperCase());
    for (const cas of await page.getByLabel(/Ce n’est pas la même personne/).all())
      if ((await cas.getAttribute('type')) === 'checkbox') await cas.check();
    expect(await executeActe(page, 'Ouvrir le dossier'), 'la raison manque').toBe(422);
    await verifyTexte(page, 'Dites à quoi on le sait.');
    await page.getByLabel(/à quoi on le sait/).fill('Deux actes de naissance différents.');
    await executeActe(page, 'Ouvrir le dossier');
    await verifyTexte(page, 'Le dossier est ouvert.');
  });
});
