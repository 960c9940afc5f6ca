import { createIdentifiant } from '#shared/identifiant.ts';
import type { ExecuteSql } from './departement-factory.ts';

type Faits = {
  nom: string;
  prenom: string;
  sexe: string;
  naissance: string | null;
  restreint: boolean;
  missions: { agentId?: string; uniteId?: string; nature: string; periode: string }[];
};

export type EnfantDEssai = {
  ne: (naissance: string | null) => EnfantDEssai;
  nomme: (nom: string, prenom: string) => EnfantDEssai;
  suiviPar: (agentId: string, periode?: string) => EnfantDEssai;
  surLeTerritoire: (uniteId: string, periode?: string) => EnfantDEssai;
  restreint: () => EnfantDEssai;
  /** Pose l'enfant dans la base, comme le propriétaire ; rend son identifiant. */
  insert: (executeSql: ExecuteSql) => Promise<string>;
};

const TOUJOURS = '[2015-01-01,)';
let rang = 0;

/** anEnfant().suiviPar(agent).surLeTerritoire(site).insert(executeSql) */
export function anEnfant(faits: Partial<Faits> = {}): EnfantDEssai {
  const f: Faits = {
    nom: 'Essai',
    prenom: 'Lou',
    sexe: 'feminin',
    naissance: '2019-03-04',
    restreint: false,
    missions: [],
    ...faits,
  };
  const avec = (plus: Partial<Faits>) => anEnfant({ ...f, ...plus });
  return {
    ne: (naissance) => avec({ naissance }),
    nomme: (nom, prenom) => avec({ nom, prenom }),
    suiviPar: (agentId, periode = TOUJOURS) =>
      avec({ missions: [...f.missions, { agentId, nature: 'referent', periode }] }),
    surLeTerritoire: (uniteId, periode = TOUJOURS) =>
      avec({ missions: [...f.missions, { uniteId, nature: 'territoire', periode }] }),
    restreint: () => avec({ restreint: true }),
    insert: (executeSql) => insertEnfant(executeSql, f),
  };
}

async function insertEnfant(executeSql: ExecuteSql, f: Faits): Promise<string> {
  const id = await insertPersonne(executeSql, f);
  rang += 1;
  await executeSql('insert into enfants.enfant (id, numero, restreint, ouvert_le) values ($1, $2, $3, $4)', [
    id,
    `2015-9${String(rang).padStart(5, '0')}`,
    f.restreint,
    '2015-01-01',
  ]);
  for (const { agentId, uniteId, nature, periode } of f.missions)
    await executeSql(
      'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
      [createIdentifiant(), id, agentId ?? null, uniteId ?? null, nature, periode],
    );
  return id;
}

/** Une personne, adulte ou non, sans dossier. */
export async function insertPersonne(
  executeSql: ExecuteSql,
  { nom, prenom, sexe, naissance }: Pick<Faits, 'nom' | 'prenom' | 'sexe' | 'naissance'>,
): Promise<string> {
  const id = createIdentifiant();
  await executeSql(
    "insert into enfants.personne (id, nom, prenom, sexe, date_naissance, naissance_precision, cree_le) values ($1, $2, $3, $4, $5, $6, '2015-01-01')",
    [id, nom, prenom, sexe, naissance, naissance === null ? 'inconnue' : 'exacte'],
  );
  return id;
}

export async function insertLien(
  executeSql: ExecuteSql,
  enfantId: string,
  personneId: string,
  qualite = 'mere',
): Promise<void> {
  const filiation = ['mere', 'pere', 'parent'].includes(qualite) ? 'etablie' : null;
  await executeSql(
    "insert into enfants.lien (id, enfant_id, personne_id, qualite, filiation, periode) values ($1, $2, $3, $4, $5, '[2015-01-01,)')",
    [createIdentifiant(), enfantId, personneId, qualite, filiation],
  );
}
