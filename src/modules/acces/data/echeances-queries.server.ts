import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { CON_002, evaluateNomination } from '../rules/referent.ts';
import { listRevuesDues } from './echeances-revue.server.ts';

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
async function listSansReferent({ tx }: Contexte): Promise<SansReferent[]> {
  const { rows } = await sql<SansReferent>`
    with seul as materialized (
      select d.id, d.numero, d.nom, d.prenom, d.unite_id, coalesce(d.suivi_fini_le, d.ouvert_le) as depuis, d.suivi_fini_le is null as premier
      from acces.mes_dossiers d where d.clos_le is null and d.sans_suivi),
    montre as (
      select s.*, count(*) over (partition by s.unite_id)::integer as ensemble,
        row_number() over (partition by s.unite_id order by s.depuis, s.id) as rang from seul s)
    select m.*, u.nom as unite from montre m join organisation.unite u on u.id = m.unite_id
    where m.ensemble <= ${PAR_UNITE} or m.rang = 1 order by m.depuis, m.id`.execute(tx);
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
