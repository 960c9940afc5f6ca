import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { parseDaterange } from '#shared/periode.ts';
import type { LigneDeBase } from '../imports/definition.ts';
import { buildCleCode, type FondsOrganisation } from '../imports/organisation-saisie.ts';

/** Toute l'organisation : quelques centaines d'unités et de postes tiennent en mémoire. */
export async function loadFondsOrganisation(tx: Transaction): Promise<FondsOrganisation> {
  const { communes, noms } = await loadCommunes(tx);
  const fonds: FondsOrganisation = {
    unites: new Map(),
    postes: new Map(),
    communes,
    nomsDeCommune: noms,
    secteurs: new Map(),
  };
  for (const { ligne, ouverte } of await listOuvertures(tx, 'unite'))
    fonds.unites.set(buildCleCode('unite', String(ligne.code)), { ligne, ouverte });
  for (const { ligne, ouverte } of await listOuvertures(tx, 'poste'))
    fonds.postes.set(buildCleCode('poste', String(ligne.numero)), { ligne, ouvert: ouverte });
  const { rows } = await sql<{
    ligne: LigneDeBase & { commune_code: string; unite_id: string; periode: string };
    nom: string;
  }>`
    select to_jsonb(s) as ligne, u.nom from organisation.secteur s join organisation.unite u on u.id = s.unite_id
    where s.quartier = '' and (upper_inf(s.periode) or upper(s.periode) > acces.aujourdhui())`.execute(tx);
  for (const { ligne, nom } of rows)
    fonds.secteurs.set(ligne.commune_code, {
      ligne,
      uniteId: ligne.unite_id,
      uniteNom: nom,
      du: parseDaterange(ligne.periode).du,
    });
  return fonds;
}

async function listOuvertures(
  tx: Transaction,
  table: 'unite' | 'poste',
): Promise<{ ligne: LigneDeBase; ouverte: boolean }[]> {
  const { rows } = await sql<{ ligne: LigneDeBase; ouverte: boolean }>`
    select to_jsonb(t) as ligne, upper_inf(t.periode) or upper(t.periode) > acces.aujourdhui() as ouverte
    from ${sql.table(`organisation.${table}`)} t`.execute(tx);
  return rows;
}

/** Code Insee ou nom normalisé → codes Insee, pour les communes du département servi (toutes, s'il n'est pas installé). */
export async function loadCommunes(
  tx: Transaction,
): Promise<{ communes: Map<string, readonly string[]>; noms: Map<string, string> }> {
  const { rows } = await sql<{ code: string; nom: string }>`
    select c.code, c.nom from organisation.commune c
    where c.departement_code = coalesce((select i.departement_code from organisation.installation i), c.departement_code)`.execute(
    tx,
  );
  const communes = new Map<string, readonly string[]>();
  for (const { code, nom } of rows) {
    communes.set(normaliseLibelle(code), [code]);
    communes.set(normaliseLibelle(nom), [...(communes.get(normaliseLibelle(nom)) ?? []), code]);
  }
  return { communes, noms: new Map(rows.map(({ code, nom }) => [code, nom])) };
}
