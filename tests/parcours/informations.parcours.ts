import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

type Connu = { nom: string; prenom: string; naissance: string; adresse: string };

/** A child the département already knows, still a minor, with a plain name and a full date of birth, about whom nothing was ever received. */
async function findConnu(page: Page, rang: number): Promise<Connu> {
  await page.goto('/enfants');
  const liens = page.locator('tbody a[href^="/enfants/"]');
  const simples: { adresse: string; nom: string; prenom: string }[] = [];
  for (const lien of await liens.all()) {
    const [, nom, prenom] = /^(\p{Lu}+) (\p{Lu}\p{Ll}+)$/u.exec((await lien.innerText()).trim()) ?? [];
    if (nom && prenom) simples.push({ nom, prenom, adresse: (await lien.getAttribute('href')) ?? '' });
  }
  for (const simple of simples.slice(rang)) {
    await page.goto(simple.adresse);
    const naissance = /née? le (\d{1,2}(?:er)? \p{L}+ \d{4})/u.exec(await page.locator('main').innerText())?.[1];
    const jamaisSignale = (await page.locator('main a[href$="/informations"]').count()) === 0;
    const mineur = Number(naissance?.slice(-4)) > 2008;
    if (naissance && mineur && jamaisSignale) return { ...simple, naissance: naissance.replace('1er', '1') };
  }
  throw new Error('Aucun enfant de la démonstration n’a un nom simple et une date de naissance.');
}

/** What one hears in the first minute of a call: who, how urgent, what, about whom. */
async function writeAppel(page: Page, { prenom, nom }: { prenom: string; nom: string }): Promise<void> {
  await page.getByRole('radio', { name: 'Ordinaire' }).check();
  await writeChamps(page, { Source: 'education-nationale', 'Par quel moyen': 'telephone' });
  await page.locator('[name="mineurs.0.prenom"]').fill(prenom);
  await page.locator('[name="mineurs.0.nom"]').fill(nom);
}

/** An information received and taken in first analysis, on its own page. */
async function openAnalysee(page: Page, enfant: { prenom: string; nom: string }): Promise<void> {
  await page.goto('/informations/nouvelle');
  await writeAppel(page, enfant);
  await writeChamps(page, { 'Reçue le': '02/11/2026', À: '9 h 30', 'Ce qui est rapporté': 'Il dort en classe.' });
  await executeActe(page, 'Enregistrer l’information');
  await verifyTexte(page, /^L’information IP-2026-\d+ est reçue\.$/);
  await page.getByRole('link', { name: 'Prendre en première analyse' }).click();
  await verifyTitre(page, 'Prendre en première analyse');
  await executeActe(page, 'Prendre en première analyse');
  await verifyTexte(page, 'L’information est en première analyse.');
}

const formatMessage = (page: Page, champ: string) => page.locator(`#champ-${champ}-erreur`).innerText();

describe.each(MODES)('la cellule de recueil, $mode', ({ javaScriptEnabled }) => {
  const rang = javaScriptEnabled ? 0 : 1;
  const famille = javaScriptEnabled ? 'Parcours' : 'Parcourssans';

  it('Étant donné un appel et sa lettre, quand l’agent se trompe, alors le message est près du champ et rien n’est perdu ; l’enfant reconnu, le brouillon repris, l’information est reçue', async () => {
    const chef = await openRole(navigateur, 'chef-pole', { javaScriptEnabled });
    const connu = await findConnu(chef, rang);
    expect((await chef.goto(`${connu.adresse}/informations`))?.status(), 'rien à lire, pas de page').toBe(404);
    const page = await openRole(navigateur, 'crip', { javaScriptEnabled });
    await page.goto('/informations/nouvelle');
    await writeAppel(page, connu);
    await page.locator('[name="mineurs.0.dateNaissance"]').fill(connu.naissance);
    await page.locator('[name="pieces"]').setInputFiles({
      name: 'lettre.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Madame, Monsieur, cet enfant a peur de rentrer chez lui.'),
    });
    await writeChamps(page, { 'Reçue le': 'hier matin' });
    expect(await executeActe(page, 'Enregistrer l’information')).toBe(400);
    expect(await formatMessage(page, 'recueLe')).toContain('Écrivez la date comme 21/11/2026.');
    expect(await formatMessage(page, 'faits')).toContain('Écrivez les faits rapportés, même en une phrase.');
    expect(await page.locator('[name="mineurs.0.prenom"]').inputValue()).toBe(connu.prenom);
    expect(await page.getByLabel('Reçue le').inputValue()).toBe('hier matin');
    // Le document déjà envoyé ne se choisit pas deux fois.
    await verifyTexte(page, 'Gardés avec le brouillon, joints à l’enregistrement');
    await verifyTexte(page, 'lettre.txt');
    if (javaScriptEnabled) await verifyAccessibilite(page);

    await executeActe(page, 'Vérifier ce qui est déjà connu');
    await verifyTexte(page, new RegExp(`^Serait-ce .*${connu.prenom}`));
    await page.locator(`button[value="relier-mineurs-0-${connu.adresse.split('/').at(-1)}"]`).click();
    await verifyTexte(page, /^Relié à /);
    await executeActe(page, 'Garder le brouillon');
    await verifyTexte(page, 'Le brouillon est gardé.');

    await page
      .getByRole('link', { name: new RegExp(connu.prenom) })
      .first()
      .click();
    await verifyTitre(page, 'Recevoir une information');
    await verifyTexte(page, 'lettre.txt');
    await verifyTexte(page, /^Relié à /);
    await writeChamps(page, { 'Reçue le': '20/11/2026', À: '14 h 30', 'Ce qui est rapporté': 'Il a peur de rentrer.' });
    await executeActe(page, 'Enregistrer l’information');
    await verifyTexte(page, /^L’information IP-2026-\d+ est reçue\.$/);
    await verifyTexte(page, 'lettre.txt');
    const numero = await page.locator('h1').innerText();
    const fiche = new URL(page.url()).pathname;

    await page.goto(`/recherche?q=${/IP-\d{4}-\d+/.exec(numero)?.[0]}`);
    expect(new URL(page.url()).pathname).toBe(fiche);
    await chef.goto(connu.adresse);
    await chef.getByRole('link', { name: 'Informations 1' }).click();
    await verifyTitre(chef, /^Informations préoccupantes/);
    expect(await chef.locator(`main a[href="${fiche}"]`).count()).toBe(1);
    await page.goto('/informations/brouillons');
    expect(await page.getByRole('link', { name: new RegExp(connu.prenom) }).count()).toBe(0);
  });

  it('Étant donné une information analysée, quand l’agent la qualifie sans nommer de danger, alors la règle le dit ; qualifiée, son horloge s’explique', async () => {
    const page = await openRole(navigateur, 'crip', { javaScriptEnabled });
    await openAnalysee(page, { prenom: 'Quentin', nom: famille });
    await page.getByRole('link', { name: 'Qualifier en information préoccupante' }).click();
    await verifyTitre(page, 'Qualifier en information préoccupante');
    expect(await executeActe(page, 'Qualifier')).toBe(400);
    expect(await formatMessage(page, 'uniteId')).toContain('Choisissez le territoire qui suivra ces enfants.');
    await page.locator('[name="uniteId"]').selectOption({ index: 1 });
    expect(await executeActe(page, 'Qualifier')).toBe(422);
    expect(await formatMessage(page, 'typesDanger')).toMatch(/dit quel danger/);
    await verifyTexte(page, /R226-2-2/);
    await page.getByRole('checkbox', { name: 'Négligences lourdes' }).check();
    await executeActe(page, 'Qualifier');
    await verifyTexte(page, 'L’information est qualifiée.');
    await verifyTexte(page, 'Évaluation à achever');
    await verifyTexte(page, /2 févr/);
    await page.getByText('Pourquoi cette date ?').first().click();
    await verifyTexte(page, /2 novembre 2026 \+ 3 mois/);
    if (javaScriptEnabled) await verifyAccessibilite(page);
  });

  it('Étant donné une situation qui relève du service social, quand l’agent l’écarte sans dire vers qui, alors il est repris ; orientée, elle est close hors information préoccupante', async () => {
    const page = await openRole(navigateur, 'crip', { javaScriptEnabled });
    await openAnalysee(page, { prenom: 'Hector', nom: famille });
    await page.getByRole('link', { name: 'Requalifier hors information préoccupante' }).click();
    await writeChamps(page, { Pourquoi: 'droit-commun', 'En quelques mots': 'Un besoin d’aide à la cantine.' });
    expect(await executeActe(page, 'Écarter cette information')).toBe(400);
    expect(await formatMessage(page, 'orientation')).toContain('Dites vers qui elle est orientée.');
    expect(await page.getByLabel('En quelques mots').inputValue()).toBe('Un besoin d’aide à la cantine.');
    await writeChamps(page, { 'Orientée vers': 'Service social de secteur' });
    await executeActe(page, 'Écarter cette information');
    await verifyTexte(page, 'L’information est écartée, avec son motif.');
    await verifyTexte(page, 'Service social de secteur');
    expect(await page.getByRole('link', { name: 'Qualifier en information préoccupante' }).count()).toBe(0);
  });

  it('Étant donné une famille qui a déménagé, quand l’agent transfère l’information, alors le dossier à transmettre s’ouvre et l’accusé de réception se garde', async () => {
    const page = await openRole(navigateur, 'crip', { javaScriptEnabled });
    await openAnalysee(page, { prenom: 'Tristan', nom: famille });
    await page.getByRole('link', { name: 'Transférer à un autre département' }).click();
    await writeChamps(page, { 'Département d’accueil': '35', Pourquoi: 'La famille vit à Rennes.' });
    await writeChamps(page, { 'Transmise le': '20/11/2026', 'Parents informés le': '20/11/2026' });
    await executeActe(page, 'Transférer');
    await verifyTitre(page, /^Dossier de transfert IP-2026-/);
    await verifyTexte(page, 'Il dort en classe.');
    await page.getByRole('link', { name: 'Enregistrer l’accusé de réception' }).click();
    await writeChamps(page, { 'Accusé reçu le': '21/11/2026', 'Référence chez eux': 'CRIP35-7' });
    await executeActe(page, 'Enregistrer l’accusé');
    await verifyTexte(page, 'L’accusé de réception est enregistré.');
    await verifyTexte(page, /accusé reçu le 21 novembre 2026/);
  });
});
