/** Les retards portés au supérieur : une fois par échéance et par niveau, dits aux deux, et gardés. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listHierarchieEntiere } from '#modules/agents/index.server.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { compareJours, type JourCivil } from '#shared/jour-civil.ts';
import type { CourrielEcrit } from '../courriel.ts';
import { findNiveau, findSuperieurPresent, type ReglageEscalade } from '../rules/escalade.ts';
import { type Cadre, type Due, formatEscalade, formatNombre } from '../rules/resume.ts';
import { buildDues, buildOffices, DUE } from './dues.server.ts';

type RetardLu = {
  enfantId: string | null;
  informationId: string | null;
  etablissementId: string | null;
  cle: string;
  restreint: boolean;
  gravite: 'critique' | 'normale';
  agentId: string;
  dejaAuNiveau: number;
  pour: JourCivil;
  due: Due;
};
type Escalade = RetardLu & { niveau: number; superieurId: string };

export async function recordEscalades(
  tx: Transaction,
  cadre: Cadre,
): Promise<{ nombre: number; courriels: CourrielEcrit[] }> {
  const escalades = (await listEscaladesDues(tx, cadre.aujourdhui)).toSorted(compareRetards);
  await insertEscalades(tx, escalades, cadre.aujourdhui);
  const recues = Map.groupBy(escalades, ({ superieurId }) => superieurId);
  const dites = Map.groupBy(escalades, ({ agentId }) => agentId);
  const touches = [...new Set([...recues.keys(), ...dites.keys()])].map((agentId) => ({
    agentId,
    recues: (recues.get(agentId) ?? []).map(({ due }) => due),
    dites: (dites.get(agentId) ?? []).map(({ due }) => due),
  }));
  await insertAvis(tx, touches);
  return {
    nombre: escalades.length,
    courriels: touches.map(({ agentId, ...parts }) => ({ agentId, ...formatEscalade(parts, cadre) })),
  };
}

/** Les critiques d'abord, puis les plus anciens. */
function compareRetards(a: RetardLu, b: RetardLu): number {
  if (a.gravite !== b.gravite) return a.gravite === 'critique' ? -1 : 1;
  return compareJours(a.pour, b.pour);
}

async function listEscaladesDues(tx: Transaction, aujourdhui: JourCivil): Promise<Escalade[]> {
  const reglage: ReglageEscalade = {
    critique: await getParametre(tx, 'alertes.escalade-critique-jours', aujourdhui),
    normale: await getParametre(tx, 'alertes.escalade-normale-jours', aujourdhui),
    niveaux: await getParametre(tx, 'alertes.escalade-niveaux', aujourdhui),
  };
  const postes = await listHierarchieEntiere(tx, aujourdhui);
  const connus = new Map<string, string | undefined>();
  const findChef = (agentId: string, niveau: number) => {
    const cle = `${agentId} ${niveau}`;
    if (!connus.has(cle)) connus.set(cle, findSuperieurPresent(postes, { agentId, niveau, jour: aujourdhui })?.agentId);
    return connus.get(cle);
  };
  return (await readRetards(tx, reglage, aujourdhui)).flatMap((retard) => {
    const niveau = findNiveau(retard, reglage, aujourdhui);
    const superieurId = niveau === undefined ? undefined : findChef(retard.agentId, niveau);
    return niveau === undefined || superieurId === undefined ? [] : [{ ...retard, niveau, superieurId }];
  });
}

/** Qui tient l'échéance : un seul, le premier, quand plusieurs répondent du même office ; jamais celui qui le relaie. */
async function readRetards(tx: Transaction, reglage: ReglageEscalade, aujourdhui: JourCivil): Promise<RetardLu[]> {
  const { critique, normale } = reglage;
  const { rows } = await sql<RetardLu>`
    with ${buildOffices(aujourdhui)},
    ${buildDues(
      sql`x.pour <= ${aujourdhui}::date - case x.gravite when 'critique' then ${critique}::integer else ${normale}::integer end
        and x.gravite in ('critique', 'normale')`,
      aujourdhui,
    )}
    select distinct on (x.id) x.enfant_id, x.information_id, x.etablissement_id, x.cle, x.restreint, x.gravite, x.pour,
      x.pour_agent_id as agent_id, coalesce(e.niveau, 0) as deja_au_niveau, ${DUE} as due
    from dues x left join lateral (select max(e.niveau) as niveau from alertes.escalade e
      where e.enfant_id is not distinct from x.enfant_id and e.information_id is not distinct from x.information_id
        and e.etablissement_id is not distinct from x.etablissement_id and e.regle = x.regle and e.cle = x.cle) e on true
    where coalesce(e.niveau, 0) < ${reglage.niveaux}::integer and not x.relayee
    order by x.id, x.pour_agent_id`.execute(tx);
  return rows;
}

async function insertEscalades(tx: Transaction, escalades: readonly Escalade[], le: JourCivil): Promise<void> {
  const lignes = escalades.map(({ due, enfantId, informationId, etablissementId, agentId, superieurId, ...reste }) => ({
    ...reste,
    id: createIdentifiant(),
    enfant_id: enfantId,
    information_id: informationId,
    etablissement_id: etablissementId,
    agent_id: agentId,
    superieur_id: superieurId,
    regle: due.regle,
    libelle: due.libelle,
  }));
  await sql`
    insert into alertes.escalade (id, enfant_id, information_id, etablissement_id, regle, cle, niveau, libelle, gravite, pour, restreint,
      agent_id, superieur_id, le)
    select id, enfant_id, information_id, etablissement_id, regle, cle, niveau, libelle, gravite, pour, restreint, agent_id, superieur_id, ${le}::date
    from jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) as v (id uuid, enfant_id uuid, information_id uuid, etablissement_id uuid, regle text,
      cle text, niveau integer, libelle text, gravite text, pour date, restreint boolean, agent_id uuid, superieur_id uuid)`.execute(
    tx,
  );
}

type Touche = { agentId: string; recues: readonly Due[]; dites: readonly Due[] };

/** Dit aussi dans Marelle : une escalade arrive même sans courriel. */
async function insertAvis(tx: Transaction, touches: readonly Touche[]): Promise<void> {
  const lignes = touches.map(({ agentId, recues, dites }) => ({
    id: createIdentifiant(),
    agent_id: agentId,
    texte: [
      recues.length > 0
        ? `${formatNombre(recues.length, 'retard de votre équipe est porté', 'retards de votre équipe sont portés')} à votre connaissance.`
        : '',
      dites.length > 0
        ? `${formatNombre(dites.length, 'de vos retards est porté', 'de vos retards sont portés')} à la connaissance de votre hiérarchie.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  }));
  await sql`
    insert into organisation.avis (id, agent_id, titre, texte, lien)
    select id, agent_id, 'Des retards sont portés à la hiérarchie', texte, '/compte/alertes#escalades'
    from jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) as v (id uuid, agent_id uuid, texte text)`.execute(tx);
}
