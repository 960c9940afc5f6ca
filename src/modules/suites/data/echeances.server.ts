import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listUnitesSignees } from '#modules/delegations/index.server.ts';
import {
  CASF_D226_2_4_DECISION,
  computeEcheanceEvaluation,
  formatMineur,
} from '#modules/informations-preoccupantes/index.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { listDuesADire } from './dues-echeances.server.ts';

/** Ce que doivent les suites : décider sur les rapports validés, et dire ce qui est à dire. */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  return [...(await listDecisions(contexte)), ...(await listDuesADire(contexte))];
}

type ADecider = {
  id: string;
  numero: string;
  recueLe: JourCivil;
  echeance: JourCivil;
  delaiReduitJours: number | null;
  valideLe: JourCivil;
  uniteId: string;
  unite: string;
  /** Personne n'a délégation ici ce jour : le président signe. */
  sansDelegataire: boolean;
  ensemble: number;
  mineur: { rang: number; nom: string | null; prenom: string | null } | null;
};

/** Au-delà, elles tiennent en une ligne qui ouvre leur liste. */
const EN_TOUT = 5;

/** Les décisions que cet agent peut signer, et, de ses unités, celles que personne d'autre que le président ne peut signer. */
async function listDecisions(contexte: Contexte): Promise<EcheanceDue[]> {
  const { tx, agent } = contexte;
  if (!canDo(agent, 'ip.decider')) return [];
  const { siennes, deleguees } = await listUnitesSignees(contexte, 'ip.decider');
  // La liste montre tout ce que l'agent voit : une seule ligne ne l'ouvre que s'il peut tout y signer ; sinon, une par unité.
  const entier = !canDo(agent, 'ip.recueillir') && agent.unites.every((unite) => siennes.includes(unite));
  const { rows } = await sql<ADecider>`
    with attendent as materialized (
      select i.id, i.numero, i.unite_id, i.recue_le, i.echeance, i.delai_reduit_jours, i.rapport_valide_le as valide_le,
        i.unite_id <> all (${siennes}::uuid[]) as sans_delegataire
      from acces.mes_informations i
      where i.etat = 'en-validation' and i.rapport_valide_le is not null and i.unite_id = any (${agent.unites}::uuid[])
        and (i.unite_id = any (${siennes}::uuid[]) or i.unite_id <> all (${deleguees}::uuid[]))),
    dues as (
      select a.*, count(*) over file::integer as ensemble, row_number() over (file order by a.echeance, a.id) as place
      from attendent a window file as (partition by case when ${entier}::boolean then null else a.unite_id end))
    select d.id, d.numero, d.recue_le, d.echeance, d.delai_reduit_jours, d.valide_le, d.sans_delegataire, d.ensemble, d.unite_id, u.nom as unite,
      (select jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) from acces.mineurs_de_mes_informations m
        where m.information_id = d.id order by m.rang limit 1) as mineur
    from dues d join organisation.unite u on u.id = d.unite_id
    where d.place = 1 or d.ensemble <= ${EN_TOUT}`.execute(tx);
  return rows.map((ligne) => buildDecision(ligne, entier));
}

function buildDecision(ligne: ADecider, entier: boolean): EcheanceDue {
  const { id, numero, recueLe, echeance, delaiReduitJours, valideLe, unite, sansDelegataire, ensemble, mineur } = ligne;
  const commun = {
    regle: 'IP-021',
    objet: { module: 'suites', type: 'information', id: Identifiant.parse(id) },
    enfantId: null,
    pour: echeance,
    instant: null,
    gravite: 'critique' as const,
    attenteDe: sansDelegataire ? 'le président : personne n’a délégation ici' : null,
    faiteLe: null,
    etapes: [
      `Rapport validé le ${formatJour(valideLe, 'long')}.`,
      'Aucun texte ne chiffre le temps de décider : le terme de l’évaluation sert de repère.',
      ...computeEcheanceEvaluation(recueLe, delaiReduitJours).etapes,
    ],
    textes: [CASF_D226_2_4_DECISION],
  };
  if (ensemble > EN_TOUT) {
    const href = `/informations?vue=a-valider&rapport=valide${entier ? '' : `&unite=${ligne.uniteId}&etendue=seule`}`;
    return {
      ...commun,
      libelle: sansDelegataire
        ? `${ensemble} décisions sans délégataire`
        : `Décider des suites de ${ensemble} évaluations`,
      detail: 'date de la plus ancienne',
      qui: { nom: entier ? 'Suites à décider' : unite, href, detail: `${ensemble} rapports validés` },
      acte: { titre: 'Voir la liste', href },
    };
  }
  return {
    ...commun,
    libelle: sansDelegataire ? 'Décision sans délégataire' : 'Décider des suites',
    qui: { nom: mineur ? formatMineur(mineur) : numero, href: `/informations/${id}/suites`, detail: unite },
    detail: numero,
    acte: sansDelegataire
      ? { titre: 'Ouvrir', href: `/informations/${id}/suites` }
      : { titre: 'Décider', href: `/informations/${id}/suites/decider` },
  };
}
