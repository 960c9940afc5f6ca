/** L'essai à blanc : ce que chaque ligne deviendrait. N'écrit que l'analyse elle-même. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Correspondance } from '#documents/colonnes.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Candidat, Ecart, RefusDeColonne } from '../importation.ts';
import type { Choix, Circonstances, Evaluation } from '../imports/definition.ts';
import type { Importation, LigneATraiter } from './etat.server.ts';
import type { Import } from './imports.server.ts';
import { formatRefus } from './lecture.server.ts';

export type LigneEvaluee = { ligne: LigneATraiter; evaluation: Evaluation; restreints: string[] };

/** Évalue un lot contre l'état présent de la base, en un nombre constant de requêtes. */
export async function evaluateLot(
  tx: Transaction,
  options: { importation: Importation; importDefini: Import; lignes: readonly LigneATraiter[]; aujourdhui: JourCivil },
): Promise<LigneEvaluee[]> {
  const { importation, importDefini, lignes, aujourdhui } = options;
  const circonstances: Circonstances = { aujourdhui, parId: importation.parId, nouvelId: () => createIdentifiant() };
  const saisies = lignes.map(({ saisie }) => saisie);
  const { evaluate, listRestreints } = await importDefini.open(tx, saisies, circonstances);
  const premieres = await findPremieres(tx, importation.id, lignes);
  return lignes.map((ligne) => {
    const choix = findChoix(ligne);
    const evaluation = evaluate(ligne.saisie, choix);
    const premiere = ligne.identite ? premieres.get(ligne.identite) : undefined;
    const jumelle = choix === null && evaluation.etat === 'creee' && premiere !== undefined && premiere < ligne.numero;
    const restreints = evaluation.etat === 'creee' ? listRestreints(ligne.saisie) : [];
    return { ligne, restreints, evaluation: jumelle ? buildJumelle(premiere) : evaluation };
  });
}

function findChoix({ decision, decisionObjetId }: LigneATraiter): Choix {
  if (decision === 'creer') return { decision };
  return decision === 'lier' && decisionObjetId ? { decision, objetId: decisionObjetId } : null;
}

function buildJumelle(premiere: number): Evaluation {
  const motif = `Même nom et même naissance qu’à la ligne ${premiere} de ce fichier, autre numéro.`;
  return { etat: 'douteuse', motif, candidats: [] };
}

/** Première ligne du fichier qui porte chacune de ces identités. */
async function findPremieres(
  tx: Transaction,
  importationId: string,
  lignes: readonly LigneATraiter[],
): Promise<Map<string, number>> {
  const identites = lignes.flatMap(({ identite }) => identite ?? []);
  const { rows } = await sql<{ identite: string; premiere: number }>`
    select identite, min(numero) as premiere from reprise.ligne
    where importation_id = ${importationId} and identite = any (${identites}::text[]) and etat <> 'refusee' group by identite`.execute(
    tx,
  );
  return new Map(rows.map(({ identite, premiere }) => [identite, premiere]));
}

type Verdict = {
  numero: number;
  etat: string;
  motif: string | null;
  refus: RefusDeColonne[];
  candidats: Candidat[];
  remarques: string[];
  empreinte: string | null;
  objet_id: string | null;
};

/** Range ce qu'un lot est devenu : l'état de chaque ligne, et les écarts champ par champ. */
export async function recordVerdicts(
  tx: Transaction,
  importationId: string,
  evaluees: readonly LigneEvaluee[],
  colonnes: { importDefini: Import; correspondance: Correspondance },
): Promise<void> {
  const verdicts = evaluees.map(({ ligne, evaluation }) => buildVerdict(ligne.numero, evaluation, colonnes));
  await sql`
    update reprise.ligne l set etat = v.etat, motif = v.motif, refus = v.refus, candidats = v.candidats, remarques = v.remarques,
      empreinte = v.empreinte, objet_id = v.objet_id
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as v(numero integer, etat text, motif text, refus jsonb, candidats jsonb,
      remarques text[], empreinte text, objet_id uuid)
    where l.importation_id = ${importationId} and l.numero = v.numero`.execute(tx);
  const ecarts = evaluees.flatMap(({ ligne, evaluation }) =>
    evaluation.etat === 'modifiee'
      ? evaluation.ecarts.map((ecart, rang) => ({ ...ecart, rang, numero: ligne.numero, objet_id: evaluation.objetId }))
      : [],
  );
  await sql`
    with ecart as (select * from jsonb_to_recordset(${JSON.stringify(ecarts)}::jsonb)
      as e(numero integer, rang integer, objet_id uuid, champ text, avant text, apres text)),
    montre as (insert into reprise.ecart (importation_id, numero, rang, champ, apres)
      select ${importationId}::uuid, numero, rang, champ, apres from ecart)
    insert into reprise.ecart_avant (importation_id, numero, rang, objet_id, avant)
    select ${importationId}::uuid, numero, rang, objet_id, avant from ecart`.execute(tx);
}

function buildVerdict(
  numero: number,
  evaluation: Evaluation,
  colonnes: { importDefini: Import; correspondance: Correspondance },
): Verdict {
  const vide = {
    numero,
    etat: evaluation.etat,
    motif: null,
    refus: [],
    candidats: [],
    remarques: [],
    empreinte: null,
    objet_id: null,
  };
  if (evaluation.etat === 'refusee') return { ...vide, refus: formatRefus(evaluation.refus, colonnes) };
  if (evaluation.etat === 'douteuse') return { ...vide, motif: evaluation.motif, candidats: evaluation.candidats };
  const objetId = evaluation.etat === 'creee' ? null : evaluation.objetId;
  return { ...vide, remarques: evaluation.remarques, empreinte: computeEmpreinte(evaluation), objet_id: objetId };
}

/** Ce qui a été montré à l'essai : l'écriture ne fait rien d'autre. */
export function computeEmpreinte(evaluation: Evaluation): string {
  const montre: { etat: string; objetId?: string | null; ecarts?: Ecart[] } = { etat: evaluation.etat };
  if ('ecarts' in evaluation) {
    montre.objetId = evaluation.etat === 'creee' ? null : evaluation.objetId;
    montre.ecarts = evaluation.ecarts;
  }
  return createHash('sha256').update(JSON.stringify(montre)).digest('base64url');
}
