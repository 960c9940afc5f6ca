import { createReconnaissance } from './routes-construites.ts';

/** A page as the server sends it to a role, before any browser: what a visitor without JavaScript receives. */
export type PageVue = {
  readonly role: string;
  /** The route that answers, `/organisation/agents/:id`; the address itself when none does. */
  readonly route: string;
  readonly adresse: string;
  /** The page where the link was found. */
  readonly depuis: string;
  readonly statut: number;
  readonly type: string;
  readonly html: string;
};

/** How many addresses of one route are opened for one role: a list leads to hundreds of files alike. */
const EXEMPLES = 4;
/** Among them, how many that differ by their values only. */
const SEMBLABLES = 2;
/** A file whose acts depend on its state, and the lists that sort it by state: as many as it takes to meet them all. */
const VARIEES: Readonly<Record<string, number>> = {
  '/enfants/:id': 8,
  '/informations/:id': 40,
  '/informations/:id/evaluation': 40,
  '/informations/:id/suites': 40,
  '/informations/:id/ecrits': 40,
  '/creches/:id/enfants': 8,
  '/creches/familles/:id': 8,
};
/** Lists that a form's choice opens, where no link does: one for each state of what they list. */
const CHOIX = [
  '/enfants?vue=clos',
  ...[
    'recue',
    'en-premiere-analyse',
    'qualifiee',
    'attribuee',
    'en-evaluation',
    'rapport-remis',
    'en-validation',
    'decidee',
  ].map((etat) => `/informations?etat=${etat}`),
  '/informations?vue=closes&etat=transferee',
  '/informations?vue=closes&etat=close-judiciaire',
  '/informations?vue=closes&etat=close-administratif',
];
const ENSEMBLE = 4;

/** Signs in by the card of the demonstration; the header every later request sends. */
export async function openRole(origine: string, carte: string): Promise<string> {
  const reponse = await fetch(`${origine}/connexion/demo`, {
    method: 'POST',
    body: new URLSearchParams({ carte }),
    headers: { origin: origine },
    redirect: 'manual',
  });
  const temoins = reponse.headers.getSetCookie().map((temoin) => temoin.split(';')[0]);
  if (temoins.length === 0) throw new Error(`La carte « ${carte} » n'ouvre pas de session : ${reponse.status}`);
  return temoins.join('; ');
}

/** The same session, for a browser: `context.addCookies(…)`. */
export function listTemoins(origine: string, cookie: string): { name: string; value: string; url: string }[] {
  return cookie.split('; ').map((temoin) => {
    const [name = '', ...value] = temoin.split('=');
    return { name, value: value.join('='), url: origine };
  });
}

/** Everything a role can reach from its home by following links, a few examples of each route. */
export async function listPagesAccessibles(origine: string, role: string): Promise<PageVue[]> {
  const cookie = await openRole(origine, role);
  const keep = createTri(origine);
  const vues: PageVue[] = [];
  let aOuvrir: Lien[] = [{ adresse: '/', depuis: '(accueil)', route: '/' }];
  for (const adresse of CHOIX) {
    const { statut } = await readPage(origine, adresse, cookie);
    if (statut === 200)
      aOuvrir.push({ adresse, depuis: '(choix d’un formulaire)', route: adresse.split('?')[0] ?? '' });
  }
  while (aOuvrir.length > 0) {
    const lot = aOuvrir.splice(0, ENSEMBLE);
    const pages = await Promise.all(
      lot.map(async (lien) => ({ ...lien, role, ...(await readPage(origine, lien.adresse, cookie)) })),
    );
    vues.push(...pages);
    aOuvrir = [...aOuvrir, ...pages.flatMap(({ adresse, html }) => keep(listLiens(html, origine + adresse), adresse))];
  }
  return vues;
}

type Lien = Pick<PageVue, 'adresse' | 'depuis' | 'route'>;

/** Among the links of a page, those worth opening: new, and not the tenth of its kind. */
function createTri(origine: string): (adresses: string[], depuis: string) => Lien[] {
  const findRoute = createReconnaissance();
  const connues = new Set(['/']);
  const comptes = new Map<string, number>();
  const take = (cle: string, limite: number) => {
    const deja = comptes.get(cle) ?? 0;
    if (deja < limite) comptes.set(cle, deja + 1);
    return deja < limite;
  };
  return (adresses, depuis) =>
    adresses.flatMap((adresse) => {
      if (connues.has(adresse)) return [];
      connues.add(adresse);
      const { pathname, searchParams } = new URL(adresse, origine);
      const route = findRoute(pathname) ?? pathname;
      const forme = [...searchParams.keys()].sort().join('&');
      const limite = VARIEES[route];
      const retenue = limite
        ? take(`${depuis} ${route}?${forme}`, SEMBLABLES) && take(route, limite)
        : take(`${route}?${forme}`, forme === '' ? SEMBLABLES : 1) && take(route, EXEMPLES);
      return retenue ? [{ adresse, depuis, route }] : [];
    });
}

async function readPage(origine: string, adresse: string, cookie: string) {
  const reponse = await fetch(origine + adresse, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  const type = reponse.headers.get('content-type') ?? '';
  const html = type.startsWith('text/html') ? await reponse.text() : '';
  if (html === '') await reponse.arrayBuffer();
  return { statut: reponse.status, type, html };
}

function listLiens(html: string, page: string): string[] {
  const origine = new URL(page).origin;
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].flatMap(([, href = '']) => {
    const cible = URL.parse(href.replaceAll('&amp;', '&'), page);
    return cible?.origin === origine ? [cible.pathname + cible.search] : [];
  });
}
