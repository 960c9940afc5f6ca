import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { erreurDe } from '#modules/organisation/testing/organisation-en-base.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, SaisieInvalide } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { DOUTES } from '../pointage.ts';
import { createPointagesEssai, FORMAT_ESSAI, type PointagesEssai } from '../testing/pointages-factory.ts';
import { readApercu } from './apercu-badges.server.ts';
import { createFormat, getFormat, listFormats, updateFormat } from './formats.server.ts';
import { createImport, getImport, listEcarts, listImports, recordRelance } from './imports.server.ts';
import { executeImport } from './travail-badges.server.ts';

const TITRES = 'Badge;Date;Arrivée;Départ';

describe('les imports de badges', () => {
  const base = withBase();
  let essai: PointagesEssai;
  let formatId: string;
  const nord = () => essai.agents.nord.agentId;

  beforeAll(async () => {
    essai = await base.asSystem(({ tx }) => createPointagesEssai(tx));
    formatId = await base.asAgent(nord(), (contexte) => executeCommand(contexte, createFormat, FORMAT_ESSAI));
  });
  beforeEach(() => base.executeSql('truncate eaje.presence, eaje.presence_correction, eaje.import_badges cascade'));

  const depose = (texte: string, reste: Record<string, unknown> = {}, agentId = nord()) =>
    base.asAgent(agentId, (contexte) =>
      executeCommand(contexte, createImport, {
        formatId,
        fichier: new File([texte], 'badges.csv'),
        ...reste,
      }),
    );
  const executeEntier = async (texte: string, reste: Record<string, unknown> = {}) => {
    const id = await depose(texte, reste);
    await executeImport({ db: base.db, agent: { agentId: nord() }, importId: id });
    return read(id);
  };
  const read = (id: string) =>
    base.asAgent(nord(), async ({ tx }) => ({
      fiche: await getImport(tx, id),
      ...(await listEcarts(tx, id, { genre: null, limite: 50, debut: 0 })),
    }));
  const listPresences = () =>
    base.executeSql<{ badge: string; creche: string; jour: string; arrivee: number; depart: number; doute: string }>(
      `select e.badge, u.code as creche, p.jour::text, p.arrivee, p.depart, p.doute from eaje.presence p join eaje.enfant e on e.id = p.enfant_id
       join eaje.etablissement c on c.id = p.etablissement_id join organisation.unite u on u.id = c.unite_id order by p.jour, e.badge, p.arrivee`,
    );

  it('chaque ligne est une présence, ou un écart qui garde son texte et sa raison', async () => {
    const { fiche, lignes } = await executeEntier(
      [
        TITRES,
        'B1;19/11/2026;08:00;17:00',
        'B1;19/11/2026;08:03;17:02',
        'B2;19/11/2026;08:30;',
        'B9;19/11/2026;08:00;17:00',
        'B1;le 20;08:00;17:00',
        'B4;19/11/2026;08:00;17:00',
        '',
        'B2;20/11/2026;08:10;16:40',
        'B1;15/11/2026;09:00;12:00',
        'B1;01/12/2026;09:00;12:00',
      ].join('\r\n'),
    );
    expect(fiche).toMatchObject({ etat: 'FAIT', lignes: 9, presences: 4, refusees: 5, douteuses: 2 });
    expect(lignes.map(({ numero, genre, brut, raison }) => [numero, genre, brut, raison])).toEqual([
      [3, 'REFUS', 'B1;19/11/2026;08:03;17:02', 'Badge doublé, avec un autre départ : 17 h 02 est gardé.'],
      [4, 'DOUTE', 'B2;19/11/2026;08:30;', DOUTES.departManquant],
      [5, 'REFUS', 'B9;19/11/2026;08:00;17:00', 'Badge inconnu.'],
      [6, 'REFUS', 'B1;le 20;08:00;17:00', 'Le jour ne se lit pas.'],
      // L'enfant du sud : ni lui ni sa crèche ne se voient d'ici.
      [7, 'REFUS', 'B4;19/11/2026;08:00;17:00', 'Badge inconnu.'],
      [10, 'DOUTE', 'B1;15/11/2026;09:00;12:00', DOUTES.fermee],
      [11, 'REFUS', 'B1;01/12/2026;09:00;12:00', 'Ce jour n’est pas encore venu.'],
    ]);
    expect((await listPresences()).map(({ badge, jour, arrivee, depart }) => [badge, jour, arrivee, depart])).toEqual([
      ['B1', '2026-11-15', 540, 720],
      ['B1', '2026-11-19', 480, 1022],
      ['B2', '2026-11-19', 510, null],
      ['B2', '2026-11-20', 490, 1000],
    ]);
  });

  it('le même fichier deux fois n’inscrit rien de plus ; un départ venu ensuite complète', async () => {
    const fichier = `${TITRES}\nB1;19/11/2026;08:00;17:00\nB2;19/11/2026;08:30;`;
    await executeEntier(fichier);
    const avant = await listPresences();
    expect((await executeEntier(fichier)).fiche).toMatchObject({ presences: 0, dejaInscrites: 2, refusees: 0 });
    expect(await listPresences()).toEqual(avant);
    const { fiche } = await executeEntier(`${TITRES}\nB2;19/11/2026;08:30;16:00`);
    expect(fiche).toMatchObject({ presences: 0, completees: 1 });
    expect(await listPresences()).toMatchObject([{}, { badge: 'B2', depart: 960, doute: null }]);
  });

  it('un badge passé dans une autre crèche fait douter des deux présences', async () => {
    await executeEntier(`${TITRES}\nB1;19/11/2026;08:00;17:00`, { etablissementId: essai.creches.a.id });
    await executeEntier(`${TITRES}\nB1;19/11/2026;09:00;12:00`, { etablissementId: essai.creches.b.id });
    expect(await listPresences()).toMatchObject([
      { creche: 'NA', arrivee: 480, doute: DOUTES.deuxCreches },
      { creche: 'NB', arrivee: 540, doute: `${DOUTES.autreCreche} ${DOUTES.deuxCreches}` },
    ]);
  });

  it('un badge d’une autre crèche ne s’attribue pas sans doute, sauf à qui l’on y attend', async () => {
    const lire = async () => {
      await base.executeSql('truncate eaje.presence, eaje.import_badges cascade');
      await executeEntier(`${TITRES}\nB1;19/11/2026;08:00;17:00`, { etablissementId: essai.creches.b.id });
      return listPresences();
    };
    expect(await lire()).toMatchObject([{ badge: 'B1', creche: 'NB', doute: DOUTES.autreCreche }]);
    await base.executeSql(
      `insert into eaje.reservation (id, enfant_id, etablissement_id, jour, debut, fin, nature) values (gen_random_uuid(), $1, $2, '2026-11-19', 480, 1020, 'OCCASIONNEL')`,
      [essai.enfants.lea.id, essai.creches.b.id],
    );
    expect(await lire()).toMatchObject([{ creche: 'NB', doute: null }]);
    await base.executeSql('delete from eaje.reservation');
  });

  it('un fichier d’Excel français se lit avec ses apostrophes et ses « œ », et l’écart garde son texte', async () => {
    const windowsId = await base.asAgent(nord(), (contexte) =>
      executeCommand(contexte, createFormat, {
        ...FORMAT_ESSAI,
        nom: 'Excel',
        encodage: 'WINDOWS1252',
        colonneArrivee: 'Heure d’arrivée',
        colonneDepart: 'Départ du cœur de journée',
      }),
    );
    const enTete = 'Badge;Date;Heure d\x92arriv\xe9e;D\xe9part du c\x9cur de journ\xe9e';
    const fichier = Buffer.from(`${enTete}\nB1;19/11/2026;08:00;17:00\nN\x9cud;19/11/2026;08:00;09:00`, 'latin1');
    const id = await base.asAgent(nord(), (contexte) =>
      executeCommand(contexte, createImport, {
        formatId: windowsId,
        fichier: new File([fichier], 'excel.csv'),
      }),
    );
    await executeImport({ db: base.db, agent: { agentId: nord() }, importId: id });
    const { fiche, lignes } = await read(id);
    expect(fiche).toMatchObject({ etat: 'FAIT', presences: 1, refusees: 1 });
    expect(lignes).toMatchObject([{ numero: 3, brut: 'Nœud;19/11/2026;08:00;09:00', raison: 'Badge inconnu.' }]);
  });

  it('un fichier qu’Excel marque en UTF-8 se lit, même si le format attend l’ancien codage', async () => {
    const windowsId = await base.asAgent(nord(), (contexte) =>
      executeCommand(contexte, createFormat, { ...FORMAT_ESSAI, nom: 'Excel marqué', encodage: 'WINDOWS1252' }),
    );
    const { fiche } = await executeEntier(`\ufeff${TITRES}\nB1;19/11/2026;08:00;17:00`, { formatId: windowsId });
    expect(fiche).toMatchObject({ etat: 'FAIT', presences: 1, refusees: 0 });
  });

  it('les premières lignes se voient avant d’importer, comme l’import les lirait, et rien ne s’écrit', async () => {
    const apercu = (texte: string) =>
      base.asAgent(nord(), (contexte) =>
        readApercu(contexte, { formatId, etablissementId: null, fichier: new Blob([texte]) }),
      );
    const lignes = [TITRES, 'B1;19/11/2026;08:00;17:00', 'B9;19/11/2026;08:00;', 'B1;le 20;08:00;17:00'];
    expect(await apercu([...lignes, ...Array(40).fill('B2;18/11/2026;08:00;17:00')].join('\n'))).toMatchObject({
      refusees: 2,
      lignes: [
        { numero: 2, badge: 'B1', jour: '19/11/2026', heures: '8 h – 17 h', issue: 'Lue' },
        { numero: 3, heures: '8 h – ?', issue: 'Refusée : Badge inconnu.' },
        { numero: 4, badge: '—', issue: 'Refusée : Le jour ne se lit pas.' },
        ...Array(17).fill({ badge: 'B2', issue: 'Lue' }),
      ],
    });
    await expect(apercu('Date;Heure\n')).rejects.toThrow(FichierIllisible);
    expect(await listPresences()).toEqual([]);
    expect(await base.executeSql('select 1 from eaje.import_badges')).toEqual([]);
  });

  it('coupé au milieu, il reprend sans rien doubler et compte juste', async () => {
    const jours = ['15/07', '14/08', '14/09', '14/10', '13/11'].flatMap((jour) => [
      `B1;${jour}/2026;08:00;17:00`,
      `B2;${jour}/2026;08:30;`,
      `X;${jour}/2026;;`,
    ]);
    const id = await depose([TITRES, ...jours].join('\n'));
    const coupure = new AbortController();
    let tours = 0;
    // Deux tours de lecture, deux tranches par mois : le troisième mois est coupé quand sa première tranche est écrite.
    const signal = Object.assign(coupure.signal, {
      throwIfAborted: () => {
        tours += 1;
        if (tours === 8) throw new Error('coupé');
      },
    });
    const conduite = { db: base.db, agent: { agentId: nord() }, importId: id, lignesParTranche: 1 };
    await expect(executeImport({ ...conduite, signal })).rejects.toThrow('coupé');
    expect((await read(id)).fiche).toMatchObject({ etat: 'ECRITURE', joursFaits: 2, presences: 4 });
    expect(await listPresences()).toHaveLength(4);
    await executeImport(conduite);
    const { fiche, comptes } = await read(id);
    expect(fiche).toMatchObject({
      etat: 'FAIT',
      lignes: 15,
      jours: 5,
      joursFaits: 5,
      presences: 10,
      dejaInscrites: 0,
      refusees: 5,
    });
    expect(comptes).toEqual({ REFUS: 5, DOUTE: 5 });
    expect(await listPresences()).toHaveLength(10);
    expect(await executeImport(conduite)).toBe('Rien à faire');
  });

  it.each([
    ['vide', '', 'Ce fichier est vide.'],
    ['sans une ligne', `${TITRES}\r\n`, 'Ce fichier n’a que ses titres'],
    ['sans les colonnes du format', 'Badge,Date\nB1,2', '« Badge », « Date »'],
    ['qui dit d’autres titres', 'Badge,Date\nB1,2', 'La première ligne dit : « Badge,Date ».'],
    ['de tableur', 'PK\u0003\u0004\u0014\0\u0006\0', 'enregistrez-le en CSV'],
    ['PDF', '%PDF-1.7\n1 0 obj\n', 'enregistrez-le en CSV'],
    ['au guillemet ouvert', `${TITRES}\n"B1;19/11/2026;08:00`, 'un guillemet y reste ouvert'],
  ])('un fichier %s se refuse à côté du champ, et rien ne se garde', async (_, texte, phrase) => {
    const erreur = await erreurDe(depose(texte));
    expect(erreur.erreurs?.fichier ?? [erreur.champ, erreur.message].join(' : ')).toContain(phrase);
    expect(erreur.erreurs ? 'fichier' : erreur.champ).toBe('fichier');
    expect(await base.executeSql('select 1 from eaje.import_badges')).toEqual([]);
  });

  it('un guillemet ouvert loin dans le fichier le rend illisible, et dit sa ligne', async () => {
    const lignes = Array(3000).fill('B1;19/11/2026;08:00;17:00');
    const { fiche } = await executeEntier([TITRES, ...lignes, '"B1;19/11/2026;08:00'].join('\n'));
    expect(fiche).toMatchObject({
      etat: 'ILLISIBLE',
      motif: 'La ligne 3002 ne se lit pas : un guillemet y reste ouvert.',
    });
  });

  it('seul qui accueille dépose ; seul qui a déposé voit l’import, ses lignes et le relance', async () => {
    for (const agent of [essai.agents.directeur, essai.agents.referent])
      await expect(depose(`${TITRES}\nB1;19/11/2026;08:00;`, {}, agent.agentId)).rejects.toThrow(Introuvable);
    const id = await depose(`${TITRES}\nB9;19/11/2026;08:00;`);
    await executeImport({ db: base.db, agent: { agentId: nord() }, importId: id });
    await base.asAgent(essai.agents.sud.agentId, async (contexte) => {
      expect(await listImports(contexte.tx)).toEqual([]);
      expect((await listEcarts(contexte.tx, id, { genre: null, limite: 9, debut: 0 })).lignes).toEqual([]);
      await expect(executeCommand(contexte, recordRelance, { id })).rejects.toThrow(Introuvable);
    });
    await expect(
      base.asAgent(nord(), ({ tx }) =>
        tx
          .insertInto('eaje.presence')
          .values({
            etablissementId: essai.creches.sud.id,
            enfantId: essai.enfants.ian.id,
            jour: '2026-11-19',
            arrivee: 1,
            origine: 'BADGE',
          } as never)
          .execute(),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('un format se garde, se change à la bonne version, et ses colonnes obligatoires se demandent', async () => {
    await base.asAgent(nord(), async (contexte) => {
      const { version } = await getFormat(contexte.tx, formatId);
      await executeCommand(contexte, updateFormat, { ...FORMAT_ESSAI, id: formatId, version, nom: 'Borne du hall' });
      expect((await listFormats(contexte.tx)).map(({ nom }) => nom)).toEqual(expect.arrayContaining(['Borne du hall']));
      await expect(executeCommand(contexte, updateFormat, { ...FORMAT_ESSAI, id: formatId, version })).rejects.toThrow(
        Conflit,
      );
      const passages = { ...FORMAT_ESSAI, nature: 'PASSAGE', colonneSens: 'Sens' };
      await expect(executeCommand(contexte, createFormat, passages)).rejects.toThrow(SaisieInvalide);
    });
  });
});
