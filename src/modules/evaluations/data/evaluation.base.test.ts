import { beforeAll, describe, expect, it } from 'vitest';
import type { InformationPosee } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { createEquipe, insertVolets } from '../testing/evaluation-essai.ts';
import { recordDebut, recordReprise, recordSuspension } from './deroulement-commands.server.ts';
import { getFaits, listAvisRecueillis, listRencontres } from './evaluation-queries.server.ts';
import { recordRemise, updateConclusion, updateRaisons } from './rapport-commands.server.ts';
import { recordAvis, recordRencontre } from './rencontre-commands.server.ts';
import { recordComplement, recordSoumission, recordValidation } from './validation-commands.server.ts';

const base = withBase();
let e: Awaited<ReturnType<typeof createEquipe>>;
beforeAll(async () => {
  e = await createEquipe(base);
});

const lireEtat = async ({ id }: { id: string }) =>
  (await base.executeSql<{ etat: string }>('select etat from ip.information where id = $1', [id]))[0]?.etat;
const CHEZ_EUX = { le: '05/11/2026', lieu: 'domicile', issue: 'tenue', titulairesPresents: 'oui' };

/** Rencontres, avis, volets et conclusion : un rapport prêt à remettre. */
async function completer(information: InformationPosee): Promise<void> {
  const { educatrice, psychologue } = e.agents;
  const { mineurs, adultes } = information;
  await e.faire(educatrice, recordRencontre, information, { ...CHEZ_EUX, mineurs });
  const seuls = { le: '10/11/2026', lieu: 'ecole', issue: 'tenue', mineurs, mineurSeul: 'oui', accord: 'oui' };
  await e.faire(psychologue, recordRencontre, information, seuls);
  for (const deQui of [...mineurs.map((id) => `mineur:${id}`), `titulaire:${adultes[0]}`, 'entourage'])
    await e.faire(educatrice, recordAvis, information, {
      deQui,
      le: '10/11/2026',
      recueilli: 'oui',
      teneur: 'Va mieux.',
    });
  const sans = { deQui: 'professionnel', le: '12/11/2026', recueilli: 'non', motifAbsence: 'École fermée' };
  await e.faire(educatrice, recordAvis, information, sans);
  await insertVolets(base, information);
  await conclure(information, { conclusion: 'risque', proposition: 'actions-adaptees' });
}
const conclure = async (information: InformationPosee, saisie: Record<string, unknown>) =>
  e.faire(e.agents.psychologue, updateConclusion, information, {
    version: await e.lireVersion(information, 'rapport'),
    ...saisie,
  });

describe('Commencer l’évaluation', () => {
  it('les titulaires en sont informés, ou l’on dit pourquoi non (CASF D226-2-6 I)', async () => {
    const information = await e.poser('attribuee');
    const debuter = (saisie: Record<string, unknown>) =>
      e.faire(e.agents.educatrice, recordDebut, information, { debuteeLe: '05/11/2026', ...saisie });
    await expect(debuter({})).rejects.toMatchObject({ name: 'Refus', champ: 'forme', message: /IP-015/ });
    await expect(debuter({ forme: 'dispense' })).rejects.toMatchObject({
      erreurs: { dispenseMotif: expect.any(String) },
    });
    await debuter({ forme: 'courrier', le: '04/11/2026' });
    expect(await lireEtat(information)).toBe('en-evaluation');
    const [dite] = await base.executeSql(
      'select objet, a_qui, le::text, forme from ip.information_donnee where information_id = $1',
      [information.id],
    );
    expect(dite).toEqual({ objet: 'ouverture', a_qui: 'titulaires', le: '2026-11-04', forme: 'courrier' });
  });
  it('le référentiel en vigueur est inscrit au rapport (CASF L226-3)', async () => {
    const information = await e.poser('attribuee');
    await e.faire(e.agents.educatrice, recordDebut, information, { debuteeLe: '05/11/2026', forme: 'entretien' });
    const { rapport } = await base.asAgent(e.agents.cadre, (c) => getFaits(c, information.id));
    expect(rapport).toMatchObject({ referentielVersion: 'janvier 2021', conclusion: null });
  });
  it('ni avant la réception, ni demain, ni par un autre que l’équipe', async () => {
    const information = await e.poser('attribuee');
    const debuter = (agent: string, debuteeLe: string) =>
      e.faire(agent, recordDebut, information, { debuteeLe, forme: 'entretien' });
    await expect(debuter(e.agents.educatrice, '01/11/2026')).rejects.toMatchObject({
      erreurs: { debuteeLe: /reçue que le/ },
    });
    await expect(debuter(e.agents.educatrice, '22/11/2026')).rejects.toMatchObject({
      erreurs: { debuteeLe: /à venir/ },
    });
    for (const agent of [e.agents.cadre, e.agents.collegue, e.agents.crip])
      await expect(debuter(agent, '05/11/2026')).rejects.toMatchObject({ name: 'Introuvable' });
  });
});

describe('Les rencontres et les avis', () => {
  it('une rencontre s’inscrit, se corrige, et deux corrections à la fois se voient', async () => {
    const information = await e.poser('en-evaluation');
    await e.faire(e.agents.educatrice, recordRencontre, information, {
      ...CHEZ_EUX,
      mineurs: [information.mineurs[0]],
    });
    const lire = () => base.asAgent(e.agents.cadre, (c) => listRencontres(c, information.id));
    const [posee] = await lire();
    const corriger = (agent: string, compteRendu: string) =>
      e.faire(agent, recordRencontre, information, {
        ...CHEZ_EUX,
        id: posee?.id,
        version: posee?.version,
        mineurs: information.mineurs,
        compteRendu,
      });
    await corriger(e.agents.psychologue, 'Accueil tendu');
    await expect(corriger(e.agents.educatrice, 'Accueil cordial')).rejects.toMatchObject({
      name: 'Conflit',
      actuel: { 'Compte rendu': 'Accueil tendu' },
    });
    expect(await lire()).toMatchObject([
      { compteRendu: 'Accueil tendu', mineurs: expect.arrayContaining(information.mineurs) },
    ]);
  });
  it.each([
    ['personne n’était là', { titulairesPresents: undefined, mineurs: [] }, 'mineurs'],
    ['vu seul, mais avec ses parents', { mineurSeul: 'oui', accord: 'oui' }, 'mineurSeul'],
    ['vu seul, sans dire s’ils étaient d’accord (IP-018)', { titulairesPresents: '', mineurSeul: 'oui' }, 'accord'],
    [
      'vu seul sans leur accord, sans dire pourquoi (IP-018)',
      { titulairesPresents: '', mineurSeul: 'oui', accord: 'non' },
      'sansAccordMotif',
    ],
  ])('%s : la saisie le dit', async (_, plus, champ) => {
    const information = await e.poser('en-evaluation');
    const saisie = { ...CHEZ_EUX, mineurs: information.mineurs, ...plus };
    await expect(e.faire(e.agents.educatrice, recordRencontre, information, saisie)).rejects.toMatchObject({
      erreurs: { [champ]: expect.any(String) },
    });
  });
  it('un mineur ou un adulte d’un autre foyer n’entre pas', async () => {
    const information = await e.poser('en-evaluation');
    const autre = await e.poser('en-evaluation');
    await expect(
      e.faire(e.agents.educatrice, recordRencontre, information, { ...CHEZ_EUX, mineurs: autre.mineurs }),
    ).rejects.toMatchObject({ name: 'Refus' });
    const avis = { le: '10/11/2026', recueilli: 'oui', teneur: 'Rien' };
    await expect(
      e.faire(e.agents.educatrice, recordAvis, information, { ...avis, deQui: `titulaire:${autre.adultes[0]}` }),
    ).rejects.toMatchObject({ erreurs: { deQui: expect.any(String) } });
  });
  it('un avis se recueille, ou l’on dit pourquoi il manque (IP-016)', async () => {
    const information = await e.poser('en-evaluation');
    const inscrire = (saisie: Record<string, unknown>) =>
      e.faire(e.agents.educatrice, recordAvis, information, { deQui: 'entourage', le: '10/11/2026', ...saisie });
    await expect(inscrire({ recueilli: 'oui' })).rejects.toMatchObject({ erreurs: { teneur: expect.any(String) } });
    await expect(inscrire({ recueilli: 'non' })).rejects.toMatchObject({ erreurs: { motifAbsence: /IP-016/ } });
    await inscrire({ recueilli: 'non', motifAbsence: 'Injoignable', teneur: 'oublié' });
    const [avis] = await base.asAgent(e.agents.cadre, (c) => listAvisRecueillis(c, information.id));
    expect(avis).toMatchObject({ aupres: 'entourage', recueilli: false, teneur: null, motifAbsence: 'Injoignable' });
  });
  it('rien ne s’écrit hors de l’évaluation', async () => {
    for (const etat of ['attribuee', 'suspendue', 'rapport-remis', 'decidee'] as const) {
      const information = await e.poser(etat);
      const saisie = { ...CHEZ_EUX, mineurs: information.mineurs };
      await expect(e.faire(e.agents.educatrice, recordRencontre, information, saisie)).rejects.toMatchObject({
        name: 'Refus',
      });
    }
  });
});

describe('Remettre le rapport', () => {
  it('complet, il se remet et attend son valideur', async () => {
    const information = await e.poser('en-evaluation');
    await completer(information);
    await e.faire(e.agents.educatrice, recordRemise, information, { soumettre: 'oui' });
    expect(await lireEtat(information)).toBe('en-validation');
    const actes = await base.executeSql<{ acte: string }>(
      'select acte from ip.acte where information_id = $1 order by rang',
      [information.id],
    );
    expect(actes.map(({ acte }) => acte)).toEqual(['recevoir', 'remettre-rapport', 'soumettre-validation']);
  });
  it('incomplet, il est refusé sous chaque règle, avec ses textes', async () => {
    const information = await e.poser('en-evaluation');
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toMatchObject({
      name: 'Refus',
      message: /IP-017.*IP-018.*IP-016.*IP-012.*IP-014.*IP-020/,
      textes: expect.arrayContaining([expect.objectContaining({ article: 'D226-2-7' })]),
    });
  });
  it('un mineur du foyer oublié l’empêche (CASF L226-3)', async () => {
    const information = await e.poser('en-evaluation');
    await completer(information);
    await base.executeSql('delete from ip.rubrique where mineur_id = $1', [information.mineurs[1]]);
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toThrow(
      /MARTIN Tom n’a pas de volet.*IP-012/,
    );
  });
  it('un mineur impossible à rencontrer oblige la saisine, motivée (CASF D226-2-6 II)', async () => {
    const information = await e.poser('en-evaluation');
    await completer(information);
    const [, tom] = information.mineurs;
    await base.executeSql('delete from ip.rencontre_mineur where mineur_id = $1', [tom]);
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toThrow(/jamais été rencontré/);
    await e.faire(e.agents.educatrice, updateRaisons, information, {
      version: await e.lireVersion(information, 'rapport'),
      [`impossibleMotif.${tom}`]: 'Trois passages, porte close',
    });
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toThrow(/IP-019/);
    await conclure(information, { conclusion: 'danger', proposition: 'classement' });
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toThrow(/IP-019/);
    await conclure(information, { conclusion: 'danger', proposition: 'saisine' });
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toThrow(/se motive/);
    await conclure(information, { conclusion: 'danger', proposition: 'saisine', argumentaire: 'Tom est introuvable.' });
    await e.faire(e.agents.educatrice, recordRemise, information);
    expect(await lireEtat(information)).toBe('rapport-remis');
  });
  it('deux évaluateurs qui concluent à la fois : le second voit ce que le premier a écrit', async () => {
    const information = await e.poser('en-evaluation');
    await conclure(information, { conclusion: 'risque' });
    const version = await e.lireVersion(information, 'rapport');
    await conclure(information, { version, conclusion: 'danger' });
    await expect(conclure(information, { version, conclusion: 'infirme' })).rejects.toMatchObject({
      name: 'Conflit',
      actuel: { Conclusion: 'Le danger est confirmé' },
    });
  });
});

describe('La validation', () => {
  const poserRemis = async (equipe?: string[]) => {
    const information = await e.poser('rapport-remis', equipe);
    await base.executeSql(
      "insert into ip.rapport (information_id, referentiel, referentiel_version, conclusion, proposition, remis_le, remis_par) values ($1, 'HAS', '2021', 'risque', 'classement', '2026-11-06', $2)",
      [information.id, e.agents.educatrice],
    );
    return information;
  };

  it('l’encadrement la reçoit, valide, et l’histoire le dit', async () => {
    const information = await poserRemis();
    await e.faire(e.agents.cadre, recordSoumission, information);
    await e.faire(e.agents.cadre, recordValidation, information, { motif: 'Lu avec la psychologue' });
    const { rapport } = await base.asAgent(e.agents.cadre, (c) => getFaits(c, information.id));
    expect(rapport.valideLe).toBe('2026-11-21');
    const [acte] = await base.executeSql(
      "select etat_avant, etat_apres, motif from ip.acte where information_id = $1 and acte = 'valider'",
      [information.id],
    );
    expect(acte).toEqual({ etat_avant: 'en-validation', etat_apres: 'en-validation', motif: 'Lu avec la psychologue' });
    await expect(e.faire(e.agents.cadre, recordValidation, information)).rejects.toThrow(/déjà validé/);
  });
  it('qui a évalué, même un temps, ne valide ni ne rend', async () => {
    const deux = await e.addAgent('evaluateur', e.unites.nord1);
    const [poste] = await base.executeSql<{ id: string }>(
      "insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, periode) values (gen_random_uuid(), gen_random_uuid()::text, 'Cadre', 'responsable-enfance', 'essai', $1, '[2010-01-01,)') returning id",
      [e.unites.nord],
    );
    await base.executeSql(
      "insert into organisation.affectation (id, poste_id, agent_id, nature, periode) values (gen_random_uuid(), $1, $2, 'interim', '[2010-01-01,)')",
      [poste?.id, deux],
    );
    const information = await poserRemis([deux, e.agents.educatrice]);
    await base.executeSql("update ip.evaluateur set periode = '[2026-11-03,2026-11-05)' where agent_id = $1", [deux]);
    await e.faire(deux, recordSoumission, information);
    await expect(e.faire(deux, recordValidation, information)).rejects.toMatchObject({
      name: 'Refus',
      message: /une autre personne/,
    });
    await expect(e.faire(deux, recordComplement, information, { complement: 'À revoir' })).rejects.toMatchObject({
      name: 'Refus',
    });
    await expect(
      base.executeSql('update ip.rapport set valide_le = remis_le, valide_par = $2 where information_id = $1', [
        information.id,
        deux,
      ]),
    ).rejects.toMatchObject({ constraint: 'rapport_valideur' });
    await expect(e.faire(e.agents.educatrice, recordValidation, information)).rejects.toMatchObject({
      name: 'Introuvable',
    });
  });
  it('là où la validation est déléguée, la délégation est demandée (CGCT L3221-3)', async () => {
    const information = await poserRemis();
    await e.faire(e.agents.cadre, recordSoumission, information);
    await base.executeSql(
      "insert into organisation.delegation (id, agent_id, acte, unite_id, periode, arrete_numero, arrete_le) values (gen_random_uuid(), $1, 'evaluation.valider', $2, '[2026-01-01,)', 'A-1', '2025-12-01')",
      [e.agents.cadreSud, e.unites.departement],
    );
    await expect(e.faire(e.agents.cadre, recordValidation, information)).rejects.toMatchObject({
      name: 'Refus',
      textes: [expect.objectContaining({ article: 'L3221-3' }), expect.anything()],
    });
    await base.executeSql('update organisation.delegation set agent_id = $1', [e.agents.cadre]);
    await e.faire(e.agents.cadre, recordValidation, information);
    await base.executeSql('delete from organisation.delegation');
  });
  it('rendu pour complément, il retourne à l’équipe, qui en est avertie', async () => {
    const information = await poserRemis();
    await e.faire(e.agents.cadre, recordSoumission, information);
    await expect(e.faire(e.agents.cadre, recordComplement, information, { complement: ' ' })).rejects.toMatchObject({
      name: 'SaisieInvalide',
    });
    await e.faire(e.agents.cadre, recordComplement, information, { complement: 'Rencontrer le père' });
    expect(await lireEtat(information)).toBe('en-evaluation');
    const [lu] = await base.executeSql(
      'select remis_le, rapport_remis_le from ip.rapport r join ip.information i on i.id = r.information_id where i.id = $1',
      [information.id],
    );
    expect(lu).toEqual({ remis_le: null, rapport_remis_le: null });
    const avis = await base.executeSql('select titre from organisation.avis where agent_id = $1 and lien like $2', [
      e.agents.psychologue,
      `%${information.id}%`,
    ]);
    expect(avis).toEqual([{ titre: 'Un rapport vous est rendu pour complément' }]);
  });
});

describe('La suspension sur décision judiciaire', () => {
  it('l’encadrement suspend et reprend ; l’échéance ne bouge pas', async () => {
    const information = await e.poser('en-evaluation');
    const lireEcheance = async () =>
      (
        await base.executeSql('select echeance::text, suspendue_le::text from ip.information where id = $1', [
          information.id,
        ])
      )[0];
    const avant = await lireEcheance();
    await e.faire(e.agents.cadre, recordSuspension, information, {
      le: '20/11/2026',
      acte: 'Ordonnance du juge des enfants',
    });
    expect(await lireEcheance()).toEqual({ ...avant, suspendue_le: '2026-11-20' });
    await e.faire(e.agents.crip, recordReprise, information, { motif: 'Non-lieu' });
    expect(await lireEcheance()).toEqual(avant);
    expect(await lireEtat(information)).toBe('en-evaluation');
  });
  it('l’équipe ne suspend pas, un autre territoire non plus', async () => {
    const information = await e.poser('en-evaluation');
    for (const agent of [e.agents.educatrice, e.agents.cadreSud])
      await expect(
        e.faire(agent, recordSuspension, information, { le: '20/11/2026', acte: 'Ordonnance' }),
      ).rejects.toMatchObject({ name: 'Introuvable' });
  });
});
