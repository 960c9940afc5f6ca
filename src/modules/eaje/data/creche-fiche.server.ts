import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { DocumentTenu, NatureDocument } from '../document.ts';
import type {
  AutorisationInscrite,
  ContactUrgence,
  EtablissementOuvert,
  FermetureInscrite,
  Murs,
  SectionInscrite,
  UniteAccueilInscrite,
} from '../etablissement.ts';
import type { ProfessionnelPrevu } from '../professionnel.ts';
import { listDocumentsTenus } from './creches.server.ts';
import { findEtablissement } from './etablissements.server.ts';
import { listProfessionnelsPrevus } from './professionnels-prevus.server.ts';

export type CrecheFiche = {
  etab: EtablissementOuvert;
  murs: Murs;
  /** Du plus récent au plus ancien. */
  contacts: ContactUrgence[];
  autorisations: AutorisationInscrite[];
  unites: UniteAccueilInscrite[];
  sections: SectionInscrite[];
  fermetures: FermetureInscrite[];
  /** De chacun, la version qui vaut. */
  documents: DocumentTenu[];
  /** En poste ou attendus ce jour. */
  equipe: ProfessionnelPrevu[];
  /** Dans l'ordre. */
  suppleance: string[];
};

/** Une crèche et tout ce qu'en dit sa fiche, ce jour. */
export async function getCreche(tx: Transaction, id: string, jour: JourCivil): Promise<CrecheFiche> {
  const etab = await findEtablissement(tx, id);
  const murs = await findMurs(tx, id);
  if (etab === undefined || murs === undefined) throw new Introuvable('Absente, ou hors de vos missions.');
  return {
    etab,
    murs,
    contacts: await listContactsUrgence(tx, id),
    autorisations: await listAutorisations(tx, id),
    ...(await listGroupes(tx, id)),
    fermetures: await listFermetures(tx, id),
    documents: (await listDocumentsTenus(tx, [id])).get(id) ?? [],
    equipe: await listProfessionnelsPrevus(tx, { du: jour, au: jour, etablissementIds: [id] }),
    suppleance: await listSuppleance(tx, id),
  };
}

export async function findMurs(tx: Transaction, id: string): Promise<Murs | undefined> {
  const { rows } = await sql<Murs>`
    select e.id, e.unite_id, u.nom, e.methode, e.agregation, e.fournit_tout, e.jours, e.ouvre, e.ferme, e.id_equ, e.dossier_afc,
      e.qpv, e.surface_interieure::float as surface_interieure, e.plans_de_change, e.rsai_heures, e.version, u.adresse, u.telephone,
      c.nom as commune
    from eaje.etablissement e join organisation.unite u on u.id = e.unite_id left join organisation.commune c on c.code = u.commune_code
    where e.id = ${id}`.execute(tx);
  return rows[0];
}

/** Du plus récent au plus ancien : le premier vaut. */
export async function listContactsUrgence(tx: Transaction, id: string): Promise<ContactUrgence[]> {
  const { rows } = await sql<ContactUrgence>`
    select c.id, c.nom, c.telephone, c.du, c.pcd_le, c.version from eaje.contact_urgence c where c.etablissement_id = ${id}
    order by c.du desc`.execute(tx);
  return rows;
}

/** De la plus récente à la plus ancienne. */
export async function listAutorisations(tx: Transaction, id: string): Promise<AutorisationInscrite[]> {
  const { rows } = await sql<AutorisationInscrite>`
    select a.id, a.etablissement_id, ${buildBornes('a.periode')}, a.places, a.arrete_numero, a.arrete_le, a.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'jours', m.jours, 'debut', m.debut, 'fin', m.fin, 'places', m.places,
          'pendant', case when m.periode is not null then jsonb_build_object('du', lower(m.periode), 'au', upper(m.periode) - 1) end)
        order by m.debut, m.jours) from eaje.modulation m where m.autorisation_id = a.id), '[]') as modulations
    from eaje.autorisation a where a.etablissement_id = ${id} order by lower(a.periode) desc`.execute(tx);
  return rows;
}

export async function listGroupes(
  tx: Transaction,
  id: string,
): Promise<{ unites: UniteAccueilInscrite[]; sections: SectionInscrite[] }> {
  const { rows: unites } = await sql<UniteAccueilInscrite>`
    select id, nom, places from eaje.unite_accueil where etablissement_id = ${id} order by acces.normalise(nom)`.execute(
    tx,
  );
  const { rows: sections } = await sql<SectionInscrite>`
    select id, unite_accueil_id, nom, tranche, places from eaje.section where etablissement_id = ${id}
    order by acces.normalise(nom)`.execute(tx);
  return { unites, sections };
}

async function listFermetures(tx: Transaction, id: string): Promise<FermetureInscrite[]> {
  const { rows } = await sql<FermetureInscrite>`
    select f.id, ${buildBornes('f.periode')}, f.motif, f.libelle from eaje.fermeture f where f.etablissement_id = ${id}
    order by lower(f.periode)`.execute(tx);
  return rows;
}

/** Les versions d'un document, de la dernière, qui vaut, à la première. */
export async function listVersionsDocument(
  tx: Transaction,
  id: string,
  nature: NatureDocument,
): Promise<DocumentTenu[]> {
  const { rows } = await sql<DocumentTenu>`
    select d.id, d.nature, d.etabli_le, d.a_revoir_le, d.a_transmettre, d.transmis_le, d.version from eaje.document d
    where d.etablissement_id = ${id} and d.nature = ${nature} order by d.etabli_le desc`.execute(tx);
  return rows;
}

async function listSuppleance(tx: Transaction, id: string): Promise<string[]> {
  const { rows } = await sql<{ professionnelId: string }>`
    select professionnel_id from eaje.suppleance where etablissement_id = ${id} order by rang`.execute(tx);
  return rows.map(({ professionnelId }) => professionnelId);
}
