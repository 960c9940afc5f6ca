import { beforeAll, describe, expect, it } from 'vitest';
import { aMesure, type MesureDEssai } from '#modules/mesures/testing/mesure-factory.ts';
import { createMondeDesMesures, type MondeDesMesures } from '#modules/mesures/testing/monde-mesures.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { readTexteDuDocument } from '#tests/support/word.ts';
import { recordEcritMesure } from '../data/dossier.server.ts';
import type { NatureEcritMesure } from '../ecrit-mesure.ts';
import { buildEcritMesureWord } from './document.server.ts';

const base = withBase();
let monde: MondeDesMesures;
beforeAll(async () => {
  monde = await createMondeDesMesures(base.executeSql);
});

const poser = async (code: string, plus: (mesure: MesureDEssai) => MesureDEssai = (mesure) => mesure) => {
  const enfantId = await monde.addEnfant();
  // Un nom que rien ne doit abîmer : accents, apostrophe, balise.
  await base.executeSql("update enfants.personne set nom = 'L’Hénaff', prenom = 'zoé {agent}' where id = $1", [
    enfantId,
  ]);
  const { id } = await plus(aMesure(code).pour(enfantId).porteePar(monde.d.unites.nord)).insert(base.executeSql);
  return { id, enfantId };
};
const decidee =
  (nature = 'initiale') =>
  (mesure: MesureDEssai) =>
    mesure.exerceePar('Association du Val').decidee({
      nature,
      le: '2026-11-20',
      du: '2026-12-01',
      au: '2027-05-31',
      signataireId: monde.agents.inspectrice,
    });
const produire = (nature: NatureEcritMesure, mesureId: string, agentId = monde.agents.referent) =>
  base.asAgent(agentId, async (contexte) => {
    const dossier = await executeCommand(contexte, recordEcritMesure, { mesureId, nature });
    return readTexteDuDocument(await buildEcritMesureWord(contexte, nature, dossier));
  });

describe('L’arrêté et la notification (MES-004)', () => {
  it('disent la mesure, sa durée, les motifs, le seul texte vérifié, qui signe et par quelle délégation', async () => {
    const { id } = await poser('AED', decidee());
    const texte = await produire('arrete', id);
    for (const phrase of [
      'L’HÉNAFF Zoé {agent}',
      'Action éducative à domicile (AED)',
      '1er décembre 2026',
      '31 mai 2027, ce jour compris',
      'Considérant ce qui suit : Essai',
      'CASF, art. L222-3',
      'arrêté n° ARR-1 donnant délégation de signature',
      'Association du Val',
      'tribunal administratif',
    ])
      expect(texte).toContain(phrase);
  });

  it('la lettre porte les voies de recours que le département a réglées', async () => {
    const { id } = await poser('AED', decidee());
    await base.executeSql(
      `insert into organisation.parametre (id, cle, valeur, confiance, source, periode) values ($1, 'mesures.voies-recours', '"Écrivez au médiateur."', 'local', 'essai', '[2020-01-01,)')`,
      [createIdentifiant()],
    );
    const texte = await produire('notification', id);
    expect(texte).toContain('Écrivez au médiateur.');
    expect(texte).not.toContain('tribunal administratif');
    await base.executeSql("delete from organisation.parametre where cle = 'mesures.voies-recours'");
  });

  it('un refus se dit refus, sans jours couverts', async () => {
    const { id } = await poser('AED', (mesure) => decidee('refus')(mesure).etat('refusee'));
    for (const nature of ['arrete', 'notification'] as const) {
      const texte = await produire(nature, id);
      expect(texte).toContain('refusée');
      expect(texte).not.toContain('accordée');
    }
  });

  it('rien n’est signé : rien à notifier ; un juge a décidé : rien ne s’écrit à sa place', async () => {
    const { id } = await poser('AED');
    await expect(produire('arrete', id)).rejects.toBeInstanceOf(Refus);
    const { id: aemo } = await poser('AEMO', (mesure) => mesure.decidee({ le: '2026-11-10' }));
    await expect(produire('notification', aemo)).rejects.toBeInstanceOf(Refus);
  });
});

describe('Le formulaire d’accord', () => {
  it('d’un maintien au domicile : nature, durée, suivi, révision (MES-006), avant toute décision', async () => {
    const { id } = await poser('AED');
    const texte = await produire('accord', id);
    for (const phrase of ['Un an au plus', 'Qui en assure le suivi', 'Comment la revoir'])
      expect(texte).toContain(phrase);
    expect(texte).not.toContain('Participation financière');
  });

  it('d’un accueil : les rubriques de l’accueil en plus (MES-007)', async () => {
    const { id } = await poser('AP');
    const texte = await produire('accord', id);
    for (const phrase of ['Mode et lieu', 'droits de visite', 'Personnes autorisées', 'Participation financière'])
      expect(texte).toContain(phrase);
  });
});

it('chaque écrit est au journal ; qui ne voit pas l’enfant n’en produit aucun', async () => {
  const { id, enfantId } = await poser('AED', decidee());
  await produire('arrete', id);
  expect(
    await base.executeSql(
      "select enfant_id, detail ->> 'nature' as nature from journal.evenement where objet_id = $1",
      [id],
    ),
  ).toEqual([{ enfant_id: enfantId, nature: 'arrete' }]);
  await expect(produire('arrete', id, monde.agents.ailleurs)).rejects.toBeInstanceOf(Introuvable);
});
