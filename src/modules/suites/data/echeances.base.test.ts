import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { DueFiltre, OBJETS_DUS, type ObjetDu, VUES_DUES, type VueDues } from '../due-filtre.ts';
import { findInformationDue, listInformationsDues } from '../rules/information-due.ts';
import { insertAValider } from '../testing/suites-factory.ts';
import { type DueLigne, listDues } from './dues-queries.server.ts';
import { listEcheances } from './echeances.server.ts';
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
beforeEach(async () => {
  await base.executeSql('delete from ip.information');
  await base.executeSql('delete from organisation.delegation');
});

const lire = async (agent: string, ...regles: string[]) =>
  (await base.asAgent(agent, listEcheances)).filter(({ regle }) => regles.length === 0 || regles.includes(regle));
const deleguer = (uniteId: string) =>
  insertDelegation(base.executeSql, { agentId: a.decide, acte: 'ip.decider', uniteId });
const aValider = (valideur: string | null = a.cadre) =>
  insertAValider(base.executeSql, anInformation().dansUnite(d.unites.nord1).evalueePar(a.evaluateur), { valideur });
const dire = ({ id }: InformationPosee, objet: string, aQui: string, signalementId: string | null = null) =>
  base.executeSql(
    "insert into ip.information_donnee (id, information_id, objet, a_qui, signalement_id, le, forme) values ($1, $2, $3, $4, $5, '2026-11-20', 'courrier')",
    [createIdentifiant(), id, objet, aQui, signalementId],
  );

describe('Décider sur un rapport validé (CASF D226-2-4, D226-2-7)', () => {
  it('est dû de qui a délégation là ; le terme de l’évaluation sert de repère (IP-021)', async () => {
    const { id } = await aValider();
    await deleguer(d.unites.nord);
    expect(await lire(a.decide, 'IP-021')).toMatchObject([
      {
        libelle: 'Décider des suites',
        pour: '2027-02-02',
        attenteDe: null,
        acte: { href: `/informations/${id}/suites/decider` },
        etapes: [
          'Rapport validé le 18 novembre 2026.',
          expect.stringContaining('repère'),
          ...[expect.any(String), expect.any(String)],
        ],
      },
    ]);
    for (const agent of [a.cadre, a.crip, a.evaluateur, a.dAilleurs]) expect(await lire(agent, 'IP-021')).toEqual([]);
  });
  it('pas encore validé, rien n’est à décider', async () => {
    await aValider(null);
    await deleguer(d.unites.nord);
    expect(await lire(a.decide, 'IP-021')).toEqual([]);
  });
  it('là où personne n’a délégation, l’encadrement voit que le président seul signe (CGCT L3221-3)', async () => {
    await aValider();
    await deleguer(d.unites.sud);
    const due = { libelle: 'Décision sans délégataire', attenteDe: expect.stringContaining('le président') };
    expect(await lire(a.cadre, 'IP-021')).toMatchObject([due]);
    expect(await lire(a.dAilleurs, 'IP-021')).toEqual([]);
  });
  it('au-delà de cinq, une ligne ouvre leur liste', async () => {
    for (let i = 0; i < 6; i += 1) await aValider();
    await deleguer(d.unites.departement);
    expect(await lire(a.decide, 'IP-021')).toMatchObject([
      { libelle: 'Décider des suites de 6 évaluations', acte: { href: '/informations?vue=a-valider&rapport=valide' } },
    ]);
  });
});

describe('Ce que l’on doit dire est dû de qui peut le dire', () => {
  it('les suites à la source, de la cellule, trois mois après la transmission (CASF L226-5, al. 1)', async () => {
    const { id } = await anInformation().dansUnite(d.unites.nord1).recueLe('2026-09-21').insert(base.executeSql);
    expect(await lire(a.crip)).toMatchObject([
      {
        regle: 'IP-024',
        libelle: 'Dire les suites à la source',
        pour: '2026-12-21',
        acte: { href: `/informations/${id}/suites/informer?objet=source&aQui=source` },
      },
    ]);
    expect(await lire(a.cadre)).toEqual([]);
  });
  it('trente jours avant, pas trente et un', async () => {
    const poser = (recueLe: string) =>
      anInformation().dansUnite(d.unites.nord1).recueLe(recueLe).insert(base.executeSql);
    await poser('2026-09-22');
    expect(await lire(a.crip)).toEqual([]);
    await poser('2026-09-21');
    expect(await lire(a.crip)).toHaveLength(1);
  });
  it('la mise en place, de l’équipe (CASF D226-2-6 I) ; les conclusions, de l’encadrement (CASF D226-2-7)', async () => {
    const information = await anInformation()
      .dansUnite(d.unites.nord1)
      .evalueePar(a.evaluateur)
      .etat('decidee')
      .recueLe('2026-11-10')
      .insert(base.executeSql);
    expect(await lire(a.evaluateur)).toMatchObject([{ regle: 'IP-015', pour: '2026-11-13' }]);
    expect(await lire(a.cadre)).toMatchObject([{ regle: 'IP-022', pour: '2026-11-15' }]);
    expect(await lire(a.dAilleurs)).toEqual([]);
    await dire(information, 'ouverture', 'titulaires');
    await dire(information, 'conclusions', 'mineur');
    expect(await lire(a.evaluateur)).toEqual([]);
    expect(await lire(a.cadre), 'le mineur n’est pas ses parents').toHaveLength(1);
  });
});

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

  it('une ligne de « Ma journée » ouvre la liste qui la compte', async () => {
    await poserTout();
    for (const agent of [a.crip, a.cadre, a.evaluateur]) {
      const groupes = (await lire(agent)).filter(({ acte }) => acte?.href.startsWith('/informations/a-dire'));
      expect(groupes.length).toBeGreaterThan(0);
      for (const { libelle, acte } of groupes) {
        const { total } = await lister(agent, Object.fromEntries(new URLSearchParams(acte?.href.split('?')[1])));
        expect([libelle, Number(libelle.match(/\d+/)?.[0])]).toEqual([libelle, total]);
      }
    }
  });
});
