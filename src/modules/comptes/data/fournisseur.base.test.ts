import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAgent, SecondFacteurRequis } from '#database/as-agent.ts';
import { findJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import { computeCodeOtp } from '../testing/code-otp.ts';
import { aCompte, anAuthentification, anInstallation, Navigateur } from '../testing/comptes-essai.ts';
import { type FournisseurDEssai, startFournisseurDEssai } from '../testing/fournisseur-essai.ts';
import type { Authentification } from './authentification.server.ts';
import { closeConnexion } from './connexion.server.ts';
import { recordRetourFournisseur, startFournisseur } from './retour-fournisseur.server.ts';
import { executeSecondFacteur, prepareInscription, recordInscription } from './second-facteur.server.ts';

const RETOUR = 'http://localhost:3000/connexion/fournisseur/callback/departement';
const base = withBase();

/** Suit les redirections chez le fournisseur, comme un navigateur, jusqu'au retour chez Marelle. */
async function followFournisseur(depart: string): Promise<URL> {
  const temoins = new Map<string, string>();
  let adresse = depart;
  for (let saut = 0; saut < 12; saut += 1) {
    if (adresse.startsWith(RETOUR)) return new URL(adresse);
    const cookie = [...temoins].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ');
    const reponse = await fetch(adresse, { redirect: 'manual', headers: { cookie } });
    for (const temoin of reponse.headers.getSetCookie()) {
      const [paire = ''] = temoin.split(';');
      temoins.set(paire.slice(0, paire.indexOf('=')), paire.slice(paire.indexOf('=') + 1));
    }
    const suivante = reponse.headers.get('location');
    if (suivante === null) throw new Error(`Le fournisseur s'arrête (${reponse.status}) : ${await reponse.text()}`);
    adresse = new URL(suivante, adresse).href;
  }
  throw new Error('Le fournisseur ne revient pas');
}

async function connect(authentification: Authentification, navigateur: Navigateur, change = (url: URL) => url) {
  const depart = await startFournisseur(authentification, navigateur.entree(), '/enfants?page=2');
  navigateur.keep(depart.temoins);
  const retour = change(await followFournisseur(depart.vers));
  const suite = await recordRetourFournisseur(authentification, navigateur.entree(retour.pathname + retour.search));
  navigateur.keep(suite.temoins);
  return { depart: new URL(depart.vers), suite };
}
const openAgent = (navigateur: Navigateur) =>
  asAgent(base.db, { jeton: findJeton(navigateur.request()) ?? '-' }, async ({ agent }) => agent.id);

for (const signe of [false, true]) {
  describe(`Se connecter par un fournisseur d'identité, userinfo ${signe ? 'en JWT signé (ProConnect)' : 'en JSON'}`, () => {
    let fournisseur: FournisseurDEssai;
    let authentification: Authentification;
    beforeAll(async () => {
      await anInstallation(base);
      fournisseur = await startFournisseurDEssai(RETOUR, signe);
      authentification = anAuthentification(base, { oidc: fournisseur.oidc });
    });
    afterAll(() => fournisseur.close());

    it('rattache l’identité au compte de même courriel, sans second facteur de plus, et revient à la page voulue', async () => {
      const compte = await aCompte(base, { local: false });
      fournisseur.identite = { sub: `sub-${compte.id}`, email: compte.courriel, email_verified: true };
      const navigateur = new Navigateur();
      const { depart, suite } = await connect(authentification, navigateur);
      expect(depart.searchParams.get('code_challenge_method')).toBe('S256');
      expect(depart.searchParams.get('state')).toBeTruthy();
      expect(depart.searchParams.get('nonce')).toBeTruthy();
      expect(suite.vers).toBe('/enfants?page=2');
      expect(await openAgent(navigateur)).toBe(compte.agentId);
      const seconde = new Navigateur();
      expect((await connect(authentification, seconde)).suite.vers).toBe('/enfants?page=2');
      expect(
        await base.executeSql('select provider_id from comptes.moyen_de_connexion where user_id = $1', [compte.id]),
      ).toEqual([{ provider_id: 'departement' }]);
      const { chezFournisseur } = await closeConnexion(authentification, seconde.entree());
      expect(chezFournisseur).toContain(`${fournisseur.oidc.emetteur}/session/end?`);
      expect(new URL(chezFournisseur ?? '').searchParams.get('post_logout_redirect_uri')).toBe(
        'http://localhost:3000/connexion',
      );
    });

    it('n’inscrit personne : une identité sans compte, ou au courriel non vérifié, reste dehors', async () => {
      fournisseur.identite = { sub: 'inconnu', email: 'inconnu@ailleurs.example', email_verified: true };
      const navigateur = new Navigateur();
      expect((await connect(authentification, navigateur)).suite.vers).toBe('/connexion/non-rattache');
      expect(
        await base.executeSql(`select 1 from comptes.utilisateur where email = 'inconnu@ailleurs.example'`),
      ).toEqual([]);
      const compte = await aCompte(base, { local: false });
      fournisseur.identite = { sub: 'usurpateur', email: compte.courriel, email_verified: false };
      expect((await connect(authentification, new Navigateur())).suite.vers).toBe('/connexion/non-rattache');
      expect(await base.executeSql('select 1 from comptes.session where user_id = $1', [compte.id])).toEqual([]);
    });

    it('refuse un état qui n’est pas celui de ce navigateur', async () => {
      const compte = await aCompte(base, { local: false });
      fournisseur.identite = { sub: `sub-${compte.id}`, email: compte.courriel, email_verified: true };
      const { suite } = await connect(authentification, new Navigateur(), (url) => {
        url.searchParams.set('state', 'autre');
        return url;
      });
      expect(suite.vers).toContain('/connexion?error=');
      expect(await base.executeSql('select 1 from comptes.session where user_id = $1', [compte.id])).toEqual([]);
    });

    it('un compte fermé reste fermé, même reconnu par le fournisseur', async () => {
      const compte = await aCompte(base, { local: false });
      await base.executeSql('update comptes.utilisateur set desactive_le = now() where id = $1', [compte.id]);
      fournisseur.identite = { sub: `sub-${compte.id}`, email: compte.courriel, email_verified: true };
      const navigateur = new Navigateur();
      await connect(authentification, navigateur);
      expect(findJeton(navigateur.request())).toBeUndefined();
    });

    it('quand le département le veut, demande en plus le second facteur de Marelle', async () => {
      const local = anAuthentification(base, { oidc: { ...fournisseur.oidc, secondFacteur: 'local' } });
      const compte = await aCompte(base, { local: false });
      const complet = { id: compte.id, email: compte.courriel, agentId: compte.agentId };
      fournisseur.identite = { sub: `sub-${compte.id}`, email: compte.courriel, email_verified: true };
      const navigateur = new Navigateur();
      expect((await connect(local, navigateur)).suite.vers).toContain('/connexion/second-facteur?retour=');
      await expect(openAgent(navigateur)).rejects.toThrow(SecondFacteurRequis);
      const { uri } = await prepareInscription(local, complet);
      const faite = await recordInscription(local, navigateur.entree(), complet, computeCodeOtp(uri));
      if (faite.etat === 'inscrit') navigateur.keep(faite.temoins);
      expect(await openAgent(navigateur)).toBe(compte.agentId);
      const seconde = new Navigateur();
      await connect(local, seconde);
      await expect(openAgent(seconde)).rejects.toThrow(SecondFacteurRequis);
      const code = { code: computeCodeOtp(uri, 1), genre: 'totp' } as const;
      expect((await executeSecondFacteur(local, seconde.entree(), code)).etat).toBe('ouverte');
      expect(await openAgent(seconde)).toBe(compte.agentId);
    });
  });
}
