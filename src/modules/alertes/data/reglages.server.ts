/** Ce que la page « Alertes et calendrier » montre à chacun, de lui seul. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { EtatCourriel, NatureCourriel } from '../courriel.ts';
import { type Matin, PREFERENCE_PAR_DEFAUT, type Preference } from '../preference.ts';

export type CourrielLu = {
  id: string;
  nature: NatureCourriel;
  objet: string;
  corps: string;
  etat: EtatCourriel;
  refus: string | null;
  jour: JourCivil;
};
export type EscaladeLue = {
  id: string;
  le: JourCivil;
  niveau: number;
  libelle: string;
  regle: string;
  pour: JourCivil;
  restreint: boolean;
  recue: boolean;
  /** L'autre : de qui vient le retard, ou à qui il a été porté. */
  autre: string;
  /** De qui il s'agit, si on le voit encore : le nom d'un enfant ou d'une crèche, le numéro d'une information. */
  qui: string | null;
  chemin: string;
};
export type Reglages = {
  preference: Preference;
  calendrier: { creeLe: string; luLe: string | null } | null;
  courriels: CourrielLu[];
  escalades: EscaladeLue[];
};

const MONTRES = 20;

export async function getReglages(contexte: Contexte): Promise<Reglages> {
  const { tx, agent } = contexte;
  const preference = await tx
    .selectFrom('alertes.preference')
    .select(['matin', 'semaine'])
    .where('agentId', '=', agent.id)
    .executeTakeFirst();
  const calendrier = await tx
    .selectFrom('alertes.calendrier')
    .select(['creeLe', 'luLe'])
    .where('agentId', '=', agent.id)
    .where('revoqueLe', 'is', null)
    .executeTakeFirst();
  const courriels = await tx
    .selectFrom('alertes.courriel')
    .select(['id', 'nature', 'objet', 'corps', 'etat', 'refus', 'jour'])
    .where('agentId', '=', agent.id)
    .orderBy('rang', 'desc')
    .limit(MONTRES)
    .execute();
  return {
    preference: preference ? { ...preference, matin: preference.matin as Matin } : PREFERENCE_PAR_DEFAUT,
    calendrier: calendrier ?? null,
    courriels: courriels as CourrielLu[],
    escalades: await listEscalades(contexte),
  };
}

async function listEscalades({ tx, agent }: Contexte): Promise<EscaladeLue[]> {
  const { rows } = await sql<EscaladeLue>`
    select e.id, e.le, e.niveau, e.libelle, e.regle, e.pour, e.restreint, e.superieur_id = ${agent.id} as recue,
      autre.prenom || ' ' || autre.nom as autre, coalesce(p.prenom || ' ' || p.nom, i.numero, u.nom) as qui,
      coalesce('/enfants/' || e.enfant_id, '/informations/' || e.information_id, '/creches/' || e.etablissement_id) as chemin
    from alertes.escalade e
    join organisation.agent autre on autre.id = case when e.superieur_id = ${agent.id} then e.agent_id else e.superieur_id end
    left join enfants.personne p on p.id = e.enfant_id left join ip.information i on i.id = e.information_id
    left join eaje.etablissement c on c.id = e.etablissement_id left join organisation.unite u on u.id = c.unite_id
    where ${agent.id} in (e.agent_id, e.superieur_id)
    order by e.le desc, e.gravite, e.pour, e.id limit ${MONTRES}`.execute(tx);
  return rows;
}
