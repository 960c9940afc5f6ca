import { beforeAll, describe, expect, it } from 'vitest';
import { withBase } from '#tests/support/base.ts';
import {
  aCompte,
  anAuthentification,
  anInstallation,
  type CompteDEssai,
  MOT_DE_PASSE,
  Navigateur,
} from '../testing/comptes-essai.ts';
import type { Authentification } from './authentification.server.ts';
import { executeConnexion } from './connexion.server.ts';
import { findSaisieEnAttente, recordSaisieEnAttente } from './reprise.server.ts';

const base = withBase();
let authentification: Authentification;
beforeAll(async () => {
  await anInstallation(base, true);
  authentification = anAuthentification(base);
});

const SAISIE = { chemin: '/enfants/nouveau', valeurs: { nom: 'Le Goff', 'lieux[]': ['Avranches', 'Granville'] } };

async function connect(navigateur: Navigateur, compte: CompteDEssai): Promise<void> {
  const issue = await executeConnexion(authentification, navigateur.entree(), {
    courriel: compte.courriel,
    motDePasse: MOT_DE_PASSE,
  });
  if (!('temoins' in issue)) throw new Error(issue.etat);
  navigateur.keep(issue.temoins);
}
const expire = (compte: CompteDEssai) =>
  base.executeSql(`update comptes.session set expires_at = now() - interval '1 hour' where user_id = $1`, [compte.id]);
const keep = (navigateur: Navigateur, saisie = SAISIE) =>
  recordSaisieEnAttente(authentification, navigateur.request(), saisie);
const find = (navigateur: Navigateur, id: string | undefined) =>
  findSaisieEnAttente(authentification, navigateur.request(), id ?? '');

describe('Une session expirée ne perd pas ce qui était tapé', () => {
  it('la même personne, reconnectée, retrouve sa saisie ; une autre, jamais', async () => {
    const [compte, autre, navigateur] = [await aCompte(base), await aCompte(base), new Navigateur()];
    await connect(navigateur, compte);
    await expire(compte);
    const id = await keep(navigateur);
    expect(await find(navigateur, id)).toBeUndefined();
    const intrus = new Navigateur();
    intrus.temoins.set('marelle.appareil', navigateur.temoins.get('marelle.appareil') ?? '');
    await connect(intrus, autre);
    expect(await find(intrus, id)).toBeUndefined();
    await connect(navigateur, compte);
    expect(await find(navigateur, id)).toEqual(SAISIE);
  });

  it('même quand la session a été fermée, le navigateur sait qui s’en servait', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    await connect(navigateur, compte);
    await base.executeSql('delete from comptes.session where user_id = $1', [compte.id]);
    const id = await keep(navigateur);
    await connect(navigateur, compte);
    expect(await find(navigateur, id)).toEqual(SAISIE);
  });

  it('ne garde rien pour un navigateur inconnu, ni pour un témoin contrefait', async () => {
    const faux = new Navigateur();
    expect(await keep(faux)).toBeUndefined();
    faux.temoins.set('marelle.appareil', 'abc~def.signature');
    expect(await keep(faux)).toBeUndefined();
  });

  it('est illisible dans la base, sans mot de passe, oubliée au bout d’une heure', async () => {
    const [compte, navigateur] = [await aCompte(base), new Navigateur()];
    await connect(navigateur, compte);
    const id = await keep(navigateur, {
      ...SAISIE,
      valeurs: { ...SAISIE.valeurs, motDePasse: 'secret' } as typeof SAISIE.valeurs,
    });
    expect((await find(navigateur, id))?.valeurs).toEqual(SAISIE.valeurs);
    const [ligne] = await base.executeSql<{ contenu: Buffer; minutes: number }>(
      'select contenu, round(extract(epoch from expire_le - now()) / 60)::int as minutes from comptes.saisie_en_attente where id = $1',
      [id],
    );
    expect(ligne?.contenu.includes('Goff')).toBe(false);
    expect(ligne?.minutes).toBe(60);
    await base.executeSql(`update comptes.saisie_en_attente set expire_le = now() where id = $1`, [id]);
    expect(await find(navigateur, id)).toBeUndefined();
  });
});
