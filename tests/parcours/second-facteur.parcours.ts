import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeCodeOtp } from '#modules/comptes/testing/code-otp.ts';
import { aCompte, anInstallation, MOT_DE_PASSE } from '#modules/comptes/testing/comptes-essai.ts';
import { loadServerBuild, type RunningServer, startServer } from '#server/start.ts';
import { withBase } from '#tests/support/base.ts';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const base = withBase();
const navigateur = withNavigateur();
let serveur: RunningServer | undefined;
let baseURL = '';

beforeAll(async () => {
  await anInstallation(base, false);
  const { createApplication } = await loadServerBuild();
  const connexion = { secret: 'secret-d-essai-de-trente-deux-caracteres', adresse: 'http://localhost' };
  serveur = await startServer({
    port: 0,
    hote: '127.0.0.1',
    application: createApplication({ db: base.db, connexion }),
  });
  baseURL = `http://localhost:${serveur.port}`;
});
afterAll(() => serveur?.close());

/** The second factor is mandatory outside the demonstration: the real thing, on a base that is not one. */
describe.each(MODES)('le second facteur, hors démonstration, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un compte neuf, quand on se connecte, alors on inscrit son téléphone avant d’entrer, puis il est demandé à chaque fois', async () => {
    const { courriel } = await aCompte(base);
    const page = await navigateur.openPage({ javaScriptEnabled, baseURL });
    const connect = async () => {
      await page.goto('/connexion');
      await writeChamps(page, { 'Courriel professionnel': courriel, 'Mot de passe': MOT_DE_PASSE });
      await executeActe(page, 'Se connecter');
    };
    await connect();
    await verifyTitre(page, 'Protéger votre compte');
    expect(new URL((await page.goto('/organisation'))?.url() ?? '').pathname, 'rien ne s’ouvre avant').toMatch(
      /second-facteur/,
    );
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
    const cle = (await page.locator('.seuil-cle').innerText()).replaceAll(/\s/g, '');
    const uri = `otpauth://totp/Marelle?secret=${cle}`;
    await writeChamps(page, { 'Code à six chiffres': computeCodeOtp(uri, -1) });
    await executeActe(page, 'Protéger mon compte');
    await verifyTitre(page, 'Votre compte est protégé');
    const codes = await page.locator('.seuil-codes li').allInnerTexts();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    await page.getByRole('link', { name: /entrer dans Marelle/ }).click();
    await verifyTitre(page, 'Ma journée');

    await page.locator('details.compte summary').click();
    await executeActe(page, 'Se déconnecter');
    await connect();
    await verifyTitre(page, 'Votre code');
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
    await page.getByRole('link', { name: /utiliser un code de secours/ }).click();
    await writeChamps(page, { 'Un de vos codes de secours': codes[0] ?? '' });
    await executeActe(page, 'Se connecter');
    await verifyTitre(page, 'Ma journée');
    await verifyTexte(page, /Rien n.est en retard/);
  });
});
