import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createGarde, type OptionsDeGarde } from './garde.ts';

function anApplication(options: Partial<OptionsDeGarde> = {}) {
  const app = new Hono();
  app.use(createGarde({ derriereMandataire: true, adresse: 'https://marelle.manche.example', ...options }));
  app.all('*', (c) => c.text('passe'));
  const ask = (chemin: string, init: RequestInit = {}, ip = '192.0.2.1') =>
    app.request(`http://interne:3000${chemin}`, {
      ...init,
      headers: { host: 'interne:3000', 'x-forwarded-for': `6.6.6.6, ${ip}`, ...init.headers },
    });
  return { ask };
}
const poste = (origin?: string): RequestInit => ({ method: 'POST', headers: origin === undefined ? {} : { origin } });

describe('un formulaire', () => {
  const { ask } = anApplication();

  it('passe quand il part de Marelle, sous son adresse publique ou celle du serveur', async () => {
    expect((await ask('/enfants', poste('https://marelle.manche.example'))).status).toBe(200);
    expect((await ask('/enfants', poste('http://interne:3000'))).status).toBe(200);
  });

  it.each([
    undefined,
    'null',
    '',
    'https://autre.example',
    'https://marelle.manche.example.autre.example',
    'https://marelle.manche.example@autre.example',
  ])('est refusé quand il vient d’ailleurs ou ne dit pas d’où (%s)', async (origine) => {
    const reponse = await ask('/enfants', poste(origine));
    expect(reponse.status).toBe(403);
    expect(await reponse.text()).toContain('ne vient pas de Marelle');
  });

  it('passe quand le navigateur dit qu’il part de la même page, sans donner d’origine', async () => {
    const depuis = (site: string) => ({ method: 'POST', headers: { 'sec-fetch-site': site } });
    expect((await ask('/enfants', depuis('same-origin'))).status).toBe(200);
    expect((await ask('/enfants', depuis('same-site'))).status).toBe(403);
    expect((await ask('/enfants', depuis('cross-site'))).status).toBe(403);
  });

  it('n’est pas demandé à l’API, que prouve un jeton', async () => {
    expect((await ask('/api/v1/agents', poste())).status).toBe(200);
  });
});

describe('une méthode', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s est refusée sur une page', async (method) => {
    const reponse = await anApplication().ask('/enfants', { method });
    expect(reponse.status).toBe(405);
    expect(reponse.headers.get('allow')).toBe('GET, HEAD, POST');
  });
});

describe('le débit', () => {
  it('est compté par adresse : un réseau bavard n’arrête pas les autres', async () => {
    const { ask } = anApplication({ debit: 5 });
    for (let i = 0; i < 5; i++) expect((await ask('/enfants')).status).toBe(200);
    const refus = await ask('/enfants');
    expect(refus.status).toBe(429);
    expect(Number(refus.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refus.text()).toMatch(/^Trop de requêtes depuis votre réseau/);
    expect((await ask('/enfants', {}, '192.0.2.2')).status).toBe(200);
  });

  it('est plus étroit à la connexion, sans gêner les pages ; une adresse inventée par le visiteur n’y change rien', async () => {
    const { ask } = anApplication({ debitConnexion: 2 });
    const connect = () => ask('/connexion', poste('https://marelle.manche.example'));
    expect([(await connect()).status, (await connect()).status, (await connect()).status]).toEqual([200, 200, 429]);
    const invente = await ask('/connexion', {
      method: 'POST',
      headers: { origin: 'https://marelle.manche.example', 'x-forwarded-for': '9.9.9.9, 192.0.2.1' },
    });
    expect(invente.status).toBe(429);
    expect((await ask('/connexion')).status).toBe(200);
  });

  it('laisse un site de trois cents agents travailler et se connecter le même matin', async () => {
    const { ask } = anApplication();
    const pages = await Promise.all(Array.from({ length: 3000 }, () => ask('/')));
    expect(pages.every(({ status }) => status === 200)).toBe(true);
    const entrees = await Promise.all(
      Array.from({ length: 100 }, () => ask('/connexion', poste('https://marelle.manche.example'))),
    );
    expect(entrees.every(({ status }) => status === 200)).toBe(true);
  });
});
