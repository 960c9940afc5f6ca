import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { updateInformation, updateReception } from './correction-commands.server.ts';
import { getCorrigeable } from './correction-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadre: string;
let evaluateur: string;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  evaluateur = await d.addAgent('evaluateur', d.unites.nord1);
});

const lit = async <T extends Record<string, unknown>>(texte: string, valeurs: unknown[]) =>
  (await base.executeSql<T>(texte, valeurs))[0] as T;
const mineursDe = (id: string) =>
  base.executeSql<{ id: string; rang: number; prenom: string }>(
    'select id, rang, prenom from ip.mineur where information_id = $1 order by rang',
    [id],
  );

const correction = ({ id, mineurs, adultes }: InformationPosee, plus: Record<string, unknown> = {}) => ({
  id,
  version: '1',
  motif: 'Erreur de prénom',
  faits: 'Les faits, corrigés.',
  mineurs: mineurs.map((mineur, i) => ({ id: mineur, prenom: `Corrigé${i}`, nom: 'Essai', role: 'signale' })),
  adultes: adultes.map((adulte) => ({ id: adulte, qualite: 'pere', nom: 'Essai', prenom: 'Paul' })),
  ...plus,
});
const corrige = (agent: string, brut: Record<string, unknown>) =>
  base.asAgent(agent, (contexte) => executeCommand(contexte, updateInformation, brut));

describe('corriger les faits et le foyer', () => {
  it('garde les mineurs et leurs rangs, en ajoute, en retire tant que l’on n’a pas qualifié', async () => {
    const posee = await anInformation()
      .dansUnite(d.unites.nord)
      .avecMineur()
      .avecMineur()
      .avecAdulte()
      .insert(base.executeSql);
    const [un, deux] = posee.mineurs;
    await corrige(
      crip,
      correction(posee, {
        mineurs: [
          { id: deux, prenom: 'Deux' },
          { prenom: 'Trois', ageEstime: '3' },
        ],
      }),
    );
    expect(await mineursDe(posee.id)).toMatchObject([
      { id: deux, rang: 2, prenom: 'Deux' },
      { rang: 3, prenom: 'Trois' },
    ]);
    expect((await mineursDe(posee.id)).map(({ id }) => id)).not.toContain(un);
    expect(await lit('select faits, version from ip.information where id = $1', [posee.id])).toEqual({
      faits: 'Les faits, corrigés.',
      version: 2,
    });
    expect(await lit('select qualite, prenom from ip.adulte where id = $1', [posee.adultes[0]])).toEqual({
      qualite: 'pere',
      prenom: 'Paul',
    });
    expect(await lit("select motif from ip.acte where information_id = $1 and acte = 'corriger'", [posee.id])).toEqual({
      motif: 'Erreur de prénom',
    });
    expect(
      await lit(
        "select detail -> 'champs' as champs from journal.evenement where acte = 'informations.corriger' and objet_id = $1",
        [posee.id],
      ),
    ).toEqual({ champs: ['faits'] });
  });

  it('une fois qualifiée, il s’ajoute des mineurs, il ne s’en retire plus (IP-012)', async () => {
    const posee = await anInformation()
      .dansUnite(d.unites.nord)
      .etat('en-evaluation')
      .avecMineur()
      .avecMineur()
      .insert(base.executeSql);
    await expect(
      corrige(crip, correction(posee, { mineurs: [{ id: posee.mineurs[0], prenom: 'Seul' }] })),
    ).rejects.toBeInstanceOf(Refus);
    await corrige(
      crip,
      correction(posee, { mineurs: [...(correction(posee).mineurs as object[]), { prenom: 'Né depuis' }] }),
    );
    expect(await mineursDe(posee.id)).toHaveLength(3);
  });

  it('à deux, le second voit la version enregistrée, et rien de la sienne ne s’écrit', async () => {
    const posee = await anInformation().dansUnite(d.unites.nord).insert(base.executeSql);
    await corrige(crip, correction(posee, { faits: 'Première version' }));
    const conflit = await corrige(cadre, correction(posee, { faits: 'Seconde version' })).catch((e: unknown) => e);
    expect(conflit).toBeInstanceOf(Conflit);
    expect((conflit as Conflit).actuel).toMatchObject({
      Faits: 'Première version',
      Enfants: 'Corrigé0 Essai',
      'Dernier acte': 'Corrigée : Erreur de prénom',
    });
    expect(await lit('select faits from ip.information where id = $1', [posee.id])).toEqual({
      faits: 'Première version',
    });
  });

  it('refuse ce que la réception refuserait, champ par champ', async () => {
    const posee = await anInformation().dansUnite(d.unites.nord).insert(base.executeSql);
    const refus = await corrige(crip, correction(posee, { mineurs: [], parentsInformes: 'non' })).catch(
      (e: unknown) => e,
    );
    expect(refus).toBeInstanceOf(SaisieInvalide);
    expect(Object.keys((refus as SaisieInvalide).erreurs)).toEqual(['motifNonInformation', 'mineurs.0.prenom']);
  });

  it('ne touche pas au mineur d’une autre information, même nommé', async () => {
    const [posee, autre] = [
      await anInformation().dansUnite(d.unites.nord).insert(base.executeSql),
      await anInformation().dansUnite(d.unites.sud).insert(base.executeSql),
    ];
    await corrige(crip, correction(posee, { mineurs: [{ id: autre.mineurs[0], prenom: 'Volé' }] }));
    expect(await mineursDe(autre.id)).toMatchObject([{ prenom: 'Lou1' }]);
  });

  it('se fait de qui la conduit : encadrement de l’unité, équipe d’évaluation ; de personne d’autre', async () => {
    const posee = await anInformation()
      .dansUnite(d.unites.nord)
      .etat('en-evaluation')
      .evalueePar(evaluateur)
      .insert(base.executeSql);
    await corrige(evaluateur, correction(posee));
    await corrige(cadre, correction(posee, { version: '2' }));
    const ailleurs = await anInformation().dansUnite(d.unites.sud).insert(base.executeSql);
    await expect(corrige(cadre, correction(ailleurs))).rejects.toBeInstanceOf(Introuvable);
  });
});

describe('corriger la réception', () => {
  const reception = (id: string, plus: Record<string, unknown> = {}) => ({
    id,
    version: '1',
    motif: 'Reçue la veille au soir',
    recueLe: '31/10/2026',
    recueHeure: '18 h',
    canal: 'courriel',
    source: 'famille',
    auteurNom: 'Mme Tante',
    anonymatDemande: 'oui',
    ...plus,
  });
  const corrigeReception = (agent: string, brut: Record<string, unknown>) =>
    base.asAgent(agent, (contexte) => executeCommand(contexte, updateReception, brut));

  it('fait courir le délai du jour corrigé, et garde qui a transmis', async () => {
    const { id } = await anInformation().dansUnite(d.unites.nord).etat('qualifiee').insert(base.executeSql);
    await corrigeReception(crip, reception(id));
    expect(
      await lit('select recue_le::text, echeance::text, categorie_source, canal from ip.information where id = $1', [
        id,
      ]),
    ).toEqual({
      recue_le: '2026-10-31',
      echeance: '2027-01-31',
      categorie_source: 'particulier',
      canal: 'courriel',
    });
    expect(await lit('select nom, anonymat_demande from ip.auteur where information_id = $1', [id])).toEqual({
      nom: 'Mme Tante',
      anonymat_demande: true,
    });
  });

  it('reste à la cellule : l’encadrement ne lit ni n’écrit qui a demandé l’anonymat', async () => {
    const { id } = await anInformation().dansUnite(d.unites.nord).anonyme('M. Caché').insert(base.executeSql);
    await expect(corrigeReception(cadre, reception(id))).rejects.toBeInstanceOf(Introuvable);
    expect(await base.asAgent(cadre, async (c) => (await getCorrigeable(c, id)).auteur)).toBeNull();
    expect(await base.asAgent(crip, async (c) => (await getCorrigeable(c, id)).auteur)).toMatchObject({
      auteurNom: 'M. Caché',
    });
  });

  it('ne se corrige pas vers l’avenir', async () => {
    const { id } = await anInformation().dansUnite(d.unites.nord).insert(base.executeSql);
    await expect(corrigeReception(crip, reception(id, { recueLe: '22/11/2026' }))).rejects.toBeInstanceOf(
      SaisieInvalide,
    );
  });
});
