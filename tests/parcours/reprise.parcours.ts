import { describe, expect, it } from 'vitest';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('la reprise d’un fichier, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un tableur de personnes, quand l’administrateur l’essaie à blanc, le reprend puis l’annule, alors il voit chaque ligne et rien ne reste', async () => {
    const nom = javaScriptEnabled ? 'ESSAICLAIR' : 'ESSAIBRUT';
    const page = await openRole(navigateur, 'administrateur', { javaScriptEnabled });
    await page.goto('/reprise/nouveau');
    expect(await executeActe(page, 'Essayer ce fichier à blanc')).toBe(400);
    await writeChamps(page, { 'Ce que contient le fichier': 'personnes' });
    await page
      .getByLabel('Fichier', { exact: false })
      .last()
      .setInputFiles({
        name: `${nom}.csv`,
        mimeType: 'text/csv',
        // As a spreadsheet of the 2000s writes it: Windows-1252, semicolons, a date typed by hand and a date that does not exist.
        buffer: Buffer.from(
          `Nom;Prénom;Sexe;Né(e) le\r\n${nom};Zoé;F;12/07/1991\r\n${nom};Rémi;M;31/02/2001\r\n`,
          'latin1',
        ),
      });
    await executeActe(page, 'Essayer ce fichier à blanc');
    await verifyTitre(page, `${nom}.csv`);
    const reprendre = page.getByRole('button', { name: /^Reprendre 1 ligne/ });
    await reprendre.waitFor();
    await verifyTexte(page, 'À créer');
    expect(await page.getByRole('link', { name: 'Lignes refusées (Excel)' }).count()).toBe(1);
    await executeActe(page, /^Reprendre 1 ligne/);
    const annuler = page.getByRole('button', { name: 'Annuler tout cet import' });
    await annuler.waitFor();
    await executeActe(page, 'Annuler tout cet import');
    await verifyTexte(page, /1 annulée/);
  });
});
