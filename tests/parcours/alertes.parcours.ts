import ICAL from 'ical.js';
import { describe, expect, inject, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre } from '#tests/support/personne.ts';

const navigateur = withNavigateur();
const ask = (chemin: string) => fetch(`${inject('adresse')}${chemin}`, { redirect: 'manual' });

describe.each(MODES)('alertes et calendrier, $mode', ({ javaScriptEnabled }) => {
  it('Étant donné un référent, quand il règle ce qu’il reçoit, alors le réglage tient, et la page dit ce qui ne se règle pas', async () => {
    const page = await openRole(navigateur, 'referent', { javaScriptEnabled });
    await page.goto('/compte');
    await page.getByRole('link', { name: 'Alertes et calendrier' }).filter({ visible: true }).first().click();
    await verifyTitre(page, 'Alertes et calendrier');
    await verifyTexte(page, /Aucun courriel ne part/);
    await verifyTexte(page, /cela ne se règle pas : les retards critiques/);
    await page.getByLabel(/Seulement quand il y a du nouveau/).check();
    await page.getByLabel(/la semaine de mon équipe/).uncheck();
    await executeActe(page, 'Enregistrer ces réglages');
    await verifyTexte(page, 'Réglages enregistrés.');
    await page.goto('/compte/alertes');
    expect(await page.getByLabel(/Seulement quand il y a du nouveau/).isChecked()).toBe(true);
    expect(await page.getByLabel(/la semaine de mon équipe/).isChecked()).toBe(false);
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
  });

  it('Étant donné un cadre territorial, quand il ouvre son calendrier, alors son agenda le lit sans session, et plus une fois l’adresse fermée', async () => {
    const page = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    await page.goto('/compte/alertes');
    await executeActe(page, /^(?:Ouvrir mon calendrier|Remplacer l’adresse)/);
    const adresse = new URL(await page.locator('main code').first().innerText());
    const reponse = await ask(adresse.pathname);
    expect([reponse.status, reponse.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(reponse.headers.get('cache-control')).toContain('no-store');
    const calendrier = new ICAL.Component(ICAL.parse(await reponse.text()));
    expect(calendrier.getAllSubcomponents('vevent').length).toBeGreaterThan(0);
    await page.goto('/compte/alertes');
    await verifyTexte(page, /lue la dernière fois le/);
    expect(await page.locator('main code').count()).toBe(0);
    await executeActe(page, /^Remplacer l’adresse/);
    const neuve = new URL(await page.locator('main code').first().innerText());
    expect((await ask(adresse.pathname)).status).toBe(404);
    expect((await ask(neuve.pathname)).status).toBe(200);
    await executeActe(page, 'Fermer cette adresse');
    await verifyTexte(page, /Adresse fermée/);
    expect((await ask(neuve.pathname)).status).toBe(404);
  });
});

describe('l’adresse d’un calendrier', () => {
  it('inconnue ou mal écrite, elle n’existe pas : la même réponse, sans dire laquelle', async () => {
    const inconnue = await ask(`/calendrier/${'A'.repeat(43)}.ics`);
    expect(inconnue.status).toBe(404);
    const texte = await inconnue.text();
    for (const chemin of [
      '/calendrier/court.ics',
      `/calendrier/${'A'.repeat(43)}`,
      `/calendrier/${'%'.repeat(3)}.ics`,
    ]) {
      const reponse = await ask(chemin);
      expect([400, 404], chemin).toContain(reponse.status);
      if (reponse.status === 404) expect(await reponse.text(), chemin).toBe(texte);
    }
  });

  it('essayée trente fois dans la minute, elle fait attendre, même juste', async () => {
    const statuts = await Promise.all(Array.from({ length: 40 }, () => ask(`/calendrier/${'B'.repeat(43)}.ics`)));
    expect(statuts.map(({ status }) => status).sort()[0]).toBe(404);
    const apres = await ask(`/calendrier/${'C'.repeat(43)}.ics`);
    expect([apres.status, apres.headers.get('retry-after')]).toEqual([429, '60']);
  });
});
