import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import {
  anInformation,
  type InformationDEssai,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { recordAnalyse, recordElement, recordHorsIp, recordUrgence } from './analyse-commands.server.ts';
import { recordQualification } from './qualification-commands.server.ts';
import { recordAccuse, recordTransfert } from './transfert-commands.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let collegue: string;
let cadre: string;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  collegue = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
});

const fait = <S extends Parameters<typeof executeCommand>[1]['saisie'], C, T>(
  agent: string,
  command: Command<S, C, T>,
  brut: Record<string, unknown>,
) => base.asAgent(agent, (contexte) => executeCommand(contexte, command, brut));
const lit = async <T extends Record<string, unknown>>(texte: string, valeurs: unknown[]) =>
  (await base.executeSql<T>(texte, valeurs))[0] as T;
const pose = (information: InformationDEssai = anInformation()) =>
  information.dansUnite(d.unites.departement).insert(base.executeSql);
const posee = (etat: Parameters<InformationDEssai['etat']>[0]) => pose(anInformation().etat(etat));
const histoire = (id: string) =>
  base.executeSql<{
    acte: string;
    etat_avant: string | null;
    etat_apres: string;
    motif: string | null;
    par_id: string | null;
  }>('select acte, etat_avant, etat_apres, motif, par_id from ip.acte where information_id = $1 order by rang', [id]);

describe('prendre en première analyse', () => {
  it('nomme l’analyste, dit l’urgence, et retrouve ce qui avait été reçu', async () => {
    const mineur = { nom: 'Revient', prenom: 'Éli', naissance: '2016-06-07' };
    const ancienne = await pose(anInformation().avecMineur(mineur));
    const { id } = await pose(anInformation().avecMineur(mineur));
    await fait(crip, recordAnalyse, { id, version: '1', urgence: 'elevee' });
    expect(await lit('select etat, urgence, analyste_id, version from ip.information where id = $1', [id])).toEqual({
      etat: 'en-premiere-analyse',
      urgence: 'elevee',
      analyste_id: crip,
      version: 2,
    });
    expect(await lit('select liee_id, nature from ip.lien where information_id = $1', [id])).toEqual({
      liee_id: ancienne.id,
      nature: 'meme-enfant',
    });
    expect((await histoire(id)).at(-1)).toMatchObject({ acte: 'analyser', etat_avant: 'recue', par_id: crip });
  });

  it('à deux, le second apprend ce que le premier a fait', async () => {
    const { id } = await pose();
    await fait(crip, recordAnalyse, { id, version: '1', urgence: 'immediate' });
    const conflit = await fait(collegue, recordAnalyse, { id, version: '1', urgence: 'ordinaire' }).catch(
      (e: unknown) => e,
    );
    expect(conflit).toBeInstanceOf(Refus);
    const { id: autre } = await posee('en-premiere-analyse');
    await fait(crip, recordUrgence, { id: autre, version: '1', urgence: 'immediate', motif: 'Appel de l’école' });
    const perdu = await fait(collegue, recordUrgence, { id: autre, version: '1', urgence: 'elevee', motif: 'x' }).catch(
      (e: unknown) => e,
    );
    expect(perdu).toBeInstanceOf(Conflit);
    expect((perdu as Conflit).actuel).toMatchObject({
      Urgence: 'Danger grave et immédiat',
      'Dernier acte': 'Urgence revue : Appel de l’école',
    });
  });

  it('n’est permis qu’à la cellule', async () => {
    const { id } = await pose();
    await expect(fait(cadre, recordAnalyse, { id, version: '1', urgence: 'elevee' })).rejects.toBeInstanceOf(
      Introuvable,
    );
  });
});

describe('qualifier', () => {
  const qualification = (id: string, plus: Record<string, unknown> = {}) => ({
    id,
    version: '1',
    qualifieeLe: '05/11/2026',
    urgence: 'ordinaire',
    typesDanger: ['negligences', 'negligences', 'sante'],
    ...plus,
  });

  it('pose l’échéance légale, depuis la réception (D226-2-4 II)', async () => {
    const { id } = await pose(anInformation().etat('en-premiere-analyse').recueLe('2026-10-31'));
    await fait(crip, recordQualification, qualification(id));
    expect(
      await lit(
        'select etat, echeance::text, qualifiee_le::text, types_danger, delai_reduit_jours from ip.information where id = $1',
        [id],
      ),
    ).toEqual({
      etat: 'qualifiee',
      echeance: '2027-01-31',
      qualifiee_le: '2026-11-05',
      types_danger: ['negligences', 'sante'],
      delai_reduit_jours: null,
    });
  });

  it('un mineur de moins de deux ans oblige à réduire le délai, avec une raison (IP-011)', async () => {
    const { id } = await pose(
      anInformation().etat('en-premiere-analyse').avecMineur().avecMineur({ naissance: '2025-06-01' }),
    );
    await expect(fait(crip, recordQualification, qualification(id))).rejects.toThrow(/moins de deux ans/);
    await expect(fait(crip, recordQualification, qualification(id, { delaiReduitJours: '45' }))).rejects.toBeInstanceOf(
      SaisieInvalide,
    );
    await fait(crip, recordQualification, qualification(id, { delaiReduitJours: '45', delaiReduitMotif: 'Un bébé' }));
    expect(await lit('select echeance::text, delai_reduit_motif from ip.information where id = $1', [id])).toEqual({
      echeance: '2026-12-17',
      delai_reduit_motif: 'Un bébé',
    });
  });

  it.each([
    ['sans danger nommé', { typesDanger: [] }, 'typesDanger'],
    ['avant la réception', { qualifieeLe: '01/11/2026' }, 'qualifieeLe'],
    ['à l’avance', { qualifieeLe: '22/11/2026' }, 'qualifieeLe'],
  ])('ne se fait pas %s', async (_, plus, champ) => {
    const { id } = await posee('en-premiere-analyse');
    const refus = await fait(crip, recordQualification, qualification(id, plus)).catch((e: unknown) => e);
    expect(refus).toMatchObject({ name: 'Refus', champ });
    expect(await lit('select etat from ip.information where id = $1', [id])).toEqual({ etat: 'en-premiere-analyse' });
  });

  it('une mesure judiciaire en cours se dit, s’inscrit, et n’arrête rien (IP-035)', async () => {
    const { id } = await posee('en-premiere-analyse');
    await fait(
      crip,
      recordQualification,
      qualification(id, { mesureJudiciaire: 'AEMO : note au juge, évaluation ouverte' }),
    );
    expect((await histoire(id)).at(-1)?.motif).toMatch(/mesure judiciaire est en cours.*note au juge/);
  });

  it('ouvre le dossier de chaque mineur inconnu, dans un même foyer, sur le territoire choisi', async () => {
    const enfantId = await anEnfant().surLeTerritoire(d.unites.sud).insert(base.executeSql);
    const { id, mineurs } = await pose(
      anInformation()
        .etat('en-premiere-analyse')
        .a('3 rue des Lilas', '50000', 'Saint-Lô')
        .avecMineur({ nom: 'Neuf', prenom: 'Un' })
        .avecMineur({ nom: 'Neuf', prenom: 'Deux', naissance: null, ageEstime: 4 })
        .avecMineur({ enfantId, nom: 'Connu', prenom: 'Déjà' }),
    );
    await fait(crip, recordQualification, qualification(id, { ouvrir: mineurs.slice(0, 2), uniteId: d.unites.nord }));
    const dossiers = await base.executeSql<{
      prenom: string;
      unite_id: string;
      menage_id: string;
      voie: string;
      naissance_precision: string;
    }>(
      `select p.prenom, m.unite_id, f.menage_id, a.voie, p.naissance_precision from ip.mineur i join enfants.personne p on p.id = i.enfant_id
        join enfants.mission m on m.enfant_id = p.id and m.nature = 'territoire' join enfants.menage_membre f on f.personne_id = p.id
        join enfants.adresse a on a.menage_id = f.menage_id where i.information_id = $1 order by i.rang`,
      [id],
    );
    expect(dossiers).toMatchObject([
      { prenom: 'Un', unite_id: d.unites.nord, voie: '3 rue des Lilas', naissance_precision: 'exacte' },
      { prenom: 'Deux', unite_id: d.unites.nord, naissance_precision: 'inconnue' },
    ]);
    expect(new Set(dossiers.map(({ menage_id }) => menage_id)).size).toBe(1);
    expect(await lit('select menage_id from ip.information where id = $1', [id])).toEqual({
      menage_id: dossiers[0]?.menage_id,
    });
    expect((await histoire(id)).filter(({ acte }) => acte === 'reconnaitre')).toHaveLength(2);
  });

  it('n’ouvre ni dossier sans nom, ni dossier d’un enfant déjà connu, ni deux fois', async () => {
    const enfantId = await anEnfant().insert(base.executeSql);
    const { id, mineurs } = await pose(
      anInformation().etat('en-premiere-analyse').avecMineur({ nom: null, prenom: 'Sans' }).avecMineur({ enfantId }),
    );
    for (const ouvrir of [[mineurs[0]], [mineurs[1]], [createIdentifiant()]])
      await expect(
        fait(crip, recordQualification, qualification(id, { ouvrir, uniteId: d.unites.nord })),
      ).rejects.toBeInstanceOf(SaisieInvalide);
    await expect(fait(crip, recordQualification, qualification(id, { ouvrir: [mineurs[0]] }))).rejects.toThrow(
      /Choisissez le territoire/,
    );
  });

  it.each(['recue', 'qualifiee', 'en-evaluation', 'hors-ip', 'close-classement'] as const)(
    'ne se fait pas d’une information « %s »',
    async (etat) => {
      const { id } = await posee(etat);
      await expect(fait(crip, recordQualification, qualification(id))).rejects.toBeInstanceOf(Refus);
    },
  );
});

describe('écarter', () => {
  const ecart = (id: string, plus: Record<string, unknown> = {}) => ({
    id,
    version: '1',
    motifHorsIp: 'sans-danger',
    explication: 'Rien d’inquiétant',
    ...plus,
  });

  it('garde le motif, l’orientation et la date', async () => {
    const { id } = await posee('en-premiere-analyse');
    await fait(
      crip,
      recordHorsIp,
      ecart(id, { motifHorsIp: 'droit-commun', orientation: 'Service social de secteur' }),
    );
    expect(
      await lit('select etat, motif_hors_ip, orientation, close_le::text from ip.information where id = $1', [id]),
    ).toEqual({
      etat: 'hors-ip',
      motif_hors_ip: 'droit-commun',
      orientation: 'Service social de secteur',
      close_le: '2026-11-21',
    });
  });

  it('un danger grave et immédiat ne s’écarte pas (D226-2-4 I)', async () => {
    const { id } = await pose(anInformation().etat('en-premiere-analyse').urgence('immediate'));
    await expect(fait(crip, recordHorsIp, ecart(id))).rejects.toThrow(/grave et immédiat/);
  });

  it('une orientation se dit quand il y en a une', async () => {
    const { id } = await posee('en-premiere-analyse');
    const refus = await fait(crip, recordHorsIp, ecart(id, { motifHorsIp: 'hors-departement' })).catch(
      (e: unknown) => e,
    );
    expect(refus).toMatchObject({ erreurs: { orientation: expect.any(String) } });
  });

  it('un doublon se rattache à l’information ouverte, dont l’urgence est à revoir, sans nouveau délai (IP-037)', async () => {
    const ouverte = await posee('en-evaluation');
    const { id } = await posee('en-premiere-analyse');
    const avant = await lit<{ echeance: string }>('select echeance::text from ip.information where id = $1', [
      ouverte.id,
    ]);
    await fait(crip, recordHorsIp, ecart(id, { motifHorsIp: 'doublon', rattacheeId: ouverte.id }));
    expect(
      await lit('select echeance::text, reanalyse_due_le::text, etat from ip.information where id = $1', [ouverte.id]),
    ).toEqual({
      ...avant,
      reanalyse_due_le: '2026-11-21',
      etat: 'en-evaluation',
    });
    expect(await lit('select nature from ip.lien where information_id = $1', [id])).toEqual({
      nature: 'nouvel-element',
    });
    expect((await histoire(ouverte.id)).at(-1)?.acte).toBe('joindre-element');
  });

  it('ne se rattache ni à une information close, ni hors d’un doublon', async () => {
    const close = await posee('close-classement');
    const { id } = await posee('en-premiere-analyse');
    for (const plus of [
      { motifHorsIp: 'doublon', rattacheeId: close.id },
      { motifHorsIp: 'doublon', rattacheeId: id },
      { rattacheeId: close.id },
    ])
      await expect(fait(crip, recordHorsIp, ecart(id, plus))).rejects.toBeInstanceOf(SaisieInvalide);
    expect(await lit('select etat from ip.information where id = $1', [id])).toEqual({ etat: 'en-premiere-analyse' });
  });
});

describe('un élément nouveau', () => {
  const element = (id: string, plus: Record<string, unknown> = {}) => ({
    id,
    version: '1',
    recuLe: '20/11/2026',
    de: 'l’école',
    element: 'Un bleu au bras.',
    ...plus,
  });

  it('demande de revoir l’urgence ; la revoir éteint la demande (IP-037)', async () => {
    const { id } = await posee('qualifiee');
    await fait(crip, recordElement, element(id));
    expect(await lit('select reanalyse_due_le::text, version from ip.information where id = $1', [id])).toEqual({
      reanalyse_due_le: '2026-11-21',
      version: 2,
    });
    expect((await histoire(id)).at(-1)?.motif).toBe('Reçu le 20 novembre 2026 de l’école : Un bleu au bras.');
    await fait(crip, recordUrgence, { id, version: '2', urgence: 'immediate', motif: 'Trace de coup' });
    expect(await lit('select reanalyse_due_le, urgence from ip.information where id = $1', [id])).toEqual({
      reanalyse_due_le: null,
      urgence: 'immediate',
    });
  });

  it('arrive après la réception, pas à l’avance, et pas sur une information close', async () => {
    const { id } = await posee('qualifiee');
    for (const recuLe of ['01/11/2026', '22/11/2026'])
      await expect(fait(crip, recordElement, element(id, { recuLe }))).rejects.toBeInstanceOf(SaisieInvalide);
    const close = await posee('close-judiciaire');
    await expect(fait(crip, recordElement, element(close.id))).rejects.toThrow(/recevez une nouvelle information/);
  });

  it('se joint de qui conduit l’information : l’encadrement de son unité, pas celui d’une autre', async () => {
    const sienne = await anInformation().dansUnite(d.unites.nord1).etat('qualifiee').insert(base.executeSql);
    const autre = await anInformation().dansUnite(d.unites.sud1).etat('qualifiee').insert(base.executeSql);
    await fait(cadre, recordElement, element(sienne.id));
    await expect(fait(cadre, recordElement, element(autre.id))).rejects.toBeInstanceOf(Introuvable);
  });
});

describe('transférer', () => {
  const transfert = (id: string, plus: Record<string, unknown> = {}) => ({
    id,
    version: '1',
    departementCode: '35',
    motif: 'La famille a déménagé.',
    transmisLe: '20/11/2026',
    ...plus,
  });

  it('clôt ici, garde le destinataire, et suit l’accusé de réception (IP-036)', async () => {
    const { id } = await posee('en-evaluation');
    await fait(crip, recordTransfert, transfert(id));
    expect(await lit('select etat, close_le::text from ip.information where id = $1', [id])).toEqual({
      etat: 'transferee',
      close_le: '2026-11-20',
    });
    await fait(crip, recordAccuse, { id, version: '1', accuseLe: '21/11/2026', accuseReference: 'CRIP35-12' });
    expect(
      await lit(
        'select departement_code, accuse_le::text, accuse_reference, version from ip.transfert where information_id = $1',
        [id],
      ),
    ).toEqual({
      departement_code: '35',
      accuse_le: '2026-11-21',
      accuse_reference: 'CRIP35-12',
      version: 2,
    });
    await expect(fait(collegue, recordAccuse, { id, version: '1', accuseLe: '21/11/2026' })).rejects.toBeInstanceOf(
      Conflit,
    );
  });

  it.each([
    ['ici même', { departementCode: '50' }],
    ['nulle part', { departementCode: '00' }],
    ['à l’avance', { transmisLe: '22/11/2026' }],
    ['avant la réception', { transmisLe: '01/11/2026' }],
  ])('ne se fait pas %s', async (_, plus) => {
    const { id } = await posee('qualifiee');
    await expect(fait(crip, recordTransfert, transfert(id, plus))).rejects.toBeInstanceOf(SaisieInvalide);
  });

  it('l’accusé suit la transmission, et n’existe pas sans transfert', async () => {
    const { id } = await posee('qualifiee');
    await expect(fait(crip, recordAccuse, { id, version: '1', accuseLe: '21/11/2026' })).rejects.toBeInstanceOf(Refus);
    await fait(crip, recordTransfert, transfert(id));
    await expect(fait(crip, recordAccuse, { id, version: '1', accuseLe: '19/11/2026' })).rejects.toThrow(
      /suit la transmission/,
    );
  });
});
