import { describe, expect, it } from 'vitest';
import { findProfessionnel, getCreche, listProfessionnels } from '#modules/eaje/index.server.ts';
import { ROLES_CRECHE, type RoleCreche, withCreches } from '#modules/eaje/testing/monde-creches.ts';
import { erreurDe, withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { formatOrdreLu } from '../professionnel-saisie.ts';
import { recordAutorisation, recordModulation, updateAutorisation } from './autorisations-commands.server.ts';
import { listCandidats } from './candidats.server.ts';
import { updateEtablissement } from './etablissements-commands.server.ts';
import {
  closeFermeture,
  closeGroupe,
  createSection,
  createUniteAccueil,
  recordFermeture,
  updateGroupe,
} from './groupes-commands.server.ts';
import {
  listHoraires,
  recordHoraire,
  recordProfessionnel,
  recordSuppleance,
  updateProfessionnel,
} from './professionnels-commands.server.ts';
import { closeHeuresSante, listHeuresSante, listMoisSante, recordHeuresSante } from './referent-sante.server.ts';

const base = withBase();
const c = withCreches(base, withOrganisation(base));
const JOUR = jourCivil('2026-11-21');
const lire = () => c.asRole('territoireNord', ({ tx }) => getCreche(tx, c.monde.nord.id, JOUR));
const MURS = {
  methode: 'CINQ_HUIT',
  agregation: 'UNITE',
  jours: ['1', '2', '3', '4'],
  ouvre: '7h45',
  ferme: '18 h',
  surfaceInterieure: '420,5',
  plansDeChange: '6',
  rsaiHeures: '40',
  idEqu: 'EQ-1',
};

describe('Tenir les murs d’une crèche', () => {
  it('la méthode, les heures et les jours se changent ; la même version deux fois est un conflit qui montre l’autre', async () => {
    const { id } = c.monde.nord;
    await c.agit('territoireNord', updateEtablissement, { id, version: 1, ...MURS });
    expect((await lire()).murs).toMatchObject({
      methode: 'CINQ_HUIT',
      jours: [1, 2, 3, 4],
      ouvre: 465,
      ferme: 1080,
      surfaceInterieure: 420.5,
    });
    const conflit = await erreurDe(c.agit('territoireNord', updateEtablissement, { id, version: 1, ...MURS }));
    expect(conflit).toBeInstanceOf(Conflit);
    expect(conflit.actuel).toMatchObject({
      Ouverture: '7 h 45',
      Jours: 'du lundi au jeudi',
      'Couches et repas fournis': 'non',
      'Quartier prioritaire': 'non',
      'Identifiant d’équipement (Caf)': 'EQ-1',
    });
  });
  it('une heure hors du quart d’heure, une fermeture avant l’ouverture se disent à côté du champ', async () => {
    const { id } = c.monde.nord;
    const refus = await erreurDe(
      c.agit('territoireNord', updateEtablissement, { id, version: 2, ...MURS, ouvre: '7 h 40' }),
    );
    expect(refus.erreurs).toHaveProperty('ouvre');
    const inverse = await erreurDe(
      c.agit('territoireNord', updateEtablissement, { id, version: 2, ...MURS, ferme: '7 h 30' }),
    );
    expect(inverse.erreurs).toHaveProperty('ferme');
  });
  it('la directrice de la crèche la lit sans la tenir', async () => {
    const saisie = { id: c.monde.nord.id, version: 2, ...MURS };
    expect(await erreurDe(c.agit('crecheNord', updateEtablissement, saisie))).toBeInstanceOf(Introuvable);
  });
});

describe('L’autorisation et sa modulation', () => {
  it('une modulation au-dessus des places autorisées est refusée, à côté de ses places', async () => {
    const autorisationId = c.monde.nord.autorisationId;
    const saisie = { autorisationId, jours: ['1'], debut: '17 h', fin: '18 h', places: '61' };
    const refus = await erreurDe(c.agit('territoireNord', recordModulation, saisie));
    expect(refus).toBeInstanceOf(Refus);
    expect(refus).toMatchObject({ champ: 'places', message: expect.stringContaining('60 places') });
    const meme = await erreurDe(
      c.agit('territoireNord', recordModulation, { ...saisie, debut: '8 h', fin: '9 h', places: '30' }),
    );
    expect(meme).toMatchObject({ champ: 'debut' });
    await c.agit('territoireNord', recordModulation, { ...saisie, places: '30' });
    expect((await lire()).autorisations[0]?.modulations).toHaveLength(2);
  });
  it('l’autorisation ne descend pas sous sa modulation', async () => {
    const saisie = {
      id: c.monde.nord.autorisationId,
      version: 1,
      du: '1/1/2020',
      au: '',
      places: '25',
      arreteNumero: 'A',
      arreteLe: '1/1/2020',
    };
    expect(await erreurDe(c.agit('territoireNord', updateAutorisation, saisie))).toMatchObject({ champ: 'places' });
    await c.agit('territoireNord', updateAutorisation, { ...saisie, places: '55' });
    expect((await lire()).autorisations[0]).toMatchObject({ places: 55, au: '2034-12-31', version: 2 });
  });
  it('la nouvelle arrête celle qui court la veille et vaut quinze ans (CSP L2324-1-1) ; elle ne recouvre pas une suivante', async () => {
    const saisie = {
      etablissementId: c.monde.nord.id,
      du: '1/3/2027',
      au: '',
      places: '75',
      arreteNumero: 'B',
      arreteLe: '1/2/2027',
    };
    await c.agit('territoireNord', recordAutorisation, saisie);
    const [nouvelle, ancienne] = (await lire()).autorisations;
    expect([nouvelle?.du, nouvelle?.au, ancienne?.au]).toEqual(['2027-03-01', '2042-02-28', '2027-02-28']);
    const avant = await erreurDe(c.agit('territoireNord', recordAutorisation, { ...saisie, du: '1/1/2027' }));
    expect(avant).toMatchObject({ champ: 'du' });
  });
});

describe('Unités, sections, fermetures', () => {
  it('soixante et une places, non (CAP-02) ; une section se crée dans son unité ; une unité habitée ne se retire pas', async () => {
    const etablissementId = c.monde.nord.id;
    const trop = await erreurDe(
      c.agit('territoireNord', createUniteAccueil, { etablissementId, nom: 'Bis', places: '61' }),
    );
    expect(trop).toMatchObject({ champ: 'places' });
    await c.agit('territoireNord', createUniteAccueil, { etablissementId, nom: 'Bis', places: '15' });
    const unite = (await lire()).unites.find(({ nom }) => nom === 'Bis');
    const section = { etablissementId, uniteAccueilId: unite?.id, nom: 'Bébés', tranche: 'BEBES', places: '15' };
    await c.agit('territoireNord', createSection, section);
    const retenue = await erreurDe(c.agit('territoireNord', closeGroupe, { etablissementId, groupeId: unite?.id }));
    expect(retenue.message).toContain('sections');
    const ailleurs = await erreurDe(
      c.agit('territoireNord', createSection, { ...section, uniteAccueilId: c.monde.sud.unitesAccueil[0] }),
    );
    expect(ailleurs).toMatchObject({ champ: 'uniteAccueilId' });
  });
  it('une section et une unité se corrigent ; deux personnes qui la corrigent se voient, et soixante et une places restent non', async () => {
    const etablissementId = c.monde.nord.id;
    const { unites, sections } = await lire();
    const [unite, section] = [unites.find(({ nom }) => nom === 'Bis'), sections.find(({ nom }) => nom === 'Bébés')];
    const corrige = { etablissementId, groupeId: section?.id, version: '15 BEBES Bébés', nom: 'Petits', places: '12' };
    expect(await erreurDe(c.agit('territoireNord', updateGroupe, corrige))).toMatchObject({ champ: 'tranche' });
    await c.agit('territoireNord', updateGroupe, { ...corrige, tranche: 'MOYENS' });
    const conflit = await erreurDe(c.agit('territoireNord', updateGroupe, { ...corrige, tranche: 'BEBES' }));
    expect(conflit).toBeInstanceOf(Conflit);
    expect(conflit.actuel).toMatchObject({ Nom: 'Petits', Places: '12', Âges: 'Moyens' });
    const trop = { etablissementId, groupeId: unite?.id, version: '15  Bis', nom: 'Bis', places: '61' };
    expect(await erreurDe(c.agit('territoireNord', updateGroupe, trop))).toMatchObject({ champ: 'places' });
    await c.agit('territoireNord', updateGroupe, { ...trop, places: '20' });
    expect((await lire()).unites.find(({ nom }) => nom === 'Bis')?.places).toBe(20);
  });
  it('une fermeture se pose une fois et se retire', async () => {
    const etablissementId = c.monde.nord.id;
    const saisie = { etablissementId, du: '24/12/2026', au: '31/12/2026', motif: 'CONGES', libelle: '' };
    await c.agit('territoireNord', recordFermeture, saisie);
    const deux = await erreurDe(c.agit('territoireNord', recordFermeture, { ...saisie, du: '31/12/2026' }));
    expect(deux.message).toContain('déjà fermée');
    const [fermeture] = (await lire()).fermetures;
    await c.agit('territoireNord', closeFermeture, { etablissementId, fermetureId: fermeture?.id });
    expect((await lire()).fermetures).toEqual([]);
  });
});

describe('Les professionnels', () => {
  it('un agent se rattache par son matricule, avec la catégorie de son métier ; pas deux fois', async () => {
    const [{ matricule } = { matricule: '' }] = await base.executeSql<{ matricule: string }>(
      'select matricule from organisation.agent where id = $1',
      [c.monde.agents.referentNord.agentId],
    );
    const saisie = {
      etablissementId: c.monde.nord.id,
      matricule,
      du: '1/9/2026',
      au: '',
      metier: 'EJE',
      categorie: '',
      quotite: '80',
      sectionId: '',
      experienceDepuis: '',
    };
    const id = await c.agit('territoireNord', recordProfessionnel, saisie);
    const pro = await c.asRole('territoireNord', ({ tx }) => findProfessionnel(tx, id, JOUR));
    expect(pro).toMatchObject({ metier: 'EJE', categorie: 1, quotite: 80, semaine: null });
    for (const faux of [matricule, 'inconnu'])
      expect(
        await erreurDe(c.agit('territoireNord', recordProfessionnel, { ...saisie, matricule: faux })),
      ).toMatchObject({ champ: 'matricule' });
  });
  it('qui est déjà rattaché dans un territoire qu’on ne voit pas se refuse en le disant', async () => {
    const [agent] = await base.executeSql<{ matricule: string }>(
      'select a.matricule from eaje.professionnel p join organisation.agent a on a.id = p.agent_id where p.id = $1',
      [c.monde.proSud.id],
    );
    const saisie = { etablissementId: c.monde.nord.id, matricule: agent?.matricule, du: '01/09/2026', au: '' };
    const emploi = { metier: 'EJE', categorie: '', quotite: '80', sectionId: '', experienceDepuis: '' };
    const refus = await erreurDe(c.agit('territoireNord', recordProfessionnel, { ...saisie, ...emploi }));
    expect(refus.message).toContain('peut-être hors de vos missions');
  });
  it('son emploi se corrige ; son horaire vaut d’un jour, le précédent s’arrête la veille', async () => {
    const { id } = c.monde.proNord;
    const emploi = {
      id,
      version: 1,
      metier: 'CAP_AEPE',
      categorie: '',
      quotite: '100',
      sectionId: '',
      experienceDepuis: '1/1/2020',
      au: '',
    };
    await c.agit('territoireNord', updateProfessionnel, emploi);
    expect(await erreurDe(c.agit('territoireNord', updateProfessionnel, emploi))).toBeInstanceOf(Conflit);
    const horaire = {
      professionnelId: id,
      du: '16/11/2026',
      'debut.1': '8 h',
      'fin.1': '13 h',
      pauseDebut: '',
      pauseFin: '',
    };
    const readHoraires = () => c.asRole('territoireNord', ({ tx }) => listHoraires(tx, id));
    const inscrire = async (plus: object) =>
      c.agit('territoireNord', recordHoraire, {
        ...horaire,
        version: formatOrdreLu((await readHoraires()).map((ligne) => ligne.id)),
        ...plus,
      });
    await inscrire({});
    const [lu] = (await c.asRole('territoireNord', ({ tx }) => listProfessionnels(tx, c.monde.nord.id, JOUR))).filter(
      (pro) => pro.id === id,
    );
    expect(lu).toMatchObject({ metier: 'CAP_AEPE', categorie: 2, semaine: [480, 780, ...Array(12).fill(0)] });
    const seule = await erreurDe(inscrire({ 'fin.1': '' }));
    expect(seule.erreurs).toHaveProperty(['fin.1']);
    // TPS-04 : six heures sans pause.
    const sansPause = await erreurDe(inscrire({ 'fin.1': '14 h' }));
    expect(sansPause).toMatchObject({ champ: 'fin.1', textes: [{ code: 'Décret 2000-815' }] });
    const avant = await readHoraires();
    // Une année tapée trop tôt : rien ne s'efface sans qu'on l'ait dit.
    const tot = await erreurDe(inscrire({ du: '16/11/2025' }));
    expect(tot).toMatchObject({ champ: 'retirer', message: expect.stringContaining('16 novembre 2026') });
    expect(await readHoraires()).toEqual(avant);
    const perime = await erreurDe(inscrire({ du: '01/12/2026', version: 'autre' }));
    expect(perime).toBeInstanceOf(Conflit);
    expect(perime.actuel).toMatchObject({ 'À partir du 16/11/2026': 'lundi 8 h – 13 h' });
    await inscrire({ du: '16/11/2025', 'fin.1': '12 h', retirer: 'oui' });
    expect((await readHoraires()).at(-1)).toMatchObject({ du: '2025-11-16', au: null });
    const [trace] = await base.executeSql<{ effaces: object[] }>(
      "select detail->'effaces' as effaces from journal.evenement where acte = 'eaje.horaire.enregistrer' and detail->>'du' = '2025-11-16'",
    );
    expect(trace?.effaces).toEqual([{ du: '2026-11-16', au: null, horaire: 'lundi 8 h – 13 h' }]);
  });
  it('l’ordre de suppléance se fixe ; celui qu’un autre a fixé entre-temps se montre au lieu de s’effacer', async () => {
    const { proNord, nord } = c.monde;
    const saisie = { etablissementId: nord.id, version: '', [`rang.${proNord.id}`]: '1' };
    await c.agit('territoireNord', recordSuppleance, saisie);
    expect((await lire()).suppleance).toEqual([proNord.id]);
    const conflit = await erreurDe(
      c.agit('territoireNord', recordSuppleance, { ...saisie, [`rang.${proNord.id}`]: '2' }),
    );
    expect(conflit).toBeInstanceOf(Conflit);
    expect(Object.values(conflit.actuel ?? {})).toEqual(['1']);
    await c.agit('territoireNord', recordSuppleance, { ...saisie, version: proNord.id, [`rang.${proNord.id}`]: '2' });
    expect((await lire()).suppleance).toEqual([proNord.id]);
  });
});

describe('Les heures du référent santé', () => {
  const saisie = (plus = {}) => ({ etablissementId: c.monde.nord.id, jour: '17/11/2020', heures: '2,5', ...plus });
  const heures = (role: RoleCreche) =>
    c.asRole(role, ({ tx }) => listHeuresSante(tx, c.monde.nord.id, jourCivil('2020-01-01')));

  it('s’inscrivent un jour à la fois, se retirent, et le journal garde ce qu’elles disaient', async () => {
    await c.agit('territoireNord', recordHeuresSante, saisie());
    const [inscrite] = await heures('territoireNord');
    expect(inscrite).toMatchObject({ jour: '2020-11-17', minutes: 150 });
    const double = await erreurDe(c.agit('territoireNord', recordHeuresSante, saisie({ heures: '1' })));
    expect(double.message).toContain('déjà inscrites ce jour-là');
    const mois = await c.asRole('territoireNord', (contexte) =>
      listMoisSante(contexte, { du: jourCivil('2020-11-01'), au: jourCivil('2020-11-30') }, [c.monde.nord.id]),
    );
    expect(mois).toEqual([{ etablissementId: c.monde.nord.id, mois: '2020-11-01', minutes: 150 }]);
    await c.agit('territoireNord', closeHeuresSante, {
      etablissementId: c.monde.nord.id,
      heuresId: inscrite?.id ?? '',
    });
    expect(await heures('territoireNord')).toEqual([]);
    const [trace] = await base.executeSql<{ detail: object }>(
      "select detail from journal.evenement where acte = 'eaje.heures-sante.retirer'",
    );
    expect(trace?.detail).toMatchObject({ jour: '2020-11-17', minutes: 150 });
  });

  it('un jour à venir ou une durée hors du quart d’heure se disent à côté du champ', async () => {
    const venir = await erreurDe(c.agit('territoireNord', recordHeuresSante, saisie({ jour: '01/01/2099' })));
    expect(venir).toMatchObject({ champ: 'jour' });
    for (const faux of ['2,1', '0', '13', ''])
      expect(
        (await erreurDe(c.agit('territoireNord', recordHeuresSante, saisie({ heures: faux })))).erreurs,
      ).toHaveProperty('heures');
  });

  it('se lisent de qui lit la crèche, ne s’inscrivent que de qui la tient, et la base le tient aussi', async () => {
    await c.agit('territoireNord', recordHeuresSante, saisie({ jour: '18/11/2020' }));
    const vues = await Promise.all(ROLES_CRECHE.map(async (role) => [role, (await heures(role)).length]));
    expect(Object.fromEntries(vues)).toEqual({
      territoireNord: 1,
      territoireSud: 0,
      crecheNord: 1,
      directeur: expect.any(Number),
      referentNord: 0,
    });
    for (const role of ['crecheNord', 'territoireSud'] as const) {
      expect(await erreurDe(c.agit(role, recordHeuresSante, saisie({ jour: '19/11/2020' })))).toBeInstanceOf(
        Introuvable,
      );
      expect(
        await c.essaie(role, async ({ tx }) => {
          const { numDeletedRows } = await tx.deleteFrom('eaje.heuresSante').executeTakeFirst();
          return Number(numDeletedRows);
        }),
      ).toBe(false);
      await expect(
        c.asRole(role, ({ tx }) =>
          tx
            .insertInto('eaje.heuresSante')
            .values({ id: createIdentifiant(), etablissementId: c.monde.nord.id, jour: JOUR, minutes: 60 })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security|sécurité/);
    }
  });
});

describe('Chercher par le nom qui rattacher', () => {
  const chercher = (q: string, role: Parameters<typeof c.asRole>[0] = 'territoireNord') =>
    c.asRole(role, async (contexte) => (await listCandidats(contexte, q)).map(({ nom }) => nom));
  it('trouve qui a un poste dans ses unités, accents et casse oubliés, mots dans tout ordre ; personne d’ailleurs', async () => {
    expect(await chercher('creche')).toEqual(['Crèche']);
    expect(await chercher('CRÈCHE')).toEqual(['Crèche']);
    expect(await chercher('sud')).not.toContain('Sud');
    expect(await chercher('sud', 'territoireSud')).toContain('Sud');
    expect(await chercher('creche', 'territoireSud')).toEqual([]);
    expect(await chercher('personne de ce nom')).toEqual([]);
  });
  it('dit qui est déjà rattaché', async () => {
    const { agentId } = c.monde.agents.crecheNord;
    await base.executeSql(
      "insert into eaje.professionnel (id, agent_id, unite_id, etablissement_id, periode, metier, categorie, quotite) values (gen_random_uuid(), $1, $2, $3, '[2026-01-05,)', 'AP', 1, 100)",
      [agentId, c.monde.nord.uniteId, c.monde.nord.id],
    );
    const [trouve] = await c.asRole('territoireNord', (contexte) => listCandidats(contexte, 'creche'));
    expect(trouve).toMatchObject({ nom: 'Crèche', dejaDepuis: '2026-01-05' });
  });
});
