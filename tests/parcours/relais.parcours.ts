import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();
const TELEPHONE = { width: 390, height: 844 };

/** The name of whoever is signed in, as the head of every page says it. */
async function readNom(page: Page): Promise<string> {
  const texte = await page
    .getByText(/^Votre compte, /)
    .first()
    .textContent();
  return (texte ?? '').replace('Votre compte, ', '');
}

/** The choice of a list that names this person, whichever of the two names comes first. */
async function selectPersonne(page: Page, libelle: string, nom: string): Promise<void> {
  const liste = page.getByRole('combobox', { name: libelle }).first();
  const options = await liste
    .locator('option')
    .evaluateAll((vues) =>
      vues.map((vue) => ({ valeur: (vue as HTMLOptionElement).value, texte: vue.textContent ?? '' })),
    );
  const choisie = options.find(({ texte }) => nom.split(' ').every((mot) => texte.includes(mot)));
  expect(choisie, `${nom} se choisit sous « ${libelle} »`).toBeDefined();
  await liste.selectOption(choisie?.valeur ?? '');
}

/** A child this referent answers for, whom the other does not see. */
async function findEnfantInconnuDe(referent: Page, nom: string, autre: Page): Promise<string> {
  await referent.goto('/enfants');
  const adresses = await referent
    .locator('tbody tr', { hasText: nom })
    .locator('a[href^="/enfants/"]')
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute('href') ?? ''));
  for (const adresse of adresses) if ((await autre.goto(adresse))?.status() === 404) return adresse;
  throw new Error('Le collègue voit déjà tous ces enfants');
}

async function stopRelais(page: Page, de: string, par: string): Promise<void> {
  await page.goto('/relais');
  await executeActe(page, `Arrêter le relais de ${de} par ${par}`);
  await verifyTexte(page, /Le relais est arrêté/);
}

describe.each(MODES)('le relais, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un référent absent, quand son cadre confie ses enfants, alors le collègue les voit, et ne les voit plus une fois le relais arrêté', async () => {
    const referent = await openRole(navigateur, 'referent', { javaScriptEnabled });
    const collegue = await openRole(navigateur, 'psychologue', { javaScriptEnabled });
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const [nomReferent, nomCollegue] = [await readNom(referent), await readNom(collegue)];
    const enfant = await findEnfantInconnuDe(referent, nomReferent, collegue);

    await cadre.goto('/relais');
    await selectPersonne(cadre, 'Référent', nomReferent);
    await cadre.getByRole('button', { name: /Choisir à qui les confier/ }).click();
    await verifyTitre(cadre, `Confier les enfants de ${nomReferent}`);
    await selectPersonne(cadre, 'À qui', nomCollegue);
    await writeChamps(cadre, { 'Premier jour': '21/11/2026', 'Dernier jour': '27/11/2026', Pourquoi: 'Formation' });
    await executeActe(cadre, 'Confier les enfants');
    await verifyTitre(cadre, 'Relais');
    await verifyTexte(cadre, /Les enfants sont confiés/);

    expect((await collegue.goto(enfant))?.status()).toBe(200);
    await verifyTexte(collegue, `relayé par ${nomCollegue} jusqu’au 27/11/2026`);
    await collegue.goto('/');
    await verifyTexte(collegue, `Vous relayez ${nomReferent}`);
    await referent.goto('/');
    await verifyTexte(referent, `${nomCollegue} vous relaie`);

    await stopRelais(cadre, nomReferent, nomCollegue);
    expect((await collegue.goto(enfant))?.status()).toBe(404);
  });

  it('Étant donné des congés à venir, quand le référent confie ses enfants sur son téléphone, alors ce qui manque se dit à côté du champ et rien n’est perdu', async () => {
    const page = await openRole(navigateur, 'referent', { javaScriptEnabled, viewport: TELEPHONE });
    await verifyTexte(page, /Vous relayez/);
    await page.goto('/relais');
    await verifyTitre(page, 'Relais');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByRole('link', { name: /Confier mes .* enfants/ }).click();
    await verifyTitre(page, 'Confier mes enfants');
    await writeChamps(page, { 'Premier jour': '10/02/2027', 'Dernier jour': '09/02/2027', Pourquoi: 'Congés d’hiver' });
    expect(await executeActe(page, 'Confier les enfants')).toBe(400);
    await verifyTexte(page, 'Choisissez un collègue.');
    expect(await page.getByLabel(/^Pourquoi/).inputValue()).toBe('Congés d’hiver');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByLabel(/^À qui/).selectOption({ index: 1 });
    expect(await executeActe(page, 'Confier les enfants')).toBe(400);
    await verifyTexte(page, 'La fin précède le début.');
    await page.getByLabel(/^Premier jour/).fill('26/12/2026');
    await page.getByLabel(/^Dernier jour/).fill('28/12/2026');
    expect(await executeActe(page, 'Confier les enfants')).toBe(422);
    await verifyTexte(page, /Ces enfants sont déjà confiés à .* du 24\/12\/2026 au 02\/01\/2027/);
  });
});
