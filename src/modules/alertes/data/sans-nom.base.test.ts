import { beforeAll, expect, test } from 'vitest';
import { loadDemo } from '#demo/load.ts';
import { renderCalendrier } from '#documents/calendrier.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { withBase } from '#tests/support/base.ts';
import { buildAgenda } from '../web/calendrier-view.ts';
import { recordPublication } from './publication.server.ts';
import { recordTournee } from './tournee.server.ts';

const base = withBase();
type Ecrit = { agentId: string; texte: string; objets: string[] };
let ecrits: Ecrit[];

/** Tout ce que la démonstration fait écrire en trois matins, un lundi d'abord, et le calendrier de chacun. */
beforeAll(async () => {
  await loadDemo({ profil: 'manche', echelle: 0.05, graine: 1, db: base.db, urlProprietaire: base.urlProprietaire });
  await base.executeSql(
    `insert into echeances.echeance (information_id, regle, cle, depuis, pour, statut, acteur, libelle, gravite)
     select i.id, 'IP-010', 'essai', '2026-01-01', '2026-11-10', 'ouverte', 'crip', 'Achever l’évaluation', 'critique' from ip.information i`,
  );
  for (let jour = jourCivil('2026-11-23'); jour <= '2026-11-25'; jour = addJours(jour, 1)) {
    await base.executeSql('update organisation.installation set jour_fige = $1', [jour]);
    await base.asSystem(({ tx, aujourdhui }) => recordTournee(tx, { adresse: 'https://marelle.example', aujourdhui }));
  }
  const courriels = await base.executeSql<{ agentId: string; texte: string }>(
    'select agent_id as "agentId", objet || chr(10) || corps as texte from alertes.courriel',
  );
  ecrits = courriels.map((courriel) => ({ ...courriel, objets: listObjets(courriel.texte) }));
  const lecteurs = [...new Set(courriels.map(({ agentId }) => agentId))].slice(0, 40);
  for (const agentId of lecteurs) {
    const publies = await base.asAgent(agentId, recordPublication);
    const texte = renderCalendrier(buildAgenda(publies, 'https://marelle.example')).replaceAll('\r\n ', '');
    ecrits.push({ agentId, texte, objets: listObjets(texte) });
  }
});

function listObjets(texte: string): string[] {
  return [...texte.matchAll(/\/(?:enfants|informations)\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
}

/** Les mots d'un texte : un nom caché dans un autre mot n'en est pas un. */
function listMots(texte: string): Set<string> {
  return new Set(texte.match(/[\p{L}'’-]{2,}/gu));
}

test('la démonstration fait écrire de quoi éprouver : courriels de chaque nature, calendriers', async () => {
  const natures = await base.executeSql('select distinct nature from alertes.courriel order by nature');
  expect(natures).toEqual([{ nature: 'escalade' }, { nature: 'matin' }, { nature: 'semaine' }]);
  expect(ecrits.length).toBeGreaterThan(50);
  expect(ecrits.reduce((somme, { objets }) => somme + objets.length, 0)).toBeGreaterThan(500);
});

test('aucun courriel, aucun calendrier ne porte le nom ou le prénom de personne : enfant, parent, mineur, agent', async () => {
  const personnes = await base.executeSql<{ mot: string }>(
    `select distinct mot from (
       select nom as mot from enfants.personne union select prenom from enfants.personne union select nom_usage from enfants.personne
       union select nom from ip.mineur union select prenom from ip.mineur union select nom from organisation.agent union select prenom from organisation.agent
     ) p where length(mot) > 1`,
  );
  expect(personnes.length).toBeGreaterThan(500);
  const noms = new Set(personnes.map(({ mot }) => mot));
  const fuites = ecrits.flatMap(({ texte }) => [...listMots(texte)].filter((mot) => noms.has(mot)));
  expect([...new Set(fuites)]).toEqual([]);
});

test('aucun ne porte la naissance d’un enfant dont il parle, sous aucune forme', async () => {
  const nes = await base.executeSql<{ id: string; ne: string }>(
    'select id, date_naissance::text as ne from enfants.personne where date_naissance is not null',
  );
  const parEnfant = new Map(nes.map(({ id, ne }) => [id, jourCivil(ne)]));
  const fuites = ecrits.flatMap(({ texte, objets }) =>
    [...new Set(objets)].filter((id) => {
      const ne = parEnfant.get(id);
      return (
        ne &&
        [ne, formatJour(ne, 'court'), formatJour(ne, 'long'), ne.replaceAll('-', '')].some((forme) =>
          texte.includes(forme),
        )
      );
    }),
  );
  expect(fuites).toEqual([]);
});

test('aucun ne porte un morceau de récit', async () => {
  const recits = await base.executeSql<{ faits: string }>('select left(faits, 60) as faits from ip.information');
  expect(recits.length).toBeGreaterThan(10);
  const fuites = recits.filter(({ faits }) => ecrits.some(({ texte }) => texte.includes(faits)));
  expect(fuites).toEqual([]);
});

test('aucun ne désigne un dossier restreint', async () => {
  const restreints = new Set(
    (await base.executeSql<{ id: string }>('select id from enfants.enfant where restreint')).map(({ id }) => id),
  );
  expect(restreints.size).toBeGreaterThan(0);
  expect(ecrits.flatMap(({ objets }) => objets).filter((id) => restreints.has(id))).toEqual([]);
});
