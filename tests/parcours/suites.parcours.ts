import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();
const MOTIF = 'Au vu du rapport et de la rencontre avec la mère.';

/** An information whose validated report proposes this, waiting for a decision: the address of its follow-up page. */
async function findADecider(page: Page, proposition: string): Promise<string> {
  await page.goto('/informations?vue=a-valider&rapport=valide&taille=50');
  const adresses = await page
    .locator('tbody a[href^="/informations/"]')
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute('href') ?? ''));
  for (const adresse of adresses) {
    await page.goto(`${adresse}/suites`);
    if ((await page.locator('main').innerText()).includes(`Proposition : ${proposition}`)) return `${adresse}/suites`;
  }
  throw new Error(`Aucun rapport validé de la démonstration ne propose « ${proposition} ».`);
}

const readValeur = (page: Page, libelle: string) => page.getByLabel(libelle).inputValue();

/** Writes down that something was told, from the follow-up page. */
async function inform(page: Page, suites: string, quoi: RegExp, comment: string): Promise<void> {
  await page.goto(suites);
  await page.getByRole('link', { name: quoi }).click();
  await verifyTitre(page, /^Inscrire : /);
  await page.getByRole('radio', { name: comment }).check();
  await executeActe(page, 'Inscrire l’information donnée');
  await verifyTexte(page, 'L’information donnée est inscrite.');
}

describe.each(MODES)('les suites d’une évaluation, $mode', ({ javaScriptEnabled }) => {
  const verifyPage = async (page: Page) => {
    if (javaScriptEnabled) expect(await listDefauts(page), page.url()).toEqual([]);
  };

  it('Étant donné un rapport validé, quand le cadre sans délégation décide, alors sa signature est refusée sous son texte ; l’inspecteur s’écarte de la proposition en disant pourquoi, et un frère découvert ferme la clôture', async () => {
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const suites = await findADecider(cadre, 'actions adaptées');
    await cadre.goto(`${suites}/decider`);
    await verifyTexte(cadre, 'Votre signature ne vaut pas pour cet acte ce jour');
    await verifyTexte(cadre, /Peuvent signer : .*BELLANGER Anne/);
    expect(await cadre.getByRole('link', { name: /^Décider :/ }).count()).toBe(0);
    await cadre.goto(`${suites}/decider?decision=classement`);
    const ecrit = { 'Ce qui fonde la décision': MOTIF, 'Pourquoi elle s’écarte': 'La grand-mère accueille Lou.' };
    await writeChamps(cadre, ecrit);
    expect(await executeActe(cadre, 'Signer la décision')).toBe(422);
    await verifyTexte(cadre, /Aucune délégation ne permet de signer/);
    await verifyTexte(cadre, /CGCT, art. L3221-3/);
    expect(await readValeur(cadre, 'Ce qui fonde la décision'), 'rien n’est perdu').toBe(MOTIF);

    const page = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    await page.goto(`${suites}/decider`);
    await verifyPage(page);
    await page.getByRole('link', { name: 'Décider : classement' }).click();
    await verifyTexte(page, 'Décider : classement');
    await writeChamps(page, { 'Ce qui fonde la décision': MOTIF });
    expect(await executeActe(page, 'Signer la décision')).toBe(400);
    await verifyTexte(page, /écrivez pourquoi la décision s’en écarte \(IP-021\)/);
    expect(await readValeur(page, 'Ce qui fonde la décision')).toBe(MOTIF);
    await writeChamps(page, ecrit);
    await executeActe(page, 'Signer la décision');
    await verifyTexte(page, 'La décision est prise ; ce qu’elle entraîne est créé.');
    await verifyTexte(page, /La grand-mère accueille Lou\./);
    await verifyTexte(page, /Signée par BELLANGER Anne/);
    await verifyPage(page);

    const crip = await openRole(navigateur, 'crip', { javaScriptEnabled });
    await crip.goto(suites.replace(/suites$/, 'correction'));
    await crip.getByRole('button', { name: 'Ajouter un enfant' }).click();
    const prenoms = crip.locator('[name^="mineurs."][name$=".prenom"]');
    await expect.poll(() => prenoms.last().inputValue()).toBe('');
    await prenoms.last().fill('Oublié');
    await crip.getByRole('radio', { name: /ne le sait pas/ }).check();
    await writeChamps(crip, { 'Ce qui est corrigé': 'Un frère vivait là.' });
    await executeActe(crip, 'Enregistrer la correction');
    await verifyTexte(crip, 'L’information est corrigée.');

    await page.goto(suites);
    await verifyTexte(page, /Oublié.* : pas de volet d’évaluation \(IP-012\)/);
    await page.goto(`${suites}/clore?acte=clore-classement`);
    await writeChamps(page, { 'Ce que l’on veut en retenir': 'Famille coopérante.' });
    expect(await executeActe(page, 'Clore par un classement')).toBe(422);
    await verifyTexte(page, /Cet acte n’est pas possible/);
    await verifyTexte(page, /CASF, art. L226-3/);
    expect(await readValeur(page, 'Ce que l’on veut en retenir')).toBe('Famille coopérante.');

    await inform(page, suites, /Inscrire : Conclusions et suites, Parents/, 'Entretien');
    await crip.goto('/informations/a-dire?vue=toutes&objet=source');
    await verifyTitre(crip, 'Ce que l’on doit dire');
    await verifyPage(crip);
    await inform(crip, suites, /Inscrire : Suites données à l’information/, 'Courrier');
  });

  it('Étant donné une proposition de saisir, quand l’inspecteur décide, signe, envoie et informe, alors la saisine se clôt, et pas avant', async () => {
    const page = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    const suites = await findADecider(page, 'saisine de l’autorité judiciaire');
    await page.goto(`${suites}/decider`);
    await page.getByRole('link', { name: 'Décider : saisine de l’autorité judiciaire' }).click();
    await writeChamps(page, {
      'Ce qui fonde la décision': MOTIF,
      'Le danger et ses raisons': 'Coups constatés à l’école.',
    });
    expect(await executeActe(page, 'Signer la décision')).toBe(400);
    await verifyTexte(page, /Dites lequel des motifs de la loi fonde la saisine \(IP-030, IP-031/);
    await verifyTexte(page, /Écrivez les actions déjà menées .*\(IP-032/);
    expect(await readValeur(page, 'Le danger et ses raisons')).toBe('Coups constatés à l’école.');
    await page.getByRole('radio', { name: 'La famille refuse l’intervention du service' }).check();
    await page.getByRole('checkbox', { name: 'Action éducative en milieu ouvert (AEMO)' }).check();
    await writeChamps(page, { 'Les actions déjà menées': 'AED proposée deux fois, refusée.' });
    await executeActe(page, 'Signer la décision');
    await verifyTexte(page, 'La décision est prise ; ce qu’elle entraîne est créé.');

    await page.getByRole('link', { name: 'La famille refuse l’intervention du service' }).click();
    await verifyTexte(page, 'AED proposée deux fois, refusée.');
    await verifyPage(page);
    await page.getByRole('link', { name: 'Signer le signalement' }).click();
    await executeActe(page, 'Signer le signalement');
    await verifyTexte(page, 'Le signalement est signé : envoyez-le sans délai.');
    const signalement = page.url();
    await page.goto(`${suites}/clore?acte=clore-judiciaire`);
    expect(await executeActe(page, 'Clore par la saisine judiciaire')).toBe(422);
    await verifyTexte(page, /Un signalement signé n’est pas encore envoyé/);

    await page.goto(signalement);
    await page.getByRole('link', { name: 'Inscrire l’envoi au parquet' }).click();
    expect(await executeActe(page, 'Inscrire l’envoi au parquet'), 'le moyen est à dire').toBe(400);
    await page.getByRole('radio', { name: 'Plateforme d’échange avec le parquet' }).check();
    await executeActe(page, 'Inscrire l’envoi au parquet');
    await verifyTexte(page, 'L’envoi au parquet est inscrit ; informez les parents par écrit.');
    await page.goto(`${suites}/clore?acte=clore-judiciaire`);
    expect(await executeActe(page, 'Clore par la saisine judiciaire')).toBe(422);
    await verifyTexte(page, /n’ont pas été informés par écrit de la saisine \(IP-023\)/);
    await inform(page, suites, /Inscrire : Saisine de l’autorité judiciaire/, 'Courrier');

    await page.goto(signalement);
    await page.getByRole('link', { name: 'Inscrire les suites du parquet' }).click();
    await writeChamps(page, { 'Suite donnée': 'saisine-juge', 'Ce qu’en dit le parquet': 'Requête du jour.' });
    await executeActe(page, 'Inscrire les suites du parquet');
    await verifyTexte(page, 'Les suites données par le parquet sont inscrites.');
    await page.goto(`${suites}/clore?acte=clore-judiciaire`);
    await executeActe(page, 'Clore par la saisine judiciaire');
    await verifyTexte(page, /L’information est close/);
  });

  it('Étant donné deux délégataires devant le même rapport, quand le second signe, alors il lit la décision du premier et retrouve ce qu’il avait écrit', async () => {
    const premier = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    const suites = await findADecider(premier, 'classement');
    const second = await openRole(navigateur, 'chef-pole', { javaScriptEnabled });
    const adresse = `${suites}/decider?decision=classement`;
    for (const [page, motif] of [
      [premier, MOTIF],
      [second, 'La mère a demandé de l’aide.'],
    ] as const) {
      await page.goto(adresse);
      await writeChamps(page, { 'Ce qui fonde la décision': motif });
    }
    await executeActe(premier, 'Signer la décision');
    await verifyTexte(premier, 'La décision est prise ; ce qu’elle entraîne est créé.');
    expect(await executeActe(second, 'Signer la décision')).toBe(409);
    await verifyTexte(second, /BELLANGER Anne a déjà décidé des suites de l’information/);
    await verifyTexte(second, MOTIF);
    await verifyTexte(second, 'Ce que vous aviez écrit');
    await verifyTexte(second, 'La mère a demandé de l’aide.');
    await verifyPage(second);
  });
});
