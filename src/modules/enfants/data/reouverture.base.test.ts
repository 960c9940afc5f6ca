import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { EnfantFiltre } from '../enfant-filtre.ts';
import { recordReouverture } from './dossier-commands.server.ts';
import { findDossier } from './dossier-entier-queries.server.ts';
import { listEnfants } from './enfants-queries.server.ts';

const base = withBase();
const agents = { cadre: '', voisin: '', referent: '', crip: '' };
let unites: DepartementDEssai['unites'];
const AVANT = '[2015-01-01,2026-06-01)';
const RAISON = { version: '1', motif: 'information', explication: 'Une information reçue ce matin' };

beforeAll(async () => {
  const departement = await createDepartement(base.executeSql);
  ({ unites } = departement);
  agents.cadre = await departement.addAgent('cadre-territorial-ase', unites.nord);
  agents.voisin = await departement.addAgent('cadre-territorial-ase', unites.sud);
  agents.referent = await departement.addAgent('referent-educatif', unites.nord1);
  agents.crip = await departement.addAgent('agent-crip', unites.departement);
});

/** Fermé le 31 mai 2026. */
async function aFerme(enfant: ReturnType<typeof anEnfant>): Promise<string> {
  const id = await enfant.insert(base.executeSql);
  await base.executeSql("update enfants.enfant set clos_le = '2026-05-31' where id = $1", [id]);
  return id;
}
const rouvrir = (agentId: string, id: string, plus: Record<string, string> = {}) =>
  base.asAgent(agentId, (c) => executeCommand(c, recordReouverture, { ...RAISON, id, ...plus }));

describe('Rouvrir un dossier fermé', () => {
  it('le remet dans les listes, garde la fermeture annulée et sa raison, et s’inscrit au journal sans récit', async () => {
    const id = await aFerme(anEnfant().surLeTerritoire(unites.nord1));
    await rouvrir(agents.cadre, id);
    await base.asAgent(agents.cadre, async (c) => {
      const dossier = await findDossier(c, id);
      expect(dossier?.enTete.closLe).toBeNull();
      expect(dossier?.reouvertures).toMatchObject([
        { closLe: '2026-05-31', rouvertLe: '2026-11-21', motif: 'information', explication: RAISON.explication },
      ]);
      const { lignes } = await listEnfants(c, EnfantFiltre.parse({}), { page: 1, taille: 50 });
      expect(lignes.map((ligne) => ligne.id)).toContain(id);
      const { rows } = await sql<{
        detail: unknown;
      }>`select detail from journal.evenement where enfant_id = ${id} and acte = 'enfants.dossier.rouvrir'`.execute(
        c.tx,
      );
      expect(rows).toEqual([{ detail: { motif: 'information', fermeLe: '31/05/2026' } }]);
    });
  });

  it('demande une raison écrite', async () => {
    const id = await aFerme(anEnfant().surLeTerritoire(unites.nord1));
    const fautes: Record<string, string>[] = [{ motif: '' }, { explication: 'court' }];
    for (const faute of fautes) await expect(rouvrir(agents.cadre, id, faute)).rejects.toBeInstanceOf(SaisieInvalide);
  });

  it('n’est pas à qui suit l’enfant sans pouvoir ouvrir de dossier, ni à qui ne l’a jamais suivi', async () => {
    const id = await aFerme(anEnfant().surLeTerritoire(unites.nord1).suiviPar(agents.referent));
    await expect(rouvrir(agents.referent, id)).rejects.toBeInstanceOf(Introuvable);
    await expect(rouvrir(agents.voisin, id)).rejects.toBeInstanceOf(Introuvable);
  });

  it('n’est pas à qui l’a seulement ouvert en urgence', async () => {
    const id = await aFerme(anEnfant().surLeTerritoire(unites.nord1, AVANT));
    await base.executeSql(
      "insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, expire_le) values (gen_random_uuid(), $1, $2, 'urgence', 'pour un essai', now() + interval '1 day')",
      [id, agents.voisin],
    );
    await expect(rouvrir(agents.voisin, id, { uniteId: unites.sud1 })).rejects.toBeInstanceOf(Introuvable);
  });

  it('si plus aucun territoire ne suit l’enfant, en demande un que l’on suit soi-même', async () => {
    const id = await aFerme(anEnfant().surLeTerritoire(unites.nord1, AVANT));
    for (const uniteId of ['', unites.sud1])
      await expect(rouvrir(agents.cadre, id, { uniteId })).rejects.toMatchObject({ champ: 'uniteId' });
    await rouvrir(agents.cadre, id, { uniteId: unites.nord2 });
    await base.asAgent(agents.cadre, async (c) => {
      const dossier = await findDossier(c, id);
      const territoires = dossier?.missions.filter(({ nature }) => nature === 'territoire');
      expect(territoires?.map(({ uniteId, du, au }) => [uniteId, du, au])).toEqual([
        [unites.nord1, '2015-01-01', '2026-05-31'],
        [unites.nord2, '2026-11-21', null],
      ]);
    });
  });

  it('un territoire qui n’en est plus chargé laisse celui qui l’est le rouvrir', async () => {
    const id = await aFerme(
      anEnfant().surLeTerritoire(unites.nord1, AVANT).surLeTerritoire(unites.sud1, '[2026-06-01,)'),
    );
    await expect(rouvrir(agents.cadre, id)).rejects.toBeInstanceOf(Refus);
    await rouvrir(agents.voisin, id);
  });

  it('refuse si un autre est passé avant, ou si le dossier est déjà ouvert', async () => {
    const id = await aFerme(anEnfant().surLeTerritoire(unites.nord1));
    await expect(rouvrir(agents.crip, id, { version: '7' })).rejects.toBeInstanceOf(Conflit);
    await rouvrir(agents.crip, id);
    await expect(rouvrir(agents.cadre, id, { version: '2' })).rejects.toBeInstanceOf(Introuvable);
  });
});
