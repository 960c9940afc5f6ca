import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

type Identite = { adresse: string; nom: string; prenom: string; naissance: string };

/** A child of the referent, whom the evaluator does not follow: as the referent's screens name them. */
async function findEnfantInconnuDe(referent: Page, autre: Page, rang: number): Promise<Identite> {
  await referent.goto('/enfants');
  const adresses = await referent
    .locator('tbody a[href^="/enfants/"]')
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute('href') ?? ''));
  const inconnus: string[] = [];
  for (const adresse of adresses) {
    if ((await autre.goto(adresse))?.status() === 404) inconnus.push(adresse);
    if (inconnus.length > rang) break;
  }
  const adresse = inconnus[rang] ?? '';
  await referent.goto(`${adresse}/identite`);
  const read = (libelle: string) => referent.getByLabel(libelle).first().inputValue();
  return {
    adresse,
    nom: await read('Nom de naissance'),
    prenom: await read('Prénom'),
    naissance: await read('Date de naissance'),
  };
}

describe.each(MODES)('le bris de glace, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un enfant hors de ses missions, quand l’évaluateur l’ouvre en urgence sur son téléphone, alors le référent le lit et une autre personne le revoit', async () => {
    const explication = `Appel du 119 cette nuit, ${javaScriptEnabled ? 'premier' : 'second'} essai`;
    const referent = await openRole(navigateur, 'referent', { javaScriptEnabled });
    const page = await openRole(navigateur, 'evaluateur', { javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const enfant = await findEnfantInconnuDe(referent, page, javaScriptEnabled ? 0 : 1);
    await page.goto('/bris-de-glace');
    await writeChamps(page, {
      'Nom exact': enfant.nom,
      'Prénom exact': enfant.prenom,
      'Date de naissance': enfant.naissance,
    });
    expect(await executeActe(page, 'Ouvrir ce dossier en urgence'), 'la raison est obligatoire').toBe(400);
    expect(await page.getByLabel(/^Nom exact/).inputValue()).toBe(enfant.nom);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByLabel('urgence pour l’enfant').check();
    await page.getByLabel('Expliquez en une phrase').fill(explication);
    await executeActe(page, 'Ouvrir ce dossier en urgence');
    await page.waitForURL((url) => url.pathname === enfant.adresse);
    await verifyTexte(page, 'Dossier ouvert en urgence');

    await referent.goto(`${enfant.adresse}/consultations`);
    await verifyTexte(referent, 'bris de glace');
    await referent.goto('/');
    await verifyTexte(referent, /urgence/i);

    const chef = await openRole(navigateur, 'chef-pole', { javaScriptEnabled });
    await chef.goto('/bris-de-glace/revue');
    await verifyTitre(chef, /^Ouvertures en urgence/);
    const ouverture = chef.locator('section.bloc', { hasText: explication });
    await ouverture.getByLabel('Commentaire').fill('Vu avec le cadre d’astreinte');
    await ouverture.getByRole('button', { name: 'Justifié' }).first().click();
    await verifyTexte(chef, 'La revue est enregistrée.');
    await verifyTexte(chef, /Vu avec le cadre d’astreinte/);
  });

  it('Étant donné une identité inconnue, quand on la donne, alors la même phrase répond, et rien n’est perdu', async () => {
    const page = await openRole(navigateur, 'psychologue', { javaScriptEnabled });
    await page.goto('/bris-de-glace');
    await writeChamps(page, {
      'Nom exact': 'Personne',
      'Prénom exact': 'Inconnue',
      'Date de naissance': '01/02/2015',
      'Expliquez en une phrase': 'Appel de l’école ce matin',
    });
    await page.getByLabel('astreinte').check();
    expect(await executeActe(page, 'Ouvrir ce dossier en urgence')).toBe(422);
    await verifyTexte(page, /Aucun dossier ne s’ouvre avec cette identité exacte/);
    expect(await page.getByLabel('Expliquez en une phrase').inputValue()).toBe('Appel de l’école ce matin');
  });
});
