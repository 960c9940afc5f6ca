import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listDefauts } from '#tests/support/examen.ts';
import { listPagesAccessibles, listTemoins, openRole, type PageVue } from '#tests/support/exploration.ts';
import { withNavigateur } from '#tests/support/navigateur.ts';
import { listRoutesConstruites } from '#tests/support/routes-construites.ts';

/** Every card of the sign-in page. */
const ROLES = [
  'administrateur',
  'cadre-territorial',
  'referent',
  'responsable-territoire',
  'chef-pole',
  'chef-projet',
  'petite-enfance',
  'responsable-creche',
  'crip',
  'evaluateur',
  'inspecteur',
  'psychologue',
  'directrice',
  'sans-mission',
];

/** Pages met only before being signed in, and how they are opened here. */
const SANS_SESSION = ['/connexion', '/connexion/non-rattache', '/que-doit-on'];
/** Pages of a sign-in half done, or behind a link given once: their own journeys examine them. */
const AILLEURS = ['/connexion/second-facteur', '/connexion/second-facteur/inscrire', '/invitation/:jeton'];

const routes = listRoutesConstruites().filter(({ estPage }) => estPage);
const navigateur = withNavigateur();
const vues: PageVue[] = [];
const sessions = new Map<string, string>();

beforeAll(async () => {
  await createImportation(inject('adresse'));
  for (const role of ROLES) vues.push(...(await listPagesAccessibles(inject('adresse'), role)));
});

describe('toutes les pages, de lien en lien depuis l’accueil de chaque rôle', () => {
  it('répondent : aucun lien ne mène à une page absente, défendue ou en panne', () => {
    const perdus = vues.filter(({ statut }) => statut !== 200);
    expect(
      perdus.map(({ role, statut, adresse, depuis }) => `${role} : ${adresse} → ${statut}, lien de ${depuis}`),
    ).toEqual([]);
  });

  it('ne laissent voir ni page d’anglais technique, ni identifiant à la place d’un nom', () => {
    const suspectes = vues.filter(({ html }) =>
      /\b(undefined|NaN|\[object Object\]|Invalid Date)\b/.test(readTexte(html)),
    );
    expect(suspectes.map(({ role, adresse }) => `${role} : ${adresse}`)).toEqual([]);
  });

  it('ne sont exceptées de l’examen que si elles existent', () => {
    const chemins = routes.map(({ chemin }) => chemin);
    expect([...SANS_SESSION, ...AILLEURS].filter((chemin) => !chemins.includes(chemin))).toEqual([]);
  });
});

describe('chaque page : nommée, accessible dans les deux thèmes, au clavier, en 320 pixels', () => {
  it.each(routes.map(({ chemin }) => chemin).filter((chemin) => !AILLEURS.includes(chemin)))('%s', async (chemin) => {
    const page = SANS_SESSION.includes(chemin) ? await openSansSession(chemin) : await openExemple(chemin);
    expect(await listDefauts(page), page.url()).toEqual([]);
  });
});

/** A file taken in, with a line refused: its pages have something to show. */
async function createImportation(origine: string): Promise<void> {
  const corps = new FormData();
  corps.set('nature', 'personnes');
  const lignes = 'Nom;Prénom;Sexe;Né(e) le\nESSAILIEN;Zoé;F;12/07/1991\nESSAILIEN;Rémi;M;31/02/2001\n';
  corps.set('fichier', new File([lignes], 'personnes-a-voir.csv', { type: 'text/csv' }));
  const cookie = await openRole(origine, 'administrateur');
  const reponse = await fetch(`${origine}/reprise/nouveau`, {
    method: 'POST',
    headers: { cookie, origin: origine },
    body: corps,
    redirect: 'manual',
  });
  expect(reponse.status, 'le fichier est déposé').toBe(303);
}

async function openSansSession(chemin: string): Promise<Page> {
  const page = await navigateur.openPage();
  await page.goto(chemin);
  return page;
}

/** The fullest example of this route, seen by the role that sees most of it. */
async function openExemple(chemin: string): Promise<Page> {
  const exemples = vues.filter(({ route, statut }) => route === chemin && statut === 200);
  const [riche] = exemples.sort((a, b) => b.html.length - a.html.length);
  if (riche === undefined) throw new Error(`Aucun rôle n'atteint ${chemin} par un lien`);
  const page = await navigateur.openPage();
  const cookie = sessions.get(riche.role) ?? (await openRole(inject('adresse'), riche.role));
  sessions.set(riche.role, cookie);
  await page.context().addCookies(listTemoins(inject('adresse'), cookie));
  await page.goto(riche.adresse);
  return page;
}

function readTexte(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
}
