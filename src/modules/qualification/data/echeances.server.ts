import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import {
  CASF_D226_2_4_I,
  computePremiereAnalyse,
  formatMineur,
  IP_005,
  IP_037,
  LIBELLE_URGENCE,
  type Urgence,
} from '#modules/informations-preoccupantes/index.ts';
import { getDepartement, getParametre } from '#modules/organisation/index.server.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { getZoneFeriee, type ZoneFeriee } from '#shared/jours-feries.ts';

/** `recue` : personne ne l'a prise ; `mienne` : l'agent l'analyse ; `autre` : un collègue ; `revoir` : un élément nouveau est arrivé. */
type Tri = 'recue' | 'mienne' | 'autre' | 'revoir';
type ATrier = {
  id: string;
  numero: string;
  tri: Tri;
  urgence: Urgence;
  recueLe: JourCivil;
  reanalyseDueLe: JourCivil | null;
  /** Combien de même, celle-ci comprise. */
  ensemble: number;
  unite: string;
  mineur: { rang: number; nom: string | null; prenom: string | null } | null;
};
type Reglages = { joursOuvres: number; zone: ZoneFeriee };

/** Au-delà, une même file tient en une ligne qui ouvre sa liste ; les siennes et les urgences restent une à une. */
const PAR_FILE = 5;
const UNE_A_UNE = 30;

/** Ce que doit la cellule : analyser ce qui est reçu, qualifier (IP-005), revoir l'urgence après un élément nouveau (IP-037). */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  const { tx, agent, aujourdhui } = contexte;
  if (!canDo(agent, 'ip.recueillir')) return [];
  const { rows } = await sql<ATrier>`
    with files as materialized (
      select i.id, i.numero, i.unite_id, i.urgence, i.recue_le, null::date as reanalyse_due_le,
        case when i.etat = 'recue' then 'recue' when i.analyste_id = ${agent.id} then 'mienne' else 'autre' end as tri
      from ip.information i where i.etat in ('recue', 'en-premiere-analyse')
      union all
      select i.id, i.numero, i.unite_id, i.urgence, i.recue_le, i.reanalyse_due_le, 'revoir'
      from ip.information i where i.reanalyse_due_le is not null and i.close_le is null),
    dues as (
      select f.*, count(*) over file::integer as ensemble, row_number() over (file order by f.recue_le, f.id) as place
      from files f window file as (partition by f.tri, f.urgence))
    select d.id, d.numero, d.tri, d.urgence, d.recue_le, d.reanalyse_due_le, d.ensemble, u.nom as unite,
      (select jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) from acces.mineurs_de_mes_informations m
        where m.information_id = d.id order by m.rang limit 1) as mineur
    from dues d join organisation.unite u on u.id = d.unite_id
    where d.place = 1 or d.ensemble <= ${PAR_FILE} or (d.place <= ${UNE_A_UNE} and (d.tri in ('mienne', 'revoir') or d.urgence = 'immediate'))
    order by d.recue_le, d.id`.execute(tx);
  if (rows.length === 0) return [];
  const { code } = await getDepartement(contexte);
  const joursOuvres = await getParametre(tx, 'evaluation.tri-jours-ouvres', aujourdhui);
  return rows.map((ligne) => buildDue(ligne, { joursOuvres, zone: getZoneFeriee(code) }));
}

function buildDue(ligne: ATrier, reglages: Reglages): EcheanceDue {
  const { id, numero, tri, urgence, ensemble, unite, mineur } = ligne;
  const commun = {
    ...(tri === 'revoir' ? buildRevue(ligne) : buildAnalyse(ligne, reglages)),
    objet: { module: 'qualification', type: 'information', id: Identifiant.parse(id) },
    enfantId: null,
    instant: null,
    gravite: urgence === 'immediate' ? ('critique' as const) : ('normale' as const),
    attenteDe: null,
    faiteLe: null,
  };
  const file = FILES[tri];
  if (ensemble > PAR_FILE && file && urgence !== 'immediate') return { ...commun, ...buildFile(file, ligne) };
  const { libelle, titre, page } = ACTES[tri];
  return {
    ...commun,
    libelle,
    qui: { nom: mineur ? formatMineur(mineur) : numero, href: `/informations/${id}`, detail: unite },
    detail: numero,
    acte: { titre, href: `/informations/${id}/${page}` },
  };
}

const ACTES: Record<Tri, { libelle: string; titre: string; page: string }> = {
  recue: { libelle: 'Analyser l’information reçue', titre: 'Analyser', page: 'analyse' },
  mienne: { libelle: 'Qualifier ou réorienter', titre: 'Qualifier', page: 'qualification' },
  autre: { libelle: 'Faire qualifier ou réorienter', titre: 'Qualifier', page: 'qualification' },
  revoir: { libelle: 'Revoir l’urgence', titre: 'Revoir', page: 'urgence' },
};

type File = { filtre: string; libelle: string; detail: string };
/** Ce qui se montre d'une ligne quand il y en a beaucoup ; ses propres analyses et les éléments nouveaux, jamais. */
const FILES: Partial<Record<Tri, File>> = {
  recue: { filtre: 'etat=recue', libelle: 'Analyser', detail: 'reçues, que personne n’a prises' },
  autre: {
    filtre: 'etat=en-premiere-analyse&hors=analysees',
    libelle: 'Faire qualifier',
    detail: 'que des collègues analysent',
  },
};

/** À la date de la plus ancienne. */
function buildFile({ filtre, libelle, detail }: File, { ensemble, urgence }: ATrier) {
  const href = `/informations?vue=a-trier&${filtre}&urgence=${urgence}&tri=recue`;
  return {
    libelle: `${libelle} ${ensemble} informations`,
    detail: 'date de la plus ancienne',
    qui: { nom: `Urgence ${LIBELLE_URGENCE[urgence].toLocaleLowerCase('fr')}`, href, detail },
    acte: { titre: 'Voir la liste', href },
  };
}

function buildAnalyse({ recueLe, urgence }: ATrier, reglages: Reglages) {
  return { regle: 'IP-005', ...computePremiereAnalyse(recueLe, urgence, reglages), textes: [IP_005, CASF_D226_2_4_I] };
}

function buildRevue({ reanalyseDueLe, recueLe }: ATrier) {
  const pour = reanalyseDueLe ?? recueLe;
  const etapes = [`Un élément nouveau est arrivé le ${formatJour(pour, 'long')} : l’urgence se revoit le jour même.`];
  return { regle: 'IP-037', pour, etapes, textes: [IP_037] };
}
