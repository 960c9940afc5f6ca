import { beforeAll, describe, expect, it } from 'vitest';
import { asAgent, SessionAbsente } from '#database/as-agent.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { computeEmpreinteJeton, findJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import {
  aCompte,
  anAgent,
  anAuthentification,
  anInstallation,
  MOT_DE_PASSE,
  Navigateur,
} from '../testing/comptes-essai.ts';
import type { Authentification } from './authentification.server.ts';
import {
  fermerCompte,
  fermerSessions,
  inviterCompte,
  ouvrirCompte,
  retirerSecondFacteur,
  rouvrirCompte,
} from './commands.server.ts';
import { executeConnexion } from './connexion.server.ts';
import { findInvite, recordMotDePasseInvite } from './invitation.server.ts';
import { getMonCompte, updateMonMotDePasse } from './mon-compte.server.ts';
import { getCompteDetail, listAgentsSansCompte, listComptes } from './queries.server.ts';

const base = withBase();
let authentification: Authentification;
let admin: string;
let referent: string;
beforeAll(async () => {
  await anInstallation(base, true);
  authentification = anAuthentification(base);
  admin = await anAgent(base, 'administrateur');
  referent = await anAgent(base, 'referent-educatif');
});

const act = <R>(agentId: string, command: Command<never, never, R>, saisie: unknown): Promise<R> =>
  base.asAgent(agentId, (contexte) => executeCommand(contexte, command as never, saisie)) as Promise<R>;
const connect = async (courriel: string, motDePasse: string) => {
  const navigateur = new Navigateur();
  const issue = await executeConnexion(authentification, navigateur.entree(), { courriel, motDePasse });
  if ('temoins' in issue) navigateur.keep(issue.temoins);
  return { etat: issue.etat, navigateur };
};
const openAgent = (navigateur: Navigateur) =>
  asAgent(base.db, { jeton: findJeton(navigateur.request()) ?? '-' }, async ({ agent }) => agent.id);

describe('Gérer les comptes', () => {
  it('ouvrir un compte donne un lien ; le lien choisit le mot de passe, une seule fois', async () => {
    const agentId = await anAgent(base);
    const { compteId, jeton } = (await act(admin, ouvrirCompte as never, { agentId })) as {
      compteId: string;
      jeton: string;
    };
    const invite = await findInvite(authentification, jeton);
    expect(invite?.compteId).toBe(compteId);
    expect(await recordMotDePasseInvite(authentification, invite!, { jeton, motDePasse: 'motdepasse1234' })).toMatch(
      /courants/,
    );
    expect(
      await recordMotDePasseInvite(authentification, invite!, { jeton, motDePasse: MOT_DE_PASSE }),
    ).toBeUndefined();
    expect(await recordMotDePasseInvite(authentification, invite!, { jeton, motDePasse: MOT_DE_PASSE })).toMatch(
      /déjà servi/,
    );
    expect(await findInvite(authentification, jeton)).toBeUndefined();
    const { etat, navigateur } = await connect(`${agentId}@manche.example`, MOT_DE_PASSE);
    expect(etat).toBe('ouverte');
    expect(await openAgent(navigateur)).toBe(agentId);
    await expect(act(admin, ouvrirCompte as never, { agentId })).rejects.toThrow(Refus);
  });

  it('un nouveau lien annule le précédent ; 72 heures passées, il ne vaut rien', async () => {
    const compte = await aCompte(base);
    const premier = (await act(admin, inviterCompte as never, { compteId: compte.id })) as { jeton: string };
    const second = (await act(admin, inviterCompte as never, { compteId: compte.id })) as { jeton: string };
    expect(await findInvite(authentification, premier.jeton)).toBeUndefined();
    expect(await findInvite(authentification, second.jeton)).toBeDefined();
    const [{ heures }] = (await base.executeSql<{ heures: number }>(
      'select round(extract(epoch from expire_le - now()) / 3600)::int as heures from comptes.invitation where empreinte = $1',
      [computeEmpreinteJeton(second.jeton)],
    )) as [{ heures: number }];
    expect(heures).toBe(72);
    await base.executeSql('update comptes.invitation set expire_le = now() where empreinte = $1', [
      computeEmpreinteJeton(second.jeton),
    ]);
    expect(await findInvite(authentification, second.jeton)).toBeUndefined();
  });

  it('fermer un compte ferme ses sessions aussitôt ; rouvert, il se reconnecte', async () => {
    const compte = await aCompte(base);
    const { navigateur } = await connect(compte.courriel, MOT_DE_PASSE);
    await act(admin, fermerCompte as never, { compteId: compte.id });
    await expect(openAgent(navigateur)).rejects.toThrow(SessionAbsente);
    expect((await connect(compte.courriel, MOT_DE_PASSE)).etat).toBe('refus');
    await base.executeSql('delete from comptes.tentative');
    await act(admin, rouvrirCompte as never, { compteId: compte.id });
    expect((await connect(compte.courriel, MOT_DE_PASSE)).etat).toBe('ouverte');
  });

  it('retirer le second facteur ou fermer les sessions met dehors à l’instant', async () => {
    const compte = await aCompte(base);
    await base.executeSql('update comptes.utilisateur set two_factor_enabled = true where id = $1', [compte.id]);
    await act(admin, retirerSecondFacteur as never, { compteId: compte.id });
    const { navigateur } = await connect(compte.courriel, MOT_DE_PASSE);
    expect(await openAgent(navigateur)).toBe(compte.agentId);
    await act(admin, fermerSessions as never, { compteId: compte.id });
    await expect(openAgent(navigateur)).rejects.toThrow(SessionAbsente);
  });

  it('on ne ferme pas son propre compte', async () => {
    const mien = await aCompte(base, { agentId: admin });
    await expect(act(admin, fermerCompte as never, { compteId: mien.id })).rejects.toThrow(Introuvable);
  });

  it('qui ne gère pas les comptes ne peut rien, ni par les actes ni en parlant à la base', async () => {
    const compte = await aCompte(base);
    for (const command of [fermerCompte, inviterCompte, retirerSecondFacteur, fermerSessions]) {
      await expect(act(referent, command as never, { compteId: compte.id })).rejects.toThrow(Introuvable);
    }
    await expect(act(referent, ouvrirCompte as never, { agentId: await anAgent(base) })).rejects.toThrow(Introuvable);
    await base.asAgent(referent, async ({ tx }) => {
      expect((await listComptes(tx, { recherche: '', etat: 'tous' }, { page: 1, taille: 50 })).total).toBe(0);
      await expect(getCompteDetail(tx, compte.id)).rejects.toThrow(Introuvable);
    });
    const forcer = (table: string, colonne: string) =>
      base.asAgent(admin, ({ tx }) =>
        tx
          .selectFrom(table as never)
          .select(colonne as never)
          .execute(),
      );
    await expect(forcer('comptes.session', 'token')).rejects.toThrow(/permission denied/);
    await expect(forcer('comptes.moyenDeConnexion', 'password')).rejects.toThrow(/permission denied/);
    await expect(forcer('comptes.secondFacteur', 'secret')).rejects.toThrow(/permission denied/);
  });

  it('se cherche par nom et par état ; les agents sans compte se trouvent', async () => {
    const sans = await anAgent(base);
    await base.executeSql(`update organisation.agent set nom = 'Quéméneur' where id = $1`, [sans]);
    await base.asAgent(admin, async ({ tx }) => {
      expect((await listAgentsSansCompte(tx, 'quemeneur')).map(({ id }) => id)).toEqual([sans]);
      const ouverts = await listComptes(tx, { recherche: 'lemoine', etat: 'ouverts' }, { page: 1, taille: 5 });
      expect(ouverts.lignes.length).toBeGreaterThan(0);
      expect(ouverts.lignes.every(({ ferme }) => ferme === null)).toBe(true);
    });
  });
});

describe('Son propre compte', () => {
  it('changer de mot de passe demande l’actuel, ferme les autres sessions et garde celle-ci', async () => {
    const compte = await aCompte(base);
    const [ici, ailleurs] = [
      await connect(compte.courriel, MOT_DE_PASSE),
      await connect(compte.courriel, MOT_DE_PASSE),
    ];
    const change = (actuel: string, nouveau: string) =>
      updateMonMotDePasse(authentification, ici.navigateur.entree(), { actuel, nouveau, nom: 'Anne Lemoine' });
    expect((await getMonCompte(authentification, ici.navigateur.request())).sessions).toHaveLength(2);
    expect(await change(MOT_DE_PASSE, 'court')).toHaveProperty('nouveau');
    expect(await change('un autre', 'trois chaises au grenier')).toHaveProperty('actuel');
    await base.executeSql('delete from comptes.tentative');
    expect(await change(MOT_DE_PASSE, 'trois chaises au grenier')).toEqual({});
    expect(await openAgent(ici.navigateur)).toBe(compte.agentId);
    await expect(openAgent(ailleurs.navigateur)).rejects.toThrow(SessionAbsente);
    expect((await connect(compte.courriel, 'trois chaises au grenier')).etat).toBe('ouverte');
  });
});
