import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import { recordPiece } from '#modules/informations-preoccupantes/index.server.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { closePieceGardee, listPiecesGardees, recordPiecesGardees } from './brouillon-pieces.server.ts';
import { closeBrouillon, getBrouillon, listBrouillons, recordBrouillon } from './brouillons.server.ts';
import { createInformation } from './reception-commands.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let collegue: string;
let cadre: string;

const appel = (plus: Record<string, unknown> = {}) => ({
  recueLe: '20/11/2026',
  recueHeure: '9 h 05',
  urgence: 'elevee',
  canal: 'telephone',
  source: 'education-nationale',
  auteurNom: 'Mme Essai',
  mineurs: [{ prenom: 'Noé', nom: 'Exemple', dateNaissance: '04/03/2019' }],
  adultes: [{ qualite: 'mere', prenom: 'Anne', nom: 'Exemple', telephone: '06 00 00 00 00' }],
  faits: 'Il a peur de rentrer.',
  typesDanger: ['negligences'],
  ...plus,
});
const recoit = (plus: Record<string, unknown> = {}, agent = crip) =>
  base.asAgent(agent, (contexte) => executeCommand(contexte, createInformation, appel(plus)));
const lit = async <T extends Record<string, unknown>>(texte: string, valeurs: unknown[]) =>
  (await base.executeSql<T>(texte, valeurs))[0] as T;
const liens = (id: string) =>
  base.executeSql<{ liee_id: string; nature: string }>(
    'select liee_id, nature from ip.lien where information_id = $1 order by nature',
    [id],
  );

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  collegue = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  await base.executeSql(
    "insert into organisation.commune (code, nom, departement_code, codes_postaux) values ('50502', 'Saint-Lô', '50', '{50000}'), ('50129', 'Cherbourg-en-Cotentin', '50', '{50100,50110}'), ('93066', 'Saint-Denis', '93', '{93200}'), ('97411', 'Saint-Denis', '974', '{97400}')",
  );
});

describe('recevoir', () => {
  it('garde l’instant de Paris, la catégorie de la source, le foyer et l’histoire', async () => {
    const { id, numero } = await recoit({ suitesDemandees: 'oui', saisineDirecteLe: '19/11/2026' });
    expect(numero).toMatch(/^IP-2026-\d{5}$/);
    const information = await lit(
      "select (recue_a at time zone 'UTC')::text as recue_utc, recue_le::text, categorie_source, transmise_le::text, unite_id, etat, suites_demandees_le::text, saisine_directe_le::text, cree_par from ip.information where id = $1",
      [id],
    );
    expect(information).toMatchObject({
      recue_utc: '2026-11-20 08:05:00',
      recue_le: '2026-11-20',
      categorie_source: 'professionnel',
      transmise_le: '2026-11-20',
      suites_demandees_le: '2026-11-20',
      saisine_directe_le: '2026-11-19',
      unite_id: d.unites.departement,
      etat: 'recue',
      cree_par: crip,
    });
    expect(await lit('select role, naissance_precision from ip.mineur where information_id = $1', [id])).toEqual({
      role: 'signale',
      naissance_precision: 'exacte',
    });
    expect(await lit('select acte, etat_avant, par_id from ip.acte where information_id = $1', [id])).toEqual({
      acte: 'recevoir',
      etat_avant: null,
      par_id: crip,
    });
    expect(
      await lit(
        "select detail ->> 'numero' as numero from journal.evenement where acte = 'informations.recevoir' and objet_id = $1",
        [id],
      ),
    ).toEqual({ numero });
  });

  it('deux réceptions au même moment ont deux numéros qui se suivent', async () => {
    const recues = await Promise.all([recoit({ recueLe: '02/01/2025' }), recoit({ recueLe: '03/01/2025' }, collegue)]);
    expect(recues.map(({ numero }) => numero).toSorted()).toEqual(['IP-2025-00001', 'IP-2025-00002']);
  });

  it.each([
    ['Saint-Lo', null, '50502', 'Saint-Lô', '50000'],
    ['st lô', '50000', '50502', 'Saint-Lô', '50000'],
    ['CHERBOURG EN COTENTIN', null, '50129', 'Cherbourg-en-Cotentin', null],
    ['Saint-Denis', '97400', '97411', 'Saint-Denis', '97400'],
    ['Saint-Denis', null, null, 'Saint-Denis', null],
    ['Trifouillis', '50000', null, 'Trifouillis', '50000'],
  ])('« %s » %s se reconnaît, ou reste telle quelle', async (communeNom, codePostal, code, nom, postal) => {
    const { id } = await recoit({ communeNom, codePostal });
    expect(await lit('select commune_code, commune_nom, code_postal from ip.information where id = $1', [id])).toEqual({
      commune_code: code,
      commune_nom: nom,
      code_postal: postal,
    });
  });

  it('ce qui ne peut pas être est refusé champ par champ, et rien ne s’écrit', async () => {
    const compte = () => lit<{ n: string }>('select count(*) as n from ip.information', []);
    const avant = await compte();
    const refus = await recoit({
      recueLe: '22/11/2026',
      mineurs: [{ prenom: 'Lou', dateNaissance: '01/01/1990' }],
      parentsInformes: 'non',
    }).catch((erreur: unknown) => erreur);
    expect(refus).toBeInstanceOf(SaisieInvalide);
    expect(Object.keys((refus as SaisieInvalide).erreurs).toSorted()).toEqual([
      'mineurs.0.dateNaissance',
      'motifNonInformation',
      'recueLe',
    ]);
    expect(await compte()).toEqual(avant);
  });

  it('n’est permis qu’à la cellule', async () => {
    await expect(recoit({}, cadre)).rejects.toBeInstanceOf(Introuvable);
  });
});

describe('ce qui a déjà été reçu se relie tout seul', () => {
  it('par le même enfant : même dossier, ou mêmes nom, prénom et naissance aux accents près', async () => {
    const enfantId = await anEnfant().surLeTerritoire(d.unites.nord).insert(base.executeSql);
    const parDossier = await anInformation()
      .dansUnite(d.unites.nord)
      .avecMineur({ enfantId, nom: 'Ancien', prenom: 'X' })
      .insert(base.executeSql);
    const parNom = await anInformation()
      .dansUnite(d.unites.sud)
      .avecMineur({ nom: 'Lefèvre', prenom: 'Zoé-Anne', naissance: '2015-02-28' })
      .insert(base.executeSql);
    await anInformation()
      .dansUnite(d.unites.sud)
      .avecMineur({ nom: 'Lefèvre', prenom: 'Zoé-Anne', naissance: '2016-02-28' })
      .insert(base.executeSql);
    const { id } = await recoit({
      adultes: [],
      mineurs: [
        { prenom: 'zoe anne', nom: 'LEFEVRE', dateNaissance: '28/02/2015' },
        { prenom: 'Max', enfantId },
      ],
    });
    expect(await liens(id)).toEqual(
      expect.arrayContaining([
        { liee_id: parDossier.id, nature: 'meme-enfant' },
        { liee_id: parNom.id, nature: 'meme-enfant' },
      ]),
    );
    expect(await liens(id)).toHaveLength(2);
  });

  it('par la fratrie : un même adulte, son téléphone ou sa naissance le confirmant ; un homonyme ne suffit pas', async () => {
    const ancienne = await recoit({
      mineurs: [{ prenom: 'Aîné' }],
      adultes: [{ qualite: 'mere', prenom: 'Rose', nom: 'Tel', telephone: '0611111111' }],
    });
    await recoit({
      mineurs: [{ prenom: 'Autre' }],
      adultes: [{ qualite: 'mere', prenom: 'Rose', nom: 'Tel', telephone: '0622222222' }],
    });
    const { id } = await recoit({
      mineurs: [{ prenom: 'Cadet' }],
      adultes: [{ qualite: 'mere', prenom: 'rose', nom: 'TEL', telephone: '06 11 11 11 11' }],
    });
    expect(await liens(id)).toEqual([{ liee_id: ancienne.id, nature: 'fratrie' }]);
  });

  it('par l’adresse, la commune reconnue ; une commune sans voie ne relie rien', async () => {
    const adresse = { voie: '3 rue des Lilas', communeNom: 'st lo', adultes: [] };
    const ancienne = await recoit({ ...adresse, mineurs: [{ prenom: 'Un' }] });
    const { id } = await recoit({
      ...adresse,
      voie: '3, Rue des lilas',
      communeNom: 'Saint-Lô',
      mineurs: [{ prenom: 'Deux' }],
    });
    expect(await liens(id)).toEqual([{ liee_id: ancienne.id, nature: 'adresse' }]);
    const sansVoie = await recoit({ communeNom: 'Saint-Lô', adultes: [], mineurs: [{ prenom: 'Trois' }] });
    expect(await liens(sansVoie.id)).toEqual([]);
  });

  it('jamais par un dossier restreint : la cellule n’apprend pas qu’il existe', async () => {
    const enfantId = await anEnfant().restreint().insert(base.executeSql);
    await anInformation()
      .dansUnite(d.unites.nord)
      .avecMineur({ enfantId, nom: 'Secret', prenom: 'Ada', naissance: '2015-01-01' })
      .insert(base.executeSql);
    const { id } = await recoit({
      adultes: [],
      mineurs: [{ prenom: 'Ada', nom: 'Secret', dateNaissance: '01/01/2015' }],
    });
    expect(await liens(id)).toEqual([]);
  });
});

describe('ceux qu’on relie en recevant', () => {
  it('se reconnaissent dans tout le département, sans qu’on voie leur dossier ; le journal le garde', async () => {
    const cellule = await d.addAgent('agent-crip', d.unites.sud1);
    const enfantId = await anEnfant().surLeTerritoire(d.unites.nord).insert(base.executeSql);
    const { id } = await recoit({ mineurs: [{ prenom: 'Noé', enfantId }] }, cellule);
    expect(await lit('select enfant_id from ip.mineur where information_id = $1', [id])).toEqual({
      enfant_id: enfantId,
    });
    expect(
      await lit(
        "select detail -> 'connus' as connus from journal.evenement where acte = 'informations.recevoir' and objet_id = $1",
        [id],
      ),
    ).toEqual({ connus: [enfantId] });
  });

  it('un enfant restreint, une personne inconnue ou sans dossier ne se relient pas', async () => {
    const restreint = await anEnfant().restreint().insert(base.executeSql);
    const adulte = await insertPersonne(base.executeSql, {
      nom: 'Seul',
      prenom: 'Un',
      sexe: 'inconnu',
      naissance: null,
    });
    for (const enfantId of [restreint, adulte, createIdentifiant()])
      await expect(recoit({ mineurs: [{ prenom: 'Noé', enfantId }] })).rejects.toThrow(/pouvez reconnaître/);
  });
});

describe('les brouillons', () => {
  it('se gardent, se reprennent et se suppriment ; plusieurs à la fois', async () => {
    const premier = await base.asAgent(crip, (c) => recordBrouillon(c, { faits: 'Un' }, null));
    const second = await base.asAgent(crip, (c) =>
      recordBrouillon(c, { faits: 'Deux', 'mineurs.0.aNaitre': ['oui'] }, ''),
    );
    expect(await base.asAgent(crip, (c) => recordBrouillon(c, { faits: 'Un, plus long' }, premier))).toBe(premier);
    expect(await base.asAgent(crip, async (c) => (await getBrouillon(c, second)).champs)).toEqual({
      faits: 'Deux',
      'mineurs.0.aNaitre': ['oui'],
    });
    await base.asAgent(crip, (c) => closeBrouillon(c, second));
    expect(await base.asAgent(crip, async (c) => (await listBrouillons(c)).map(({ id }) => id))).toEqual([premier]);
  });

  it('ne se lisent ni ne s’écrivent d’un autre, fût-il de la cellule', async () => {
    const id = await base.asAgent(crip, (c) => recordBrouillon(c, { faits: 'À moi' }, null));
    await expect(base.asAgent(collegue, (c) => getBrouillon(c, id))).rejects.toBeInstanceOf(Introuvable);
    const sien = await base.asAgent(collegue, (c) => recordBrouillon(c, { faits: 'Volé' }, id));
    expect(sien).not.toBe(id);
    await base.asAgent(collegue, (c) => closeBrouillon(c, id));
    expect(await base.asAgent(crip, async (c) => (await getBrouillon(c, id)).champs)).toEqual({ faits: 'À moi' });
  });

  it('disparaissent avec l’information qu’ils ont donnée', async () => {
    const brouillonId = await base.asAgent(crip, (c) => recordBrouillon(c, { faits: 'Fini' }, null));
    await recoit({ brouillonId });
    await expect(base.asAgent(crip, (c) => getBrouillon(c, brouillonId))).rejects.toBeInstanceOf(Introuvable);
  });

  it('restent si l’information est refusée', async () => {
    const brouillonId = await base.asAgent(crip, (c) => recordBrouillon(c, { faits: 'Reste' }, null));
    await expect(recoit({ brouillonId, mineurs: [] })).rejects.toBeInstanceOf(SaisieInvalide);
    expect(await base.asAgent(crip, async (c) => (await getBrouillon(c, brouillonId)).id)).toBe(brouillonId);
  });
});

describe('les documents d’un brouillon', () => {
  const lettre = (texte: string) => ({ nom: 'lettre.txt', contenu: new TextEncoder().encode(texte) });
  const garde = (agent: string, brouillonId: string, ...fichiers: ReturnType<typeof lettre>[]) =>
    base.asAgent(agent, (c) => recordPiecesGardees(c, brouillonId, fichiers));
  const liste = (agent: string, brouillonId: string) => base.asAgent(agent, (c) => listPiecesGardees(c, brouillonId));
  const brouillon = () => base.asAgent(crip, (c) => recordBrouillon(c, { faits: 'Avec une lettre' }, null));
  const restes = async (brouillonId: string) =>
    (await base.executeSql('select id from ip.brouillon_piece where brouillon_id = $1', [brouillonId])).length;

  it('se gardent, le même une seule fois, se retirent, et partent avec le brouillon', async () => {
    const brouillonId = await brouillon();
    await garde(crip, brouillonId, lettre('Une'), lettre('Une'), lettre('Deux'));
    const gardees = await liste(crip, brouillonId);
    expect(gardees.map(({ nom, taille }) => ({ nom, taille })).sort((a, b) => a.taille - b.taille)).toEqual([
      { nom: 'lettre.txt', taille: 3 },
      { nom: 'lettre.txt', taille: 4 },
    ]);
    await base.asAgent(crip, (c) => closePieceGardee(c, gardees[0]?.id ?? ''));
    expect(await liste(crip, brouillonId)).toHaveLength(1);
    await base.asAgent(crip, (c) => closeBrouillon(c, brouillonId));
    expect(await restes(brouillonId)).toBe(0);
  });

  it('ne se lisent, ne s’ajoutent ni ne se retirent d’un autre', async () => {
    const brouillonId = await brouillon();
    await garde(crip, brouillonId, lettre('À moi'));
    expect(await liste(collegue, brouillonId)).toEqual([]);
    await expect(garde(collegue, brouillonId, lettre('À lui'))).rejects.toMatchObject({ code: '42501' });
    const [piece] = await liste(crip, brouillonId);
    await base.asAgent(collegue, (c) => closePieceGardee(c, piece?.id ?? ''));
    expect(await liste(crip, brouillonId)).toHaveLength(1);
  });

  it('se joignent à l’information reçue ; refusée, ils restent avec le brouillon', async () => {
    const brouillonId = await brouillon();
    await garde(crip, brouillonId, lettre('Madame, Monsieur'));
    await expect(recoit({ brouillonId, mineurs: [] })).rejects.toBeInstanceOf(SaisieInvalide);
    expect(await liste(crip, brouillonId)).toHaveLength(1);
    const { id } = await recoit({ brouillonId });
    expect(
      await base.executeSql(
        "select nom, nature, convert_from(contenu, 'UTF8') as texte from ip.piece where information_id = $1",
        [id],
      ),
    ).toEqual([{ nom: 'lettre.txt', nature: 'texte', texte: 'Madame, Monsieur' }]);
    expect(await restes(brouillonId)).toBe(0);
  });
});

describe('les documents', () => {
  const joint = (agent: string, informationId: string, nom: string, texte: string) =>
    base.asAgent(agent, (c) =>
      executeCommand(c, recordPiece, { informationId, nom, contenu: new TextEncoder().encode(texte) }),
    );

  it('se joignent, nommés sans danger, et l’histoire le dit', async () => {
    const { id } = await recoit();
    await joint(crip, id, '../../etc/rapport "école".pdf', '%PDF-1.7');
    expect(await lit('select nom, nature, taille, deposee_par from ip.piece where information_id = $1', [id])).toEqual({
      nom: 'rapport école.pdf',
      nature: 'pdf',
      taille: 8,
      deposee_par: crip,
    });
    expect(await lit("select motif from ip.acte where information_id = $1 and acte = 'joindre-piece'", [id])).toEqual({
      motif: 'rapport école.pdf',
    });
  });

  it('ne se joignent pas s’ils mentent sur ce qu’ils sont, ni hors de ses missions', async () => {
    const { id } = await recoit();
    await expect(joint(crip, id, 'photo.png', '%PDF-1.7')).rejects.toBeInstanceOf(SaisieInvalide);
    await expect(joint(cadre, id, 'note.txt', 'bonjour')).rejects.toBeInstanceOf(Introuvable);
    await expect(joint(crip, createIdentifiant(), 'note.txt', 'bonjour')).rejects.toBeInstanceOf(Introuvable);
  });
});
