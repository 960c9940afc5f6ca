import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { computeAttributionDue, TEXTES_ATTRIBUTION } from '../rules/attribution.ts';
import { countACouvrir } from './couverture-queries.server.ts';

type AAttribuer = {
  id: string;
  numero: string;
  qualifieeLe: JourCivil;
  uniteId: string;
  unite: string;
  /** Combien dans cette unité, celle-ci comprise. */
  ensemble: number;
  mineur: { rang: number; nom: string | null; prenom: string | null } | null;
};

/** Au-delà, une unité tient en une ligne qui ouvre sa liste. */
const PAR_UNITE = 5;

/** Ce que doit qui attribue : les équipes à nommer dans ses unités, et ce que les absences laissent à découvert. */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  if (!canDo(contexte.agent, 'ip.attribuer')) return [];
  return [...(await listAttributionsDues(contexte)), ...(await listCouvertures(contexte))];
}

async function listAttributionsDues({ tx, agent, aujourdhui }: Contexte): Promise<EcheanceDue[]> {
  const { rows } = await sql<AAttribuer>`
    with dues as materialized (
      select i.id, i.numero, i.qualifiee_le, i.unite_id, count(*) over (partition by i.unite_id)::integer as ensemble,
        row_number() over (partition by i.unite_id order by i.qualifiee_le, i.id) as rang
      from acces.mes_informations i where i.etat = 'qualifiee' and i.unite_id = any (${agent.unites}::uuid[]))
    select d.id, d.numero, d.qualifiee_le, d.unite_id, d.ensemble, u.nom as unite,
      (select jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) from acces.mineurs_de_mes_informations m
        where m.information_id = d.id order by m.rang limit 1) as mineur
    from dues d join organisation.unite u on u.id = d.unite_id
    where d.ensemble <= ${PAR_UNITE} or d.rang = 1 order by d.qualifiee_le, d.id`.execute(tx);
  if (rows.length === 0) return [];
  const jours = await getParametre(tx, 'evaluation.attribution-jours', aujourdhui);
  return rows.map((ligne) => buildDue(ligne, jours));
}

function buildDue(
  { id, numero, qualifieeLe, uniteId, unite, ensemble, mineur }: AAttribuer,
  jours: number,
): EcheanceDue {
  const liste = `/informations?vue=a-attribuer&unite=${uniteId}`;
  const commun = {
    regle: 'IP-004',
    objet: { module: 'equipes-evaluation', type: 'information', id: Identifiant.parse(id) },
    enfantId: null,
    ...computeAttributionDue(qualifieeLe, jours),
    instant: null,
    gravite: 'critique' as const,
    attenteDe: null,
    faiteLe: null,
    textes: TEXTES_ATTRIBUTION,
  };
  if (ensemble > PAR_UNITE)
    return {
      ...commun,
      libelle: `Attribuer ${ensemble} évaluations`,
      detail: 'date de la plus ancienne',
      qui: { nom: unite, href: liste, detail: `${ensemble} informations qualifiées` },
      acte: { titre: 'Voir la liste', href: liste },
    };
  return {
    ...commun,
    libelle: 'Attribuer l’évaluation',
    qui: { nom: mineur ? formatMineur(mineur) : numero, href: `/informations/${id}`, detail: unite },
    detail: numero,
    acte: { titre: 'Attribuer', href: `/informations/${id}/attribution` },
  };
}

/** Une seule ligne : la liste dit qui manque à quoi. */
async function listCouvertures(contexte: Contexte): Promise<EcheanceDue[]> {
  const { nombre, premiere } = await countACouvrir(contexte);
  if (premiere === null) return [];
  const href = '/informations/a-couvrir?jours=0';
  return [
    {
      regle: 'IP-013',
      objet: { module: 'equipes-evaluation', type: 'couverture', id: Identifiant.parse(premiere) },
      enfantId: null,
      libelle: nombre > 1 ? `Couvrir ${nombre} évaluations` : 'Couvrir une évaluation',
      pour: contexte.aujourdhui,
      instant: null,
      gravite: 'normale',
      attenteDe: null,
      faiteLe: null,
      etapes: [
        'Un évaluateur au moins est absent ce jour, ou n’évalue plus ; le délai de l’évaluation court quand même.',
      ],
      textes: TEXTES_ATTRIBUTION,
      qui: { nom: 'Équipes d’évaluation', href, detail: 'absences et départs' },
      acte: { titre: 'Voir qui manque', href },
    },
  ];
}
