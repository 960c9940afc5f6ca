import { sql } from 'kysely';
import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { getCible } from '#modules/acces/index.server.ts';
import { canReadEnfant } from '#modules/acces/index.ts';
import { type EnTeteDossier, getEnTete, listAutorites } from '#modules/enfants/index.server.ts';
import { getMesureInscrite } from '#modules/mesures/index.server.ts';
import { type DecisionInscrite, listDecisionsEnVigueur, type MesureInscrite } from '#modules/mesures/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { choixSaisi, identifiantFacultatif, identifiantSaisi } from '#shared/champ-saisi.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import { ECRITS_MESURE, type NatureEcritMesure } from '../ecrit-mesure.ts';

export type DossierMesure = {
  mesure: MesureInscrite;
  enTete: EnTeteDossier;
  /** Qui tient l'autorité parentale ce jour. */
  titulaires: readonly string[];
  /** La décision que l'écrit porte ; nulle : rien n'est encore signé. */
  decision: DecisionInscrite | null;
  qualite: string | null;
  voiesRecours: string;
  aujourdhui: JourCivil;
};

const LIBELLES = Object.fromEntries(Object.entries(ECRITS_MESURE).map(([code, { titre }]) => [code, titre])) as Record<
  NatureEcritMesure,
  string
>;
const EcritMesureSaisie = z.object({
  mesureId: identifiantSaisi('Choisissez la mesure.'),
  nature: choixSaisi(LIBELLES, 'Choisissez l’écrit.'),
  /** À défaut, la dernière décision signée. */
  decisionId: identifiantFacultatif(),
});

/** Inscrit au journal qu'un écrit sort, et rend de quoi le remplir. */
export const recordEcritMesure = defineCommand({
  name: 'ecrits-mesures.document.produire',
  titre: 'Produire l’écrit d’une prestation',
  saisie: EcritMesureSaisie,
  load: async (contexte, { mesureId }) => {
    const mesure = await getMesureInscrite(contexte, mesureId);
    return { mesure, cible: await getCible(contexte, mesure.enfantId), jour: contexte.aujourdhui };
  },
  can: (agent, { cible, jour }) => canReadEnfant(agent, cible, jour),
  run: async (contexte, { nature, decisionId }, { mesure }) => {
    if (mesure.origine === 'judiciaire')
      throw new Refus('La décision d’un juge est celle du juge : rien ne s’écrit à sa place.');
    const decision = findSignee(mesure, decisionId);
    if (ECRITS_MESURE[nature].signee && decision === null)
      throw new Refus('Aucune décision signée au nom du président : décidez d’abord.');
    const dossier = await readDossier(contexte, mesure, decision);
    const trace = {
      enfantId: mesure.enfantId,
      objetId: mesure.id,
      detail: { nature, decisionId: decision?.id ?? null },
    };
    return { resultat: dossier, trace };
  },
});

function findSignee(mesure: MesureInscrite, id: string | null): DecisionInscrite | null {
  const signees = listDecisionsEnVigueur(mesure).filter(({ signataireId }) => signataireId !== null);
  return (id === null ? signees.at(-1) : signees.find((decision) => decision.id === id)) ?? null;
}

async function readDossier(
  contexte: Contexte,
  mesure: MesureInscrite,
  decision: DecisionInscrite | null,
): Promise<DossierMesure> {
  const { aujourdhui, tx } = contexte;
  const autorites = await listAutorites(contexte, mesure.enfantId);
  return {
    mesure,
    enTete: await getEnTete(contexte, mesure.enfantId),
    titulaires: autorites.filter((a) => a.titulaire && containsJour(a, aujourdhui)).map(({ nom }) => nom),
    decision,
    qualite: decision && (await findQualite(contexte, decision)),
    voiesRecours: await getParametre(tx, 'mesures.voies-recours', aujourdhui),
    aujourdhui,
  };
}

/** Le poste du signataire, le jour où il a signé. */
async function findQualite({ tx }: Contexte, { signataireId, le }: DecisionInscrite): Promise<string | null> {
  const { rows } = await sql<{ intitule: string }>`
    select p.intitule from organisation.affectation f join organisation.poste p on p.id = f.poste_id
    where f.agent_id = ${signataireId}::uuid and f.periode @> ${le}::date
    order by f.nature = 'titulaire' desc, p.intitule limit 1`.execute(tx);
  return rows[0]?.intitule ?? null;
}
