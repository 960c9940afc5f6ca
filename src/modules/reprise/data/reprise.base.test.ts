import { beforeAll, describe, expect, it } from 'vitest';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { executeEssai, executeSuite, readBase, readImport } from '../testing/import-essai.ts';
import { executeTravail } from './travail.server.ts';

/** Un fichier comme en sort un vieux logiciel : Windows-1252, points-virgules, lignes de Windows. */
function encode1252(texte: string): Uint8Array {
  return Uint8Array.from(
    [...texte.replaceAll('\n', '\r\n')].map((c) => (c === '’' ? 0x92 : c === 'œ' ? 0x9c : c.charCodeAt(0))),
  );
}

describe('reprise de fichiers', () => {
  const base = withBase();
  let essai: OrganisationEssai;

  beforeAll(async () => {
    essai = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  });

  const ENFANTS = [
    'N° dossier;NOM;Prénom;Sexe;Né(e) le;Territoire;Nom de la mère;Prénom de la mère;Adresse;CP;Ville',
    '2024-00001;DÛBOIS;Zoé;F;04/03/2019;TN;DÛBOIS;Anaïs;3 rue des Dunes;80100;Abbeville',
    '2024-00002;DÛBOIS;Noé;G;04/03/2019;TN;DÛBOIS;Anaïs;3 rue des Dunes;80100;Abbeville',
    '2024-00003;DÛBOIS;Lina;F;12.5.17;Territoire nord;DÛBOIS;Anaïs;3, rue des dunes;80100;ABBEVILLE',
    ';MARTIN;Lou-Anne;f;21 nov. 2015;TS;;;;;',
    ';PETIT;Hugo;M;42330;TS;;;;;',
    ';SANS;Territoire;M;01/01/2018;;;;;;',
    ';DATE;Fausse;M;31/02/2018;TN;;;;;',
    ';;Anonyme;M;01/01/2018;TN;;;;;',
  ].join('\n');

  it('un essai à blanc dit tout ligne par ligne et n’écrit rien', async () => {
    const avant = await readBase(base.db);
    const id = await executeEssai(base.db, { nature: 'enfants', fichier: encode1252(ENFANTS) });
    const { fiche, lignes } = await readImport(base.db, id);
    expect(fiche.etat).toBe('analysee');
    expect(fiche.comptes).toMatchObject({ creee: 5, refusee: 3, modifiee: 0, douteuse: 0 });
    expect(lignes.filter(({ etat }) => etat === 'refusee').map(({ numero, refus }) => [numero, refus])).toEqual([
      [
        7,
        [{ colonne: 'Territoire', motif: 'Dites quel territoire suit l’enfant : sans lui, personne ne le verrait.' }],
      ],
      [8, [{ colonne: 'Né(e) le', motif: 'Cette date n’existe pas : « 31/02/2018 ».' }]],
      [9, [{ colonne: 'NOM', motif: 'Le nom manque.' }]],
    ]);
    expect(await readBase(base.db)).toEqual(avant);
  });

  it('écrire puis annuler rend la base au caractère près, la fratrie ayant eu une seule mère et un seul foyer', async () => {
    const avant = await readBase(base.db);
    const id = await executeEssai(base.db, {
      nature: 'enfants',
      fichier: encode1252(ENFANTS),
      parId: essai.agents.administrateur.agentId,
    });
    await executeSuite(base.db, id, 'a-executer');
    const { fiche } = await readImport(base.db, id);
    expect(fiche.comptes).toMatchObject({ ecrites: 5, refusee: 3 });
    const [compte] = await base.executeSql<{
      enfants: number;
      meres: number;
      foyers: number;
      dates: string;
      numero: string;
    }>(`
      select (select count(*) from enfants.enfant)::int as enfants, (select count(distinct personne_id) from enfants.lien)::int as meres,
        (select count(*) from enfants.menage)::int as foyers,
        (select string_agg(date_naissance::text, ' ' order by nom, prenom) from enfants.personne where date_naissance is not null) as dates,
        (select max(numero) from enfants.enfant) as numero`);
    expect(compte).toEqual({
      enfants: 5,
      meres: 1,
      foyers: 1,
      dates: '2017-05-12 2019-03-04 2019-03-04 2015-11-21 2015-11-22',
      numero: '2026-00002',
    });
    const [trace] = await base.executeSql<{ n: number; agents: number }>(
      `select count(*)::int as n, count(distinct agent_id)::int as agents from journal.evenement where acte = 'reprise.ligne.ecrire' and enfant_id is not null`,
    );
    expect(trace).toEqual({ n: 5, agents: 1 });
    await executeSuite(base.db, id, 'a-annuler');
    expect(await readBase(base.db)).toEqual(avant);
    expect((await readImport(base.db, id)).fiche.comptes).toMatchObject({ annulees: 5, laissees: 0 });
  });

  const entetes = 'Numéro;Nom;Prénom;Sexe;Naissance;Territoire';
  const executeFichier = async (
    nature: 'enfants' | 'organisation' | 'agents' | 'personnes',
    fichier: string,
    decision?: string,
  ) => {
    const id = await executeEssai(base.db, { nature, fichier, parId: essai.agents.administrateur.agentId });
    if (decision)
      await base.executeSql("update reprise.ligne set decision = $2 where importation_id = $1 and etat = 'douteuse'", [
        id,
        decision,
      ]);
    await executeSuite(base.db, id, 'a-executer');
    return id;
  };
  const etats = async (id: string) => (await readImport(base.db, id)).lignes.map(({ etat }) => etat);

  it('reconnaît un enfant déjà là, distingue les jumeaux, doute de ce qui ressemble, ne doute pas des autres', async () => {
    const premier = await executeFichier(
      'enfants',
      `${entetes}\nE-1;Leroy;Léo;M;05/06/2016;TN\nE-2;Leroy;Léa;F;05/06/2016;TN\nE-3;Faure;Inès;F;03/04/2015;TN`,
    );
    expect(await etats(premier)).toEqual(['creee', 'creee', 'creee']);
    const second = await executeEssai(base.db, {
      nature: 'enfants',
      fichier: [
        `${entetes};Lieu de naissance`,
        'E-1;LEROY;LEO;M;05/06/2016;TN;', // la même écriture en capitales
        ';Leroy;Léa;F;05/06/16;TN;Rouen', // sans numéro, complétée
        'E-9;Leroy;Léo;M;05/06/2016;TN;', // même tout, autre numéro
        ';Faure;Inès;F;04/03/2015;TN;', // jour et mois inversés
        ';Leroy;Lou;F;05/06/2016;TN;', // un triplé
        'E-3;Autre;Nom;F;01/01/2011;TN;', // le numéro d'un autre
        ';Faure;Inès;F;03/04/2011;TN;', // une homonyme plus âgée
        'E-1;LEROY;LEO;M;05/06/2016;TN;', // deux fois dans le fichier
      ].join('\n'),
    });
    expect(await etats(second)).toEqual([
      'inchangee',
      'modifiee',
      'douteuse',
      'douteuse',
      'creee',
      'douteuse',
      'creee',
      'refusee',
    ]);
    const { lignes } = await readImport(base.db, second);
    expect(lignes[1]?.ecarts).toEqual([{ champ: 'Lieu de naissance', avant: '', apres: 'Rouen' }]);
    expect(lignes[2]).toMatchObject({
      motif: 'Même nom, même naissance, autre numéro.',
      candidats: [{ libelle: 'Dossier E-1' }],
    });
    await executeSuite(base.db, second, 'a-executer');
    expect(await base.executeSql('select count(*)::int as n from enfants.enfant')).toEqual([{ n: 5 }]);
    await executeSuite(base.db, second, 'a-annuler');
    await executeSuite(base.db, premier, 'a-annuler');
    expect(await base.executeSql('select count(*)::int as n from enfants.personne')).toEqual([{ n: 0 }]);
  });

  it('ne montre ni ne modifie un dossier restreint, et avertit qui le tient', async () => {
    const premier = await executeFichier('enfants', `${entetes}\nR-1;Secret;Enfant;F;05/06/2016;TN`);
    await base.executeSql(`update enfants.enfant set restreint = true where numero = 'R-1'`);
    await base.executeSql(
      `insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) select gen_random_uuid(), id, $1, 'essai', '[2026-01-01,)' from enfants.enfant where numero = 'R-1'`,
      [essai.agents.directeur.agentId],
    );
    const numero = await executeEssai(base.db, {
      nature: 'enfants',
      fichier: `${entetes}\nR-1;Secret;Enfant;F;05/06/2016;TN`,
    });
    expect(await etats(numero)).toEqual(['refusee']);
    const essaiId = await executeEssai(base.db, {
      nature: 'enfants',
      fichier: `${entetes}\n;Secret;Enfant;F;05/06/2016;TN`,
    });
    expect(await etats(essaiId)).toEqual(['creee']);
    await executeSuite(base.db, essaiId, 'a-executer');
    expect(await base.executeSql('select agent_id from organisation.avis')).toEqual([
      { agent_id: essai.agents.directeur.agentId },
    ]);
    await executeSuite(base.db, essaiId, 'a-annuler');
    await base.executeSql(`delete from enfants.acces_nomme`);
    await base.executeSql(`update enfants.enfant set restreint = false`);
    await executeSuite(base.db, premier, 'a-annuler');
    expect(await base.executeSql('select count(*)::int as n from enfants.enfant')).toEqual([{ n: 0 }]);
  });

  it('annuler laisse ce que quelqu’un a changé ou complété depuis, avec la raison, et défait le reste', async () => {
    const id = await executeFichier(
      'enfants',
      `${entetes}\nA-1;Un;A;F;05/06/2016;TN\nA-2;Deux;B;F;05/06/2015;TN\nA-3;Trois;C;F;05/06/2014;TN`,
    );
    await base.executeSql(`update enfants.personne set telephone = '01', version = version + 1 where nom = 'Un'`);
    await base.executeSql(
      `insert into enfants.statut (id, enfant_id, code, periode) select gen_random_uuid(), id, 'majeur', '[2026-01-01,)' from enfants.enfant where numero = 'A-2'`,
    );
    await executeSuite(base.db, id, 'a-annuler');
    const { fiche, lignes } = await readImport(base.db, id);
    expect(fiche.comptes).toMatchObject({ annulees: 1, laissees: 2 });
    expect(lignes.map(({ laissee }) => laissee)).toEqual([
      'La fiche a changé depuis l’import.',
      'Autre chose s’y rattache depuis l’import.',
      null,
    ]);
    expect(await base.executeSql('select numero from enfants.enfant order by 1')).toEqual([
      { numero: 'A-1' },
      { numero: 'A-2' },
    ]);
  });

  it('reprend une organisation dans n’importe quel ordre, puis ses agents, et rend la base au caractère près', async () => {
    const avant = await readBase(base.db);
    const organisation = await executeFichier(
      'organisation',
      [
        'Type;Code;Nom;Rattachement;Communes desservies;Profil;Quotité;Poste du responsable',
        'Poste;P-2;Référent;S-N;;Référent éducatif;0,8;P-1',
        'Site;S-N;Site neuf;T-N;Amiens, 80001;;;',
        'Poste;P-1;Cadre;T-N;;Cadre territorial ASE;;',
        'Territoire;T-N;Territoire neuf;DEP;;;;',
        'Territoire;TN;Territoire du nord;DEP;;;;',
        'Site;S-X;Orphelin;NULLE-PART;;;;',
        'Pagode;S-Y;Inconnue;DEP;;;;',
      ].join('\n'),
    );
    expect(await etats(organisation)).toEqual(['creee', 'creee', 'creee', 'creee', 'modifiee', 'refusee', 'refusee']);
    const agents = await executeFichier(
      'agents',
      [
        'Matricule;Nom;Prénom;Métier;Poste;Affecté depuis;Courriel',
        '00123;BRIAND;Soazig;Éducateur spécialisé;P-2;01/02/2026;s@exemple.fr',
        '124;LEMOIGNE;Hervé;Dompteur;P-1;1er mars 2026;',
        '125;TROP;Tard;;P-1;01/04/2026;',
        '126;SANS;Poste;;P-404;;',
        `999;Directeur;Camille;;;;`,
      ].join('\n'),
    );
    expect(await etats(agents)).toEqual(['creee', 'creee', 'refusee', 'refusee', 'douteuse']);
    await executeSuite(base.db, agents, 'a-annuler');
    await executeSuite(base.db, organisation, 'a-annuler');
    expect(await readBase(base.db)).toEqual(avant);
  });

  it('un import coupé se dit interrompu, se relance sans rien refaire, et une fiche changée depuis l’essai n’est pas écrite', async () => {
    const fichier = `${entetes}\nI-1;Coupe;A;F;05/06/2016;TN\nI-2;Coupe;B;F;05/06/2015;TN\n;Deux;B;F;05/06/2015;TS`;
    const id = await executeEssai(base.db, { nature: 'enfants', fichier });
    expect(await etats(id)).toEqual(['creee', 'creee', 'modifiee']);
    await base.executeSql(
      `update reprise.importation set etat = 'en-execution', vu_le = now() - interval '1 minute' where id = $1`,
      [id],
    );
    expect((await readImport(base.db, id)).fiche.etat).toBe('interrompue');
    await base.executeSql(
      `update enfants.mission set unite_id = $1 where enfant_id = (select id from enfants.enfant where numero = 'A-2')`,
      [essai.unites.siteSud],
    );
    await executeSuite(base.db, id, 'a-executer');
    await executeSuite(base.db, id, 'a-executer');
    const { fiche, lignes } = await readImport(base.db, id);
    expect(fiche.comptes).toMatchObject({ ecrites: 2, refusee: 1 });
    expect(lignes[2]?.refus[0]?.motif).toContain('a changé depuis l’essai');
  });

  it('un import que la file reprend continue au lot où il s’est arrêté, et ne se fait pas deux fois', async () => {
    const id = await executeEssai(base.db, {
      nature: 'personnes',
      fichier: 'Nom;Prénom;Sexe;Né(e) le\nFile;Une;F;01/02/1990\nFile;Deux;M;01/02/1991',
    });
    const coupe = (depuis: string) =>
      base.executeSql(
        `update reprise.importation set etat = 'en-execution', vu_le = clock_timestamp() - $2::interval where id = $1`,
        [id, depuis],
      );
    await coupe('1 second');
    await executeTravail(base.db, id);
    expect((await readImport(base.db, id)).fiche).toMatchObject({ etat: 'en-execution', comptes: { ecrites: 0 } });
    await coupe('30 seconds');
    await executeTravail(base.db, id);
    await executeTravail(base.db, id);
    expect((await readImport(base.db, id)).fiche).toMatchObject({ etat: 'executee', comptes: { ecrites: 2 } });
    expect(
      await base.executeSql(
        "select travail from travaux.demande where travail = 'echeances.revoir' and prise_le is null",
      ),
      'ce qui est dû aux enfants repris se recalcule après l’import, sans attendre la nuit',
    ).not.toEqual([]);
    await executeSuite(base.db, id, 'a-annuler');
  });

  it('quand Marelle s’arrête, l’import s’arrête entre deux lots et attend d’être continué', async () => {
    const id = await executeEssai(base.db, {
      nature: 'personnes',
      fichier: 'Nom;Prénom;Sexe;Né(e) le\nArrêt;Une;F;01/02/1990',
    });
    await base.executeSql(`update reprise.importation set etat = 'a-executer' where id = $1`, [id]);
    await expect(executeTravail(base.db, id, { signal: AbortSignal.abort() })).rejects.toThrow();
    await executeTravail(base.db, id);
    expect((await readImport(base.db, id)).fiche).toMatchObject({ etat: 'executee', comptes: { ecrites: 1 } });
  });
});
