import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { api as agents } from '#modules/agents/web/api.ts';
import { api as delegations } from '#modules/delegations/web/api.ts';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { api as organisation } from '#modules/organisation/web/api.ts';
import type { Habilitation } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { createApi } from './create-api.ts';
import { type ClientApi, computeEmpreinte, createClientApi, type Demande } from './testing/client-api.ts';

const base = withBase();
const entrees = [...organisation, ...agents, ...delegations];
let o: OrganisationEssai;
let app: Hono;
let client: ClientApi;
let deTout: string;

beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  app = createApi({ db: base.db, entrees });
  client = createClientApi(app, base.executeSql);
  deTout = await createJeton(['organisation.gerer', 'delegations.gerer', 'parametres.gerer']);
});

type Jeton = { agentId?: string; expire?: string };

const createJeton = (portees: readonly Habilitation[], { agentId, expire }: Jeton = {}) =>
  client.createJeton(agentId ?? o.agents.administrateur.agentId, portees, expire);

const ask = (methode: string, chemin: string, { jeton = deTout, ...demande }: Demande = {}) =>
  client.ask(methode, chemin, { jeton, ...demande });

const nouvelAgent = (matricule: string) => ({
  matricule,
  nom: 'Exemple',
  prenom: 'Lou',
  metier: 'attache',
  du: '2026-11-01',
});

describe('jetons', () => {
  test('sans jeton, avec un jeton inconnu, ou avec le seul témoin d’une session : 401, et comment faire', async () => {
    for (const demande of [
      { jeton: '' },
      { jeton: randomBytes(32).toString('base64url') },
      { jeton: '', entetes: { cookie: `marelle.session_token=${deTout}.signature` } },
    ]) {
      const { status, entetes, corps } = await ask('GET', '/organisation/unites', demande);
      expect(status).toBe(401);
      expect(entetes.get('www-authenticate')).toContain('Bearer');
      expect(corps).toMatchObject({ type: '/documentation-api#probleme-jeton-absent', status: 401 });
    }
  });

  test('un jeton échu ou révoqué ne vaut plus', async () => {
    const echu = await createJeton(['organisation.gerer'], { expire: '-1 second' });
    expect((await ask('GET', '/organisation/unites', { jeton: echu })).status).toBe(401);
    const revoque = await createJeton(['organisation.gerer']);
    expect((await ask('GET', '/organisation/unites', { jeton: revoque })).status).toBe(200);
    await base.executeSql('update comptes.jeton_api set revoque_le = now() where empreinte = $1', [
      computeEmpreinte(revoque),
    ]);
    expect((await ask('GET', '/organisation/unites', { jeton: revoque })).status).toBe(401);
  });

  test('un jeton dont l’agent de service a quitté le département ne vaut plus', async () => {
    const agentId = o.agents.referentSud.agentId;
    const jeton = await createJeton(['enfants.lire-mission'], { agentId });
    expect((await ask('GET', '/organisation/unites', { jeton })).status).toBe(200);
    await base.executeSql("update organisation.agent set periode = '[2020-01-01,2026-11-01)' where id = $1", [agentId]);
    expect((await ask('GET', '/organisation/unites', { jeton })).status).toBe(401);
  });

  test('le dernier usage s’écrit au plus une fois par heure', async () => {
    const jeton = await createJeton(['organisation.gerer']);
    const empreinte = computeEmpreinte(jeton);
    const lit = async () =>
      (
        await base.executeSql<{ le: string }>(
          'select dernier_usage_le::text as le from comptes.jeton_api where empreinte = $1',
          [empreinte],
        )
      )[0]?.le;
    expect(await lit()).toBeNull();
    await ask('GET', '/organisation/unites', { jeton });
    const premier = await lit();
    expect(premier).not.toBeNull();
    await ask('GET', '/organisation/unites', { jeton });
    expect(await lit()).toBe(premier);
    await base.executeSql(
      "update comptes.jeton_api set dernier_usage_le = now() - interval '61 minutes' where empreinte = $1",
      [empreinte],
    );
    await ask('GET', '/organisation/unites', { jeton });
    expect(await lit()).not.toBe(premier);
  });
});

describe('droits', () => {
  test('un jeton peut ce que peut son agent, dans ses portées seulement', async () => {
    expect((await ask('POST', '/organisation/agents', { corps: nouvelAgent('S1') })).status).toBe(201);
    const sansPortee = await createJeton(['journal.lire']);
    const { status, corps } = await ask('POST', '/organisation/agents', {
      jeton: sansPortee,
      corps: nouvelAgent('S2'),
    });
    expect(status).toBe(404);
    expect(corps).toMatchObject({ title: 'Absent ou hors des missions' });
    expect((await base.executeSql("select 1 from organisation.agent where matricule = 'S2'")).length).toBe(0);
  });

  test('une portée que l’agent n’a pas n’ajoute rien', async () => {
    const jeton = await createJeton(['organisation.gerer'], { agentId: o.agents.referentNord.agentId });
    expect((await ask('POST', '/organisation/agents', { jeton, corps: nouvelAgent('S3') })).status).toBe(404);
  });

  test('le motif d’une absence ne se lit que de qui le peut', async () => {
    const { agentId } = o.agents.referentNord;
    const absence = { du: '01/12/2026', au: '2026-12-05', motif: 'maladie' };
    expect((await ask('POST', `/organisation/agents/${agentId}/absences`, { corps: absence })).status).toBe(201);
    const lit = async (jeton: string) =>
      (await ask('GET', `/organisation/agents/${agentId}`, { jeton })).corps.absences[0];
    expect(await lit(deTout)).toMatchObject({ du: '2026-12-01', motif: 'maladie' });
    const autre = await createJeton(['enfants.lire-mission'], { agentId: o.agents.cadreSud.agentId });
    expect(await lit(autre)).toMatchObject({ du: '2026-12-01', motif: null });
  });

  test('absent et interdit se ressemblent', async () => {
    const { status, corps } = await ask('GET', `/organisation/agents/${createIdentifiant()}`);
    expect(status).toBe(404);
    expect(corps.type).toBe('/documentation-api#probleme-introuvable');
  });
});

describe('lectures', () => {
  test('une liste se feuillette, et dit ses voisines', async () => {
    const { corps, entetes } = await ask('GET', '/organisation/agents?taille=2&page=2&tri=nom');
    expect(corps).toMatchObject({ page: 2, taille: 2 });
    expect(corps.lignes).toHaveLength(2);
    const liens = entetes.get('link') ?? '';
    for (const rel of ['first', 'prev', 'next', 'last']) expect(liens).toContain(`rel="${rel}"`);
    expect(liens).toContain('taille=2');
    const derniere = await ask('GET', `/organisation/agents?taille=2&page=${corps.pages}`);
    expect(derniere.entetes.get('link')).not.toContain('rel="next"');
  });

  test.each([
    ['page=0', 'page'],
    ['taille=201', 'taille'],
    ['taille=beaucoup', 'taille'],
    ['presence=ailleurs', 'presence'],
    ['unite=12', 'unite'],
    ['presnce=absent', ''],
  ])('« %s » est refusé : un filtre ignoré tromperait', async (recherche, champ) => {
    const { status, corps } = await ask('GET', `/organisation/agents?${recherche}`);
    expect(status).toBe(400);
    expect(corps.erreurs).toMatchObject([{ champ }]);
  });

  test('une lecture inchangée répond 304, et HEAD n’a pas de corps', async () => {
    const premiere = await ask('GET', '/organisation/unites');
    const etag = premiere.entetes.get('etag') ?? '';
    const seconde = await ask('GET', '/organisation/unites', { entetes: { 'if-none-match': `W/${etag}, "autre"` } });
    expect(seconde).toMatchObject({ status: 304, corps: undefined });
    expect(seconde.entetes.get('etag')).toBe(etag);
    const tete = await ask('HEAD', '/organisation/unites');
    expect(tete).toMatchObject({ status: 200, corps: undefined });
    expect(tete.entetes.get('etag')).toBe(etag);
  });

  test('qui peut signer, tel jour, par quel arrêté', async () => {
    const { agentId } = o.agents.cadreNord;
    const delegation = {
      agentId,
      actes: ['ppe.signer'],
      uniteId: o.unites.nord,
      arreteNumero: '2026-12',
      arreteLe: '2026-01-02',
      du: '2026-01-05',
    };
    const { status, corps } = await ask('POST', '/organisation/delegations', { corps: delegation });
    expect({ status, nombre: corps.ids.length }).toEqual({ status: 201, nombre: 1 });
    const demande = `acte=ppe.signer&uniteId=${o.unites.siteNord}`;
    const lit = async (jour: string) => (await ask('GET', `/organisation/signataires?${demande}&jour=${jour}`)).corps;
    expect((await lit('2026-11-21')).delegations).toMatchObject([{ agentId }]);
    expect((await lit('2025-11-21')).delegations).toEqual([]);
    const verdict = await ask('GET', `/organisation/signataires/${o.agents.cadreSud.agentId}?${demande}`);
    expect(verdict.corps).toMatchObject({ peut: false });
    expect(verdict.corps.textes.join()).toContain('CGCT, art. L3221-3');
  });

  test.each([
    '/organisation/parametres',
    '/organisation/communes',
    '/organisation/jours-feries?annee=2027',
    '/organisation/postes',
    '/organisation/delegations?etat=toutes',
  ])('GET %s répond selon sa description', async (chemin) => {
    expect((await ask('GET', chemin)).status).toBe(200);
  });
});

describe('actes', () => {
  test('créer rend l’adresse de ce qui est créé ; le journal garde l’acte et le jeton', async () => {
    const { status, corps, entetes } = await ask('POST', '/organisation/agents', { corps: nouvelAgent('C1') });
    expect(status).toBe(201);
    expect(entetes.get('location')).toBe(`/api/v1/organisation/agents/${corps.id}`);
    const traces = await base.executeSql(
      `select e.acte, e.agent_id, j.nom from journal.evenement e
       join comptes.jeton_api j on j.id = (e.detail ->> 'jetonApi')::uuid where e.objet_id = $1`,
      [corps.id],
    );
    expect(traces).toEqual([
      { acte: 'organisation.agent.creer', agent_id: o.agents.administrateur.agentId, nom: 'essai' },
    ]);
  });

  test('un acte de l’écran ne porte pas de jeton', async () => {
    await base.asAgent(o.agents.administrateur.agentId, ({ tx }) =>
      tx.insertInto('journal.evenement').values({ acte: 'essai.ecran', agentId: null }).execute(),
    );
    const [trace] = await base.executeSql<{ detail: object }>(
      "select detail from journal.evenement where acte = 'essai.ecran'",
    );
    expect(trace?.detail).toEqual({});
  });

  test('une saisie incomplète dit chaque champ', async () => {
    const { status, corps } = await ask('POST', '/organisation/agents', { corps: { nom: 'Seul', du: '31/02/2026' } });
    expect(status).toBe(400);
    const champs = corps.erreurs.map(({ champ }: { champ: string }) => champ);
    expect(champs).toEqual(expect.arrayContaining(['matricule', 'prenom', 'metier', 'du']));
  });

  test('un refus de la règle cite son texte', async () => {
    const corps = {
      agentId: (await ask('POST', '/organisation/agents', { corps: nouvelAgent('R1') })).corps.id,
      actes: ['ppe.signer'],
      uniteId: o.unites.nord,
      arreteNumero: '3',
      arreteLe: '2026-01-02',
      du: '2026-01-05',
    };
    const refus = await ask('POST', '/organisation/delegations', { corps });
    expect(refus.status).toBe(422);
    expect(refus.corps).toMatchObject({ champ: 'agentId' });
    expect(refus.corps.textes.join()).toContain('CGCT, art. L3221-3');
  });

  test('deux écritures sur la même version : la seconde voit ce qui est enregistré, 409 ou 412', async () => {
    const { id } = (await ask('POST', '/organisation/agents', { corps: nouvelAgent('V1') })).corps;
    const adresse = `/organisation/agents/${id}`;
    const { etag } = await readFiche(adresse);
    const corps = { ...nouvelAgent('V1'), nom: 'Changé' };
    expect((await ask('PUT', adresse, { corps })).status).toBe(428);
    expect((await ask('PUT', adresse, { corps, entetes: { 'if-match': etag } })).status).toBe(200);
    const depassee = await ask('PUT', adresse, { corps: { ...corps, nom: 'Autre' }, entetes: { 'if-match': etag } });
    expect(depassee.status).toBe(412);
    expect(depassee.corps.actuel).toMatchObject({ Nom: 'Changé' });
    const conflit = await ask('PUT', adresse, { corps: { ...corps, version: 1 } });
    expect(conflit.status).toBe(409);
    expect(conflit.corps.actuel).toMatchObject({ Nom: 'Changé' });
    expect((await ask('PUT', adresse, { corps, entetes: { 'if-match': '"v2"' } })).status).toBe(412);
    const { etag: nouvel } = await readFiche(adresse);
    expect((await ask('PUT', adresse, { corps, entetes: { 'if-match': nouvel } })).status).toBe(200);
  });

  test('l’adresse l’emporte sur le corps', async () => {
    const { id } = (await ask('POST', '/organisation/agents', { corps: nouvelAgent('A1') })).corps;
    const corps = { id: o.agents.directeur.agentId, version: 1, au: '2026-12-31' };
    expect((await ask('PUT', `/organisation/agents/${id}/depart`, { corps })).corps).toEqual({ id });
  });

  test('un avis se lit et se marque lu de celui à qui il est adressé, de nul autre', async () => {
    const [avis] = await base.executeSql<{ id: string }>(
      "insert into organisation.avis (id, agent_id, titre, texte) values (gen_random_uuid(), $1, 'Titre', 'Texte') returning id",
      [o.agents.administrateur.agentId],
    );
    const recus = await ask('GET', '/organisation/mes-avis');
    expect(recus.corps).toMatchObject({ total: 1, lignes: [{ id: avis?.id, titre: 'Titre', luLe: null }] });
    const autre = await createJeton(['organisation.gerer'], { agentId: o.agents.directeur.agentId });
    const lecture = `/organisation/mes-avis/${avis?.id}/lecture`;
    expect((await ask('PUT', lecture, { jeton: autre, corps: {} })).status).toBe(404);
    expect((await ask('PUT', lecture, { corps: {} })).status).toBe(200);
    expect((await ask('GET', '/organisation/mes-avis')).corps.lignes[0].luLe).toMatch(/Z$/);
  });
});

async function readFiche(adresse: string): Promise<{ etag: string }> {
  return { etag: (await ask('GET', adresse)).entetes.get('etag') ?? '' };
}

describe('requêtes mal formées', () => {
  test('adresse inconnue, méthode non permise, corps qui n’est pas du JSON', async () => {
    expect(await ask('GET', '/nulle-part')).toMatchObject({ status: 404, corps: { title: 'Adresse inconnue' } });
    const methode = await ask('DELETE', '/organisation/agents');
    expect(methode).toMatchObject({ status: 405, corps: { title: 'Méthode non permise' } });
    expect(methode.entetes.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect((await ask('OPTIONS', '/organisation/agents')).status).toBe(204);
    expect((await ask('POST', '/openapi.json', { corps: {} })).status).toBe(405);
    for (const corps of ['{"nom":', '[]', '"texte"', 'null']) {
      expect(await ask('POST', '/organisation/agents', { corps }), corps).toMatchObject({ status: 400 });
    }
    expect(await ask('GET', '/organisation/agents/pas-un-identifiant')).toMatchObject({ status: 400 });
  });

  test('un formulaire n’est pas accepté, ni un corps trop long', async () => {
    const entetes = { 'content-type': 'application/x-www-form-urlencoded' };
    const formulaire = await ask('POST', '/organisation/agents', { corps: 'nom=Exemple', entetes });
    expect(formulaire).toMatchObject({ status: 415, corps: { title: 'Type de contenu refusé' } });
    const long = await ask('POST', '/organisation/agents', { corps: { nom: 'x'.repeat(1_100_000) } });
    expect(long).toMatchObject({ status: 413, corps: { title: 'Corps trop volumineux' } });
  });

  test('toute réponse de problème est du type annoncé, et sa page existe', async () => {
    const reponse = await app.request('/v1/nulle-part');
    expect(reponse.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await reponse.json()).toMatchObject({
      type: '/documentation-api#probleme-adresse-inconnue',
      instance: '/v1/nulle-part',
    });
  });
});

describe('débit', () => {
  test('au-delà de son débit, un jeton attend le temps dit ; un autre n’attend pas', async () => {
    const sur = createApi({ db: base.db, entrees, requetesParMinute: 2 });
    const autre = await createJeton(['organisation.gerer']);
    for (const status of [200, 200, 429])
      expect((await ask('GET', '/organisation/unites', { sur })).status).toBe(status);
    const { entetes, corps } = await ask('GET', '/organisation/unites', { sur });
    expect(Number(entetes.get('retry-after'))).toBeGreaterThan(0);
    expect(corps.type).toBe('/documentation-api#probleme-debit');
    expect((await ask('GET', '/organisation/unites', { sur, jeton: autre })).status).toBe(200);
  });

  test('une adresse qui essaie des jetons au hasard est arrêtée', async () => {
    const sur = createApi({ db: base.db, entrees, echecsParMinute: 2, adresseDe: () => '192.0.2.1' });
    for (const status of [401, 401, 429]) {
      const jeton = randomBytes(32).toString('base64url');
      expect((await ask('GET', '/organisation/unites', { sur, jeton })).status).toBe(status);
    }
  });
});
