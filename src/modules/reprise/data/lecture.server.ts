/** Du fichier aux lignes rangées : ce qui se lit, ce qui ne se lit pas et pourquoi. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { parseJourDeCellule } from '#documents/cellule.ts';
import {
  buildSaisie,
  type Correspondance,
  type CorrespondanceGardee,
  computeCorrespondance,
} from '#documents/colonnes.ts';
import type { LigneLue } from '#documents/tableur-lecture.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { COLONNE_MOTIF, type RefusDeColonne } from '../importation.ts';
import type { Colonne } from '../imports/definition.ts';
import type { Import } from './imports.server.ts';

export type LigneRangee = {
  numero: number;
  ordre: number;
  brut: Record<string, string>;
  saisie: unknown;
  cle: string | null;
  identite: string | null;
  etat: 'lue' | 'refusee';
  refus: RefusDeColonne[];
};

type Contexte = { importDefini: Import; correspondance: Correspondance; annee: number };

/** Les colonnes du fichier reconnues pour cet import ; une phrase par colonne obligatoire absente. */
export function matchColonnes(
  importDefini: Import,
  entetes: readonly string[],
  titres: CorrespondanceGardee,
): Correspondance {
  return computeCorrespondance(entetes, importDefini.colonnes, { [COLONNE_MOTIF]: null, ...titres });
}

export function parseLigne({ numero, valeurs, surplus }: LigneLue, contexte: Contexte): LigneRangee {
  const base = { numero, ordre: numero, brut: valeurs, saisie: null, cle: null, identite: null };
  const refuser = (refus: RefusDeColonne[]): LigneRangee => ({
    ...base,
    etat: 'refusee',
    refus: formatRefus(refus, contexte),
  });
  if (surplus.length > 0)
    return refuser([
      { colonne: '', motif: `Plus de cellules que de titres (« ${surplus.join(' ; ')} ») : un séparateur de trop ?` },
    ]);
  const { cellules, refus } = convertCellules(valeurs, contexte);
  const lue = contexte.importDefini.parse(cellules);
  if ('refus' in lue)
    return refuser([...refus, ...lue.refus.filter(({ colonne }) => !refus.some((r) => r.colonne === colonne))]);
  if (refus.length > 0) return refuser(refus);
  return { ...base, saisie: lue.saisie, cle: lue.cle, identite: lue.identite, etat: 'lue', refus: [] };
}

/** Une date devient un jour, un libellé devient son code ; ce qui ne se reconnaît pas est refusé avec ce qu'on attendait. */
function convertCellules(valeurs: Record<string, string>, { importDefini, correspondance, annee }: Contexte) {
  const cellules: Record<string, unknown> = buildSaisie(valeurs, importDefini.colonnes, correspondance);
  const refus: RefusDeColonne[] = [];
  for (const colonne of importDefini.colonnes) {
    const texte = String(cellules[colonne.cle] ?? '').trim();
    if (texte === '') continue;
    const conversion = convertCellule(texte, colonne, annee);
    if ('motif' in conversion) refus.push({ colonne: colonne.cle, motif: conversion.motif });
    cellules[colonne.cle] = 'valeur' in conversion ? conversion.valeur : '';
  }
  return { cellules, refus };
}

function convertCellule(
  texte: string,
  { jour, valeurs }: Colonne,
  annee: number,
): { valeur: string } | { motif: string } {
  if (jour) {
    const lecture = parseJourDeCellule(texte, annee + jour.anneesAvenir);
    return lecture.ok ? { valeur: lecture.jour } : { motif: lecture.message };
  }
  if (!valeurs) return { valeur: texte };
  const code = valeurs[normaliseLibelle(texte)];
  if (code !== undefined) return { valeur: code };
  return { motif: `« ${texte} » n’est pas reconnu : ${[...new Set(Object.values(valeurs))].join(', ')}.` };
}

/** Un refus nomme la colonne comme le fichier la nomme. */
export function formatRefus(
  refus: readonly RefusDeColonne[],
  { importDefini, correspondance }: Pick<Contexte, 'importDefini' | 'correspondance'>,
): RefusDeColonne[] {
  return refus.map(({ colonne, motif }) => {
    const attendue = importDefini.colonnes.find(({ cle }) => cle === colonne);
    return { colonne: correspondance.champs[colonne] ?? attendue?.titre ?? colonne, motif };
  });
}

export async function addLignes(tx: Transaction, importationId: string, lignes: readonly LigneRangee[]): Promise<void> {
  await sql`
    insert into reprise.ligne (importation_id, numero, ordre, brut, saisie, cle, identite, etat, refus)
    select ${importationId}::uuid, l.numero, l.ordre, l.brut, l.saisie, l.cle, l.identite, l.etat, l.refus
    from jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb)
      as l(numero integer, ordre integer, brut jsonb, saisie jsonb, cle text, identite text, etat text, refus jsonb)`.execute(
    tx,
  );
}

/** La même fiche deux fois dans le fichier : la première ligne vaut, les suivantes sont refusées. */
export async function recordDoublons(tx: Transaction, importationId: string): Promise<void> {
  // Sans « materialized », la base, qui n'a pas encore compté ces lignes, refait le groupement pour chacune d'elles.
  await sql`
    with premiere as materialized (select cle, min(numero) as numero from reprise.ligne
      where importation_id = ${importationId} and etat = 'lue' and cle is not null group by cle having count(*) > 1)
    update reprise.ligne l set etat = 'refusee',
      refus = jsonb_build_array(jsonb_build_object('colonne', '', 'motif', 'Déjà à la ligne ' || p.numero || ' de ce fichier.'))
    from premiere p where l.importation_id = ${importationId} and l.etat = 'lue' and l.cle = p.cle and l.numero > p.numero`.execute(
    tx,
  );
}

/** Ce qui est désigné passe avant ce qui le désigne : l'unité avant celles qui en dépendent, où qu'elle soit dans le fichier. */
export async function recordOrdre(tx: Transaction, importationId: string, importDefini: Import): Promise<void> {
  const { rows } = await sql<{ numero: number; saisie: Record<string, unknown>; cle: string }>`
    select numero, saisie, cle from reprise.ligne where importation_id = ${importationId} and etat = 'lue' order by numero`.execute(
    tx,
  );
  const parCle = new Map(rows.map((ligne) => [ligne.cle, ligne]));
  const ordre = new Map<number, number>();
  const visite = (ligne: (typeof rows)[number], chemin: ReadonlySet<string>): void => {
    if (ordre.has(ligne.numero) || chemin.has(ligne.cle)) return;
    const lue = importDefini.listReferences(ligne.saisie);
    for (const reference of lue) {
      const voisine = parCle.get(reference);
      if (voisine) visite(voisine, new Set([...chemin, ligne.cle]));
    }
    ordre.set(ligne.numero, ordre.size + 1);
  };
  for (const ligne of rows) visite(ligne, new Set());
  const rangs = JSON.stringify([...ordre].map(([numero, rang]) => ({ numero, rang })));
  await sql`
    update reprise.ligne l set ordre = r.rang from jsonb_to_recordset(${rangs}::jsonb) as r(numero integer, rang integer)
    where l.importation_id = ${importationId} and l.numero = r.numero`.execute(tx);
}
