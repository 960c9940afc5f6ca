import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { type CibleInformation, canConduire, canReadInformation } from '#modules/informations-preoccupantes/index.ts';
import { canSuivreSignalement } from '#modules/signalements/index.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import { canDecider, canRecordAccord } from '../droits.ts';
import { createMonde, type InformationTiree, type MondeDesSuites } from '../testing/monde-suites.ts';

const base = withBase();
const GRAINE = 20261121;
const TIRAGES = 5000;
let monde: MondeDesSuites;
beforeAll(async () => {
  monde = await createMonde(base.executeSql, GRAINE);
});

type Agent = Contexte['agent'];

/** L'information telle que cet agent la voit : restreinte ou non, d'un enfant qu'il suit ou non. */
function buildCible(agent: Agent, { uniteId, equipe, enfant, lie }: InformationTiree): CibleInformation {
  const restreint = enfant === 'restreint' || enfant === 'nomme';
  const nomme = enfant === 'nomme' && lie === agent.id;
  const enMission = (enfant === 'suivi' && lie === agent.id) || (enfant !== 'aucun' && equipe.includes(agent.id));
  return {
    uniteId,
    evaluateurs: equipe,
    fermee: restreint && !nomme,
    suitUnMineur: nomme || (!restreint && enMission && canDo(agent, 'enfants.lire-mission')),
  };
}

function isDelegue(agent: Agent, acte: string, { ascendance }: InformationTiree): boolean {
  return monde.delegations.some(
    (d) => d.ouverte && d.acte === acte && d.agentId === agent.id && ascendance.includes(d.uniteId),
  );
}

type Tirage = { information: InformationTiree; autre: InformationTiree; collegue: string };
type Acte = {
  /** Ce que l'information doit porter pour que l'acte s'y tente. */
  sur?: (information: InformationTiree) => boolean;
  attendu: (agent: Agent, tirage: Tirage) => boolean;
  tente: (contexte: Contexte, tirage: Tirage) => Promise<{ rows: unknown[] }>;
};

const aDecider = ({ mesureId }: InformationTiree) => mesureId === null;
const avecMesure = ({ mesureId }: InformationTiree) => mesureId !== null;
const avecBrouillon = ({ brouillonId }: InformationTiree) => brouillonId !== null;
const decide = ({ tx }: Contexte, informationId: string, signataireId: string) =>
  sql`insert into ip.decision (information_id, decision, motif, decidee_le, signataire_id, arrete_numero)
    values (${informationId}, 'classement', 'Essai', acces.aujourdhui(), ${signataireId}, '1') returning information_id`.execute(
    tx,
  );
const signe = ({ tx }: Contexte, id: string | null, signataireId: string) =>
  sql`update ip.signalement set etat = 'valide', valide_le = acces.aujourdhui(), signataire_id = ${signataireId}, arrete_numero = '1'
    where id = ${id} returning id`.execute(tx);

const ACTES: Record<string, Acte> = {
  'lire la décision': {
    sur: avecMesure,
    attendu: (agent, { information }) => canReadInformation(agent, buildCible(agent, information)),
    tente: ({ tx }, { information }) =>
      sql`select 1 from ip.decision where information_id = ${information.id}`.execute(tx),
  },
  'lire un signalement': {
    sur: avecBrouillon,
    attendu: (agent, { information }) => canConduire(agent, buildCible(agent, information)),
    tente: ({ tx }, { information }) =>
      sql`select 1 from ip.signalement where id = ${information.brouillonId}`.execute(tx),
  },
  décider: {
    sur: aDecider,
    attendu: (agent, { information }) =>
      information.valide &&
      canDecider(agent, buildCible(agent, information)) &&
      isDelegue(agent, 'ip.decider', information),
    tente: (contexte, { information }) => decide(contexte, information.id, contexte.agent.id),
  },
  'envisager une mesure': {
    sur: avecMesure,
    attendu: (agent, { information }) => canDecider(agent, buildCible(agent, information)),
    tente: ({ tx }, { information }) =>
      sql`insert into ip.mesure_envisagee (id, information_id, mineur_id, nature, accord)
        values (${createIdentifiant()}, ${information.id}, ${information.mineurId}, 'tisf', 'a-recueillir') returning id`.execute(
        tx,
      ),
  },
  'inscrire un accord': {
    sur: avecMesure,
    attendu: (agent, { information }) => canRecordAccord(agent, buildCible(agent, information)),
    tente: ({ tx }, { information }) =>
      sql`update ip.mesure_envisagee set accord = 'recueilli', accord_le = acces.aujourdhui() where id = ${information.mesureId} returning id`.execute(
        tx,
      ),
  },
  'rédiger un signalement': {
    sur: (information) => information.brouillonId === null,
    attendu: (agent, { information }) => canSuivreSignalement(agent, buildCible(agent, information)),
    tente: ({ tx }, { information }) =>
      sql`insert into ip.signalement (id, information_id, autorite, motif) values (${createIdentifiant()}, ${information.id}, 'Procureur', 'refus-famille') returning id`.execute(
        tx,
      ),
  },
  'signer un signalement': {
    sur: avecBrouillon,
    attendu: (agent, { information }) =>
      canSuivreSignalement(agent, buildCible(agent, information)) &&
      isDelegue(agent, 'signalement.saisir', information),
    tente: (contexte, { information }) => signe(contexte, information.brouillonId, contexte.agent.id),
  },
  'compléter un signalement': {
    sur: avecBrouillon,
    attendu: (agent, { information }) => canSuivreSignalement(agent, buildCible(agent, information)),
    tente: ({ tx }, { information }) =>
      sql`update ip.signalement set argumentaire = 'Plus' where id = ${information.brouillonId} returning id`.execute(
        tx,
      ),
  },
  'inscrire une information donnée': {
    attendu: (agent, { information }) => canConduire(agent, buildCible(agent, information)),
    tente: ({ tx, agent }, { information }) =>
      sql`insert into ip.information_donnee (id, information_id, objet, a_qui, le, forme, par_id)
        values (${createIdentifiant()}, ${information.id}, 'source', 'source', '2026-11-21', 'courrier', ${agent.id}) returning id`.execute(
        tx,
      ),
  },
};

/** Ce que nul ne peut, quels que soient ses droits. */
const JAMAIS: Record<string, Acte> = {
  'décider au nom d’un autre': {
    sur: aDecider,
    attendu: (agent, { collegue, information }) =>
      collegue === agent.id && (ACTES.décider?.attendu(agent, { collegue, information, autre: information }) ?? false),
    tente: (contexte, { information, collegue }) => decide(contexte, information.id, collegue),
  },
  'signer pour un autre': {
    sur: avecBrouillon,
    attendu: (agent, { collegue, information }) =>
      collegue === agent.id &&
      (ACTES['signer un signalement']?.attendu(agent, { collegue, information, autre: information }) ?? false),
    tente: (contexte, { information, collegue }) => signe(contexte, information.brouillonId, collegue),
  },
  'passer un signalement à une autre information': {
    sur: avecBrouillon,
    attendu: (agent, { information, autre }) =>
      information.id === autre.id && canSuivreSignalement(agent, buildCible(agent, information)),
    tente: ({ tx }, { information, autre }) =>
      sql`update ip.signalement set information_id = ${autre.id} where id = ${information.brouillonId} returning id`.execute(
        tx,
      ),
  },
  'retirer une décision': {
    sur: avecMesure,
    attendu: () => false,
    tente: ({ tx }, { information }) =>
      sql`delete from ip.decision where information_id = ${information.id} returning information_id`.execute(tx),
  },
};
const TOUS: Record<string, Acte> = { ...ACTES, ...JAMAIS };

it(`les droits écrits en TypeScript et la base ne se contredisent jamais : ${TIRAGES} tirages (agent, information, acte)`, {
  timeout: 180_000,
}, async () => {
  const tirages = fc
    .sample(
      fc.record({
        agent: fc.constantFrom(...monde.agents),
        information: fc.constantFrom(...monde.informations),
        autre: fc.constantFrom(...monde.informations),
        collegue: fc.constantFrom(...monde.agents),
        acte: fc.constantFrom(...Object.keys(TOUS)),
      }),
      { numRuns: TIRAGES, seed: GRAINE },
    )
    .filter(({ acte, information }) => TOUS[acte]?.sur?.(information) ?? true);
  const ecarts: string[] = [];
  const portes = new Set<string>();
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async (contexte) => {
      for (const tirage of tirages.filter(({ agent }) => agent === agentId)) {
        const acte = TOUS[tirage.acte] as Acte;
        const attendu = acte.attendu(contexte.agent, tirage);
        const obtenu = await attemptActe(contexte.tx, () => acte.tente(contexte, tirage));
        if (obtenu) portes.add(tirage.acte);
        if (attendu !== obtenu)
          ecarts.push(
            `${tirage.acte} par ${contexte.agent.profils.join()} : droits ${attendu}, base ${obtenu} ; ${JSON.stringify(tirage.information)}`,
          );
      }
    });
  expect(ecarts.slice(0, 5)).toEqual([]);
  // Le tirage ne vaut que s'il éprouve aussi des oui.
  expect(Object.keys(ACTES).filter((acte) => !portes.has(acte))).toEqual([]);
});
