import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { parseDaterange } from '#shared/periode.ts';
import { type AffectationConnue, buildCleMatricule, buildCleNom, type FondsAgents } from '../imports/agents.ts';
import type { LigneDeBase } from '../imports/definition.ts';

type Cherche = { matricule: string; nom: string; prenom: string; courriel: string | null; poste: string | null };

/** Les agents et les postes que nomment les lignes d'un lot, et qui tient ces postes. */
export async function loadFondsAgents(tx: Transaction, saisies: readonly Cherche[]): Promise<FondsAgents> {
  const fonds: FondsAgents = {
    parMatricule: new Map(),
    parCourriel: new Map(),
    parNom: new Map(),
    parId: new Map(),
    postes: new Map(),
    affectations: [],
  };
  for (const ligne of await listAgents(tx, saisies)) {
    const [nom, prenom] = [String(ligne.nom), String(ligne.prenom)];
    const agent = { ligne, nom: `${nom} ${prenom}` };
    fonds.parId.set(ligne.id, agent);
    fonds.parMatricule.set(buildCleMatricule(String(ligne.matricule)), agent);
    if (ligne.courriel) fonds.parCourriel.set(String(ligne.courriel).toLowerCase(), agent);
    const cle = buildCleNom(nom, prenom);
    fonds.parNom.set(cle, [...(fonds.parNom.get(cle) ?? []), agent]);
  }
  const { rows: postes } = await sql<{ id: string; numero: string; periode: string }>`
    select id, numero, periode from organisation.poste
    where upper(numero) = any (${saisies.flatMap(({ poste }) => (poste ? [poste.toUpperCase()] : []))}::text[])
      and (upper_inf(periode) or upper(periode) > acces.aujourdhui())`.execute(tx);
  for (const poste of postes)
    fonds.postes.set(poste.numero.toUpperCase(), { ...poste, periode: parseDaterange(poste.periode) });
  fonds.affectations = await listAffectations(
    tx,
    postes.map(({ id }) => id),
    [...fonds.parId.keys()],
  );
  return fonds;
}

async function listAgents(tx: Transaction, saisies: readonly Cherche[]): Promise<LigneDeBase[]> {
  const noms = saisies.map(({ nom, prenom }) => `${normaliseLibelle(nom)} ${normaliseLibelle(prenom)}`);
  const { rows } = await sql<{ ligne: LigneDeBase }>`
    select to_jsonb(a) as ligne from organisation.agent a
    where ltrim(upper(a.matricule), '0') = any (${saisies.map(({ matricule }) => matricule.toUpperCase().replace(/^0+/, ''))}::text[])
       or lower(a.courriel) = any (${saisies.flatMap(({ courriel }) => (courriel ? [courriel.toLowerCase()] : []))}::text[])
       or a.tri = any (${noms}::text[])`.execute(tx);
  return rows.map(({ ligne }) => ligne);
}

type Tenue = {
  ligne: LigneDeBase & { poste_id: string; agent_id: string; nature: string; periode: string };
  numero: string;
  nom: string;
};

async function listAffectations(tx: Transaction, postes: string[], agents: string[]): Promise<AffectationConnue[]> {
  const { rows } = await sql<Tenue>`
    select to_jsonb(f) as ligne, p.numero, a.nom || ' ' || a.prenom as nom
    from organisation.affectation f join organisation.poste p on p.id = f.poste_id join organisation.agent a on a.id = f.agent_id
    where f.poste_id = any (${postes}::uuid[]) or f.agent_id = any (${agents}::uuid[])`.execute(tx);
  return rows.map(({ ligne, numero, nom }) => ({
    ligne,
    posteId: ligne.poste_id,
    posteNumero: numero,
    agentId: ligne.agent_id,
    agentNom: nom,
    nature: ligne.nature,
    periode: parseDaterange(ligne.periode),
  }));
}
