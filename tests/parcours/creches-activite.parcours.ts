import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

describe.each(MODES)('les heures et la PSU des crèches, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné une responsable de territoire, quand elle ouvre une crèche, alors le calcul se lit pas à pas et les scénarios côte à côte', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/activite');
    await verifyTitre(page, 'Heures et PSU 2026');
    await verifyTexte(page, 'Le barème 2026 est à confirmer');
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);

    await page.goto('/creches/activite?tri=taux&sens=desc');
    await page.locator('tbody th a').first().click();
    await verifyTexte(page, 'Le calcul de la prestation 2026');
    await verifyTexte(page, 'barème fictif de la démonstration');
    await verifyTexte(page, 'heures réalisées constantes : on raccourcit les contrats');
    await verifyTexte(page, 'montant à saisir');
    // Le clavier s'éprouve depuis le haut d'une page neuve.
    await page.goto(page.url());
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);

    await page.locator('main').getByRole('link', { name: 'Charges et prévisionnel 2026' }).click();
    await writeChamps(page, { 'Charges de fonctionnement': 'beaucoup' });
    await executeActe(page, 'Enregistrer l’exercice');
    await verifyTexte(page, 'Indiquez un montant en euros');
    await writeChamps(page, { 'Charges de fonctionnement': '1 200 000' });
    await executeActe(page, 'Enregistrer l’exercice');
    await verifyTexte(page, 'Exercice enregistré.');
    await verifyTexte(page, 'Prix de revient : 1\u202f200\u202f000,00 €');
  });

  it('Étant donné la Caf qui attend ses déclarations, quand elle les regarde, alors ce qui manque se dit et le fichier ne porte aucun nom', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/activite/declarations');
    await verifyTexte(page, 'Dessin à confirmer');
    const href = await page.locator('a[href*="filoue.csv"]').first().getAttribute('href');
    const fichier = await page.request.get(new URL(href ?? '', page.url()).href);
    expect(fichier.status()).toBe(200);
    expect((await fichier.text()).split('\r\n')[0]).not.toMatch(/(^|;)(NOM|PRENOM)(_|;|$)/);
  });

  it('Étant donné le barème des participations qui finit avec l’année, quand elle saisit le suivant puis le corrige, alors le tarif de janvier se calcule', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    const annee = javaScriptEnabled ? 2027 : 2028;
    await page.goto('/creches/activite');
    if (javaScriptEnabled) await verifyTexte(page, 'Aucun barème des participations après le 31 décembre 2026');
    await page.locator('main').getByRole('link', { name: 'Barème des participations' }).click();
    await verifyTitre(page, 'Saisir un barème des participations');
    expect(await page.getByLabel('Plafond de ressources').inputValue()).toBe('8500');
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
    // « Source » est aussi dans « ressources ».
    const source = page.locator('[name="source"]');
    await writeChamps(page, { 'Vaut à partir du': `01/01/${annee}`, 'Plafond de ressources': '80' });
    await source.fill('Essai');
    expect(await executeActe(page, 'Enregistrer le barème')).toBe(400);
    await verifyTexte(page, 'Le plafond est sous le plancher.');
    expect(await source.inputValue()).toBe('Essai');
    await writeChamps(page, { 'Plafond de ressources': '8 500' });
    await executeActe(page, 'Enregistrer le barème');
    await verifyTexte(page, 'Barème enregistré');
    await page.getByRole('link', { name: `Depuis le 1er janvier ${annee}` }).click();
    await verifyTitre(page, 'Corriger un barème des participations');
    await source.fill('Publication lue');
    await executeActe(page, 'Enregistrer le barème');
    await verifyTexte(page, 'À confirmer : Publication lue');
  });

  it('Étant donné une responsable de crèche, quand elle ouvre le tableau de la PSU, alors il n’existe pas pour elle', async () => {
    const page = await openRole(navigateur, 'responsable-creche', { javaScriptEnabled });
    expect((await page.goto('/creches/activite'))?.status()).toBe(404);
  });
});
