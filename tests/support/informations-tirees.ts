/** Des informations, leurs équipes, leurs mineurs et leurs liens tirés au sort : de quoi comparer les droits écrits et la base. */
import fc from 'fast-check';
import type { Preuve } from '#database/as-agent.ts';
import { createDepartement, type ExecuteSql } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { computeEmpreinte, createClientApi } from '#server/api/testing/client-api.ts';
import type { Habilitation, Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';

export const GRAINE = 20261122;

const PROFILS: readonly (readonly [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'])[] = [
  ['evaluateur', 'nord1'],
  ['evaluateur', 'sud1'],
  ['referent-educatif', 'nord1'],
  ['psychologue', 'sud1'],
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['cadre-territorial-ase', 'nord'],
  ['responsable-territoire-enfance', 'sud'],
  ['responsable-enfance', 'nord1'],
  ['inspecteur-enfance', 'departement'],
  ['assistant-administratif', 'nord'],
  ['chef-projet-strategie', 'departement'],
  ['delegue-protection-donnees', 'departement'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
/** Un jeton de service peut moins que l'agent qui le porte : ce que l'un ouvre à l'écran, l'API le refuse. */
const JETONS: readonly (readonly [porteur: number, portees: readonly Habilitation[]])[] = [
  [4, ['ip.recueillir']],
  [4, ['ip.lire-auteur', 'enfants.lire-perimetre']],
  [7, ['ip.lire-perimetre']],
  [7, ['ip.lire-perimetre', 'perimetre.unite']],
  [0, ['ip.evaluer']],
  [0, ['enfants.lire-mission']],
];
const EVALUENT = [0, 1, 2, 3];
const PERIODES = ['[2026-11-03,)', '[2026-11-03,2026-11-21)', '[2026-11-03,2026-11-22)', '[2026-11-22,)'];
const EN_COURS = new Set([PERIODES[0], PERIODES[2]]);

export type Mineur = {
  id: string;
  connu: boolean;
  restreint: boolean;
  /** Agents nommés, missions à un agent, à une unité : celles qui valent ce jour. */
  nommes: readonly string[];
  agents: readonly string[];
  unites: readonly string[];
};
export type Information = {
  id: string;
  uniteId: string;
  close: boolean;
  anonymatDemande: boolean;
  evaluateurs: readonly string[];
  mineurs: readonly Mineur[];
};
export type Lien = { de: Information; vers: Information };
export type InformationsTirees = {
  sessions: Preuve[];
  agents: string[];
  unites: string[];
  informations: Information[];
  liens: Lien[];
};

const MINEUR_TIRE = fc.record({
  connu: fc.boolean(),
  restreint: fc.boolean(),
  nommes: fc.uniqueArray(fc.record({ agent: fc.nat(PROFILS.length - 1), periode: fc.constantFrom(...PERIODES) }), {
    maxLength: 4,
    selector: ({ agent }) => agent,
  }),
  missions: fc.array(
    fc.record({
      aAgent: fc.boolean(),
      agent: fc.nat(PROFILS.length - 1),
      unite: fc.nat(6),
      periode: fc.constantFrom(...PERIODES),
    }),
    { maxLength: 2 },
  ),
});
const INFORMATION_TIREE = fc.record({
  unite: fc.nat(6),
  close: fc.boolean(),
  anonymatDemande: fc.boolean(),
  equipe: fc.uniqueArray(fc.record({ agent: fc.constantFrom(...EVALUENT), periode: fc.constantFrom(...PERIODES) }), {
    maxLength: 3,
    selector: ({ agent }) => agent,
  }),
  mineurs: fc.array(MINEUR_TIRE, { minLength: 1, maxLength: 2 }),
});
type Valeur<A> = A extends fc.Arbitrary<infer V> ? V : never;

/** Les mêmes à chaque fois : le tirage a sa graine. */
export async function createInformationsTirees(executeSql: ExecuteSql): Promise<InformationsTirees> {
  const monde: InformationsTirees = { sessions: [], agents: [], unites: [], informations: [], liens: [] };
  const { unites, addAgent } = await createDepartement(executeSql);
  for (const [profil, unite] of PROFILS) monde.agents.push(await addAgent(profil, unites[unite]));
  monde.unites.push(...Object.values(unites));
  monde.sessions.push(...monde.agents.map((agentId) => ({ agentId })));
  const { createJeton } = createClientApi(undefined as never, executeSql);
  for (const [porteur, portees] of JETONS)
    monde.sessions.push({ empreinteJetonApi: computeEmpreinte(await createJeton(getAgent(monde, porteur), portees)) });
  for (const tire of fc.sample(INFORMATION_TIREE, { numRuns: 70, seed: GRAINE }))
    monde.informations.push(await addInformation(executeSql, monde, tire));
  for (const [rang, de] of monde.informations.entries()) {
    const vers = monde.informations[(rang + 1) % monde.informations.length] ?? de;
    await executeSql("insert into ip.lien (information_id, liee_id, nature) values ($1, $2, 'manuel')", [
      de.id,
      vers.id,
    ]);
    monde.liens.push({ de, vers });
  }
  return monde;
}

const getAgent = ({ agents }: InformationsTirees, rang: number) => agents[rang] ?? '';
const getUnite = ({ unites }: InformationsTirees, rang: number) => unites[rang] ?? '';

async function addInformation(
  executeSql: ExecuteSql,
  monde: InformationsTirees,
  tire: Valeur<typeof INFORMATION_TIREE>,
): Promise<Information> {
  const enfants = await Promise.all(tire.mineurs.map((mineur) => addEnfant(executeSql, monde, mineur)));
  let information = anInformation()
    .dansUnite(getUnite(monde, tire.unite))
    .etat(tire.close ? 'close-classement' : 'en-evaluation');
  if (tire.anonymatDemande) information = information.anonyme();
  for (const enfantId of enfants) information = information.avecMineur({ enfantId });
  for (const { agent, periode } of tire.equipe) information = information.evalueePar(getAgent(monde, agent), periode);
  const { id, mineurs } = await information.insert(executeSql);
  await executeSql(
    `insert into ip.piece (id, information_id, nom, nature, taille, contenu) values ($1, $2, 'essai.txt', 'texte', 1, 'x')`,
    [createIdentifiant(), id],
  );
  const enCours = <L extends { periode: string }>(lignes: readonly L[]) =>
    lignes.filter(({ periode }) => EN_COURS.has(periode));
  return {
    id,
    uniteId: getUnite(monde, tire.unite),
    close: tire.close,
    anonymatDemande: tire.anonymatDemande,
    evaluateurs: enCours(tire.equipe).map(({ agent }) => getAgent(monde, agent)),
    mineurs: tire.mineurs.map(({ connu, restreint, nommes, missions }, rang) => ({
      id: mineurs[rang] ?? '',
      connu,
      restreint: connu && restreint,
      nommes: enCours(nommes).map(({ agent }) => getAgent(monde, agent)),
      agents: enCours(missions.filter(({ aAgent }) => aAgent)).map(({ agent }) => getAgent(monde, agent)),
      unites: enCours(missions.filter(({ aAgent }) => !aAgent)).map(({ unite }) => getUnite(monde, unite)),
    })),
  };
}

async function addEnfant(
  executeSql: ExecuteSql,
  monde: InformationsTirees,
  { connu, restreint, nommes, missions }: Valeur<typeof MINEUR_TIRE>,
): Promise<string | null> {
  if (!connu) return null;
  const enfantId = await (restreint ? anEnfant().restreint() : anEnfant()).insert(executeSql);
  for (const { agent, periode } of nommes)
    await executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', $4)",
      [createIdentifiant(), enfantId, getAgent(monde, agent), periode],
    );
  for (const { aAgent, agent, unite, periode } of missions)
    await executeSql(
      "insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, 'equipe', $5)",
      [
        createIdentifiant(),
        enfantId,
        aAgent ? getAgent(monde, agent) : null,
        aAgent ? null : getUnite(monde, unite),
        periode,
      ],
    );
  return enfantId;
}
