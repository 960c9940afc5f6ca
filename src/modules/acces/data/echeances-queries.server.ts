import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { CON_002, evaluateNomination } from '../rules/referent.ts';
import { listRevuesDues } from './echeances-revue.server.ts';
import { isSansSuivi } from './suivi.server.ts';

type SansReferent = {
  id: string;
  numero: string;
  nom: string;
  prenom: string;
  uniteId: string;
  unite: string;
  depuis: JourCivil;
  premier: boolean;
  /** Combien dans cette unité, celui-ci compris. */
  ensemble: number;
};

/** Au-delà, une unité tient en une ligne qui ouvre sa liste : une page d'accueil se lit en dix secondes. */
const PAR_UNITE = 5;

/** Ce que l'accès aux dossiers doit à l'agent : référents à nommer, ouvertures en urgence à revoir. */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  return [...(await listReferentsDus(contexte)), ...(await listRevuesDues(contexte))];
}

async function listReferentsDus(contexte: Contexte): Promise<EcheanceDue[]> {
  if (!canDo(contexte.agent, 'enfants.affecter')) return [];
  const lignes = await listSansReferent(contexte);
  return lignes.map((ligne) => (ligne.ensemble > PAR_UNITE ? buildDueDUnite(ligne) : buildDue(ligne)));
}

/** Les enfants sans référent, le plus ancien d'abord ; le seul plus ancien d'une unité qui en a trop. */
async function listSansReferent({ tx, aujourdhui }: Contexte): Promise<SansReferent[]> {
  const { rows } = await sql<SansReferent>`
    with seul as materialized (
      select e.id, e.numero, t.unite_id, coalesce(r.fin, e.ouvert_le) as depuis, r.fin is null as premier
      from enfants.enfant e
      join enfants.mission t on t.enfant_id = e.id and t.nature = 'territoire' and t.periode @> ${aujourdhui}::date
      left join lateral (select max(upper(m.periode)) as fin from enfants.mission m where m.enfant_id = e.id and m.nature in ('referent', 'equipe', 'evaluation')) r on true
      where e.clos_le is null and ${isSansSuivi(sql.ref('e.id'), aujourdhui)}
        and e.id not in (select x.id from acces.enfants_absorbes x)),
    montre as materialized (
      select * from (
        select s.*, count(*) over (partition by s.unite_id)::integer as ensemble,
          row_number() over (partition by s.unite_id order by s.depuis, s.id) as rang from seul s) x
      where x.ensemble <= ${PAR_UNITE} or x.rang = 1)
    select m.*, p.nom, p.prenom, u.nom as unite
    from montre m join enfants.personne p on p.id = m.id join organisation.unite u on u.id = m.unite_id
    order by m.depuis, m.id`.execute(tx);
  return rows;
}

function buildDue(ligne: SansReferent): EcheanceDue {
  return {
    ...buildCommun(ligne),
    enfantId: Identifiant.parse(ligne.id),
    libelle: 'Nommer un référent',
    qui: { nom: formatNom(ligne.nom, ligne.prenom), href: `/enfants/${ligne.id}`, detail: ligne.unite },
    detail: `dossier ${ligne.numero}`,
    acte: { titre: 'Nommer un référent', href: `/enfants/${ligne.id}/missions` },
  };
}

function buildDueDUnite(ligne: SansReferent): EcheanceDue {
  const liste = `/enfants?vue=sans-referent&unite=${ligne.uniteId}&tri=depuis`;
  return {
    ...buildCommun(ligne),
    enfantId: null,
    libelle: `Nommer un référent à ${ligne.ensemble} enfants`,
    qui: { nom: ligne.unite, href: liste, detail: `${ligne.ensemble} dossiers sans référent` },
    detail: 'date du plus ancien',
    acte: { titre: 'Voir la liste', href: liste },
  };
}

function buildCommun({ id, depuis, premier }: SansReferent) {
  const { pour, etapes } = evaluateNomination(depuis, premier);
  return {
    regle: 'CON-002',
    objet: { module: 'enfants', type: 'enfant', id: Identifiant.parse(id) },
    pour,
    instant: null,
    gravite: 'critique' as const,
    attenteDe: null,
    faiteLe: null,
    etapes,
    textes: [CON_002],
  };
}
