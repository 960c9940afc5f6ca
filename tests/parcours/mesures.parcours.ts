import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { executeActe, MODES, openRole, verifyTexte, verifyTitre, writeChamps } from '#tests/support/personne.ts';

const navigateur = withNavigateur();
const FONDE = 'Au vu de l’évaluation et de la demande de la mère.';

/** Children whom nothing confuses with one another: one a journey, with and without JavaScript. */
const ENFANTS = {
  circuit: { true: ['Ouragane', 'Lison', '04/03/2015'], false: ['Belfontaine', 'Nino', '17/09/2012'] },
  correction: { true: ['Sablière', 'Inès', '02/02/2014'], false: ['Morvanneau', 'Élio', '25/05/2016'] },
  conflit: { true: ['Quimpérois', 'Maëlle', '30/06/2018'], false: ['Vauquelinet', 'Tibo', '11/12/2009'] },
} as const;
type Essai = readonly [nom: string, prenom: string, naissance: string];

/** A child without any measure, followed by the cadre's territory: the address of its file. */
async function createEnfant(page: Page, [nom, prenom, naissance]: Essai): Promise<string> {
  await page.goto('/enfants/nouveau');
  await writeChamps(page, {
    'Nom de naissance': nom,
    Prénom: prenom,
    'Date de naissance': naissance,
    'Ce que vaut cette date': 'exacte',
    Sexe: 'inconnu',
  });
  await executeActe(page, 'Ouvrir le dossier');
  await verifyTexte(page, 'Le dossier est ouvert.');
  return new URL(page.url()).pathname;
}

const readValeur = (page: Page, libelle: string) => page.locator('form').getByLabel(libelle).first().inputValue();

/** Proposes a home prestation for this child, and others in the same act; gives the address of the measure. */
async function proposeAed(page: Page, enfant: string, ...autres: RegExp[]): Promise<string> {
  await page.goto(`/mesures/nouvelle?enfant=${enfant.split('/').at(-1)}`);
  await page.getByRole('checkbox', { name: /^Action éducative à domicile \(AED\)/ }).check();
  for (const autre of autres) await page.getByRole('checkbox', { name: autre }).check();
  await writeChamps(page, { Pourquoi: 'La mère demande une aide.', 'Service qui l’exercerait': 'Service AED d’essai' });
  await executeActe(page, 'Inscrire la proposition');
  await verifyTexte(page, 'La proposition est inscrite.');
  return findMesure(page, 'Action éducative à domicile (AED)');
}

/** The address of this measure, from the tab of the child. */
async function findMesure(page: Page, libelle: string): Promise<string> {
  return (await page.locator('main h2 a', { hasText: libelle }).first().getAttribute('href')) ?? '';
}

async function recordAccord(page: Page, mesure: string): Promise<void> {
  await page.goto(`${mesure}/accord`);
  await page.getByRole('radio', { name: 'Accord', exact: true }).check();
  await page.getByRole('radio', { name: 'Écrit' }).check();
  await writeChamps(page, { 'De qui': 'Mme Essai, mère' });
  await executeActe(page, 'Inscrire l’accord ou le refus');
  await verifyTexte(page, 'La réponse de la famille est inscrite.');
}

async function decide(page: Page, mesure: string, champs: Readonly<Record<string, string>>): Promise<number> {
  await page.goto(`${mesure}/decider`);
  await writeChamps(page, { 'Ce qui fonde la décision': FONDE, ...champs });
  return executeActe(page, 'Décider la prestation');
}

describe.each(MODES)('les mesures d’un enfant, $mode', ({ mode, javaScriptEnabled }) => {
  const essai = `${javaScriptEnabled}` as const;
  const verifyPage = async (page: Page) => {
    if (javaScriptEnabled) expect(await listDefauts(page), page.url()).toEqual([]);
  };

  it('Étant donné une mère qui demande de l’aide, quand on propose, avise, recueille l’accord et décide par délégation, alors la prestation se signe, s’imprime, attend, commence, se renouvelle et finit ; chaque faux pas est refusé sous son texte', async () => {
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const enfant = await createEnfant(cadre, ENFANTS.circuit[essai]);
    await cadre.goto(`${enfant}/mesures`);
    await verifyTexte(cadre, 'Aucune mesure ne court');
    await verifyPage(cadre);
    await cadre.getByRole('link', { name: 'Proposer une mesure' }).click();
    await verifyTitre(cadre, 'Proposer une prestation');
    await verifyPage(cadre);
    await writeChamps(cadre, { Pourquoi: 'Une aide.' });
    expect(await executeActe(cadre, 'Inscrire la proposition')).toBe(400);
    await verifyTexte(cadre, 'Choisissez au moins une mesure.');
    expect(await readValeur(cadre, 'Pourquoi'), 'rien n’est perdu').toBe('Une aide.');
    const mesure = await proposeAed(cadre, enfant, /^Accueil provisoire(?! d’urgence)/);
    const accueil = await findMesure(cadre, 'Accueil provisoire');

    await cadre.goto(`${mesure}/avis`);
    await cadre.getByRole('radio', { name: 'Favorable', exact: true }).check();
    await writeChamps(cadre, { Pourquoi: 'La famille est prête.' });
    await executeActe(cadre, 'Donner un avis');
    await verifyTexte(cadre, 'L’avis est inscrit.');
    await verifyPage(cadre);

    expect(await decide(cadre, accueil, { 'Ou durée en mois': '6' }), 'sans délégation').toBe(422);
    await verifyTexte(cadre, 'Votre signature ne vaut pas pour cet acte ce jour');
    await verifyTexte(cadre, /CGCT, art. L3221-3/);
    expect(await readValeur(cadre, 'Ce qui fonde la décision')).toBe(FONDE);

    const page = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    expect(await decide(page, mesure, { 'Ou durée en mois': '6' }), 'sans accord').toBe(422);
    await verifyTexte(page, /L’accord écrit des représentants légaux manque \(MES-001\)/);
    await verifyTexte(page, /CASF, art. L223-2, al. 1/);
    await recordAccord(cadre, mesure);
    expect(await decide(page, mesure, { 'Dernier jour, compris': '01/01/2029' }), 'au-delà d’un an').toBe(422);
    await verifyTexte(page, /dépasse la plus longue durée : 1 an/);
    await verifyTexte(page, /CASF, art. L223-5, al. 1/);
    expect(await readValeur(page, 'Dernier jour, compris')).toMatch(/^0?1\/0?1\/2029$/);
    await verifyPage(page);
    await decide(page, mesure, { 'Ou durée en mois': '6' });
    await verifyTexte(page, 'La décision est signée.');
    await verifyTexte(page, /signée par Anne Bellanger, délégation/);

    const arrete = page.getByRole('link', { name: 'Arrêté (Word)' });
    const reponse = await page.request.get((await arrete.getAttribute('href')) ?? '');
    expect([reponse.status(), reponse.headers()['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);

    await cadre.goto(`${mesure}/debut`);
    await writeChamps(cadre, { 'Premier rendez-vous': '20/11/2026' });
    expect(await executeActe(cadre, 'Inscrire le début effectif'), 'avant la décision').toBe(422);
    await verifyTexte(cadre, /Le début du 20 novembre 2026 précède la décision du 21 novembre 2026/);
    await cadre.goto(`${mesure}/attente`);
    await cadre.getByRole('radio', { name: 'Liste d’attente du service' }).check();
    expect(await executeActe(cadre, 'Dire ce qu’elle attend'), 'personne n’en tient la suite').toBe(400);
    await verifyTexte(cadre, 'Dites qui tient la suite : un agent, ou un service.');
    await writeChamps(cadre, {
      'Ou un service': 'Service AED d’essai',
      'Ce que l’enfant risque': 'Absences à l’école.',
    });
    await executeActe(cadre, 'Dire ce qu’elle attend');
    await verifyTexte(cadre, 'Attend son exécution depuis le 21 novembre 2026');

    await cadre.goto('/mesures/ordonne-pas-execute?service=Service+AED+d%E2%80%99essai');
    await verifyTexte(cadre, ENFANTS.circuit[essai][0].toLocaleUpperCase('fr'));
    await verifyTexte(cadre, 'Absences à l’école.');
    await verifyPage(cadre);
    await cadre.goto(`${mesure}/debut`);
    await executeActe(cadre, 'Inscrire le début effectif');
    await verifyTexte(cadre, 'Le début de la mesure est inscrit.');
    await cadre.goto(enfant);
    await verifyTexte(cadre, 'Action éducative à domicile (AED)');

    const seconde = await proposeAed(cadre, enfant);
    await recordAccord(cadre, seconde);
    expect(await decide(page, seconde, { 'Ou durée en mois': '3' }), 'deux à la fois').toBe(422);
    await verifyTexte(page, /court déjà, du 21 novembre 2026/);

    await page.goto(`${mesure}/renouveler`);
    await writeChamps(page, {
      'Ce qui fonde la décision': 'Les objectifs avancent.',
      'Premier jour': '21/05/2027',
      'Ou durée en mois': '6',
    });
    await executeActe(page, 'Renouveler');
    await verifyTexte(page, 'Le renouvellement est signé.');
    await verifyTexte(page, /20\/11\/2027/);
    await cadre.goto(`${mesure}/finir`);
    await writeChamps(cadre, { 'Parce que': 'OBJECTIFS_ATTEINTS' });
    await executeActe(cadre, 'Mettre fin');
    await verifyTexte(cadre, 'La fin de la mesure est inscrite.');
    await verifyTexte(cadre, 'Terminée');
  });

  it('Étant donné une fratrie, quand on inscrit une décision du juge pour deux enfants d’un coup, alors chacun a sa mesure, et la corriger garde l’ancienne', async () => {
    const page = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    const adresse = await findFratrie(page);
    await page.goto(adresse);
    await verifyTitre(page, 'Inscrire une décision de justice');
    await verifyPage(page);
    await page.getByRole('link', { name: 'Mesure judiciaire d’investigation éducative (MJIE)' }).click();
    await verifyTitre(page, /^Inscrire une décision : Mesure judiciaire/);
    await verifyPage(page);
    await page
      .getByRole('checkbox', { name: /mêmes|même|parent commun/ })
      .first()
      .check();
    await writeChamps(page, { 'Décision du': '18/11/2026', 'Ou durée en mois': '5', Magistrat: 'Mme Essai' });
    expect(await executeActe(page, 'Inscrire la décision'), 'qui a décidé').toBe(400);
    expect(await readValeur(page, 'Magistrat')).toBe('Mme Essai');
    await writeChamps(page, { 'Qui a décidé': `Tribunal pour enfants d’essai, ${mode}` });
    await executeActe(page, 'Inscrire la décision');
    await verifyTexte(page, 'La décision est inscrite ; ce qu’elle fait naître est calculé.');
    await verifyPage(page);

    await page.goto('/mesures?vue=toutes&code=MJIE&tri=decidee&sens=desc');
    await verifyPage(page);
    const fiches = await page
      .locator('tbody a[href^="/mesures/"]')
      .evaluateAll((l) => l.map((a) => a.getAttribute('href') ?? ''));
    const siennes: string[] = [];
    for (const fiche of fiches.slice(0, 6)) {
      await page.goto(fiche);
      if ((await page.locator('main').innerText()).includes(`Tribunal pour enfants d’essai, ${mode}`))
        siennes.push(fiche);
    }
    expect(siennes, 'une mesure par enfant').toHaveLength(2);

    await page.goto(siennes[0] ?? '');
    await page
      .getByRole('link', { name: /^Corriger/ })
      .first()
      .click();
    await verifyTitre(page, 'Corriger la décision');
    await verifyPage(page);
    expect(await readValeur(page, 'Magistrat'), 'ce qui est inscrit se relit').toBe('Mme Essai');
    await writeChamps(page, { 'Ce qui est corrigé': 'Le magistrat était un autre.', Magistrat: 'M. Essai' });
    await executeActe(page, 'Corriger la décision');
    await verifyTexte(page, 'La décision est corrigée ; l’ancienne reste lisible.');
    await verifyTexte(page, /M\. Essai/);
    await verifyTexte(page, 'corrigée depuis');
  });

  it('Étant donné ce qui a été inscrit par erreur, quand on le corrige ou l’annule, alors l’ancien reste lisible, l’état suit, et qui n’a pas l’enfant n’y accède pas', async () => {
    const cadre = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const enfant = await createEnfant(cadre, ENFANTS.correction[essai]);
    const doublon = await proposeAed(cadre, enfant);
    await cadre.goto(doublon);
    await cadre.getByRole('link', { name: 'Annuler l’inscription' }).click();
    await verifyTitre(cadre, 'Annuler l’inscription');
    await verifyPage(cadre);
    expect(await executeActe(cadre, 'Annuler l’inscription'), 'sans raison').toBe(400);
    await writeChamps(cadre, { 'Pourquoi elle n’aurait pas dû': 'Proposée deux fois.' });
    await executeActe(cadre, 'Annuler l’inscription');
    await verifyTexte(cadre, 'L’inscription est annulée ; elle reste lisible.');
    await verifyTexte(cadre, 'Proposée deux fois.');
    await verifyPage(cadre);

    const mesure = await proposeAed(cadre, enfant);
    await recordAccord(cadre, mesure);
    const signataire = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    await decide(signataire, mesure, { 'Ou durée en mois': '6' });
    await verifyTexte(signataire, 'La décision est signée.');
    await cadre.goto(`${mesure}/debut`);
    await executeActe(cadre, 'Inscrire le début effectif');
    await verifyTexte(cadre, 'Le début de la mesure est inscrit.');
    await cadre.getByRole('link', { name: /^Corriger : Commence vraiment/ }).click();
    await verifyTitre(cadre, 'Corriger : commence vraiment');
    await verifyPage(cadre);
    const correction = cadre.url();
    await writeChamps(cadre, { 'Le bon jour': '20/11/2026', 'Ce qui est corrigé': 'La veille.' });
    expect(await executeActe(cadre, 'Corriger l’exécution'), 'avant la décision').toBe(422);
    expect(await readValeur(cadre, 'Ce qui est corrigé')).toBe('La veille.');
    await writeChamps(cadre, { 'Le bon jour': '21/11/2026', 'Ce qui est corrigé': 'Le rendez-vous a été manqué.' });
    await cadre.getByRole('checkbox', { name: 'Cela n’a pas eu lieu' }).check();
    await executeActe(cadre, 'Corriger l’exécution');
    await verifyTexte(cadre, 'L’exécution est corrigée ; ce qui était inscrit reste lisible.');
    await verifyTexte(cadre, /correction : Le rendez-vous a été manqué\./);
    await verifyTexte(cadre, 'pas commencée');
    const dehors = await openRole(navigateur, 'sans-mission', { javaScriptEnabled });
    expect((await dehors.goto(correction))?.status(), 'absent et défendu se ressemblent').toBe(404);

    await cadre.goto(`${mesure}/transferer`);
    await verifyPage(cadre);
    expect(await executeActe(cadre, 'Transférer à un autre département'), 'à qui').toBe(400);
    await writeChamps(cadre, { 'À quel département': 'Département d’essai, cellule enfance.' });
    await executeActe(cadre, 'Transférer à un autre département');
    await verifyTexte(cadre, 'Le transfert de la mesure est inscrit.');
    await verifyTexte(cadre, /Département d’essai, cellule enfance\./);

    await cadre.goto(`${enfant}/inscrire?type=avis-parquet`);
    await executeActe(cadre, 'Inscrire ce qui est fait');
    await verifyTexte(cadre, 'C’est inscrit. Ce qui est dû a été recalculé.');
    const actes = cadre.locator('summary', { hasText: /^1 acte/ });
    await actes.click();
    await cadre.getByRole('link', { name: /^Annuler : / }).click();
    await verifyTitre(cadre, /^Annuler : /);
    await verifyPage(cadre);
    await writeChamps(cadre, { 'Pourquoi il n’aurait pas dû': 'C’était pour un autre enfant.' });
    await executeActe(cadre, 'Annuler cet acte');
    await verifyTexte(cadre, 'L’acte est annulé ; il reste lisible.');
    await actes.click();
    await verifyTexte(cadre, /annulé le 21 novembre 2026/);
  });

  it('Étant donné deux personnes devant la même mesure, quand la seconde enregistre, alors elle lit ce que la première a fait, sans perdre sa saisie', async () => {
    const premiere = await openRole(navigateur, 'cadre-territorial', { javaScriptEnabled });
    const enfant = await createEnfant(premiere, ENFANTS.conflit[essai]);
    const mesure = await proposeAed(premiere, enfant);
    const seconde = await openRole(navigateur, 'inspecteur', { javaScriptEnabled });
    for (const page of [premiere, seconde]) {
      await page.goto(`${mesure}/avis`);
      await page.getByRole('radio', { name: 'Réservé' }).check();
      await writeChamps(page, { Pourquoi: `Avis de ${page === premiere ? 'la première' : 'la seconde'}.` });
    }
    await executeActe(premiere, 'Donner un avis');
    await verifyTexte(premiere, 'L’avis est inscrit.');
    expect(await executeActe(seconde, 'Donner un avis')).toBe(409);
    await verifyTexte(seconde, /a changé pendant que vous écriviez/);
    expect(await readValeur(seconde, 'Pourquoi')).toBe('Avis de la seconde.');
    await executeActe(seconde, 'Donner un avis');
    await verifyTexte(seconde, 'L’avis est inscrit.');
    await verifyTexte(seconde, /Avis de la première\./);
  });
});

/** The page where a judge's decision is written, for a child who has a brother or sister the agent sees. */
async function findFratrie(page: Page): Promise<string> {
  await page.goto('/enfants?taille=100');
  const enfants = await page
    .locator('tbody a[href^="/enfants/"]')
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute('href') ?? ''));
  for (const enfant of enfants) {
    const adresse = `/mesures/recevoir?enfant=${enfant.split('/').at(-1)}`;
    await page.goto(`${adresse}&code=MJIE`);
    if ((await page.locator('input[name="enfants[]"]').count()) > 1) return adresse;
  }
  throw new Error('Aucune fratrie visible dans la démonstration.');
}
