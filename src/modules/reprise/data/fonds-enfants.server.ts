import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { normaliseLibelle, normaliseNom } from '#shared/nom-propre.ts';
import { parseDaterange } from '#shared/periode.ts';
import type { LigneDeBase } from '../imports/definition.ts';
import { buildCleAdresse } from '../imports/enfants-entourage.ts';
import type { EnfantImport, FondsEnfants, MenageConnu } from '../imports/enfants-saisie.ts';
import { AnnuairePersonnes } from '../imports/identite.ts';
import { computeCleIdentite } from '../rules/ressemblance.ts';
import { loadCommunes } from './fonds-organisation.server.ts';
import { buildPersonne, listPersonnesVoisines } from './fonds-personnes.server.ts';

/** Tout ce qu'il faut savoir pour un lot de lignes, en un nombre de requêtes qui ne dépend pas du lot. */
export async function loadFondsEnfants(tx: Transaction, saisies: readonly EnfantImport[]): Promise<FondsEnfants> {
  const { communes } = await loadCommunes(tx);
  const fonds: FondsEnfants = {
    annuaire: new AnnuairePersonnes(),
    parNumero: new Map(),
    numerosFermes: new Set(),
    restreints: new Map(),
    missions: new Map(),
    parents: new Map(),
    adultes: new AnnuairePersonnes(),
    avecFoyer: new Set(),
    foyers: new Map(),
    unites: new Map(),
    nomsUnite: new Map(),
    communes,
    secteurs: new Map(),
  };
  const enfants = await loadEnfants(tx, saisies, fonds);
  await loadRestreints(tx, saisies, fonds);
  await loadUnites(tx, fonds);
  await loadEntourage(tx, enfants, fonds);
  await loadFoyers(tx, saisies, fonds);
  await loadParents(tx, saisies, fonds);
  return fonds;
}

type EnfantTrouve = { ligne: LigneDeBase; numero: string; ferme: boolean };

async function loadEnfants(tx: Transaction, saisies: readonly EnfantImport[], fonds: FondsEnfants): Promise<string[]> {
  const numeros = saisies.flatMap(({ numero }) => (numero ? [numero.toUpperCase()] : []));
  const { rows } = await sql<EnfantTrouve>`
    select to_jsonb(p) as ligne, e.numero, e.restreint or p.fusionnee_dans is not null as ferme
    from enfants.enfant e join enfants.personne p on p.id = e.id where upper(e.numero) = any (${numeros}::text[])`.execute(
    tx,
  );
  const ids: string[] = [];
  for (const { ligne, numero, ferme } of rows) {
    if (ferme) fonds.numerosFermes.add(numero.toUpperCase());
    else {
      const personne = buildPersonne(ligne, numero);
      fonds.parNumero.set(numero.toUpperCase(), personne);
      fonds.annuaire.add(personne);
      ids.push(ligne.id);
    }
  }
  for (const personne of await listPersonnesVoisines(tx, saisies)) {
    if (ids.includes(personne.ligne.id) || !personne.libelle.startsWith('Dossier')) continue;
    fonds.annuaire.add(personne);
    ids.push(personne.ligne.id);
  }
  return ids;
}

async function loadRestreints(tx: Transaction, saisies: readonly EnfantImport[], fonds: FondsEnfants): Promise<void> {
  const { rows } = await sql<{ ligne: LigneDeBase }>`
    select to_jsonb(p) as ligne from enfants.personne p join enfants.enfant e on e.id = p.id
    where e.restreint and p.date_naissance = any (${saisies.flatMap(({ dateNaissance }) => dateNaissance ?? [])}::date[])`.execute(
    tx,
  );
  for (const { ligne } of rows) {
    const cle = computeCleIdentite(buildPersonne(ligne, null).identite);
    fonds.restreints.set(cle, [...(fonds.restreints.get(cle) ?? []), ligne.id]);
  }
}

async function loadUnites(tx: Transaction, fonds: FondsEnfants): Promise<void> {
  const { rows } = await sql<{ id: string; code: string; nom: string }>`
    select id, code, nom from organisation.unite where periode @> acces.aujourdhui()`.execute(tx);
  for (const unite of rows) {
    fonds.nomsUnite.set(unite.id, unite.nom);
    for (const cle of new Set([unite.code, unite.nom].map(normaliseLibelle)))
      fonds.unites.set(cle, [...(fonds.unites.get(cle) ?? []), unite]);
  }
  const { rows: secteurs } = await sql<{ communeCode: string; uniteId: string }>`
    select commune_code, unite_id from organisation.secteur where quartier = '' and periode @> acces.aujourdhui()`.execute(
    tx,
  );
  for (const { communeCode, uniteId } of secteurs) fonds.secteurs.set(communeCode, uniteId);
}

async function loadEntourage(tx: Transaction, enfants: string[], fonds: FondsEnfants): Promise<void> {
  const { rows: missions } = await sql<{
    ligne: LigneDeBase & { enfant_id: string; unite_id: string; periode: string };
  }>`
    select to_jsonb(m) as ligne from enfants.mission m
    where m.enfant_id = any (${enfants}::uuid[]) and m.nature = 'territoire' and upper_inf(m.periode)`.execute(tx);
  for (const { ligne } of missions)
    fonds.missions.set(ligne.enfant_id, { ligne, uniteId: ligne.unite_id, du: parseDaterange(ligne.periode).du });
  const { rows: liens } = await sql<{ enfantId: string; qualite: string }>`
    select enfant_id, qualite from enfants.lien where enfant_id = any (${enfants}::uuid[]) and periode @> acces.aujourdhui()`.execute(
    tx,
  );
  for (const { enfantId, qualite } of liens)
    fonds.parents.set(enfantId, new Set([...(fonds.parents.get(enfantId) ?? []), qualite]));
  const { rows: membres } = await sql<{ personneId: string }>`
    select personne_id from enfants.menage_membre where personne_id = any (${enfants}::uuid[]) and periode @> acces.aujourdhui()`.execute(
    tx,
  );
  for (const { personneId } of membres) fonds.avecFoyer.add(personneId);
}

type Membre = { id: string; voie: string; codePostal: string | null; commune: string | null; ligne: LigneDeBase };

async function loadFoyers(tx: Transaction, saisies: readonly EnfantImport[], fonds: FondsEnfants): Promise<void> {
  const { rows } = await sql<Membre>`
    select a.menage_id as id, a.voie, a.code_postal, a.commune_nom as commune, to_jsonb(p) as ligne
    from enfants.adresse a join enfants.menage_membre m on m.menage_id = a.menage_id and m.periode @> acces.aujourdhui()
    join enfants.personne p on p.id = m.personne_id
    where acces.normalise(a.voie) = any (select acces.normalise(v) from unnest(${saisies.flatMap(({ voie }) => voie ?? [])}::text[]) v)
      and a.periode @> acces.aujourdhui() and p.fusionnee_dans is null
      and not exists (select 1 from enfants.enfant e where e.id = p.id and e.restreint)
    order by a.menage_id, p.id`.execute(tx);
  for (const { id, ligne, ...adresse } of rows) {
    const cle = buildCleAdresse(adresse);
    const foyers = fonds.foyers.get(cle) ?? [];
    const foyer: MenageConnu = foyers.find((f) => f.id === id) ?? { id, membres: [] };
    foyer.membres.push({ personneId: ligne.id, nom: normaliseNom(String(ligne.nom)) });
    fonds.adultes.add(buildPersonne(ligne, null));
    fonds.foyers.set(cle, [...foyers.filter((f) => f.id !== id), foyer]);
  }
}

async function loadParents(tx: Transaction, saisies: readonly EnfantImport[], fonds: FondsEnfants): Promise<void> {
  const parents = saisies.flatMap((s) => [
    { nom: s.mereNom, prenom: s.merePrenom, dateNaissance: s.mereNaissance },
    { nom: s.pereNom, prenom: s.perePrenom, dateNaissance: s.pereNaissance },
  ]);
  for (const personne of await listPersonnesVoisines(
    tx,
    parents.filter(({ dateNaissance }) => dateNaissance !== null),
  ))
    fonds.adultes.add(personne);
}
