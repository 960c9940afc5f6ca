import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { recordDemande } from './demande.ts';
import { startTravaux, type TravauxOuverts } from './jobs.ts';
import { TRAVAUX } from './liste.ts';
import { migrateTravaux } from './schema.ts';
import type { Travail } from './travail.ts';

const base = withBase();
const ouvertes: TravauxOuverts[] = [];
const open = async (travaux: readonly Travail[]) => {
  const ouverte = await startTravaux({
    urlSysteme: base.urls.urlSysteme,
    db: base.db,
    travaux,
    attenteSecondes: 0.5,
    repriseSecondes: 0,
  });
  ouvertes.push(ouverte);
  return ouverte;
};
const demande = (travail: string, donnees = {}) =>
  base.asSystem(({ tx }) => recordDemande(tx, { travail, donnees }, null));
const listPassages = (travail: string) =>
  base.executeSql<{ essai: number; issue: string | null; bilan: string | null; reference: string | null }>(
    'select essai, issue, bilan, reference from travaux.passage where travail = $1 order by debut_le',
    [travail],
  );
const waitFor = async (condition: () => boolean | Promise<boolean>) => {
  const limite = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > limite) throw new Error('rien ne vient');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
beforeAll(async () => {
  await migrateTravaux(base.urlProprietaire);
  await migrateTravaux(base.urlProprietaire);
});
afterEach(async () => {
  await Promise.all(ouvertes.splice(0).map((ouverte) => ouverte.stop()));
});

describe('les travaux', () => {
  it('se programment la nuit à l’heure de Paris, sous un rôle qui ne peut rien créer', async () => {
    await open(TRAVAUX);
    const programmes = await base.executeSql<{ name: string; cron: string; timezone: string }>(
      'select name, cron, timezone from pgboss.schedule order by name',
    );
    expect(programmes).toEqual([
      { name: 'activite-psu.compter', cron: '40 2 * * *', timezone: 'Europe/Paris' },
      { name: 'alertes.tournee.faire', cron: '45 6 * * *', timezone: 'Europe/Paris' },
      { name: 'comptes.perimes.effacer', cron: '30 1 * * *', timezone: 'Europe/Paris' },
      { name: 'echeances.calculer', cron: '10 0 * * *', timezone: 'Europe/Paris' },
      { name: 'encadrement.jours.preparer', cron: '30 5 * * *', timezone: 'Europe/Paris' },
      { name: 'journal.sceau.poser', cron: '10 1 * * *', timezone: 'Europe/Paris' },
      { name: 'journees-eaje.resumer', cron: '5 3 * * *', timezone: 'Europe/Paris' },
      { name: 'mesures.suivre-territoire', cron: '5 0 * * *', timezone: 'Europe/Paris' },
      { name: 'organisation.delegation.avertir', cron: '20 5 * * *', timezone: 'Europe/Paris' },
      { name: 'personnes.doublons.chercher', cron: '40 2 * * *', timezone: 'Europe/Paris' },
      { name: 'pointages.departs.douter', cron: '35 1 * * *', timezone: 'Europe/Paris' },
      { name: 'rapprochement.cles.tenir', cron: '20 2 * * *', timezone: 'Europe/Paris' },
      { name: 'travaux.passages.effacer', cron: '50 1 * * *', timezone: 'Europe/Paris' },
    ]);
    const [droit] = await base.executeSql("select has_schema_privilege('marelle_systeme', 'pgboss', 'create') as cree");
    expect(droit).toEqual({ cree: false });
  });

  it('ne sont faits que par une instance, et repris après un échec', async () => {
    const faits: string[] = [];
    const travail: Travail = {
      nom: 'essai.travail.faire',
      titre: 'Essai',
      run: async ({ donnees }) => {
        faits.push(JSON.stringify(donnees));
        if (faits.length === 1) throw new Error('Nom de quelqu’un');
        return 'fait';
      },
    };
    await open([travail]);
    await open([travail]);
    await demande(travail.nom, { dossier: 1 });
    await waitFor(async () => {
      const [job] = await base.executeSql<{ state: string }>(`select state from pgboss.job where name = $1`, [
        travail.nom,
      ]);
      return job?.state === 'completed';
    });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(faits).toHaveLength(2);
    const [trace] = await base.executeSql<{ tout: string }>(
      'select string_agg(j::text, $1) as tout from pgboss.job j',
      [''],
    );
    expect(trace?.tout).not.toContain('Nom de quelqu');
    expect(await listPassages(travail.nom)).toEqual([
      { essai: 1, issue: 'echec', bilan: 'Panne inattendue (Error).', reference: expect.any(String) },
      { essai: 2, issue: 'fait', bilan: 'fait', reference: null },
    ]);
  });

  it('une demande vaut si l’acte qui la fait est validé, même faite pendant que Marelle est fermée', async () => {
    const faits: unknown[] = [];
    const travail: Travail = {
      nom: 'essai.demande.suivre',
      titre: 'Essai',
      run: async ({ donnees }) => `${faits.push(donnees)}`,
    };
    await demande(travail.nom, { rang: 1 });
    await expect(
      base.asSystem(async ({ tx }) => {
        await recordDemande(tx, { travail: travail.nom, donnees: { rang: 2 } }, null);
        throw new Error('acte refusé');
      }),
    ).rejects.toThrow('acte refusé');
    await open([travail]);
    await waitFor(() => faits.length > 0);
    await demande(travail.nom, { rang: 3 });
    await waitFor(() => faits.length > 1);
    expect(faits).toEqual([{ rang: 1 }, { rang: 3 }]);
  });

  it('ce qui ne tient qu’en mémoire se refait à chaque ouverture, sans qu’on le demande', async () => {
    let faits = 0;
    const travail: Travail = {
      nom: 'essai.depart.faire',
      titre: 'Essai',
      auDepart: true,
      run: async () => `${++faits}`,
    };
    const premiere = await open([travail]);
    await waitFor(() => faits === 1);
    await premiere.stop();
    await open([travail]);
    await waitFor(() => faits === 2);
  });

  it('un travail que l’arrêt de Marelle coupe est repris à la réouverture, et chaque passage le dit', async () => {
    const commences: number[] = [];
    const travail: Travail = {
      nom: 'essai.travail.couper',
      titre: 'Essai',
      run: async ({ signal }) => {
        if (commences.push(commences.length) > 1) return 'fini';
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        return 'jamais';
      },
    };
    const premiere = await open([travail]);
    await demande(travail.nom);
    await waitFor(() => commences.length === 1);
    await premiere.stop();
    ouvertes.length = 0;
    await open([travail]);
    await waitFor(async () => (await listPassages(travail.nom)).some(({ issue }) => issue === 'fait'));
    expect(await listPassages(travail.nom)).toMatchObject([
      { essai: 1, issue: 'coupe', bilan: null },
      { essai: 2, issue: 'fait', bilan: 'fini' },
    ]);
  });

  describe('à part', () => {
    const aPart = { porte: '#modules/pointages/index.server.ts', memoireMo: 80 } as const;
    const create = (nom: string): Travail => ({
      nom,
      titre: 'Essai',
      aPart,
      reprises: 0,
      run: () => Promise.reject(new Error('fait dans Marelle')),
    });
    const waitPassage = async (nom: string) => {
      await waitFor(async () => (await listPassages(nom)).some(({ issue }) => issue !== null));
      const passages = await listPassages(nom);
      await base.executeSql('delete from travaux.passage where travail = $1', [nom]);
      return passages;
    };

    it('échouent sans que leur message sorte, et sans perdre la nature de leur panne', async () => {
      const travaux = [create('pointages.import.faire'), create('essai.travail.inconnu')];
      await open(travaux);
      for (const { nom } of travaux) await demande(nom, { importId: 'Camille Martin' });
      expect(await waitPassage('pointages.import.faire')).toMatchObject([
        { issue: 'echec', bilan: 'Panne inattendue (ZodError).', reference: expect.any(String) },
      ]);
      expect(await waitPassage('essai.travail.inconnu')).toMatchObject([
        { issue: 'echec', bilan: 'Panne inattendue (Error).' },
      ]);
    });

    it('meurent sans emporter Marelle quand la mémoire leur manque', async () => {
      const travail = { ...create('pointages.import.faire'), aPart: { ...aPart, memoireMo: 4 } };
      await open([travail]);
      await demande(travail.nom, { importId: createIdentifiant(), agentId: createIdentifiant() });
      expect(await waitPassage(travail.nom)).toMatchObject([
        { issue: 'echec', bilan: expect.stringContaining('Le processus du travail s’est arrêté') },
      ]);
    });
  });

  it('scellent le journal, effacent ce qui est périmé, avertissent une fois d’une délégation qui finit', async () => {
    const [agent, unite] = [createIdentifiant(), createIdentifiant()];
    await base.executeSql(
      `insert into organisation.agent (id, matricule, nature, nom, prenom, courriel, metier, periode) values ($1::uuid, 'm', 'personne', 'Lemoine', 'Anne', 'a@manche.example', 'Cadre', '[2020-01-01,)')`,
      [agent],
    );
    await base.executeSql(
      `insert into organisation.unite (id, code, nom, nature, periode) values ($1, 'u', 'Manche', 'departement', '[2020-01-01,)')`,
      [unite],
    );
    await base.executeSql(
      `insert into organisation.delegation (id, agent_id, acte, unite_id, periode, arrete_numero, arrete_le)
       select gen_random_uuid(), $1, acte, $2, daterange(current_date - 100, acces.aujourdhui() + fin), 'A1', current_date - 100
       from (values ('ppe', 10), ('accueil', 200), ('ip', -2)) v (acte, fin)`,
      [agent, unite],
    );
    await base.executeSql(
      `insert into comptes.tentative (cle, echecs, dernier_le) values ('vieille', 3, now() - interval '9 days'), ('neuve', 1, now())`,
    );
    await open(TRAVAUX);
    const run = async (nom: string) => {
      const avant = (await listPassages(nom)).length;
      await demande(nom);
      await waitFor(async () => (await listPassages(nom)).filter(({ issue }) => issue === 'fait').length > avant);
    };
    await run('journal.sceau.poser');
    await run('comptes.perimes.effacer');
    await run('organisation.delegation.avertir');
    await run('organisation.delegation.avertir');
    expect(await base.executeSql('select rang::int from journal.sceau')).toEqual([{ rang: 1 }]);
    expect(await base.executeSql('select cle from comptes.tentative')).toEqual([{ cle: 'neuve' }]);
    const avis = await base.executeSql<{ texte: string }>('select texte from organisation.avis');
    expect(avis).toHaveLength(1);
    expect(avis[0]?.texte).toContain('(ppe) finit le');
  });
});
