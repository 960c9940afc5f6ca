import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { Introuvable } from '#server/errors.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Enfant } from '../enfant.ts';
import type { Famille } from '../famille.ts';
import type { RessourcesDatees } from '../ressources.ts';

export type Creche = Readonly<{ id: string; uniteId: string; nom: string }>;

export const ABSENT = 'Absent, ou hors de vos missions.';

/** La crèche que l'on voit, sans ses murs. */
export async function getCreche(tx: Transaction, id: string): Promise<Creche> {
  const { rows } = await sql<Creche>`
    select e.id, e.unite_id, u.nom from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
    where e.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  const [creche] = rows;
  if (creche === undefined) throw new Introuvable(ABSENT);
  return creche;
}

export async function findFamille(tx: Transaction, id: string): Promise<Famille | undefined> {
  const { rows } = await sql<Famille>`
    select f.id, f.etablissement_id, f.nom, f.telephone, f.courriel, f.adresse, f.code_postal, f.matricule_caf, f.regime,
      f.monoparentale, f.apparait_filoue, f.version
    from eaje.famille f where f.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  return rows[0];
}

type RessourcesLues = Omit<RessourcesDatees, 'annuellesCentimes'> & { annuellesCentimes: string | null };

/** La famille dont ce sont les ressources. */
export async function getFamilleDesRessources(tx: Transaction, id: string): Promise<string> {
  const { rows } = await sql<{ familleId: string }>`
    select r.famille_id from eaje.ressources r where r.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  const [ressources] = rows;
  if (ressources === undefined) throw new Introuvable(ABSENT);
  return ressources.familleId;
}

/** Les ressources d'une famille, les plus récentes d'abord. */
export async function listRessources(tx: Transaction, familleId: string): Promise<RessourcesDatees[]> {
  const { rows } = await sql<RessourcesLues>`
    select r.id, ${buildBornes('r.periode')}, r.annuelles_centimes::text as annuelles_centimes, r.enfants_a_charge,
      r.enfants_aeeh, r.origine
    from eaje.ressources r where r.famille_id = ${familleId} order by lower(r.periode) desc`.execute(tx);
  return rows.map((ligne) => ({
    ...ligne,
    annuellesCentimes: ligne.annuellesCentimes === null ? null : Number(ligne.annuellesCentimes),
  }));
}

const ENFANT = sql`n.id, n.famille_id, n.etablissement_id, n.section_id, s.nom as section, n.nom, n.prenom, n.ne_le, n.marche_depuis,
  n.handicap, n.pai, n.badge, n.version`;

export async function findEnfant(tx: Transaction, id: string): Promise<Enfant | undefined> {
  const { rows } = await sql<Enfant>`
    select ${ENFANT} from eaje.enfant n left join eaje.section s on s.id = n.section_id
    where n.id = ${isIdentifiant(id) ? id : null}::uuid`.execute(tx);
  return rows[0];
}

export async function getEnfant(tx: Transaction, id: string): Promise<Enfant> {
  const enfant = await findEnfant(tx, id);
  if (enfant === undefined) throw new Introuvable(ABSENT);
  return enfant;
}

export type EnfantDeFamille = Enfant & {
  contratId: string | null;
  contratDu: JourCivil | null;
  contratAu: JourCivil | null;
  semaine: number[] | null;
  tarifCentimes: number | null;
};

async function listEnfantsDe({ tx, aujourdhui }: Contexte, familleId: string): Promise<EnfantDeFamille[]> {
  const { rows } = await sql<EnfantDeFamille>`
    select ${ENFANT}, c.id as contrat_id, lower(c.periode) as contrat_du, (upper(c.periode) - 1) as contrat_au, c.semaine, c.tarif_centimes
    from eaje.enfant n left join eaje.section s on s.id = n.section_id
    left join lateral (select * from eaje.contrat c where c.enfant_id = n.id
      order by (c.periode @> ${aujourdhui}::date) desc, lower(c.periode) desc limit 1) c on true
    where n.famille_id = ${familleId} order by n.ne_le`.execute(tx);
  return rows;
}

export type FamilleFiche = {
  famille: Famille;
  creche: Creche;
  ressources: RessourcesDatees[];
  enfants: EnfantDeFamille[];
};

export async function getFamille(contexte: Contexte, id: string): Promise<FamilleFiche> {
  const famille = await findFamille(contexte.tx, id);
  if (famille === undefined) throw new Introuvable(ABSENT);
  return {
    famille,
    creche: await getCreche(contexte.tx, famille.etablissementId),
    ressources: await listRessources(contexte.tx, id),
    enfants: await listEnfantsDe(contexte, id),
  };
}

/** Les sections d'une crèche, pour un champ de choix. */
export async function listSections(tx: Transaction, etablissementId: string) {
  const { rows } = await sql<{ id: string; nom: string }>`
    select s.id, s.nom from eaje.section s where s.etablissement_id = ${etablissementId} order by s.tranche, s.nom`.execute(
    tx,
  );
  return rows;
}
