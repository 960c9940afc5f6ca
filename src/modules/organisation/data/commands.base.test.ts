import { expect, test } from 'vitest';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { erreurDe, withOrganisation } from '../testing/organisation-en-base.ts';
import { listAvis } from './avis.server.ts';
import { recordAvisLu } from './avis-commands.server.ts';
import { getParametre, listParametres } from './parametres.server.ts';
import { recordParametre } from './parametres-commands.server.ts';
import { recordSecteur } from './secteurs-commands.server.ts';
import { getUnite, listUnitesAChoisir } from './unites.server.ts';
import { closeUnite, createUnite, updateUnite } from './unites-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
const { agit } = o;

const unite = (champs: object = {}) => ({
  code: 'CRIP',
  nom: 'Cellule de recueil',
  nature: 'service',
  parentId: o.unites.departement,
  du: '1/1/2024',
  ...champs,
});

test('créer une unité la met dans l’arbre et laisse une trace sans nom', async () => {
  const id = await agit('administrateur', createUnite, unite());
  const fiche = await base.asAgent(o.agents.referentNord.agentId, (contexte) => getUnite(contexte, id));
  expect(fiche.unite.nom).toBe('Cellule de recueil');
  expect(fiche.ancetres.map(({ code }) => code)).toEqual(['DEP']);
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
  const id = await agit('administrateur', createUnite, unite({ code: 'TMP', nature: 'site', parentId: nord }));
  await agit('administrateur', closeUnite, { id, version: '1', au: '20/11/2026' });
  const ouvertes = await base.asAgent(o.agents.directeur.agentId, (contexte) => listUnitesAChoisir(contexte));
  expect(ouvertes.some((ligne) => ligne.id === id)).toBe(false);
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
