import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { MODES, openRole, verifyTexte, verifyTitre } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** La tablette de la n-ième crèche de la liste : chaque parcours pointe dans la sienne. */
async function openTablette(page: Page, rang: number): Promise<string> {
  await page.goto('/creches');
  const liens = await page.locator('main a[href^="/creches/"]').all();
  const adresses = await Promise.all(liens.map(async (lien) => (await lien.getAttribute('href')) ?? ''));
  const creches = [...new Set(adresses.filter((href) => /^\/creches\/[0-9a-f-]{36}$/.test(href)))];
  const adresse = `${creches[rang]}/pointage`;
  await page.goto(adresse);
  return adresse;
}

const listGestes = (page: Page, acte: 'Arrivée' | 'Départ') =>
  page.getByRole('button', { name: new RegExp(`${acte}$`) });

async function readNom(page: Page, rang = 0): Promise<string> {
  return (await listGestes(page, 'Arrivée').nth(rang).locator('strong').textContent()) ?? '';
}

describe.each(MODES)('la tablette de la section, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un enfant attendu, quand on touche son nom, alors il est là ; il part d’un second geste', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openTablette(page, javaScriptEnabled ? 0 : 1);
    await verifyTitre(page, /^Pointage/);
    const nom = await readNom(page);
    const bouton = page.getByRole('button', { name: nom });
    await bouton.click();
    await expect.poll(() => bouton.textContent()).toMatch(/là depuis .*Départ$/);
    await bouton.click();
    await expect.poll(() => bouton.textContent()).toMatch(/parti à/);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByRole('link', { name: 'Présences du jour' }).click();
    await verifyTitre(page, /^Présences/);
    await verifyTexte(page, nom);
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });
});

describe('la tablette quand le réseau manque', () => {
  it('Étant donné un réseau coupé, quand on pointe trois enfants et qu’on rouvre la page, alors rien ne se perd et chaque geste compte une fois', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled: true });
    const adresse = await openTablette(page, 2);
    // La copie de la page est gardée, et c'est elle qui répondra quand le réseau manquera.
    await expect
      .poll(() =>
        page.evaluate(
          async () =>
            (await caches.match(location.pathname)) !== undefined && navigator.serviceWorker.controller !== null,
        ),
      )
      .toBe(true);
    const noms = [await readNom(page, 0), await readNom(page, 1), await readNom(page, 2)];
    await page.context().setOffline(true);
    for (const nom of noms) await page.getByRole('button', { name: nom }).click();
    await verifyTexte(page, /3 pointages en attente d’envoi/);
    await page.reload();
    await verifyTexte(page, /3 pointages en attente d’envoi/);
    await verifyTexte(page, /Le réseau ne répond pas/);
    await page.context().setOffline(false);
    await expect.poll(() => page.getByText(/en attente d’envoi/).count()).toBe(0);
    const autre = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled: false });
    await autre.goto(adresse);
    for (const nom of noms) expect(await autre.getByRole('button', { name: nom }).textContent()).toContain('là depuis');
    await autre.goto(adresse.replace('/pointage', '/presences?jour=2026-11-23'));
    for (const nom of noms) expect(await autre.getByRole('row', { name: new RegExp(nom) }).count()).toBe(1);
  });
});

describe('un geste que Marelle refuse', () => {
  it('Étant donné un geste trop vieux et un geste abîmé, quand le réseau revient, alors les autres partent, le refus dit qui et quand, et reste jusqu’à ce qu’on le règle', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled: true });
    const adresse = await openTablette(page, 2);
    const nom = await readNom(page);
    const formulaire = page.locator('form').filter({ hasText: nom });
    const enfantId = await formulaire.locator('input[name="enfantId"]').getAttribute('value');
    await page.evaluate(
      ([id, enfant]) => {
        const geste = { enfantId: enfant, minute: 482, sens: 'ARRIVEE' };
        const gestes = [
          { ...geste, id: crypto.randomUUID(), jour: '2026-09-01' },
          { ...geste, id: 'abîmé', jour: 'hier' },
          { ...geste, id: crypto.randomUUID(), jour: '2026-11-23' },
        ];
        localStorage.setItem(`marelle.pointage.${id}`, JSON.stringify(gestes));
      },
      [adresse.split('/')[2], enfantId],
    );
    await page.reload();
    await verifyTexte(page, 'Pointages refusés');
    await verifyTexte(page, `${nom}, arrivée du mardi 1er septembre 2026 à 8 h 02. Ce geste a plus d’un mois.`);
    await verifyTexte(page, 'Ce geste ne se lit pas.');
    await expect.poll(() => page.getByRole('button', { name: nom }).textContent()).toContain('là depuis 8 h 02');
    expect(await page.getByText(/en attente d’envoi/).count()).toBe(0);
    await verifyAccessibilite(page);
    await page.getByRole('button', { name: 'C’est réglé' }).first().click();
    await expect.poll(() => page.getByText('plus d’un mois').count()).toBe(0);
    await page.reload();
    await verifyTexte(page, 'Ce geste ne se lit pas.');
    expect(await page.getByText('plus d’un mois').count()).toBe(0);
  });
});

describe.each(MODES)('le fichier de badges, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un format décrit, quand on dépose un fichier, alors chaque ligne refusée garde son texte et sa raison', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/pointages/formats/nouveau');
    const nom = `Borne ${javaScriptEnabled ? 'avec' : 'sans'}`;
    await page.getByLabel('Nom du format').fill(nom);
    await page.getByLabel('Colonne du badge').fill('Badge');
    await page.getByLabel('Colonne du jour').fill('Date');
    await page.getByLabel('Colonne de l’arrivée').fill('Arrivée');
    await page.getByLabel('Colonne du départ').fill('Départ');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByRole('button', { name: 'Garder ce format' }).click();
    await verifyTitre(page, 'Badges des crèches');
    await page.getByLabel('Format du fichier').selectOption({ label: nom });
    const fichier = Buffer.from(
      'Badge;Date;Arrivée;Départ\nINCONNU;20/11/2026;08:00;17:00\nINCONNU;hier;08:00;17:00\n',
    );
    const choisit = () =>
      page.locator('input[type="file"]').setInputFiles({ name: 'badges.csv', mimeType: 'text/csv', buffer: fichier });
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'vide.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.getByRole('button', { name: 'Voir les premières lignes' }).click();
    await verifyTexte(page, 'Un point est à corriger');
    await verifyTexte(page, 'Ce fichier est vide.');
    await choisit();
    await page.getByRole('button', { name: 'Voir les premières lignes' }).click();
    await verifyTexte(page, '2 des 2 premières lignes seraient refusées.');
    await verifyTexte(page, 'Refusée : Badge inconnu.');
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await choisit();
    await page.getByRole('button', { name: 'Importer ce fichier' }).click();
    await verifyTitre(page, /badges\.csv/);
    await expect.poll(() => page.locator('main').textContent()).toContain('Badge inconnu.');
    await verifyTexte(page, 'INCONNU;hier;08:00;17:00');
    await verifyTexte(page, 'Le jour ne se lit pas.');
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });
});

describe.each(MODES)('corriger une présence, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une présence sans départ, quand on saisit son départ, alors le doute s’en va et l’ancienne valeur reste lisible', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openTablette(page, javaScriptEnabled ? 0 : 1);
    const nom = await readNom(page, 5);
    await page.getByRole('button', { name: nom }).click();
    await expect.poll(() => page.getByRole('button', { name: nom }).textContent()).toMatch(/là depuis [^,]*$/);
    await page.getByRole('link', { name: 'Présences du jour' }).click();
    await page.getByRole('link', { name: `Corriger la présence de ${nom}` }).click();
    await page.getByLabel('Arrivée').fill('8 h 05');
    await page.getByLabel('Départ').fill('16h');
    await page.getByRole('button', { name: 'Enregistrer la présence' }).click();
    await verifyTexte(page, /Dites pourquoi/);
    await page.getByLabel('Pourquoi').fill('Oubli de la tablette');
    await page.getByRole('button', { name: 'Enregistrer la présence' }).click();
    await verifyTexte(page, /Présence corrigée/);
    await verifyTexte(page, '8 h 05 – 16 h');
    await verifyTexte(page, 'Oubli de la tablette');
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });

  it('Étant donné une présence qu’un autre vient de corriger, quand on enregistre la sienne, alors on voit la sienne et l’autre, et l’on peut trancher', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await openTablette(page, javaScriptEnabled ? 0 : 1);
    const nom = await readNom(page, 6);
    await page.getByRole('button', { name: nom }).click();
    await expect.poll(() => page.getByRole('button', { name: nom }).textContent()).toMatch(/là depuis [^,]*$/);
    await page.getByRole('link', { name: 'Présences du jour' }).click();
    await page.getByRole('link', { name: `Corriger la présence de ${nom}` }).click();
    await verifyTitre(page, /^Corriger la présence/);
    const autre = await page.context().newPage();
    await autre.goto(page.url());
    const enregistre = async (de: Page, arrivee: string) => {
      await de.getByLabel('Arrivée').fill(arrivee);
      await de.getByLabel('Pourquoi').fill('La famille le dit');
      await de.getByRole('button', { name: 'Enregistrer la présence' }).click();
    };
    await enregistre(autre, '8 h 05');
    await verifyTexte(autre, /Présence corrigée/);
    await enregistre(page, '8 h 10');
    await verifyTexte(page, 'Cette présence a changé pendant que vous la corrigiez.');
    await verifyTexte(page, 'Inscrit : 8 h 05 – ?.');
    expect(await page.getByLabel('Arrivée').inputValue()).toBe('8 h 10');
    await page.getByRole('button', { name: 'Enregistrer la présence' }).click();
    await verifyTexte(page, /Présence corrigée/);
    await verifyTexte(page, '8 h 10 – ?');
  });
});
