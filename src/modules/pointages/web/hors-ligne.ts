import { canAccueillir } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { readPage } from '#web/page.server.ts';
import { getCreche } from '../data/pointage.server.ts';
import type { Route } from './+types/hors-ligne.ts';

/**
 * Le réseau manque : la page de pointage, et elle seule, se rouvre telle qu'elle a été vue pour la dernière fois. Une réponse qui
 * n'est plus la page (session fermée) efface la copie : rien ne reste à lire sur une tablette rendue.
 */
const SCRIPT = `
const CACHE = 'marelle-pointage';
const PAGE = new URL(self.location.href).pathname.replace(/\\/hors-ligne\\.js$/, '');
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));
self.addEventListener('message', (e) => e.waitUntil(garder().then(() => e.source && e.source.postMessage('garde'))));
self.addEventListener('fetch', (e) => {
  const adresse = new URL(e.request.url);
  if (e.request.method !== 'GET' || adresse.origin !== self.location.origin) return;
  if (e.request.mode === 'navigate' && adresse.pathname === PAGE) e.respondWith(page(e.request));
  else if (adresse.pathname.startsWith('/assets/')) e.respondWith(fichier(e.request));
});
async function garder() {
  const reponse = await fetch(PAGE, { credentials: 'same-origin', redirect: 'manual' }).catch(() => undefined);
  if (reponse) await garderReponse(reponse);
}
async function garderReponse(reponse) {
  const cache = await caches.open(CACHE);
  if (!reponse.ok || reponse.redirected) return cache.delete(PAGE);
  const html = await reponse.clone().text();
  await cache.put(PAGE, reponse.clone());
  const fichiers = [...new Set(html.match(/\\/assets\\/[^"'\\s\\\\)]+/g) || [])];
  await Promise.all(fichiers.map(async (f) => (await cache.match(f)) || cache.add(f).catch(() => undefined)));
}
async function page(requete) {
  try {
    const reponse = await fetch(requete);
    await garderReponse(reponse.clone());
    return reponse;
  } catch {
    return (await caches.match(PAGE)) || Response.error();
  }
}
async function fichier(requete) {
  return (await caches.match(requete)) || fetch(requete);
}
`;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const creche = await getCreche(tx, args.params.id);
    if (!canAccueillir(agent, creche)) throw new Introuvable('Absent, ou hors de vos missions.');
    return new Response(SCRIPT, {
      headers: {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'no-cache',
        'Service-Worker-Allowed': `/creches/${creche.id}/pointage`,
      },
    });
  });
}
