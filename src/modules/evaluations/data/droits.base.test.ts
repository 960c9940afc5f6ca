import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { canAttribuer } from '#modules/equipes-evaluation/index.ts';
import { type CibleInformation, canReadInformation } from '#modules/informations-preoccupantes/index.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import { canEvaluer, canSoumettre, canValider } from '../droits.ts';

const base = withBase();
const GRAINE = 20261121;
const TIRAGES = 2000;

type Information = {
  id: string;
  mineurId: string;
  uniteId: string;
  evaluateurs: readonly string[];
  ontEvalue: readonly string[];
  territoireId: string | null;
  nommes: readonly string[] | null;
};
const monde = { agents: [] as string[], informations: [] as Information[], candidat: '' };

const PROFILS: [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'][] = [
  ['evaluateur', 'nord1'],
  ['evaluateur', 'sud1'],
  ['psychologue', 'nord'],
  ['referent-educatif', 'sud1'],
  ['responsable-enfance', 'nord'],
  ['cadre-territorial-ase', 'sud1'],
  ['responsable-territoire-enfance', 'sud'],
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['assistant-administratif', 'nord'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
const PERIODES = ['[2026-11-03,)', '[2026-11-03,2026-11-21)', '[2026-11-03,2026-11-22)', '[2026-11-22,)'];
const EN_COURS = new Set([PERIODES[0], PERIODES[2]]);
const EVALUENT = [0, 1, 2, 3];

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) monde.agents.push(await addAgent(profil, unites[unite]));
  // Évaluateur et cadre à la fois : ce que l'un ouvre, l'autre ne le ferme pas.
  const double = await addAgent('evaluateur', unites.nord1);
  await addPoste(double, 'responsable-enfance', unites.nord);
  monde.agents.push(double);
  monde.candidat = await addAgent('evaluateur', unites.sud1);
  const tires = fc.sample(
    fc.record({
      unite: fc.constantFrom(...Object.values(unites)),
      equipe: fc.uniqueArray(
        fc.record({ agent: fc.constantFrom(...EVALUENT, 13), periode: fc.constantFrom(...PERIODES) }),
        {
          maxLength: 3,
          selector: ({ agent }) => agent,
        },
      ),
      territoire: fc.constantFrom(null, unites.nord, unites.sud1),
      nommes: fc.option(fc.uniqueArray(fc.nat(PROFILS.length), { maxLength: 4 }), { freq: 3 }),
    }),
    { numRuns: 60, seed: GRAINE },
  );
  for (const tire of tires) monde.informations.push(await poser(tire));
});

async function addPoste(agentId: string, profil: Profil, uniteId: string): Promise<void> {
  const poste = createIdentifiant();
  await base.executeSql(
    "insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, periode) values ($1, gen_random_uuid()::text, 'Second', $2, 'essai', $3, '[2010-01-01,)')",
    [poste, profil, uniteId],
  );
  await base.executeSql(
    "insert into organisation.affectation (id, poste_id, agent_id, nature, periode) values ($1, $2, $3, 'interim', '[2010-01-01,)')",
    [createIdentifiant(), poste, agentId],
  );
}

type Tire = {
  unite: string;
  equipe: { agent: number; periode: string }[];
  territoire: string | null;
  nommes: number[] | null;
};

async function poser({ unite, equipe, territoire, nommes }: Tire): Promise<Information> {
  const enfant = nommes === null ? anEnfant() : anEnfant().restreint();
  const enfantId = await (territoire === null ? enfant : enfant.surLeTerritoire(territoire)).insert(base.executeSql);
  for (const agent of nommes ?? [])
    await base.executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', '[2020-01-01,)')",
      [createIdentifiant(), enfantId, monde.agents[agent]],
    );
  const membres = equipe.map(({ agent, periode }) => ({ agentId: monde.agents[agent]!, periode }));
  const { id, mineurs } = await membres
    .reduce(
      (posee, { agentId, periode }) => posee.evalueePar(agentId, periode),
      anInformation().dansUnite(unite).etat('en-validation').avecMineur({ enfantId }).avecMineur(),
    )
    .insert(base.executeSql);
  await base.executeSql(
    "insert into ip.rapport (information_id, referentiel, referentiel_version, remis_le, remis_par) values ($1, 'HAS', '2021', '2026-11-06', $2)",
    [id, monde.candidat],
  );
  return {
    id,
    mineurId: mineurs[1]!,
    uniteId: unite,
    evaluateurs: membres.filter(({ periode }) => EN_COURS.has(periode)).map(({ agentId }) => agentId),
    ontEvalue: membres.map(({ agentId }) => agentId),
    territoireId: territoire,
    nommes: nommes?.map((agent) => monde.agents[agent]!) ?? null,
  };
}

function buildCible({ agent }: Contexte, information: Information): CibleInformation {
  const { uniteId, evaluateurs, territoireId, nommes } = information;
  const fermee = nommes !== null && !nommes.includes(agent.id);
  const mission = evaluateurs.includes(agent.id) && canDo(agent, 'enfants.lire-mission');
  const perimetre =
    territoireId !== null && agent.unites.includes(territoireId) && canDo(agent, 'enfants.lire-perimetre');
  return {
    uniteId,
    evaluateurs,
    fermee,
    suitUnMineur: nommes === null ? mission || perimetre : nommes.includes(agent.id),
  };
}

type Acte = {
  attendu: (contexte: Contexte, cible: CibleInformation, information: Information) => boolean;
  tente: (contexte: Contexte, information: Information) => Promise<{ rows: unknown[] }>;
};

const ACTES: Record<string, Acte> = {
  'lire le rapport': {
    attendu: ({ agent }, cible) => canReadInformation(agent, cible),
    tente: ({ tx }, { id }) => sql`select 1 from ip.rapport where information_id = ${id}`.execute(tx),
  },
  'nommer un évaluateur': {
    attendu: ({ agent }, cible) => canAttribuer(agent, cible),
    tente: ({ tx }, { id }) =>
      sql`insert into ip.evaluateur (id, information_id, agent_id, periode)
        values (${createIdentifiant()}, ${id}, ${monde.candidat}, '[2026-11-21,)') returning id`.execute(tx),
  },
  'finir la période d’un évaluateur': {
    attendu: ({ agent }, cible, { ontEvalue }) => canAttribuer(agent, cible) && ontEvalue.length > 0,
    tente: ({ tx }, { id }) =>
      sql`update ip.evaluateur set motif_fin = 'essai' where information_id = ${id} returning id`.execute(tx),
  },
  'inscrire une rencontre': {
    attendu: ({ agent }, cible) => canEvaluer(agent, cible),
    tente: ({ tx, agent }, { id }) =>
      sql`insert into ip.rencontre (id, information_id, le, lieu, issue, par_id)
        values (${createIdentifiant()}, ${id}, '2026-11-10', 'domicile', 'tenue', ${agent.id}) returning id`.execute(
        tx,
      ),
  },
  'inscrire un avis': {
    attendu: ({ agent }, cible) => canEvaluer(agent, cible),
    tente: ({ tx, agent }, { id }) =>
      sql`insert into ip.avis (id, information_id, aupres, le, recueilli, teneur, par_id)
        values (${createIdentifiant()}, ${id}, 'entourage', '2026-11-10', true, 'essai', ${agent.id}) returning id`.execute(
        tx,
      ),
  },
  'signer un avis du nom d’un autre': {
    attendu: () => false,
    tente: ({ tx }, { id }) =>
      sql`insert into ip.avis (id, information_id, aupres, le, recueilli, teneur, par_id)
        values (${createIdentifiant()}, ${id}, 'entourage', '2026-11-10', true, 'essai', ${monde.candidat}) returning id`.execute(
        tx,
      ),
  },
  'écrire une rubrique': {
    attendu: ({ agent }, cible) => canEvaluer(agent, cible),
    tente: ({ tx, agent }, { id }) =>
      sql`insert into ip.rubrique (information_id, code, texte, modifiee_par) values (${id}, 'contexte', 'essai', ${agent.id}) returning code`.execute(
        tx,
      ),
  },
  'dire pourquoi un mineur n’a pas été vu': {
    attendu: ({ agent }, cible) => canEvaluer(agent, cible),
    tente: ({ tx, agent }, { id, mineurId }) =>
      sql`insert into ip.volet (mineur_id, information_id, impossible_motif, modifie_par)
        values (${mineurId}, ${id}, 'essai', ${agent.id}) returning mineur_id`.execute(tx),
  },
  'conclure un rapport non remis': {
    attendu: ({ agent }, cible) => canEvaluer(agent, cible),
    tente: async ({ tx }, { id }) => {
      await sql`update ip.rapport set remis_le = null, remis_par = null where information_id = ${id}`.execute(tx);
      return sql`update ip.rapport set conclusion = 'danger' where information_id = ${id} returning 1`.execute(tx);
    },
  },
  'changer la conclusion d’un rapport remis': {
    attendu: () => false,
    tente: ({ tx }, { id }) =>
      sql`update ip.rapport set conclusion = 'danger' where information_id = ${id} returning 1`.execute(tx),
  },
  'rendre ou reprendre un rapport': {
    attendu: ({ agent }, cible) => canSoumettre(agent, cible),
    tente: ({ tx }, { id }) =>
      sql`update ip.rapport set remis_le = null, remis_par = null where information_id = ${id} returning 1`.execute(tx),
  },
  'valider de son nom': {
    attendu: ({ agent }, cible, { ontEvalue }) => canValider(agent, cible) && !ontEvalue.includes(agent.id),
    tente: ({ tx, agent }, { id }) =>
      sql`update ip.rapport set valide_le = '2026-11-21', valide_par = ${agent.id} where information_id = ${id} returning 1`.execute(
        tx,
      ),
  },
  'valider du nom d’un autre': {
    attendu: () => false,
    tente: ({ tx }, { id }) =>
      sql`update ip.rapport set valide_le = '2026-11-21', valide_par = ${monde.candidat} where information_id = ${id} returning 1`.execute(
        tx,
      ),
  },
};

/** Le refus du valideur vient d'un déclencheur. */
const isRefusDuValideur = (erreur: unknown) => (erreur as { constraint?: string }).constraint === 'rapport_valideur';

it(`les droits écrits en TypeScript et la base ne se contredisent jamais : ${TIRAGES} tirages (agent, information, acte)`, {
  timeout: 180_000,
}, async () => {
  const tirages = fc.sample(
    fc.record({
      agent: fc.constantFrom(...monde.agents),
      information: fc.constantFrom(...monde.informations),
      acte: fc.constantFrom(...Object.keys(ACTES)),
    }),
    { numRuns: TIRAGES, seed: GRAINE },
  );
  const ecarts: string[] = [];
  const portes = new Set<string>();
  const faire = (agentId: string) =>
    base.asAgent(agentId, async (contexte) => {
      for (const { information, acte: nom } of tirages.filter(({ agent }) => agent === agentId)) {
        const acte = ACTES[nom]!;
        const cible = buildCible(contexte, information);
        const attendu = acte.attendu(contexte, cible, information);
        const obtenu = await attemptActe(contexte.tx, () => acte.tente(contexte, information), isRefusDuValideur);
        if (obtenu) portes.add(nom);
        if (attendu !== obtenu)
          ecarts.push(
            `${nom} par ${contexte.agent.profils.join()} : droits ${attendu}, base ${obtenu} ; ${JSON.stringify(cible)}`,
          );
      }
    });
  for (const agentId of monde.agents) await faire(agentId);
  expect(ecarts.slice(0, 5)).toEqual([]);
  // Le tirage ne vaut que s'il éprouve aussi des oui, sauf là où personne ne peut.
  const jamais = [
    'signer un avis du nom d’un autre',
    'changer la conclusion d’un rapport remis',
    'valider du nom d’un autre',
  ];
  expect([...portes].toSorted()).toEqual(
    Object.keys(ACTES)
      .filter((nom) => !jamais.includes(nom))
      .toSorted(),
  );
});
