import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { Introuvable } from '#server/errors.ts';
import type { CorrectionTravaux, DossierTravaux } from '../dossier-travaux.ts';

/** Au-delà, une liste ne se lit plus ; un département en a quelques centaines d'ouverts au plus. */
const LIMITE = 2000;

const IMPACT = sql`(select jsonb_build_object('chiffreLe', i.chiffre_le, 'debutPrevu', i.debut_prevu, 'reouverturePrevue', i.reouverture_prevue,
    'placesGelees', i.places_gelees, 'gelDebut', i.gel_debut, 'gelFin', i.gel_fin, 'joursOuverts', i.jours_ouverts,
    'minutesGelees', i.minutes_gelees, 'minutesPerdues', i.minutes_perdues, 'enfants', i.enfants, 'agents', i.agents)
  from eaje.impact_travaux i where i.dossier_id = d.id)`;

/** Les dossiers que l'on suit, de toutes ses crèches ou d'une seule, le plus ancien besoin d'abord. */
export function listDossiers(tx: Transaction, etablissementId?: string): Promise<DossierTravaux[]> {
  return readDossiers(
    tx,
    etablissementId === undefined ? sql`true` : sql`d.etablissement_id = ${etablissementId}::uuid`,
  );
}

async function readDossiers(tx: Transaction, condition: RawBuilder<unknown>): Promise<DossierTravaux[]> {
  const { rows } = await sql<DossierTravaux>`
    select d.id, d.etablissement_id, e.unite_id, u.nom as creche, u.parent_id as territoire_id, t.nom as territoire, d.nature, d.objet, d.motif,
      d.enjeux, d.touche_autorisation, d.demande_le, d.debut_prevu, d.reouverture_prevue, d.places_gelees, d.gel_debut, d.gel_fin, d.etat,
      d.valide_le, d.programme_le, d.commence_le, d.recu_le, d.rouvert_le, d.abandonne_le, d.abandon_motif, d.version, ${IMPACT} as impact,
      (select jsonb_build_object('centimes', p.centimes, 'methode', p.methode) from eaje.impact_psu p where p.dossier_id = d.id) as perte,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'point', r.point, 'tenuLe', r.tenu_le, 'preuve', r.preuve,
          'par', coalesce(a.prenom || ' ' || a.nom, '')) order by r.tenu_le, r.point)
        from eaje.point_reouverture r left join organisation.agent a on a.id = r.par where r.dossier_id = d.id), '[]') as points,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'destinataire', f.destinataire, 'le', f.le, 'version', f.version) order by f.le, f.destinataire)
        from eaje.information_travaux f where f.dossier_id = d.id), '[]') as informes,
      (select coalesce(sum(l.nombre), 0)::integer from eaje.relogement l where l.dossier_id = d.id) as reloges
    from eaje.dossier_travaux d join eaje.etablissement e on e.id = d.etablissement_id join organisation.unite u on u.id = e.unite_id
      left join organisation.unite t on t.id = u.parent_id
    where ${condition} order by d.demande_le, d.id limit ${LIMITE}`.execute(tx);
  return rows;
}

export async function getDossier(tx: Transaction, id: string): Promise<DossierTravaux> {
  const [seul] = await readDossiers(tx, sql`d.id = ${id}::uuid`);
  if (!seul) throw new Introuvable('Absent, ou hors de vos missions.');
  return seul;
}

/** Une information, et le dossier qui la porte. */
export async function getInformationTravaux(tx: Transaction, id: string) {
  const [dossier] = await readDossiers(
    tx,
    sql`d.id = (select i.dossier_id from eaje.information_travaux i where i.id = ${id}::uuid)`,
  );
  const information = dossier?.informes.find((informe) => informe.id === id);
  if (!dossier || !information) throw new Introuvable('Absente, ou hors de vos missions.');
  return { ...dossier, information };
}

/** Ce que les informations d'un dossier disaient, la dernière correction d'abord. */
export async function listCorrections(tx: Transaction, dossierId: string): Promise<CorrectionTravaux[]> {
  const { rows } = await sql<CorrectionTravaux>`
    select c.id, c.le, c.motif, c.avant, coalesce(a.prenom || ' ' || a.nom, '') as par
    from eaje.travaux_correction c left join organisation.agent a on a.id = c.par
    where c.dossier_id = ${dossierId}::uuid order by c.le desc, c.id desc`.execute(tx);
  return rows;
}

/** Le dossier, relu une fois les actes en cours sur lui validés : un point ne se retire pas pendant que la crèche rouvre. */
export async function lockDossier(tx: Transaction, id: string): Promise<DossierTravaux> {
  await sql`select pg_advisory_xact_lock(1296126536, hashtext(${id}))`.execute(tx);
  return getDossier(tx, id);
}

export type CrecheDeTravaux = { id: string; uniteId: string; nom: string; places: number };

/** La crèche et ses places autorisées ce jour ; absente et hors de ses unités se ressemblent. */
export async function getCrecheDeTravaux(tx: Transaction, id: string): Promise<CrecheDeTravaux> {
  const { rows } = await sql<CrecheDeTravaux>`
    select e.id, e.unite_id, u.nom, coalesce((select a.places from eaje.autorisation a
      where a.etablissement_id = e.id and a.periode @> acces.aujourdhui()), 0)::integer as places
    from eaje.etablissement e join organisation.unite u on u.id = e.unite_id where e.id = ${id}::uuid`.execute(tx);
  const [seule] = rows;
  if (!seule) throw new Introuvable('Absente, ou hors de vos missions.');
  return seule;
}
