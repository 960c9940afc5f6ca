import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('les comptes, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un agent sans compte, quand l’administrateur lui en ouvre un, alors un lien à usage unique lui fait choisir son mot de passe', async () => {
    const page = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    await page.goto('/comptes/nouveau');
    const ouvrir = page.getByRole('button', { name: /^Ouvrir le compte/ }).first();
    await ouvrir.click();
    await verifyTexte(page, 'Lien à remettre à l’agent');
    const chemin = new URL(await page.locator('main code').first().innerText()).pathname;

    const invite = await navigateur.openPage({ javaScriptEnabled });
    await invite.goto(chemin);
    await verifyTitre(invite, 'Choisir votre mot de passe');
    if (javaScriptEnabled) {
      expect(await listDefauts(invite)).toEqual([]);
      await invite.reload();
    }
    await writeChamps(invite, { 'Mot de passe': 'court' });
    expect(await executeActe(invite, 'Choisir ce mot de passe')).toBe(400);
    await writeChamps(invite, { 'Mot de passe': 'quatre lampes sous la pluie' });
    await executeActe(invite, 'Choisir ce mot de passe');
    await verifyTitre(invite, 'Ma journée');

    const curieux = await navigateur.openPage({ javaScriptEnabled });
    await curieux.goto(chemin);
    await verifyTitre(curieux, 'Ce lien ne vaut plus rien');
  });
});
