import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { MODES, openRole } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('toute liste, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une liste filtrée, quand on l’exporte, alors le classeur a les mêmes lignes', async () => {
    const page = await openRole(navigateur, 'directrice', { javaScriptEnabled });
    await page.goto('/organisation/agents?metier=psychologue');
    const noms = await page.locator('tbody th, tbody td:first-child').allInnerTexts();
    expect(noms.length).toBeGreaterThan(0);
    const [telechargement] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Exporter vers Excel' }).click(),
    ]);
    expect(telechargement.suggestedFilename()).toMatch(/\.xlsx$/);
    const lignes = await readClasseur(await telechargement.path());
    expect(lignes.map(({ Nom, Prénom }) => `${Nom} ${Prénom}`.toLocaleUpperCase('fr')).sort()).toEqual(
      noms.map((nom) => nom.trim().toLocaleUpperCase('fr')).sort(),
    );
  });

  it('Étant donné une liste, quand on l’imprime, alors restent la liste, la date, l’auteur et la mention de secret', async () => {
    const page = await openRole(navigateur, 'directrice', { javaScriptEnabled });
    await page.goto('/organisation/postes');
    await page.emulateMedia({ media: 'print' });
    const mention = page.locator('.mention-impression');
    expect(await mention.innerText()).toMatch(
      /imprimé le .*21 novembre 2026.* par .*OSOUF|Osouf.*secret professionnel/is,
    );
    expect(await page.locator('table').first().isVisible()).toBe(true);
    for (const inutile of ['.rail', '.outils', 'form.filtres', '.barre-bas']) {
      expect(await page.locator(inutile).first().isVisible(), `${inutile} ne s’imprime pas`).toBe(false);
    }
  });
});

async function readClasseur(chemin: string): Promise<Record<string, string>[]> {
  const classeur = new exceljs.Workbook();
  await classeur.xlsx.load(readFileSync(chemin).buffer as ArrayBuffer);
  const feuille = classeur.worksheets[0];
  const lignes = (feuille?.getSheetValues() ?? []).filter(Array.isArray).map((ligne) => Array.from(ligne, String));
  const debut = lignes.findIndex((ligne) => ligne.includes('Matricule'));
  const titres = lignes[debut] ?? [];
  return lignes
    .slice(debut + 1)
    .map((ligne) => Object.fromEntries(titres.map((titre, rang) => [titre, ligne[rang] ?? ''])));
}
