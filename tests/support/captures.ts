/**
 * The screenshots of the guide and of the README, taken again on the demonstration: `npm run captures`, or only some:
 * `npm run captures -- informations delais-evaluation`.
 * Same département, same day, same window: a changed file means a changed screen.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { setup } from './application-globale.ts';
import { openNavigateur } from './chromium.ts';
import { listTemoins, openRole } from './exploration.ts';

type Capture = {
  fichier: string;
  role: string;
  adresse: string;
  /** Where to go from the address: the first link whose address begins so, one after the other. */
  suivre?: readonly string[];
  telephone?: boolean;
};

const DOSSIER = join(import.meta.dirname, '../../docs/guide/images');
const PAR_ENFANT = 'tbody a[href^="/enfants/"]';

const CAPTURES: readonly Capture[] = [
  { fichier: 'connexion', role: '', adresse: '/connexion' },
  { fichier: 'ma-journee', role: 'chef-pole', adresse: '/' },
  { fichier: 'ma-journee-telephone', role: 'evaluateur', adresse: '/', telephone: true },
  { fichier: 'recherche', role: 'cadre-territorial', adresse: '/recherche?q=ma' },
  { fichier: 'compte', role: 'referent', adresse: '/compte' },
  { fichier: 'alertes', role: 'referent', adresse: '/compte/alertes' },
  { fichier: 'enfants', role: 'cadre-territorial', adresse: '/enfants' },
  { fichier: 'dossier', role: 'cadre-territorial', adresse: '/enfants', suivre: [PAR_ENFANT] },
  { fichier: 'dossier-telephone', role: 'referent', adresse: '/enfants', suivre: [PAR_ENFANT], telephone: true },
  {
    fichier: 'consultations',
    role: 'cadre-territorial',
    adresse: '/enfants',
    suivre: [PAR_ENFANT, 'main a[href$="/consultations"]'],
  },
  { fichier: 'foyer', role: 'cadre-territorial', adresse: '/enfants', suivre: [PAR_ENFANT, 'main a[href$="/foyer"]'] },
  {
    fichier: 'missions',
    role: 'responsable-territoire',
    adresse: '/enfants',
    suivre: [PAR_ENFANT, 'main a[href$="/missions"]'],
  },
  {
    fichier: 'proteger',
    role: 'chef-pole',
    adresse: '/enfants',
    suivre: [PAR_ENFANT, 'main a[href$="/proteger"]'],
  },
  { fichier: 'bris-de-glace', role: 'evaluateur', adresse: '/bris-de-glace', telephone: true },
  { fichier: 'revue', role: 'chef-pole', adresse: '/bris-de-glace/revue?mois=2026-10' },
  { fichier: 'doublons', role: 'chef-pole', adresse: '/personnes/doublons' },
  { fichier: 'fusionner', role: 'chef-pole', adresse: '/personnes/doublons', suivre: ['main a[href*="/fusion?"]'] },
  {
    fichier: 'decider',
    role: 'inspecteur',
    adresse: '/informations?vue=a-valider&rapport=valide',
    suivre: ['tbody a[href^="/informations/"]', 'main a[href$="/suites/decider"]'],
  },
  {
    fichier: 'suites',
    role: 'inspecteur',
    adresse: '/informations?vue=a-clore',
    suivre: ['tbody a[href^="/informations/"]', 'main a[href$="/suites"]'],
  },
  {
    fichier: 'echeance',
    role: 'cadre-territorial',
    adresse: '/echeances?portee=perimetre&regle=RS-001',
    suivre: ['tbody a[href^="/echeances/"]'],
  },
  { fichier: 'a-dire', role: 'cadre-territorial', adresse: '/informations/a-dire?vue=toutes' },
  { fichier: 'mesures', role: 'responsable-territoire', adresse: '/mesures' },
  { fichier: 'ordonne-pas-execute', role: 'cadre-territorial', adresse: '/mesures/ordonne-pas-execute' },
  {
    fichier: 'mesures-enfant',
    role: 'cadre-territorial',
    adresse: '/mesures?vue=ordonnees-pas-executees',
    suivre: [PAR_ENFANT],
  },
  {
    fichier: 'mesure',
    role: 'cadre-territorial',
    adresse: '/mesures?vue=ordonnees-pas-executees',
    suivre: ['tbody a[href^="/mesures/"]'],
  },
  { fichier: 'information-nouvelle', role: 'crip', adresse: '/informations/nouvelle' },
  { fichier: 'informations', role: 'crip', adresse: '/informations' },
  {
    fichier: 'information',
    role: 'crip',
    adresse: '/informations',
    suivre: ['tbody a[href^="/informations/"]'],
  },
  {
    fichier: 'information-qualification',
    role: 'crip',
    adresse: '/informations?etat=en-premiere-analyse',
    suivre: ['tbody a[href^="/informations/"]', 'main a[href$="/qualification"]'],
  },
  {
    fichier: 'evaluation',
    role: 'evaluateur',
    adresse: '/informations?etat=en-evaluation',
    suivre: ['tbody a[href^="/informations/"]', 'main a[href$="/evaluation"]'],
  },
  {
    fichier: 'evaluation-redaction',
    role: 'evaluateur',
    adresse: '/informations?etat=en-evaluation',
    suivre: ['tbody a[href^="/informations/"]', 'main a[href$="/evaluation"]', 'main a[href$="/redaction/foyer"]'],
  },
  {
    fichier: 'ecrits',
    role: 'crip',
    adresse: '/informations?etat=decidee',
    suivre: ['tbody a[href^="/informations/"]', 'main a[href$="/ecrits"]'],
  },
  { fichier: 'delais-evaluation', role: 'crip', adresse: '/tableau/evaluations' },
  { fichier: 'organisation', role: 'directrice', adresse: '/organisation' },
  { fichier: 'delegations', role: 'directrice', adresse: '/organisation/delegations' },
  { fichier: 'delegation-nouvelle', role: 'administrateur', adresse: '/organisation/delegations/nouvelle' },
  { fichier: 'budget-creches', role: 'petite-enfance', adresse: '/creches/budget?tri=taux&sens=desc' },
  { fichier: 'heures-psu', role: 'petite-enfance', adresse: '/creches/activite' },
  { fichier: 'suivi-creches', role: 'petite-enfance', adresse: '/creches/suivi?vue=faits' },
  {
    fichier: 'pointage',
    role: 'responsable-creche',
    adresse: '/creches',
    suivre: ['tbody a[href^="/creches/"]', 'main a[href$="/pointage"]'],
    telephone: true,
  },
  { fichier: 'creches-du-jour', role: 'petite-enfance', adresse: '/creches/du-jour' },
  {
    fichier: 'creche-jour',
    role: 'petite-enfance',
    adresse: '/creches/du-jour',
    suivre: ['.creches-jour tbody th a[href*="/jour?"]'],
  },
  { fichier: 'tableau-creches', role: 'petite-enfance', adresse: '/creches/tableau?vue=encadrement' },
  { fichier: 'creches-travaux', role: 'petite-enfance', adresse: '/creches/travaux' },
  {
    fichier: 'creche-travaux',
    role: 'petite-enfance',
    adresse: '/creches/travaux?vue=retard',
    suivre: ['tbody th a[href^="/creches/travaux/"]'],
  },
  {
    fichier: 'agent',
    role: 'petite-enfance',
    adresse: '/organisation/agents',
    suivre: ['tbody a[href^="/organisation/agents/"]'],
  },
  { fichier: 'parametres', role: 'administrateur', adresse: '/organisation/parametres' },
  { fichier: 'reprise', role: 'administrateur', adresse: '/reprise/nouveau' },
  { fichier: 'journal', role: 'administrateur', adresse: '/journal' },
];

async function takeCapture(navigateur: Browser, origine: string, capture: Capture): Promise<void> {
  const { role, adresse, suivre = [], telephone = false, fichier } = capture;
  const contexte = await navigateur.newContext({
    baseURL: origine,
    locale: 'fr-FR',
    viewport: telephone ? { width: 390, height: 780 } : { width: 1280, height: 840 },
  });
  if (role) await contexte.addCookies(listTemoins(origine, await openRole(origine, role)));
  const page = await contexte.newPage();
  await page.goto(adresse);
  for (const lien of suivre) {
    await page.goto((await page.locator(lien).first().getAttribute('href')) ?? '/');
  }
  const cdp = await contexte.newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  writeFileSync(join(DOSSIER, `${fichier}.webp`), Buffer.from(data, 'base64'));
  await contexte.close();
}

/** Only those named on the command line, if any. */
const voulues = process.argv.slice(2);
let origine = '';
const close = await setup({
  provide: (_: string, adresse: string) => {
    origine = adresse;
  },
} as unknown as TestProject);
const navigateur = await openNavigateur();
try {
  for (const capture of CAPTURES.filter(({ fichier }) => voulues.length === 0 || voulues.includes(fichier))) {
    await takeCapture(navigateur, origine, capture);
    console.log(capture.fichier);
  }
} finally {
  await navigateur.close();
  await close();
}
