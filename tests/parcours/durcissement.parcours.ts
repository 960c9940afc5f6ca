import { connect } from 'node:net';
import { beforeAll, describe, expect, inject, it } from 'vitest';

const adresse = () => inject('adresse');
const ask = (chemin: string, init: RequestInit = {}) =>
  fetch(`${adresse()}${chemin}`, { redirect: 'manual', ...init, headers: { origin: adresse(), ...init.headers } });
const sendCarte = (suite = '') =>
  ask(`/connexion/demo${suite}`, { method: 'POST', body: new URLSearchParams({ carte: 'referent' }) });
let temoin = '';
beforeAll(async () => {
  temoin = (await sendCarte()).headers
    .getSetCookie()
    .map((texte) => texte.split(';')[0])
    .join('; ');
});

/** Des octets tels quels sur le fil, là où un client honnête corrigerait la requête. */
function sendOctets(texte: string, attente = 30_000): Promise<string> {
  const { hostname, port } = new URL(adresse());
  return new Promise((resolve) => {
    let recu = '';
    const fil = connect(Number(port), hostname, () => fil.write(texte));
    const finish = () => {
      fil.destroy();
      resolve(recu);
    };
    fil.on('data', (octets) => {
      recu += octets;
    });
    fil.on('error', finish);
    fil.on('close', finish);
    setTimeout(finish, attente);
  });
}

describe('toute réponse', () => {
  const POSTE = { method: 'POST', body: new URLSearchParams({ a: '1' }) };
  it.each<[string, RequestInit, number[]]>([
    ['/connexion', {}, [200]],
    ['/', {}, [302, 303, 200]],
    ['/page-qui-n-existe-pas', {}, [302, 303, 404]],
    ['/assets/absent.js', {}, [404]],
    ['/sante', {}, [200]],
    ['/api/v1/openapi.json', {}, [200]],
    ['/api/v1/absente', {}, [404]],
    ['/connexion', { ...POSTE, headers: { origin: 'https://autre.example' } }, [403]],
    ['/connexion', POSTE, [400]],
    ['/connexion', { method: 'PUT' }, [405]],
  ])('%s %o porte les en-têtes de sécurité', async (chemin, init, statuts) => {
    const reponse = await ask(chemin, init);
    expect(statuts).toContain(reponse.status);
    const csp = reponse.headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'self'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe-(?:inline|eval)|\*/);
    expect(reponse.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reponse.headers.get('x-frame-options')).toBe('DENY');
    expect(reponse.headers.get('referrer-policy')).toBe('same-origin');
    expect(reponse.headers.get('x-powered-by')).toBeNull();
  });

  it('change de nonce à chaque fois, et ne laisse aucun script ni style sans lui', async () => {
    const pages = await Promise.all([ask('/connexion'), ask('/connexion')]);
    const nonces = pages.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    const html = (await pages[0]?.text()) ?? '';
    for (const [balise] of html.matchAll(/<(?:script|style)\b[^>]*>/g))
      expect(balise).toContain(`nonce="${nonces[0]}"`);
    expect(html).not.toMatch(/\son\w+=|\sstyle=|javascript:/);
  });

  it('d’une page personnelle ne se garde pas en mémoire', async () => {
    const page = await ask('/', { headers: { cookie: temoin } });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toMatch(/no-store|private/);
  });
});

describe('la connexion', () => {
  it('pose un témoin que ni un script ni un autre site ne peut prendre', async () => {
    const temoins = (await sendCarte()).headers.getSetCookie().filter((texte) => texte.includes('session_token'));
    expect(temoins.length).toBeGreaterThan(0);
    for (const texte of temoins) expect(texte).toMatch(/HttpOnly(?=.*SameSite=Lax)|SameSite=Lax(?=.*HttpOnly)/i);
  });

  it.each([
    '//autre.example',
    'https://autre.example/',
    '/\\autre.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:%20a=b',
    '/\r\nSet-Cookie: vole=1',
    '/\t/autre.example',
    '@autre.example',
  ])('ne mène jamais hors de Marelle (%j)', async (retour) => {
    const reponse = await sendCarte(`?retour=${encodeURIComponent(retour)}`);
    const vers = reponse.headers.get('location') ?? '/';
    expect(new URL(vers, adresse()).origin).toBe(adresse());
    expect(reponse.headers.getSetCookie().some((texte) => texte.startsWith('vole='))).toBe(false);
  });

  it.each([undefined, 'null', 'https://autre.example'])('refuse un formulaire d’ailleurs (%s)', async (origin) => {
    const { hostname, port } = new URL(adresse());
    const corps = 'carte=referent';
    const entete = origin === undefined ? '' : `Origin: ${origin}\r\n`;
    const recu = await sendOctets(
      `POST /connexion/demo HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${entete}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${corps.length}\r\nConnection: close\r\n\r\n${corps}`,
    );
    expect(recu).toMatch(/^HTTP\/1\.1 403/);
    expect(recu).not.toMatch(/set-cookie/i);
  });
});

describe('une requête abusive', () => {
  it.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/assets//etc/passwd',
  ])('%s ne sort pas du dossier des fichiers', async (chemin) => {
    const { hostname, port } = new URL(adresse());
    const recu = await sendOctets(`GET ${chemin} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
    expect(recu).toMatch(/^HTTP\/1\.1 (?:30\d|40\d)/);
    expect(recu).not.toMatch(/"dependencies"|root:x:/);
  });

  it('trop grosse est refusée en français, annoncée ou non', async () => {
    const gros = new Uint8Array(11 * 1024 * 1024);
    const annoncee = await ask('/connexion', { method: 'POST', body: gros });
    expect([annoncee.status, await annoncee.text()]).toEqual([413, 'Le fichier envoyé est trop volumineux.']);
    const flux = new ReadableStream({
      pull(controle) {
        controle.enqueue(gros.subarray(0, 1024 * 1024));
      },
    });
    const envoi: RequestInit & { duplex: 'half' } = { method: 'POST', body: flux, duplex: 'half' };
    const statut = await ask('/connexion', envoi).then(
      ({ status }) => status,
      () => 'coupée',
    );
    expect([413, 'coupée']).toContain(statut);
    expect((await ask('/sante')).status).toBe(200);
  });

  it('lente ou abandonnée ne gêne personne', async () => {
    const { hostname, port } = new URL(adresse());
    const debut = `POST / HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${adresse()}\r\nContent-Length: 1000\r\n\r\ncourriel=`;
    await Promise.all(Array.from({ length: 50 }, () => sendOctets(debut, 300)));
    const lente = await sendOctets('GET / HTTP/1.1\r\nHost: x\r\nX-Lent: ', 60_000);
    expect(lente).toMatch(/^HTTP\/1\.1 408/);
    expect((await ask('/connexion')).status).toBe(200);
  });

  it.each([
    ['un en-tête énorme', `GET / HTTP/1.1\r\nHost: x\r\nX-Gros: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['une requête illisible', 'N IMPORTE QUOI\r\n\r\n', 400],
    [
      'deux longueurs',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s est refusé', async (_, octets, statut) => {
    expect(await sendOctets(octets)).toMatch(new RegExp(`^HTTP/1\\.1 ${statut}`));
  });
});
