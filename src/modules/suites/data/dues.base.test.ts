import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { DueFiltre, OBJETS_DUS, type ObjetDu, VUES_DUES, type VueDues } from '../due-filtre.ts';
import { findInformationDue, listInformationsDues } from '../rules/information-due.ts';
import { type DueLigne, listDues } from './dues-queries.server.ts';
import { getInformationSuivie } from './faits.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { decide: '', cadre: '', crip: '', evaluateur: '', dAilleurs: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, sud, departement } = d.unites;
  a.decide = await d.addAgent('inspecteur-enfance', nord);
  a.cadre = await d.addAgent('cadre-territorial-ase', nord1);
  a.crip = await d.addAgent('agent-crip', departement);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  a.dAilleurs = await d.addAgent('cadre-territorial-ase', sud);
});
beforeEach(() => base.executeSql('delete from ip.information'));

const dire = ({ id }: InformationPosee, objet: string, aQui: string, signalementId: string | null = null) =>
  base.executeSql(
    "insert into ip.information_donnee (id, information_id, objet, a_qui, signalement_id, le, forme) values ($1, $2, $3, $4, $5, '2026-11-20', 'courrier')",
    [createIdentifiant(), id, objet, aQui, signalementId],
  );

describe('La liste de ce que l’on doit dire', () => {
  const lister = (agent: string, filtre: Record<string, string>) =>
    base.asAgent(agent, async (contexte) => {
      const { page, comptes } = await listDues(contexte, DueFiltre.parse(filtre), { page: 1, taille: 500 });
      return { ...page, comptes };
    });
  const cle = ({ informationId, objet, signalementId }: DueLigne) => `${informationId} ${objet} ${signalementId ?? ''}`;

  /** Une information de chaque source, dans chaque état, avec et sans saisine partie, la moitié déjà dites. */
  async function poserTout(): Promise<InformationPosee[]> {
    const posees: InformationPosee[] = [];
    const etats = [
      'recue',
      'hors-ip',
      'attribuee',
      'en-evaluation',
      'decidee',
      'close-judiciaire',
      'transferee',
    ] as const;
    const categories = ['professionnel', 'elu', 'particulier', 'anonyme'] as const;
    for (const [i, etat] of etats.entries())
      for (const [j, categorie] of categories.entries())
        for (const dite of [false, true]) {
          const information = await anInformation({ categorie })
            .dansUnite(i % 2 === 0 ? d.unites.nord1 : d.unites.sud1)
            .evalueePar(a.evaluateur)
            .etat(etat)
            .recueLe(['2026-08-31', '2026-07-02', '2026-09-10', '2026-11-18'][(i + j) % 4] ?? '')
            .insert(base.executeSql);
          if (categorie === 'particulier' && i % 3 !== 0)
            await base.executeSql("update ip.information set suites_demandees_le = '2026-08-30' where id = $1", [
              information.id,
            ]);
          const signalementId = createIdentifiant();
          await base.executeSql(
            `insert into ip.signalement (id, information_id, etat, autorite, motif, valide_le, signataire_id, arrete_numero, envoye_a, moyen)
             values ($1, $2, 'envoye', 'Procureur', 'refus-famille', '2026-11-01', $3, '1', '2026-11-02T23:30:00Z', 'courrier')`,
            [signalementId, information.id, a.decide],
          );
          if (dite)
            for (const [objet, aQui, saisine] of [
              ['source', 'source', null],
              ['ouverture', 'titulaires', null],
              ['saisine', 'titulaires', signalementId],
            ] as const)
              await dire(information, objet, aQui, saisine);
          posees.push(information);
        }
    return posees;
  }

  it('est ce que la règle doit, au jour que la règle compte, ni plus ni moins (CASF L226-5, D226-2-6, D226-2-7)', async () => {
    const posees = await poserTout();
    const attendues: string[] = [];
    for (const { id } of posees) {
      const { faits } = await base.asAgent(a.crip, (contexte) => getInformationSuivie(contexte, id));
      for (const { objet, aQui, signalementId, pour, faite, facultative } of listInformationsDues(faits))
        if (faite === null && !facultative) attendues.push(`${pour} ${id} ${objet} ${signalementId ?? ''} ${aQui}`);
    }
    const { lignes, total } = await lister(a.crip, { vue: 'toutes' });
    const lues = lignes.map((ligne) => {
      const due = findInformationDue(ligne.faits, ligne);
      return `${due?.pour} ${cle(ligne)} ${due?.aQui}`;
    });
    expect(attendues.length).toBeGreaterThan(50);
    expect(lues.toSorted()).toEqual(attendues.toSorted());
    expect(total).toBe(attendues.length);
    const jours = lues.map((lue) => lue.slice(0, 10));
    expect(jours, 'rangées par jour dû').toEqual(jours.toSorted());
    const retards = await lister(a.crip, { vue: 'en-retard' });
    expect(retards.lignes.map(cle).toSorted()).toEqual(
      attendues
        .filter((due) => due < jourCivil('2026-11-21'))
        .map((due) => due.split(' ').slice(1, 4).join(' '))
        .toSorted(),
    );
  });

  it('compte dans chaque vue ce que la vue montre, sorte par sorte, à chacun pour ce qu’il conduit', async () => {
    await poserTout();
    for (const agent of [a.crip, a.cadre, a.dAilleurs, a.evaluateur])
      for (const objet of ['', ...Object.keys(OBJETS_DUS)] as ('' | ObjetDu)[]) {
        const { comptes } = await lister(agent, { objet });
        for (const vue of Object.keys(VUES_DUES) as VueDues[]) {
          const { total, lignes } = await lister(agent, { vue, objet });
          expect([objet, vue, total, lignes.length]).toEqual([objet, vue, comptes[vue], comptes[vue]]);
        }
      }
    const nord = await lister(a.cadre, { vue: 'toutes' });
    expect(new Set(nord.lignes.map(({ unite }) => unite))).toEqual(new Set(['nord1']));
    expect((await lister(a.crip, { vue: 'toutes', unite: d.unites.nord })).total).toBe(nord.total);
  });
});
