import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { MODES, openRole } from '#tests/support/personne.ts';

const navigateur = withNavigateur();

/** Un besoin dans la première crèche de la liste, huit places gelées une semaine de mars. */
async function inscrireBesoin(page: Page, objet: string): Promise<void> {
  await page.goto('/creches/travaux');
  await page.locator('tbody td a[href$="/travaux"]').first().click();
  await page.getByRole('link', { name: 'Inscrire un besoin' }).click();
  await page.getByLabel('Ce qui est à faire').fill(objet);
  await page.getByLabel('Nature').selectOption('SANITAIRES');
  await page.getByLabel('Pourquoi').fill('Évacuation bouchée.');
  await page.getByRole('button', { name: 'Inscrire le besoin' }).click();
}

describe.each(MODES)('les travaux d’une crèche, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un besoin, quand on le valide sans le chiffrer, alors c’est refusé ; chiffré, il avance', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    const objet = `Évacuations des changes ${javaScriptEnabled}`;
    await inscrireBesoin(page, objet);
    // Rien ne l'impose encore : refusé à côté des cases, et rien de tapé n'est perdu.
    await page.getByText('Cochez ce qui impose ces travaux').first().waitFor();
    expect(await page.getByLabel('Ce qui est à faire').inputValue()).toBe(objet);
    await page.getByLabel('Conformité : la PMI').check();
    await page.getByLabel('Confort').check();
    await page.getByRole('button', { name: 'Inscrire le besoin' }).click();
    await page.getByRole('heading', { name: objet }).waitFor();
    expect(await page.locator('h1').innerText()).toContain('2 · Conformité');

    await page.getByRole('link', { name: 'Faire avancer le dossier' }).click();
    await page.getByLabel('Valider le besoin').check();
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await page.getByText('L’impact se chiffre avant de valider').first().waitFor();
    await page.getByText('TRV-02').first().waitFor();

    await page.getByRole('link', { name: objet }).click();
    await page.getByRole('link', { name: 'Corriger le dossier' }).click();
    await page.getByLabel('Début prévu').fill('08/03/2027');
    await page.getByLabel('Réouverture prévue').fill('15/03/2027');
    await page.getByLabel('Places gelées').fill('8');
    await page.getByRole('button', { name: 'Enregistrer le dossier' }).click();
    await page.getByRole('link', { name: 'Chiffrer l’impact' }).click();
    await page.getByText('Crèches hôtes possibles').waitFor();
    await page.getByRole('button', { name: 'Arrêter ce chiffrage' }).click();
    await page.getByText('5 jours ouverts').first().waitFor();

    await page.getByRole('link', { name: 'Faire avancer le dossier' }).click();
    await page.getByLabel('Valider le besoin').check();
    // L'outil propose de réduire les places ces jours-là, prérempli ; la personne en décide.
    expect(await page.getByLabel('Offrir moins de places ces jours-là').isChecked()).toBe(true);
    const places = page.getByLabel('Places offertes pendant les travaux');
    const offertes = Number(await places.inputValue()) - 1;
    await places.fill('toutes');
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await page.getByText('Indiquez un nombre de places').first().waitFor();
    expect(await places.inputValue(), 'rien n’est perdu').toBe('toutes');
    await places.fill(String(offertes));
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await page.getByText('Le dossier a avancé.').waitFor();
    expect(await page.locator('h1').innerText()).toContain('Validé');
    const inscrit = page.getByText(`${offertes} places du 08/03/2027`);
    await inscrit.waitFor();

    // Ce qui est inscrit se change sans passer par une étape, puis disparaît avec le dossier.
    await page.getByRole('link', { name: 'Changer le calendrier' }).click();
    await page.getByLabel('Fermer la crèche ces jours-là').check();
    await page.getByRole('button', { name: 'Mettre le calendrier à jour' }).click();
    await page.getByText('Fermée du 08/03/2027').waitFor();
    await page.getByRole('link', { name: 'Faire avancer le dossier' }).click();
    await page.getByLabel('Abandonner', { exact: true }).check();
    expect(await page.getByLabel('Rouvrir la crèche au calendrier').isChecked()).toBe(true);
    await page.getByLabel('Raison de l’abandon').fill('Essai.');
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await page.getByText('Le dossier a avancé.').waitFor();
    expect(await page.getByText('Fermée du 08/03/2027').count()).toBe(0);
  });

  it('Étant donné des travaux reçus dont un point manque, quand on rouvre, alors c’est refusé ; un point se tient avec sa preuve', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/travaux?vue=retard');
    await page.locator('tbody th a').first().click();
    await page.getByText('La réouverture prévue est dépassée').waitFor();
    const dossier = page.url();
    await page.getByRole('link', { name: 'Faire avancer le dossier' }).click();
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await page.getByText('La crèche ne rouvre pas').first().waitFor();

    await page.goto(`${dossier}/reouverture`);
    await page.getByLabel('Équipe au complet').check();
    await page.getByRole('button', { name: 'Inscrire ce point' }).click();
    await page.getByText('Une preuve se dit').first().waitFor();
    await page.locator('[name="preuve"]').fill('Planning de la semaine, complet.');
    await page.getByRole('button', { name: 'Inscrire ce point' }).click();
    await page.getByText('Tenus : 7 sur 7').waitFor();
    // Retiré, il manque de nouveau : la démonstration reste comme on l'a trouvée.
    await page.getByRole('button', { name: 'Retirer le point : Équipe au complet' }).click();
    await page.getByText('Tenus : 6 sur 7').waitFor();
  });

  it('Étant donné une information au mauvais jour, quand on la corrige puis la retire, alors l’ancienne reste avec sa raison', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    const objet = `Peinture du préau ${javaScriptEnabled}`;
    await inscrireBesoin(page, objet);
    await page.getByLabel('Confort').check();
    await page.getByRole('button', { name: 'Inscrire le besoin' }).click();
    await page.getByRole('link', { name: 'Inscrire une information' }).click();
    await page.getByLabel('Familles').check();
    await page.getByRole('button', { name: 'Inscrire l’information' }).click();
    await page.getByText('L’information est inscrite.').waitFor();

    const corriger = page.getByRole('link', { name: 'Corriger l’information : Familles' });
    await corriger.click();
    const motif = page.locator('[name="motif"]');
    const enregistrer = page.getByRole('button', { name: 'Enregistrer la correction' });
    await motif.fill('Autre destinataire');
    await enregistrer.click();
    await page.getByText('Rien ne change').first().waitFor();
    expect(await motif.inputValue(), 'rien n’est perdu').toBe('Autre destinataire');
    await page.getByLabel('Président du conseil départemental').check();
    await motif.fill('');
    await enregistrer.click();
    await page.getByText('Dites pourquoi vous corrigez.').first().waitFor();
    expect(await page.getByLabel('Président du conseil départemental').isChecked()).toBe(true);
    await motif.fill('Autre destinataire');
    await enregistrer.click();
    await page.getByText('Information corrigée').waitFor();
    await page.getByText('Avant : Qui est informé : Familles. Raison : Autre destinataire').waitFor();

    await page.getByRole('link', { name: 'Corriger l’information : Président' }).click();
    await page.getByRole('link', { name: 'Retirer cette information' }).click();
    await motif.fill('Personne n’a répondu');
    await page.getByRole('button', { name: 'Retirer l’information' }).click();
    await page.getByText('Information retirée').waitFor();
    await page.getByText('Personne encore.').waitFor();
    await page.getByText('Raison : Personne n’a répondu').waitFor();
  });

  it('Étant donné une fermeture, quand on reloge plus d’enfants que l’hôte n’en peut, alors c’est refusé sous le texte', async () => {
    const page = await openRole(navigateur, 'petite-enfance', { javaScriptEnabled });
    await page.goto('/creches/travaux');
    await page
      .getByRole('link', { name: /Réfection complète/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Reloger des enfants' }).click();
    await page.locator('[name="hoteId"]').first().check();
    await page.getByLabel('Ou un nombre d’enfants').fill('200');
    await page.getByRole('button', { name: 'Inscrire le relogement' }).click();
    await page.getByText('R2324-27').first().waitFor();
    expect(await page.getByLabel('Ou un nombre d’enfants').inputValue()).toBe('200');
  });

  it('Étant donné la responsable d’une crèche, alors elle inscrit un besoin mais ne décide pas ; un référent ne voit rien', async () => {
    const responsable = await openRole(navigateur, 'responsable-creche', { javaScriptEnabled });
    await responsable.goto('/creches/travaux');
    await responsable.locator('tbody th a').first().click();
    await responsable.getByRole('heading', { name: 'Liste de contrôle de réouverture' }).waitFor();
    const dossier = responsable.url();
    expect(await responsable.getByRole('link', { name: 'Faire avancer le dossier' }).count()).toBe(0);
    for (const suite of ['avancer', 'impact', 'relogement'])
      expect((await responsable.goto(`${dossier}/${suite}`))?.status()).toBe(404);

    const referent = await openRole(navigateur, 'referent', { javaScriptEnabled });
    for (const adresse of ['/creches/travaux', '/creches/travaux.xlsx', dossier])
      expect((await referent.goto(adresse))?.status()).toBe(404);
  });
});
