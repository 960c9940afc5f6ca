import { describe, expect, it } from 'vitest';
import { verifyAccessibilite, withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();
/** The first mistake costs two seconds. */
const ATTENTE_APRES_ECHEC_MS = 2500;
const COURRIEL = 'Courriel professionnel';

describe.each(MODES)('la connexion, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné la démonstration, quand on choisit la carte d’un rôle, alors on est à sa place', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    await verifyTitre(page, 'Ma journée');
    await page.locator('details.compte summary').click();
    await verifyTexte(page, /Secrétaire|Cadre|Responsable|Chef/);
  });

  it('Étant donné un compte, quand on donne son mot de passe, alors Marelle s’ouvre ; faux, elle dit pourquoi et garde le courriel', async () => {
    const page = await navigateur.openPage({ javaScriptEnabled });
    await page.goto('/connexion');
    const courriel = 'allison.kilic@example.org';
    await writeChamps(page, { [COURRIEL]: courriel, 'Mot de passe': 'ce-nest-pas-lui' });
    expect(await executeActe(page, 'Se connecter')).toBe(401);
    await verifyTexte(page, /ne vont pas ensemble/);
    expect(await page.getByLabel(COURRIEL).inputValue()).toBe(courriel);
    if (javaScriptEnabled) await verifyAccessibilite(page);
    await page.getByLabel('Mot de passe').fill('marelle-demo');
    await page.waitForTimeout(ATTENTE_APRES_ECHEC_MS);
    await executeActe(page, 'Se connecter');
    await verifyTitre(page, 'Ma journée');
  });

  it('Étant donné l’adresse d’une page, quand on n’est pas connecté, alors on y arrive après la connexion', async () => {
    const page = await navigateur.openPage({ javaScriptEnabled });
    await page.goto('/organisation/jours-feries');
    expect(new URL(page.url()).pathname).toBe('/connexion');
    await page.locator('button[value="directrice"]').click();
    await page.waitForURL(/jours-feries/);
    await verifyTitre(page, /Jours fériés/);
  });

  it('Étant donné une session ouverte, quand on se déconnecte, alors revenir en arrière ne montre plus rien', async () => {
    const page = await openRole(navigateur, 'psychologue', { javaScriptEnabled });
    await page.locator('details.compte summary').click();
    await executeActe(page, 'Se déconnecter');
    await page.waitForURL(/connexion/);
    await page.goto('/organisation');
    expect(new URL(page.url()).pathname).toBe('/connexion');
  });
});

describe.each(MODES)('la session, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une session fermée d’ailleurs pendant qu’on tape, quand on enregistre, alors la connexion rend tout ce qu’on tapait', async () => {
    const page = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    await page.goto('/enfants');
    const adresse = await page.locator('tbody a[href^="/enfants/"]').first().getAttribute('href');
    await page.goto(`${adresse}/partenaire`);
    await verifyTitre(page, /partenaire/i);
    const champ = page.locator('form.saisie input[type="text"]:visible').first();
    await champ.fill('Cabinet des Essais');

    const ailleurs = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    await ailleurs.goto('/compte');
    await ailleurs.locator('button[name="partout"]').first().click();
    await ailleurs.waitForURL(/\/connexion/);

    await page.locator('form.saisie button').first().click();
    await page.waitForURL(/\/connexion/);
    await verifyTexte(page, /Ce que vous tapiez est gardé/);
    await page.locator('button[value="inspecteur"]').click();
    await page.waitForURL((url) => url.pathname === `${adresse}/partenaire`);
    await verifyTitre(page, /partenaire/i);
    expect(await champ.inputValue()).toBe('Cabinet des Essais');
  });
});

describe('se connecter à côté', () => {
  it('Étant donné une adresse d’un autre site dans le retour, quand on se connecte, alors on reste dans Marelle', async () => {
    const page = await navigateur.openPage();
    await page.goto('/connexion?retour=https://ailleurs.example/piege');
    await page.locator('button[value="directrice"]').click();
    await page.waitForURL((adresse) => adresse.pathname === '/');
    await verifyTitre(page, 'Ma journée');
  });
});
