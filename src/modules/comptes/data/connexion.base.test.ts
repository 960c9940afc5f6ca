import { beforeAll, describe, expect, it } from 'vitest';
import { asAgent, SessionAbsente } from '#database/as-agent.ts';
import { findJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import { computeCodeOtp } from '../testing/code-otp.ts';
import {
  aCompte,
  anAuthentification,
  anInstallation,
  type CompteDEssai,
  MOT_DE_PASSE,
  Navigateur,
} from '../testing/comptes-essai.ts';
import type { Authentification } from './authentification.server.ts';
import { closeConnexion, executeConnexion, findSessionOuverte } from './connexion.server.ts';
import { executeSecondFacteur, prepareInscription, recordInscription } from './second-facteur.server.ts';

const base = withBase();
let authentification: Authentification;
beforeAll(async () => {
  await anInstallation(base);
  authentification = anAuthentification(base);
});

const connect = (navigateur: Navigateur, compte: { courriel: string }, motDePasse = MOT_DE_PASSE) =>
  executeConnexion(authentification, navigateur.entree(), { courriel: compte.courriel, motDePasse });
const passe = (secondes: number) =>
  base.executeSql(`update comptes.tentative set dernier_le = dernier_le - make_interval(secs => $1)`, [secondes]);

async function enroll(navigateur: Navigateur, compte: CompteDEssai) {
  const issue = await connect(navigateur, compte);
  if (!('temoins' in issue)) throw new Error(issue.etat);
  navigateur.keep(issue.temoins);
  const inscription = await prepareInscription(authentification, { id: compte.id, email: compte.courriel });
  const complet = { id: compte.id, email: compte.courriel, agentId: compte.agentId };
  const faite = await recordInscription(
    authentification,
    navigateur.entree(),
    complet,
    computeCodeOtp(inscription.uri),
  );
  if (faite.etat !== 'inscrit') throw new Error(faite.etat);
  navigateur.keep(faite.temoins);
  return { ...inscription, codes: faite.codes };
}
const openJeton = (navigateur: Navigateur) =>
  asAgent(base.db, { jeton: findJeton(navigateur.request()) ?? '' }, async ({ agent }) => agent.id);

describe('Se connecter par mot de passe', () => {
  it('hors démonstration, un compte local sans second facteur est reconnu mais doit d’abord l’inscrire', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    expect((await connect(navigateur, compte)).etat).toBe('a-inscrire');
    const inscription = await enroll(navigateur, compte);
    expect(inscription.codes).toHaveLength(10);
    expect(await openJeton(navigateur)).toBe(compte.agentId);
    const autre = new Navigateur();
    const issue = await connect(autre, compte);
    expect(issue.etat).toBe('second-facteur');
    if ('temoins' in issue) autre.keep(issue.temoins);
    expect(findJeton(autre.request())).toBeUndefined();
    const fait = await executeSecondFacteur(authentification, autre.entree(), {
      code: computeCodeOtp(inscription.uri, 1),
      genre: 'totp',
    });
    expect(fait.etat).toBe('ouverte');
    if ('temoins' in fait) autre.keep(fait.temoins);
    expect(await openJeton(autre)).toBe(compte.agentId);
  });

  it('en démonstration, le mot de passe suffit', async () => {
    await anInstallation(base, true);
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    const issue = await connect(navigateur, compte);
    expect(issue.etat).toBe('ouverte');
    await anInstallation(base);
  });

  it('un code déjà présenté ne sert pas deux fois, un code de secours non plus', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    const { uri, codes } = await enroll(navigateur, compte);
    const present = async (code: string, genre: 'totp' | 'secours') => {
      const autre = new Navigateur();
      autre.temoins.set('marelle.appareil', navigateur.temoins.get('marelle.appareil') ?? '');
      const issue = await connect(autre, compte);
      if ('temoins' in issue) autre.keep(issue.temoins);
      await passe(1000);
      return (await executeSecondFacteur(authentification, autre.entree(), { code, genre })).etat;
    };
    const code = computeCodeOtp(uri, 1);
    expect(await present(code, 'totp')).toBe('ouverte');
    expect(await present(code, 'totp')).toBe('deja-servi');
    expect(await present(codes[0]!.toUpperCase().replace('-', ' '), 'secours')).toBe('ouverte');
    expect(await present(codes[0]!, 'secours')).toBe('refus');
    expect(await present('000000', 'totp')).toBe('refus');
  });

  it('un compte fermé, un agent parti, un compte inconnu et un mot de passe faux répondent la même chose', async () => {
    const [ferme, parti, connu] = [await aCompte(base), await aCompte(base), await aCompte(base)];
    await base.executeSql('update comptes.utilisateur set desactive_le = now() where id = $1', [ferme.id]);
    await base.executeSql(`update organisation.agent set periode = '[2020-01-01,2021-01-01)' where id = $1`, [
      parti.agentId,
    ]);
    expect(await connect(new Navigateur(), ferme)).toEqual({ etat: 'refus' });
    expect(await connect(new Navigateur(), parti)).toEqual({ etat: 'refus' });
    expect(await connect(new Navigateur(), { courriel: 'personne@manche.example' })).toEqual({ etat: 'refus' });
    expect(await connect(new Navigateur(), connu, 'un autre mot de passe')).toEqual({ etat: 'refus' });
    const [{ n }] = (await base.executeSql<{ n: string }>(
      'select count(*) as n from comptes.session where user_id = $1',
      [parti.id],
    )) as [{ n: string }];
    expect(n).toBe('0');
  });

  it('le journal garde connexions, échecs et déconnexions, sans le nom tapé', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    await enroll(navigateur, compte);
    await connect(new Navigateur(), { courriel: 'jean.tapefaux@manche.example' });
    await closeConnexion(authentification, navigateur.entree());
    const lignes = await base.executeSql<{ acte: string; tout: string }>(
      `select acte, e::text as tout from journal.evenement e where agent_id = $1 or agent_id is null order by le`,
      [compte.agentId],
    );
    const actes = lignes.map(({ acte }) => acte);
    expect(actes).toContain('comptes.connexion.ouvrir');
    expect(actes).toContain('comptes.connexion.echouer');
    expect(actes).toContain('comptes.connexion.fermer');
    expect(actes).toContain('comptes.second-facteur.inscrire');
    expect(lignes.some(({ tout }) => tout.includes('tapefaux'))).toBe(false);
    await expect(openJeton(navigateur)).rejects.toThrow(SessionAbsente);
  });
});

describe('Ralentir sans enfermer', () => {
  it('après un échec on attend 2 s puis 4 s ; un bon mot de passe après l’attente passe toujours', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    navigateur.adresseIp = '198.51.100.20';
    expect((await connect(navigateur, compte, 'faux')).etat).toBe('refus');
    expect(await connect(navigateur, compte)).toEqual({ etat: 'attendre', secondes: 2 });
    await passe(3);
    expect((await connect(navigateur, compte, 'faux')).etat).toBe('refus');
    expect(await connect(navigateur, compte)).toEqual({ etat: 'attendre', secondes: 4 });
    await passe(5);
    expect((await connect(navigateur, compte)).etat).toBe('a-inscrire');
    expect((await connect(navigateur, compte)).etat).toBe('a-inscrire');
  });

  it('un compte inconnu ralentit exactement comme un compte connu', async () => {
    const navigateur = new Navigateur();
    navigateur.adresseIp = '198.51.101.20';
    const inconnu = { courriel: 'nul-part@manche.example' };
    expect((await connect(navigateur, inconnu)).etat).toBe('refus');
    expect(await connect(navigateur, inconnu)).toEqual({ etat: 'attendre', secondes: 2 });
  });

  it('cent essais simultanés ne valent qu’un essai', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    navigateur.adresseIp = '198.51.102.20';
    const issues = await Promise.all(Array.from({ length: 20 }, () => connect(navigateur, compte, 'faux')));
    expect(issues.filter(({ etat }) => etat === 'refus')).toHaveLength(1);
  });

  it('un navigateur déjà connu du compte n’est pas ralenti par les échecs des autres, mais bien par les siens', async () => {
    const [compte, connu, autre] = [await aCompte(base), new Navigateur(), new Navigateur()];
    const issue = await connect(connu, compte);
    if ('temoins' in issue) connu.keep(issue.temoins);
    for (let i = 0; i < 12; i += 1) {
      await connect(autre, compte, 'faux');
      await passe(1000);
    }
    await connect(autre, compte, 'faux');
    expect((await connect(new Navigateur(), compte)).etat).toBe('attendre');
    expect((await connect(connu, compte)).etat).toBe('a-inscrire');
    expect((await connect(connu, compte, 'faux')).etat).toBe('refus');
    expect((await connect(connu, compte)).etat).toBe('attendre');
  });

  it('connu et inconnu prennent le même temps', async () => {
    const mesure = async (compte: { courriel: string }) => {
      await base.executeSql('delete from comptes.tentative');
      const debut = performance.now();
      await connect(new Navigateur(), compte, 'faux');
      return performance.now() - debut;
    };
    const [compte, inconnu] = [await aCompte(base), { courriel: 'x@manche.example' }];
    const durees: { connu: number; inconnu: number }[] = [];
    // En alternance : la machine peut être chargée, elle l'est alors pour les deux.
    for (let i = 0; i < 9; i += 1) durees.push({ connu: await mesure(compte), inconnu: await mesure(inconnu) });
    const rapports = durees.map((d) => d.connu / d.inconnu).sort((a, b) => a - b);
    expect(rapports[4]).toBeGreaterThan(0.5);
    expect(rapports[4]).toBeLessThan(2);
  });
});

describe('La session', () => {
  it('se ferme partout d’un coup quand le compte est fermé', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    await enroll(navigateur, compte);
    expect(await openJeton(navigateur)).toBe(compte.agentId);
    await base.executeSql('update comptes.utilisateur set desactive_le = now() where id = $1', [compte.id]);
    await expect(openJeton(navigateur)).rejects.toThrow(SessionAbsente);
    expect(await base.executeSql('select 1 from comptes.session where user_id = $1', [compte.id])).toEqual([]);
  });

  it('glisse tant qu’on s’en sert, expire après 30 minutes sans rien faire, et jamais au-delà de 12 heures', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    await enroll(navigateur, compte);
    const reste = async () => {
      const [ligne] = await base.executeSql<{ minutes: number }>(
        `select round(extract(epoch from expires_at - now()) / 60)::int as minutes from comptes.session where user_id = $1`,
        [compte.id],
      );
      return ligne?.minutes;
    };
    expect(await reste()).toBe(30);
    await base.executeSql(`update comptes.session set expires_at = now() + interval '2 minutes' where user_id = $1`, [
      compte.id,
    ]);
    await openJeton(navigateur);
    expect(await reste()).toBe(30);
    await base.executeSql(
      `update comptes.session set created_at = now() - interval '11 hours 50 minutes', expires_at = now() + interval '2 minutes' where user_id = $1`,
      [compte.id],
    );
    await openJeton(navigateur);
    expect(await reste()).toBe(10);
    await base.executeSql(`update comptes.session set expires_at = now() - interval '1 second' where user_id = $1`, [
      compte.id,
    ]);
    await expect(openJeton(navigateur)).rejects.toThrow(SessionAbsente);
  });

  it('un témoin retouché n’ouvre rien', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    await enroll(navigateur, compte);
    expect(await findSessionOuverte(authentification, navigateur.entree())).toBeDefined();
    const temoin = navigateur.temoins.get('marelle.session_token') ?? '';
    navigateur.temoins.set('marelle.session_token', `${temoin.slice(0, -6)}AAAA%3D`);
    expect(await findSessionOuverte(authentification, navigateur.entree())).toBeUndefined();
  });
});
