import { beforeAll, expect, test } from 'vitest';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { createOrganisationEssai, createPosteEssai, type OrganisationEssai } from '../testing/organisation-factory.ts';
import { closeAffectation, recordAffectation } from './affectations-commands.server.ts';
import { createAgent, recordDepart, updateAgent } from './agents-commands.server.ts';
import { listAvis } from './avis.server.ts';
import { recordAvisLu } from './avis-commands.server.ts';
import { evaluateSignatureAt, findDelegataires } from './delegations.server.ts';
import { closeDelegation, recordDelegation } from './delegations-commands.server.ts';
import { getParametre, listParametres } from './parametres.server.ts';
import { recordParametre } from './parametres-commands.server.ts';
import { closePoste, createPoste, updatePoste } from './postes-commands.server.ts';
import { recordSecteur } from './secteurs-commands.server.ts';
import { getUnite, listUnites } from './unites.server.ts';
import { closeUnite, createUnite, updateUnite } from './unites-commands.server.ts';

const base = withBase();
let o: OrganisationEssai;
beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
});

type Agents = keyof OrganisationEssai['agents'];
/** L'acte demandé au nom d'un agent, dans sa propre transaction. */
const agit = <R>(
  qui: Agents,
  command: Parameters<typeof executeCommand<never, never, R>>[1] | object,
  brut: object,
): Promise<R> => base.asAgent(o.agents[qui].agentId, (contexte) => executeCommand(contexte, command as never, brut));
const erreurDe = (
  promesse: Promise<unknown>,
): Promise<Error & { erreurs?: Record<string, string>; actuel?: Record<string, string> }> =>
  promesse.then(
    () => expect.fail('L’acte aurait dû être refusé'),
    (erreur) => erreur,
  );

const unite = (champs: object = {}) => ({
  code: 'CRIP',
  nom: 'Cellule de recueil',
  nature: 'service',
  parentId: o.unites.departement,
  du: '1/1/2024',
  ...champs,
});

test('créer une unité la met dans l’arbre et laisse une trace sans nom', async () => {
  const id = await agit<string>('administrateur', createUnite, unite());
  const arbre = await base.asAgent(o.agents.referentNord.agentId, (contexte) => listUnites(contexte));
  expect(arbre.find((ligne) => ligne.id === id)).toMatchObject({ niveau: 1, nom: 'Cellule de recueil' });
  const [trace] = await base.executeSql<{ agent_id: string; detail: object }>(
    "select agent_id, detail from journal.evenement where acte = 'organisation.unite.creer' and objet_id = $1",
    [id],
  );
  expect(trace).toEqual({ agent_id: o.agents.administrateur.agentId, detail: { nature: 'service' } });
});

test('un champ vide est dit champ par champ, en français', async () => {
  const erreur = await erreurDe(
    agit('administrateur', createUnite, { code: '', nom: ' ', nature: 'service', du: '31/02/2024' }),
  );
  expect(erreur).toBeInstanceOf(SaisieInvalide);
  expect(erreur.erreurs).toMatchObject({
    code: 'Indiquez un code court, par exemple EDS-12.',
    nom: 'Indiquez le nom de l’unité.',
  });
  const orphelin = await erreurDe(agit('administrateur', createUnite, unite({ parentId: '' })));
  expect(orphelin.erreurs).toEqual({
    parentId: 'Choisissez l’unité dont elle dépend ; seul le département ne dépend d’aucune.',
  });
});

test('un code déjà pris et un arbre qui tournerait en rond donnent leur phrase', async () => {
  const double = await erreurDe(agit('administrateur', createUnite, unite({ code: 'TN' })));
  expect(double).toBeInstanceOf(Refus);
  expect(double.message).toBe('Ce code est déjà celui d’une autre unité.');
  const { nord, siteNord } = o.unites;
  const rond = unite({
    id: nord,
    version: '1',
    code: 'TN',
    nom: 'Territoire nord',
    nature: 'territoire',
    parentId: siteNord,
  });
  expect((await erreurDe(agit('administrateur', updateUnite, rond))).message).toContain('ne peut pas dépendre');
});

test('deux personnes corrigent la même unité : la seconde voit la version enregistrée', async () => {
  const { siteSud, sud } = o.unites;
  const correction = { id: siteSud, version: '1', code: 'SS', nature: 'site', parentId: sud };
  await agit('administrateur', updateUnite, { ...correction, nom: 'Site de la gare' });
  const conflit = await erreurDe(agit('administrateur', updateUnite, { ...correction, nom: 'Site du port' }));
  expect(conflit).toBeInstanceOf(Conflit);
  expect(conflit.actuel).toMatchObject({ Nom: 'Site de la gare' });
  const fiche = await base.asAgent(o.agents.referentNord.agentId, (contexte) => getUnite(contexte, siteSud));
  expect(fiche.unite).toMatchObject({ nom: 'Site de la gare', version: 2 });
});

test('une unité qui tient encore des postes ne ferme pas, vide elle ferme', async () => {
  const { siteNord, nord } = o.unites;
  const refus = await erreurDe(agit('administrateur', closeUnite, { id: siteNord, version: '1', au: '31/12/2026' }));
  expect(refus.message).toBe('Cette unité ne peut pas fermer : 1 poste(s) encore ouvert(s). Déplacez-les d’abord.');
  const id = await agit<string>('administrateur', createUnite, unite({ code: 'TMP', nature: 'site', parentId: nord }));
  await agit('administrateur', closeUnite, { id, version: '1', au: '20/11/2026' });
  const arbre = await base.asAgent(o.agents.directeur.agentId, (contexte) => listUnites(contexte));
  expect(arbre.some((ligne) => ligne.id === id)).toBe(false);
});

test('un agent s’inscrit, se corrige, prend un poste ; un poste n’a qu’un titulaire à la fois', async () => {
  const saisie = {
    matricule: 'M-1',
    nom: 'Lefèvre',
    prenom: 'Inès',
    courriel: '',
    metier: 'psychologue',
    du: '01/09/2026',
  };
  const id = await agit<string>('administrateur', createAgent, saisie);
  await agit('administrateur', updateAgent, { ...saisie, id, version: '1', telephone: '03 22 00 00 00' });
  const doublon = await erreurDe(agit('administrateur', createAgent, saisie));
  expect(doublon.message).toBe('Ce matricule est déjà celui d’un autre agent.');
  const affectation = { agentId: id, posteId: o.agents.referentNord.posteId, nature: 'titulaire', du: '1/10/2026' };
  const occupe = await erreurDe(agit('administrateur', recordAffectation, affectation));
  expect(occupe.message).toContain('a déjà un titulaire');
  const tot = await erreurDe(agit('administrateur', recordAffectation, { ...affectation, du: '1/8/2026' }));
  expect(tot.message).toBe('L’agent est au département du 1er septembre 2026 : l’affectation doit y tenir.');
  await agit('administrateur', closeAffectation, {
    id: o.agents.referentNord.affectationId,
    version: '1',
    au: '30/09/2026',
  });
  await agit('administrateur', recordAffectation, affectation);
  await agit('administrateur', recordAffectation, {
    ...affectation,
    agentId: o.agents.referentNord.agentId,
    nature: 'remplacement',
    du: '1/11/2026',
  });
});

test('un poste se crée, ne dépend pas d’un poste qui dépend de lui, et ne ferme pas tant qu’il est tenu', async () => {
  const { cadreNord, referentSud } = o.agents;
  const saisie = {
    numero: 'P-900',
    intitule: 'Évaluateur',
    profil: 'evaluateur',
    metier: 'puericultrice',
    quotite: '80',
  };
  const id = await agit<string>('administrateur', createPoste, { ...saisie, uniteId: o.unites.sud, du: '1/1/2026' });
  await agit('administrateur', closePoste, { id, version: '1', au: '31/12/2026' });
  const tenu = await erreurDe(
    agit('administrateur', closePoste, { id: referentSud.posteId, version: '1', au: '31/12/2026' }),
  );
  expect(tenu.message).toContain('Quelqu’un tient encore ce poste');
  const enfant = await base.asSystem(({ tx }) =>
    createPosteEssai(tx, { nom: 'x', profil: 'evaluateur', uniteId: o.unites.nord, responsableId: cadreNord.posteId }),
  );
  const boucle = {
    ...saisie,
    id: cadreNord.posteId,
    version: '1',
    numero: 'P-901',
    uniteId: o.unites.nord,
    responsableId: enfant,
  };
  expect((await erreurDe(agit('administrateur', updatePoste, boucle))).message).toContain('tournerait en rond');
});

test('une délégation vaut dans l’unité et ce qui en dépend, jusqu’à sa fin (CGCT L3221-3)', async () => {
  const { cadreNord, referentSud } = o.agents;
  const saisie = {
    agentId: cadreNord.agentId,
    actes: ['accueil.decider', 'ppe.signer'],
    uniteId: o.unites.nord,
    arreteNumero: '2026-44',
    arreteLe: '1/9/2026',
    du: '15/09/2026',
  };
  const [premiere] = await agit<string[]>('directeur', recordDelegation, saisie);
  const signe = (agentId: string, uniteId: string, jour: string) =>
    base.asAgent(cadreNord.agentId, async (contexte) => {
      const verdict = await evaluateSignatureAt(contexte, {
        agentId,
        acte: 'accueil.decider',
        uniteId,
        jour: jourCivil(jour),
      });
      return verdict.issue;
    });
  expect(await signe(cadreNord.agentId, o.unites.siteNord, '2026-11-21')).toBe('accepte');
  expect(await signe(cadreNord.agentId, o.unites.siteSud, '2026-11-21')).toBe('refuse');
  expect(await signe(referentSud.agentId, o.unites.siteNord, '2026-11-21')).toBe('refuse');
  const encore = await erreurDe(agit('directeur', recordDelegation, { ...saisie, actes: ['ppe.signer'] }));
  expect(encore.message).toContain('a déjà délégation');
  await agit('directeur', closeDelegation, { id: premiere, version: '1', au: '20/11/2026' });
  expect(await signe(cadreNord.agentId, o.unites.siteNord, '2026-11-20')).toBe('accepte');
  expect(await signe(cadreNord.agentId, o.unites.siteNord, '2026-11-21')).toBe('refuse');
  const delegataires = await base.asAgent(cadreNord.agentId, (contexte) =>
    findDelegataires(contexte, { acte: 'ppe.signer', uniteId: o.unites.siteNord, jour: contexte.aujourdhui }),
  );
  expect(delegataires.map(({ agentNom }) => agentNom)).toEqual(['CADRE NORD Camille']);
});

test('un arrêté ne vaut pas avant sa date, et un acte seul suffit', async () => {
  const saisie = {
    agentId: o.agents.cadreSud.agentId,
    uniteId: o.unites.sud,
    arreteNumero: '1',
    arreteLe: '2/1/2026',
    du: '1/1/2026',
  };
  const erreur = await erreurDe(agit('directeur', recordDelegation, { ...saisie, actes: 'budget.engager' }));
  expect(erreur.erreurs).toEqual({ du: 'Une délégation ne vaut pas avant la date de son arrêté.' });
  const sansActe = await erreurDe(agit('directeur', recordDelegation, { ...saisie, du: '2/1/2026' }));
  expect(sansActe.erreurs).toEqual({ actes: 'Choisissez au moins un acte.' });
});

test('un paramètre se règle à une date ; la valeur d’avant s’arrête la veille et le passé ne se réécrit pas', async () => {
  const lit = (jour: string) =>
    base.asAgent(o.agents.referentNord.agentId, ({ tx }) =>
      getParametre(tx, 'acces.bris-de-glace-heures', jourCivil(jour)),
    );
  expect(await lit('2026-11-21')).toBe(24);
  const regle = (champs: object) =>
    agit('directeur', recordParametre, {
      cle: 'acces.bris-de-glace-heures',
      confiance: 'local',
      source: 'Charte',
      ...champs,
    });
  await regle({ valeur: '48', du: '1/1/2026' });
  await regle({ valeur: '12', du: '1/1/2027' });
  await regle({ valeur: '36', du: '1/12/2026' });
  expect(await Promise.all(['2025-12-31', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map(lit))).toEqual([
    24, 48, 36, 36, 12,
  ]);
  const passe = await erreurDe(regle({ valeur: '24', du: '1/1/2026' }));
  expect(passe.message).toBe('Une valeur a déjà pris effet le 1er janvier 2026 : choisissez un jour suivant.');
  expect((await erreurDe(regle({ valeur: 'beaucoup', du: '1/1/2028' }))).erreurs).toEqual({
    valeur: 'Indiquez un nombre entier de 1 à 168.',
  });
  const tous = await base.asAgent(o.agents.referentNord.agentId, (contexte) => listParametres(contexte));
  expect(tous.find(({ cle }) => cle === 'acces.bris-de-glace-heures')).toMatchObject({
    lisible: '48\u00a0heures',
    regle: true,
  });
});

test('confier une commune à une autre unité referme la première la veille', async () => {
  const confie = (uniteId: string, du: string) =>
    agit('administrateur', recordSecteur, { uniteId, communeCode: '80021', du });
  await confie(o.unites.siteNord, '1/1/2025');
  await confie(o.unites.siteSud, '1/6/2026');
  const lignes = await base.executeSql<{ fin: string | null }>(
    "select (upper(periode) - 1)::text as fin from organisation.secteur where commune_code = '80021' order by periode",
  );
  expect(lignes.map(({ fin }) => fin)).toEqual(['2026-05-31', null]);
  expect((await erreurDe(confie(o.unites.siteSud, '1/7/2026'))).message).toContain('dessert déjà cette commune');
});

test('un départ referme postes et délégations le même jour', async () => {
  const { cadreSud } = o.agents;
  const delegation = {
    agentId: cadreSud.agentId,
    actes: ['ppe.signer'],
    uniteId: o.unites.sud,
    arreteNumero: '9',
    arreteLe: '1/1/2026',
    du: '1/1/2026',
  };
  await agit('administrateur', recordDelegation, delegation);
  await agit('administrateur', recordDepart, { id: cadreSud.agentId, version: '1', au: '30/11/2026' });
  const fins = await base.executeSql<{ fin: string }>(
    `select (upper(periode) - 1)::text as fin from organisation.affectation where agent_id = $1
     union all select (upper(periode) - 1)::text from organisation.delegation where agent_id = $1`,
    [cadreSud.agentId],
  );
  expect(fins.map(({ fin }) => fin)).toEqual(['2026-11-30', '2026-11-30']);
});

test('chacun lit ses avis et les marque lus ; ceux des autres n’existent pas', async () => {
  const { referentNord, cadreNord } = o.agents;
  const [avis] = await base.executeSql<{ id: string }>(
    "insert into organisation.avis (id, agent_id, titre, texte) values (gen_random_uuid(), $1, 'Titre', 'Texte') returning id",
    [referentNord.agentId],
  );
  expect(await erreurDe(agit('cadreNord', recordAvisLu, { id: avis?.id }))).toBeInstanceOf(Introuvable);
  await agit('referentNord', recordAvisLu, { id: avis?.id });
  const lit = (agentId: string) => base.asAgent(agentId, (contexte) => listAvis(contexte, { page: 1, taille: 10 }));
  expect((await lit(referentNord.agentId)).lignes[0]?.luLe).toMatch(/^\d{4}-/);
  expect((await lit(cadreNord.agentId)).total).toBe(0);
});
