import { describe, expect, inject, it } from 'vitest';
import { buildModeleWord } from '#documents/word-modele.ts';
import { listDefauts } from '#tests/support/examen.ts';
import { openRole as openSession } from '#tests/support/exploration.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre } from '#tests/support/personne.ts';
import { readTexteDuDocument } from '#tests/support/word.ts';

const navigateur = withNavigateur();
const ADRESSE = '/administration/trames/calcul-de-delai';
const DELAI = '/delais.docx?acte=07/02/2024&valeur1=10&unite1=jour&regime=procedure-civile';
const trame = (texte: string) =>
  buildModeleWord({ titre: 't', entete: ['{departement}'], blocs: [{ texte }], pied: '' });
const fichier = async (texte: string) => ({
  name: 'notre-trame.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: await trame(texte),
});

/** Ce que reçoit un agent quelconque. */
async function readWord(chemin: string, carte = 'referent'): Promise<{ statut: number; texte: string }> {
  const cookie = await openSession(inject('adresse'), carte);
  const reponse = await fetch(inject('adresse') + chemin, { headers: { cookie }, redirect: 'manual' });
  const octets = Buffer.from(await reponse.arrayBuffer());
  const estWord = reponse.headers.get('content-type')?.includes('wordprocessingml') ?? false;
  return { statut: reponse.status, texte: estWord ? await readTexteDuDocument(octets) : '' };
}

describe.each(MODES)('les trames du département, $mode', ({ mode, javaScriptEnabled }) => {
  it('Étant donné la chef de projet, quand elle remplace une trame puis la rend, alors les documents de tous la suivent et l’histoire reste', async () => {
    expect((await readWord(DELAI)).texte).toContain('Échéance : lundi 19 février 2024');

    const page = await openRole(navigateur, 'chef-projet', { javaScriptEnabled });
    await page.goto('/administration/trames');
    await page.getByRole('link', { name: 'Calcul d’un délai' }).click();
    await page.getByRole('link', { name: 'Remplacer la trame' }).click();
    await verifyTitre(page, 'Remplacer la trame');
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);

    await page.locator('input[type=file]').setInputFiles(await fichier('Fin le {echeance}, {inconnue} {'));
    await page.getByLabel('Ce qui change').fill(`Charte ${mode}`);
    expect(await executeActe(page, 'Vérifier et mettre en service')).toBe(422);
    await verifyTexte(page, /Une accolade est seule/);
    expect(await page.getByLabel('Ce qui change').inputValue()).toBe(`Charte ${mode}`);

    await page.locator('input[type=file]').setInputFiles(await fichier('Fin le {echeance}, {inconnue}'));
    expect(await executeActe(page, 'Vérifier et mettre en service')).toBe(422);
    await verifyTexte(page, /La balise « \{inconnue\} » n’existe pas pour ce document/);

    await page.locator('input[type=file]').setInputFiles(await fichier(`${mode}, fin le {echeance}`));
    await executeActe(page, 'Vérifier et mettre en service');
    await verifyTitre(page, 'Calcul d’un délai');
    await verifyTexte(page, 'celle du département');
    await verifyTexte(page, `Charte ${mode}`);
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);

    expect((await readWord(DELAI)).texte).toContain(`${mode}, fin le lundi 19 février 2024`);
    expect((await readWord(`${ADRESSE}/exemple.docx`)).texte).toContain(`${mode}, fin le lundi 19 février 2024`);
    expect((await readWord(`${ADRESSE}/marelle.docx`)).texte).toContain('Échéance : {echeance}');

    await page.getByLabel('Pourquoi').fill('Essai fini');
    await executeActe(page, 'Revenir à la trame de Marelle');
    await verifyTexte(page, 'celle de Marelle');
    await verifyTexte(page, 'retour à celle de Marelle');
    await page.goto('/administration/trames');
    if (javaScriptEnabled) expect(await listDefauts(page)).toEqual([]);
    expect((await readWord(DELAI)).texte).toContain('Échéance : lundi 19 février 2024');
  });
});

describe('qui n’y a pas droit', () => {
  it('Étant donné une référente, quand elle cherche à remplacer une trame, alors la page n’existe pas ; elle lit la fiche', async () => {
    const page = await openRole(navigateur, 'referent');
    await page.goto(ADRESSE);
    await verifyTitre(page, 'Calcul d’un délai');
    expect(await page.getByRole('link', { name: 'Remplacer la trame' }).count()).toBe(0);
    await page.goto(`${ADRESSE}/remplacer`);
    await verifyTitre(page, 'Page introuvable');

    const cookie = await openSession(inject('adresse'), 'referent');
    const corps = new FormData();
    corps.set('motif', 'x');
    corps.set('fichier', new File([new Uint8Array(await trame('x'))], 'x.docx'));
    const headers = { cookie, origin: inject('adresse') };
    for (const chemin of [ADRESSE, `${ADRESSE}/remplacer`]) {
      const reponse = await fetch(inject('adresse') + chemin, {
        method: 'POST',
        headers,
        body: corps,
        redirect: 'manual',
      });
      expect(reponse.status, chemin).toBe(404);
    }
  });

  it.each([
    '/administration/trames/absente',
    `${ADRESSE}/autre.docx`,
    `${ADRESSE}/version-99.docx`,
    `${ADRESSE}/constructor.docx`,
  ])('%s n’existe pas', async (chemin) => expect((await readWord(chemin)).statut).toBe(404));
});
