import { beforeAll, describe, expect, it } from 'vitest';
import { buildModeleWord } from '#documents/word-modele.ts';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { insertVolets } from '#modules/evaluations/testing/evaluation-essai.ts';
import {
  anInformation,
  type InformationDEssai,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { insertAValider } from '#modules/suites/testing/suites-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { readTexteDuDocument } from '#tests/support/word.ts';
import { recordEcrit } from '../data/ecrits-commands.server.ts';
import { listEcritsProduits } from '../data/ecrits-queries.server.ts';
import type { NatureEcrit } from '../ecrit.ts';
import { buildEcritWord } from './document.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { crip: '', cadre: '', evaluateur: '', horsEquipe: '' };
beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { departement, nord, nord1 } = d.unites;
  a.crip = await d.addAgent('agent-crip', departement);
  a.cadre = await d.addAgent('responsable-territoire-enfance', nord);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  a.horsEquipe = await d.addAgent('evaluateur', nord1);
});

/** Des noms que rien ne doit abîmer : accents, apostrophes, esperluette, balises. */
const information = (plus: InformationDEssai = anInformation()) =>
  plus
    .dansUnite(d.unites.nord1)
    .evalueePar(a.evaluateur)
    .avecMineur({ nom: 'L’Hénaff', prenom: 'zoé-anaïs', naissance: '2019-03-04' })
    .avecMineur({ nom: 'Du<b>&Pont</w:t>', prenom: '{agent}', naissance: null, role: 'autre-du-foyer' })
    .avecAdulte({ nom: "D'Hérouville", prenom: 'Maëlle' })
    .avecAdulte({ qualite: 'beau-parent', nom: 'Le Goff', prenom: 'Yann', titulaire: false });
const ZOE = 'L’HÉNAFF Zoé-Anaïs';
const BALISES = 'DU<B>&PONT</W:T> {agent}';

const produire = (nature: NatureEcrit, informationId: string, agentId = a.crip, signalementId?: string) =>
  base.asAgent(agentId, async (contexte) => {
    const dossier = await executeCommand(contexte, recordEcrit, { informationId, nature, signalementId });
    return readTexteDuDocument(await buildEcritWord(contexte, nature, dossier));
  });
const lireTrace = (informationId: string) =>
  base.executeSql<{ acte: string; detail: object }>(
    "select acte, detail from journal.evenement where acte = 'ecrits.document.produire' and objet_id = $1 order by le",
    [informationId],
  );
const decider = async (decision: string, posee: { id: string }) => {
  await base.executeSql(
    "insert into ip.decision (information_id, decision, motif, decidee_le, signataire_id, arrete_numero) values ($1, $2, 'Motif gardé du service', '2026-11-20', $3, '2026-101')",
    [posee.id, decision, a.cadre],
  );
  await base.executeSql("update ip.information set etat = 'decidee', decidee_le = '2026-11-20' where id = $1", [
    posee.id,
  ]);
};
const signaler = async (informationId: string, etat: 'brouillon' | 'envoye' = 'brouillon') => {
  const id = createIdentifiant();
  const signe =
    etat === 'brouillon'
      ? [null, null, null, null, null]
      : ['2026-11-19', a.cadre, '2026-101', '2026-11-20T09:00:00Z', 'plateforme'];
  await base.executeSql(
    `insert into ip.signalement (id, information_id, etat, autorite, motif, argumentaire, actions_menees, demandes, valide_le, signataire_id, arrete_numero, envoye_a, moyen)
     values ($1, $2, $3, 'Procureur de la République', 'refus-famille', 'Les soins manquent.', 'Deux visites refusées.', '{mjie}', $4, $5, $6, $7, $8)`,
    [id, informationId, etat, ...signe],
  );
  return id;
};

describe('L’accusé de réception', () => {
  it('au professionnel : le numéro, l’enfant signalé, le délai de trois mois (CASF L226-5, al. 1)', async () => {
    const { id, numero } = await information().insert(base.executeSql);
    const texte = await produire('accuse-reception', id);
    for (const phrase of ['Mme Essai, directrice', numero, ZOE, 'au plus tard le 2 février 2027', 'L226-5, al. 1'])
      expect(texte).toContain(phrase);
    // Ceux que la cellule a trouvés au foyer ne se disent pas à qui a transmis.
    expect(texte).not.toContain('DU<B>');
    expect(texte).toContain('[à compléter : son adresse]');
    expect(texte).toContain('Essai agent-crip');
  });
  it('au particulier : aucun nom d’enfant, et comment demander les suites (CASF L226-5, al. 2)', async () => {
    const { id } = await information(anInformation().source('voisinage-particulier')).insert(base.executeSql);
    const texte = await produire('accuse-reception', id);
    expect(texte).toContain('écrivez-le-nous');
    expect(texte).not.toMatch(/HÉNAFF|L226-5, al. 1/);
  });
});

describe('Ce que les parents lisent ne dit rien de la source', () => {
  const secret = () =>
    information(
      anInformation({ faits: 'La voisine du deuxième entend crier.' })
        .source('voisinage-particulier')
        .anonyme('M. Curieux'),
    );
  const verify = (texte: string) => expect(texte).not.toMatch(/curieux|voisin|particulier|deuxième/i);

  it('l’évaluation engagée : les enfants, l’équipe, le terme, les articles vérifiés', async () => {
    const { id } = await secret().etat('en-evaluation').insert(base.executeSql);
    const texte = await produire('parents-evaluation', id, a.evaluateur);
    verify(texte);
    for (const phrase of [`D'HÉROUVILLE Maëlle`, ZOE, BALISES, 'ESSAI EVALUATEUR Agent', 'D226-2-6', '2 février 2027'])
      expect(texte).toContain(phrase);
    expect(texte).not.toContain('LE GOFF');
    expect(texte).toContain('[à compléter : adresse du foyer]');
  });
  it('les suites décidées : la conclusion, qui décide et par quel arrêté, ce qui demande leur accord (CASF L223-2)', async () => {
    const posee = await insertAValider(base.executeSql, secret(), {
      proposition: 'actions-adaptees',
      valideur: a.cadre,
    });
    await decider('actions-adaptees', posee);
    await base.executeSql(
      "insert into ip.mesure_envisagee (id, information_id, mineur_id, nature, accord) values ($1, $2, $3, 'aed', 'a-recueillir')",
      [createIdentifiant(), posee.id, posee.mineurs[0]],
    );
    const texte = await produire('parents-suites', posee.id, a.cadre);
    verify(texte);
    for (const phrase of [
      'risque de danger est confirmé',
      '20 novembre 2026',
      'arrêté n° 2026-101',
      'Action éducative à domicile',
      'L223-2, al. 1',
    ])
      expect(texte).toContain(phrase);
    expect(texte).not.toMatch(/Motif gardé du service|procureur/);
  });
  it('la saisine partie se dit par écrit, même sans décision (CASF L226-5, al. 3)', async () => {
    const posee = await secret().etat('en-evaluation').insert(base.executeSql);
    await signaler(posee.id, 'envoye');
    const texte = await produire('parents-suites', posee.id, a.evaluateur);
    verify(texte);
    expect(texte).toContain('Le procureur de la République a été avisé de la situation le 20 novembre 2026');
    expect(texte).toContain('L226-5, alinéa 3');
    expect(texte).not.toContain('L’évaluation est achevée');
  });
  it('le rapport : toutes les rubriques, un volet par mineur, rencontres, avis, référentiel et sa version', async () => {
    const posee = await insertAValider(base.executeSql, secret(), { valideur: null });
    await base.executeSql('delete from ip.rubrique where information_id = $1', [posee.id]);
    await insertVolets(base, posee);
    await base.executeSql(
      "update ip.rubrique set texte = 'Lit <seul> & bien.' where code = 'education' and mineur_id = $1",
      [posee.mineurs[0]],
    );
    await base.executeSql("update ip.rubrique set texte = '' where code = 'sante' and mineur_id = $1", [
      posee.mineurs[1],
    ]);
    await base.executeSql(
      "insert into ip.avis (id, information_id, aupres, mineur_id, le, recueilli, teneur, par_id) values ($1, $2, 'mineur', $3, '2026-11-10', true, 'J’ai peur le soir.', $4)",
      [createIdentifiant(), posee.id, posee.mineurs[0], a.evaluateur],
    );
    await base.executeSql(
      "insert into ip.rencontre (id, information_id, le, lieu, issue, titulaires_presents, mineur_seul, compte_rendu, par_id) values ($1, $2, '2026-11-09', 'domicile', 'refusee', true, false, 'La porte reste close.', $3)",
      [createIdentifiant(), posee.id, a.evaluateur],
    );
    const texte = await produire('rapport-evaluation', posee.id, a.evaluateur);
    verify(texte);
    for (const phrase of [
      'Projet',
      'HAS, version de 2021',
      ZOE,
      BALISES,
      'Lit <seul> & bien.',
      'J’ai peur le soir.',
      'La porte reste close.',
      'Au domicile : refusée',
      'Le risque de danger est confirmé',
      'D226-2-7',
      '[à compléter : Sa santé]',
    ])
      expect(texte).toContain(phrase);
    expect(texte.match(/Les signes de souffrance/g)).toHaveLength(2);
  });
});

describe('La saisine de l’autorité judiciaire', () => {
  it('dit le fondement, le danger, ce qui a été fait, ce qui est demandé, qui signe et par quelle délégation', async () => {
    const { id } = await information().etat('en-evaluation').insert(base.executeSql);
    await signaler(id, 'envoye');
    const texte = await produire('saisine', id, a.evaluateur);
    for (const phrase of [
      'Procureur de la République',
      'L226-4 I',
      'La famille refuse l’intervention du service',
      'Les soins manquent.',
      'Deux visites refusées.',
      'Investigation éducative (MJIE)',
      'arrêté n° 2026-101',
      'ESSAI RESPONSABLE-TERRITOIRE-ENFANCE',
      'responsable-territoire-enfance',
      'Éducation nationale, Mme Essai',
    ])
      expect(texte).toContain(phrase);
    expect(texte).not.toContain('Projet');
  });
  it('non signée, elle se dit projet et nomme ce qui manque ; un particulier n’y est pas désigné', async () => {
    const { id } = await information(anInformation().source('famille')).etat('en-evaluation').insert(base.executeSql);
    await signaler(id);
    const texte = await produire('saisine', id, a.evaluateur);
    for (const phrase of [
      'Projet',
      '[à compléter : signataire]',
      '[à compléter : arrêté de délégation]',
      'transmise par : particulier',
    ])
      expect(texte).toContain(phrase);
    expect(texte).not.toMatch(/Mme Essai|Famille\./);
  });
});

describe('Le transfert et la source', () => {
  it('le transfert : bordereau, accusé à retourner ; qui a demandé l’anonymat n’y est pas', async () => {
    const { id } = await information(anInformation().anonyme('M. Curieux').etat('transferee')).insert(base.executeSql);
    await base.executeSql(
      "insert into ip.transfert (information_id, departement_code, motif, transmis_le) values ($1, '35', 'La famille vit à Rennes.', '2026-11-12')",
      [id],
    );
    const texte = await produire('transfert', id);
    for (const phrase of [
      'Ille-et-Vilaine',
      'La famille vit à Rennes.',
      'Bordereau',
      'Accusé de réception à retourner',
      'a demandé l’anonymat',
      ZOE,
    ])
      expect(texte).toContain(phrase);
    expect(texte).not.toContain('Curieux');
  });
  it('au professionnel, la suite donnée ; au particulier, qu’une suite l’est, sans dire laquelle (CASF L226-5)', async () => {
    const textes = [];
    for (const source of ['education-nationale', 'famille'] as const) {
      const posee = await insertAValider(base.executeSql, information(anInformation().source(source)), {
        valideur: a.cadre,
      });
      await decider('actions-adaptees', posee);
      await base.executeSql("update ip.information set suites_demandees_le = '2026-11-15' where id = $1", [posee.id]);
      textes.push(await produire('source-suites', posee.id));
    }
    expect(textes[0]).toContain('Un accompagnement de l’enfant et de sa famille a été décidé');
    expect(textes[1]).toContain('lui ont donné la suite qu’elle appelait');
    expect(textes[1]).toContain('ne permettent pas de vous en dire davantage');
    expect(textes[1]).not.toMatch(/accompagnement|professionnel/);
    for (const texte of textes) expect(texte).not.toMatch(/HÉNAFF|danger est confirmé/);
  });
});

describe('Produire un écrit', () => {
  it('s’inscrit : qui, quand, lequel, à la page et au journal', async () => {
    const { id } = await information().insert(base.executeSql);
    await produire('accuse-reception', id);
    await produire('accuse-reception', id, a.evaluateur);
    const produits = await base.asAgent(a.cadre, (contexte) => listEcritsProduits(contexte, id));
    expect(produits.map(({ nature, par }) => [nature, par])).toEqual([
      ['accuse-reception', 'Agent Essai evaluateur'],
      ['accuse-reception', 'Agent Essai agent-crip'],
    ]);
    expect((await lireTrace(id)).map(({ detail }) => detail)).toEqual([
      { nature: 'accuse-reception', signalement: null },
      { nature: 'accuse-reception', signalement: null },
    ]);
  });
  it('qui ne conduit pas l’information, ou ne peut savoir qui a transmis, ne le peut : absent', async () => {
    const { id } = await information(anInformation().anonyme()).insert(base.executeSql);
    for (const [nature, agentId] of [
      ['accuse-reception', a.evaluateur],
      ['accuse-reception', a.horsEquipe],
      ['rapport-evaluation', a.horsEquipe],
    ] as const)
      await expect(produire(nature, id, agentId)).rejects.toMatchObject({ name: 'Introuvable' });
    expect(await lireTrace(id)).toEqual([]);
  });
  it('pas encore possible : refusé d’une phrase, rien ne s’inscrit', async () => {
    const { id } = await information().insert(base.executeSql);
    await expect(produire('rapport-evaluation', id)).rejects.toThrow('L’évaluation n’a pas commencé.');
    await expect(produire('saisine', id)).rejects.toThrow('Aucun signalement n’est commencé.');
    expect(await lireTrace(id)).toEqual([]);
  });
  it('dans la trame que le département a mise à la place de celle de Marelle', async () => {
    const contenu = await buildModeleWord({
      titre: 't',
      entete: [],
      blocs: [{ texte: 'De chez nous : {reference}, {destinataire}.' }],
      pied: '',
    });
    await base.executeSql(
      "insert into trames.trame (id, nature, version, contenu, fichier_nom, motif, par_id) values ($1, 'ip-accuse-reception', 1, $2, 'n.docx', 'Charte', $3)",
      [createIdentifiant(), contenu, a.crip],
    );
    const { id, numero } = await information().insert(base.executeSql);
    expect(await produire('accuse-reception', id)).toContain(`De chez nous : ${numero}, Mme Essai, directrice.`);
  });
});
