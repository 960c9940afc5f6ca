import { CompiledQuery } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { recordAttribution } from './attribution-commands.server.ts';
import { listCandidats, listDessertes, listEquipe, listPresences } from './attribution-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadre: string;
let cadreSud: string;
let educatrice: string;
let psychologue: string;
let collegue: string;
let referentSud: string;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('responsable-enfance', d.unites.nord);
  cadreSud = await d.addAgent('responsable-enfance', d.unites.sud);
  educatrice = await addEvaluateur('educateur-specialise', 'Alma');
  psychologue = await addEvaluateur('psychologue', 'Bruno');
  collegue = await addEvaluateur('educateur-specialise', 'Chloé');
  referentSud = await d.addAgent('referent-educatif', d.unites.sud1);
  await base.executeSql(
    "insert into organisation.commune (code, nom, departement_code) values ('50502', 'Saint-Lô', '50')",
  );
  await base.executeSql(
    "insert into organisation.secteur (id, commune_code, unite_id, periode) values ($1, '50502', $2, '[2020-01-01,)')",
    [createIdentifiant(), d.unites.nord2],
  );
});

async function addEvaluateur(metier: string, nom: string): Promise<string> {
  const id = await d.addAgent('evaluateur', d.unites.nord1);
  await base.executeSql('update organisation.agent set metier = $2, nom = $3 where id = $1', [id, metier, nom]);
  return id;
}

const poser = async (etat: 'qualifiee' | 'attribuee' | 'en-evaluation' = 'qualifiee', equipe: string[] = []) => {
  const enfantId = await anEnfant().surLeTerritoire(d.unites.sud).insert(base.executeSql);
  const information = equipe.reduce(
    (posee, agentId) => posee.evalueePar(agentId, '[2026-11-10,)'),
    anInformation().dansUnite(d.unites.nord).etat(etat).avecMineur({ enfantId }).avecMineur({ prenom: 'Tom' }),
  );
  return { ...(await information.insert(base.executeSql)), enfantId };
};

const lireVersion = async ({ id }: InformationPosee) =>
  (await base.executeSql<{ version: number }>('select version from ip.information where id = $1', [id]))[0]?.version;

const attribuer = async (agent: string, information: InformationPosee, plus: Record<string, unknown>) => {
  const version = await lireVersion(information);
  return base.asAgent(agent, (c) =>
    executeCommand(c, recordAttribution, {
      informationId: information.id,
      version,
      uniteId: d.unites.nord1,
      evaluateurs: [educatrice, psychologue],
      ...plus,
    }),
  );
};
const missions = (enfantId: string) =>
  base.executeSql<{ agentId: string; periode: string }>(
    `select agent_id as "agentId", periode::text from enfants.mission where enfant_id = $1 and nature = 'evaluation' order by lower(periode), upper(periode) nulls last`,
    [enfantId],
  );
const voitLEnfant = (agent: string, enfantId: string) =>
  base.asAgent(agent, async ({ tx }) => {
    const lu = await tx.selectFrom('enfants.enfant').select('id').where('id', '=', enfantId).execute();
    return lu.length === 1;
  });

describe('Attribuer à un territoire et à une équipe (IP-013)', () => {
  it('l’équipe nommée voit l’information et le dossier des mineurs, et en est avertie', async () => {
    const information = await poser();
    await attribuer(cadre, information, {});
    const [lu] = await base.executeSql('select etat, unite_id, attribuee_le::text from ip.information where id = $1', [
      information.id,
    ]);
    expect(lu).toEqual({ etat: 'attribuee', unite_id: d.unites.nord1, attribuee_le: '2026-11-21' });
    expect((await missions(information.enfantId)).map(({ agentId }) => agentId).toSorted()).toEqual(
      [educatrice, psychologue].toSorted(),
    );
    expect(await voitLEnfant(educatrice, information.enfantId)).toBe(true);
    expect(await voitLEnfant(collegue, information.enfantId)).toBe(false);
    const avis = await base.executeSql('select lien from organisation.avis where agent_id = $1', [psychologue]);
    expect(avis).toContainEqual({ lien: `/informations/${information.id}/evaluation` });
  });

  it.each([
    ['un seul évaluateur', () => [educatrice], /moins de deux/],
    ['deux du même métier', () => [educatrice, collegue], /même métier/],
  ])('%s : on dit pourquoi, et l’attribution se fait', async (_, equipe, motif) => {
    const information = await poser();
    await expect(attribuer(cadre, information, { evaluateurs: equipe() })).rejects.toMatchObject({
      erreurs: { motif: expect.stringMatching(motif) },
    });
    await attribuer(cadre, information, { evaluateurs: equipe(), motif: 'Poste de psychologue vacant' });
    expect(await missions(information.enfantId)).toHaveLength(equipe().length);
    const [acte] = await base.executeSql("select motif from ip.acte where information_id = $1 and acte = 'attribuer'", [
      information.id,
    ]);
    expect(acte).toMatchObject({ motif: expect.stringMatching(/ALMA.*Poste de psychologue vacant/) });
  });

  it('sans équipe, le territoire reçoit l’information qualifiée et nomme la sienne', async () => {
    const information = await poser();
    await attribuer(crip, information, { uniteId: d.unites.sud, evaluateurs: undefined });
    const [lu] = await base.executeSql('select etat, unite_id from ip.information where id = $1', [information.id]);
    expect(lu).toEqual({ etat: 'qualifiee', unite_id: d.unites.sud });
    await expect(attribuer(cadreSud, information, { evaluateurs: [], uniteId: d.unites.sud })).rejects.toMatchObject({
      erreurs: { evaluateurs: expect.any(String) },
    });
  });

  it('l’encadrement ne confie pas hors de son périmètre, la cellule oui', async () => {
    const information = await poser();
    await expect(attribuer(cadre, information, { uniteId: d.unites.sud1 })).rejects.toMatchObject({ name: 'Refus' });
    await attribuer(crip, information, { uniteId: d.unites.sud1 });
  });

  it('qui n’évalue pas, ou ne conduit pas l’information, n’entre pas dans le jeu', async () => {
    const information = await poser();
    await expect(attribuer(cadre, information, { evaluateurs: [cadre, educatrice] })).rejects.toThrow(
      /poste où l’on évalue/,
    );
    await expect(attribuer(cadreSud, information, {})).rejects.toMatchObject({ name: 'Introuvable' });
    await expect(attribuer(educatrice, information, {})).rejects.toMatchObject({ name: 'Introuvable' });
  });
});

describe('Changer l’équipe', () => {
  it('qui part perd ses missions ce jour, qui entre les reçoit, et l’histoire garde chacun', async () => {
    const information = await poser('en-evaluation', [educatrice, psychologue]);
    expect(await voitLEnfant(educatrice, information.enfantId)).toBe(true);
    await expect(attribuer(cadre, information, { evaluateurs: [collegue, psychologue] })).rejects.toMatchObject({
      erreurs: { motif: expect.stringContaining('pourquoi') },
    });
    await attribuer(cadre, information, { evaluateurs: [collegue, psychologue], motif: 'Arrêt de travail' });
    expect(await missions(information.enfantId)).toEqual([
      { agentId: educatrice, periode: '[2026-11-10,2026-11-21)' },
      { agentId: psychologue, periode: '[2026-11-10,)' },
      { agentId: collegue, periode: '[2026-11-21,)' },
    ]);
    expect(await voitLEnfant(educatrice, information.enfantId)).toBe(false);
    const equipe = await base.asAgent(cadre, (c) => listEquipe(c, information.id));
    expect(equipe.map(({ nom, au, motifFin }) => [nom, au, motifFin])).toEqual([
      ['BRUNO Agent', null, null],
      ['CHLOÉ Agent', null, null],
      ['ALMA Agent', '2026-11-20', 'Arrêt de travail'],
    ]);
    const [lu] = await base.executeSql('select etat from ip.information where id = $1', [information.id]);
    expect(lu).toEqual({ etat: 'en-evaluation' });
  });

  it('une erreur corrigée le jour même ne laisse aucune mission', async () => {
    const information = await poser();
    await attribuer(cadre, information, { evaluateurs: [collegue, psychologue] });
    await attribuer(cadre, information, { motif: 'Chloé connaît la famille' });
    expect((await missions(information.enfantId)).some(({ agentId }) => agentId === collegue)).toBe(false);
  });

  it('deux cadres à la fois : le second voit que tout a changé', async () => {
    const information = await poser();
    const version = await lireVersion(information);
    await attribuer(cadre, information, {});
    await expect(attribuer(crip, information, { version, evaluateurs: [collegue, psychologue] })).rejects.toMatchObject(
      {
        name: 'Conflit',
      },
    );
    expect(await missions(information.enfantId)).toHaveLength(2);
  });
});

describe('Les missions d’évaluation suivent l’information', () => {
  it('elles finissent le jour où l’information finit', async () => {
    const information = await poser('attribuee', [educatrice]);
    await base.executeSql("update ip.information set etat = 'transferee', close_le = '2026-11-21' where id = $1", [
      information.id,
    ]);
    expect(await missions(information.enfantId)).toEqual([{ agentId: educatrice, periode: '[2026-11-10,2026-11-22)' }]);
  });
  it('elles suivent le dossier reconnu après coup, et l’erreur de rapprochement que l’on corrige', async () => {
    const information = await poser('attribuee', [educatrice]);
    const autre = await anEnfant().insert(base.executeSql);
    const relier = (enfantId: string | null) =>
      base.executeSql('update ip.mineur set enfant_id = $2 where id = $1', [information.mineurs[1], enfantId]);
    await relier(autre);
    expect(await missions(autre)).toHaveLength(1);
    const bon = await anEnfant().insert(base.executeSql);
    await relier(bon);
    expect([await missions(autre), await missions(bon)].map(({ length }) => length)).toEqual([0, 1]);
    await relier(null);
    expect(await missions(bon)).toEqual([]);
    await base.executeSql('delete from ip.mineur where id = $1', [information.mineurs[0]]);
    expect(await missions(information.enfantId)).toEqual([]);
  });
  it('deux informations sur le même enfant gardent chacune la leur', async () => {
    const premiere = await poser('attribuee', [educatrice]);
    const seconde = await anInformation()
      .dansUnite(d.unites.nord)
      .etat('attribuee')
      .avecMineur({ enfantId: premiere.enfantId })
      .evalueePar(educatrice, '[2026-11-15,)')
      .insert(base.executeSql);
    await base.executeSql("update ip.information set etat = 'transferee', close_le = '2026-11-20' where id = $1", [
      seconde.id,
    ]);
    expect(await missions(premiere.enfantId)).toEqual([
      { agentId: educatrice, periode: '[2026-11-10,)' },
      { agentId: educatrice, periode: '[2026-11-15,2026-11-21)' },
    ]);
  });
});

describe('On n’obtient pas d’accès en passant par l’équipe ou par le foyer', () => {
  const tenter = (agent: string, texte: string, valeurs: unknown[]) =>
    base.asAgent(agent, ({ tx }) => tx.executeQuery(CompiledQuery.raw(texte, valeurs)));

  it('la cellule ne se donne pas de mission, ni à un autre, hors d’une équipe', async () => {
    const { enfantId } = await poser();
    await expect(
      tenter(
        crip,
        "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values ($1, $2, $3, 'evaluation', '[2026-11-21,)')",
        [createIdentifiant(), enfantId, educatrice],
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(tenter(crip, 'select ip.tenir_missions($1::uuid[])', [[]])).rejects.toMatchObject({ code: '42501' });
  });
  it('nul n’entre dans une équipe sans poste qui évalue, ni ne s’y met soi-même', async () => {
    const information = await poser('attribuee', [educatrice]);
    const entrer = (par: string, agentId: string) =>
      tenter(
        par,
        "insert into ip.evaluateur (id, information_id, agent_id, periode) values ($1, $2, $3, '[2026-11-21,)')",
        [createIdentifiant(), information.id, agentId],
      );
    await expect(entrer(cadre, cadre)).rejects.toMatchObject({ constraint: 'evaluateur_habilite' });
    await expect(entrer(collegue, collegue)).rejects.toMatchObject({ code: '42501' });
    await expect(entrer(educatrice, collegue)).rejects.toMatchObject({ code: '42501' });
    await expect(entrer(cadreSud, referentSud)).rejects.toMatchObject({ code: '42501' });
  });
  it('un évaluateur ne se change pas en un autre, ni ne passe à une autre information', async () => {
    const information = await poser('attribuee', [educatrice]);
    const ailleurs = await poser('attribuee', [psychologue]);
    await expect(
      tenter(cadre, 'update ip.evaluateur set agent_id = $2 where information_id = $1', [information.id, collegue]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      tenter(cadre, 'update ip.evaluateur set information_id = $2 where information_id = $1', [
        information.id,
        ailleurs.id,
      ]),
    ).rejects.toMatchObject({ code: '42501' });
  });
  it('relier un mineur à un enfant que l’on ne suit pas est refusé à l’équipe et à l’encadrement, permis à la cellule', async () => {
    const information = await poser('en-evaluation', [educatrice]);
    const etranger = await anEnfant().surLeTerritoire(d.unites.sud).insert(base.executeSql);
    const relier = (par: string, enfantId: string) =>
      tenter(par, 'update ip.mineur set enfant_id = $2 where id = $1', [information.mineurs[1], enfantId]);
    await expect(relier(educatrice, etranger)).rejects.toMatchObject({ code: '42501' });
    await expect(relier(cadre, etranger)).rejects.toMatchObject({ code: '42501' });
    expect(await missions(etranger)).toEqual([]);
    const duNord = await anEnfant().surLeTerritoire(d.unites.nord).insert(base.executeSql);
    await relier(cadre, duNord);
    expect(await missions(duNord)).toHaveLength(1);
    await relier(crip, etranger);
    expect(await missions(etranger)).toHaveLength(1);
  });
  it('un dossier restreint ne se relie que de qui y est nommé, et ne s’ouvre pas à l’équipe', async () => {
    const information = await poser('en-evaluation', [educatrice]);
    const protege = await anEnfant().restreint().surLeTerritoire(d.unites.nord).insert(base.executeSql);
    await expect(
      tenter(crip, 'update ip.mineur set enfant_id = $2 where id = $1', [information.mineurs[1], protege]),
    ).rejects.toMatchObject({ code: '42501' });
    await base.executeSql('update ip.mineur set enfant_id = $2 where id = $1', [information.mineurs[1], protege]);
    expect(await voitLEnfant(educatrice, protege)).toBe(false);
  });
});

describe('De quoi choisir', () => {
  it('le territoire se propose par l’adresse : commune, secteur, unité', async () => {
    const information = await anInformation({ commune: { code: '50502', nom: 'Saint-Lô', codePostal: '50000' } })
      .dansUnite(d.unites.nord)
      .etat('qualifiee')
      .insert(base.executeSql);
    const { commune, dessertes } = await base.asAgent(cadre, (c) => listDessertes(c, information.id));
    expect(commune).toBe('Saint-Lô');
    expect(dessertes).toMatchObject([{ uniteId: d.unites.nord2, territoireId: d.unites.nord, quartier: '' }]);
  });
  it('chaque territoire dit combien d’évaluateurs y sont présents ce jour, et qu’il n’en a aucun', async () => {
    const { nord, nord1, nord2, sud, sud1 } = d.unites;
    const lire = () =>
      base.asAgent(crip, async (contexte) => {
        const presences = await listPresences(contexte);
        return [nord, nord1, nord2, sud, sud1].map((id) => presences.get(id));
      });
    // Un référent peut évaluer, ce n'est pas son métier : le sud n'a personne.
    expect(await lire()).toEqual([3, 3, 3, 0, 0]);
    const absence = createIdentifiant();
    await base.executeSql(
      "insert into organisation.absence (id, agent_id, periode) values ($1, $2, '[2026-11-20,2026-11-25)')",
      [absence, collegue],
    );
    expect(await lire()).toEqual([2, 2, 2, 0, 0]);
    await base.executeSql('delete from organisation.absence where id = $1', [absence]);
  });

  it('les candidats du territoire, leur charge et leurs absences, même sur des situations que l’on ne voit pas', async () => {
    await base.executeSql('delete from ip.evaluateur');
    await anInformation()
      .dansUnite(d.unites.sud)
      .etat('en-evaluation')
      .recueLe('2026-06-01')
      .evalueePar(educatrice)
      .insert(base.executeSql);
    await base.executeSql(
      "insert into organisation.absence (id, agent_id, periode) values ($1, $2, '[2026-11-25,2026-12-05)')",
      [createIdentifiant(), psychologue],
    );
    const lire = (agent: string) =>
      base.asAgent(agent, (c) => listCandidats(c, { uniteId: d.unites.nord2, equipe: [referentSud] }));
    const candidats = await lire(cadre);
    expect(candidats.map(({ nom, enCours, enRetard, nomme }) => [nom, enCours, enRetard, nomme])).toEqual([
      ['BRUNO Agent', 0, 0, false],
      ['CHLOÉ Agent', 0, 0, false],
      ['ALMA Agent', 1, 1, false],
      [expect.stringContaining('ESSAI'), 0, 0, true],
    ]);
    expect(candidats[0]?.absences).toEqual([{ du: '2026-11-25', au: '2026-12-04' }]);
    expect(
      (await lire(educatrice)).every(({ enCours }) => enCours === 0),
      'la charge ne se lit que de qui attribue',
    ).toBe(true);
  });
});
