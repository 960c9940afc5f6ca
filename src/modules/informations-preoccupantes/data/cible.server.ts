import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { CibleInformation } from '../droits.ts';
import type { CategorieSource, EtatInformation, Urgence } from '../information.ts';

/** L'information sur laquelle porte un acte : ce que les règles et les droits en lisent. */
export type InformationCible = CibleInformation & {
  id: string;
  numero: string;
  etat: EtatInformation;
  urgence: Urgence;
  version: number;
  recueLe: JourCivil;
  echeance: JourCivil | null;
  transmiseLe: JourCivil;
  suitesDemandeesLe: JourCivil | null;
  categorieSource: CategorieSource;
  mineurs: readonly { id: string; rang: number; enfantId: string | null; nom: string | null; prenom: string | null }[];
};

/** Introuvable si la base ne la montre pas. */
export async function getInformationCible({ tx }: Contexte, id: string): Promise<InformationCible> {
  const { rows } = await sql<Omit<InformationCible, 'fermee' | 'suitUnMineur'>>`
    select i.id, i.numero, i.etat, i.urgence, i.version, i.recue_le, i.echeance, i.transmise_le, i.suites_demandees_le, i.categorie_source, i.unite_id,
      coalesce((select jsonb_agg(v.agent_id) from ip.evaluateur v where v.information_id = i.id and v.periode @> acces.aujourdhui()), '[]') as evaluateurs,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'rang', m.rang, 'enfantId', m.enfant_id, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
        from ip.mineur m where m.information_id = i.id), '[]') as mineurs
    from ip.information i where i.id = ${id}`.execute(tx);
  const ligne = rows[0];
  if (!ligne) throw new Introuvable('Absente, ou hors de vos missions.');
  // La base l'a montrée : elle n'est pas fermée à cet agent, et qui la conduit se lit de son unité et de son équipe.
  return { ...ligne, fermee: false, suitUnMineur: true };
}
