import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listUnitesSignees } from '#modules/delegations/index.server.ts';
import {
  CASF_D226_2_4_II,
  computeEcheanceEvaluation,
  type EtatInformation,
  evaluateAlerte,
  formatMineur,
  IP_011_DUREE,
  IP_038,
} from '#modules/informations-preoccupantes/index.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type EvaluationDue = {
  id: string;
  numero: string;
  etat: EtatInformation;
  recueLe: JourCivil;
  echeance: JourCivil;
  delaiReduitJours: number | null;
  uniteId: string;
  unite: string;
  /** Combien dans cette unité, celle-ci comprise. */
  ensemble: number;
  mineur: { rang: number; nom: string | null; prenom: string | null } | null;
};

const PAR_UNITE = 5;
const OUVERTS: readonly EtatInformation[] = ['attribuee', 'en-evaluation', 'suspendue'];
const A_VALIDER: readonly EtatInformation[] = ['rapport-remis', 'en-validation'];

const COLONNES = sql`d.*, u.nom as unite,
  (select jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) from acces.mineurs_de_mes_informations m
    where m.information_id = d.id order by m.rang limit 1) as mineur`;
const CHAMPS = sql`i.id, i.numero, i.etat, i.recue_le, i.echeance, i.delai_reduit_jours, i.unite_id`;

/** Ce que doit l'évaluateur (ses évaluations), et l'encadrement (rapports à valider, évaluations en retard). */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  const { agent } = contexte;
  return [
    ...(canDo(agent, 'ip.evaluer') ? await listMesEvaluations(contexte) : []),
    ...(canDo(agent, 'ip.valider') ? await listValidations(contexte) : []),
    ...(canDo(agent, 'ip.valider') ? await listRetards(contexte) : []),
  ];
}

async function listMesEvaluations({ tx, agent, aujourdhui }: Contexte): Promise<EcheanceDue[]> {
  const { rows } = await sql<EvaluationDue>`
    select ${COLONNES} from (select ${CHAMPS}, 1 as ensemble from acces.mes_informations i
      where i.etat = any (${OUVERTS}::text[]) and i.id in (select e.information_id from ip.evaluateur e
        where e.agent_id = ${agent.id} and e.periode @> ${aujourdhui}::date)) d
    join organisation.unite u on u.id = d.unite_id order by d.echeance, d.id`.execute(tx);
  return rows.map((ligne) => ({
    ...buildCommun(ligne, aujourdhui),
    libelle: ligne.etat === 'attribuee' ? 'Commencer puis achever l’évaluation' : 'Achever l’évaluation',
    attenteDe: ligne.etat === 'suspendue' ? 'autorité judiciaire' : null,
    acte:
      ligne.etat === 'attribuee'
        ? { titre: 'Commencer', href: `/informations/${ligne.id}/evaluation/debut` }
        : { titre: 'Ouvrir l’évaluation', href: `/informations/${ligne.id}/evaluation` },
  }));
}

/** Les rapports remis que cet agent peut valider : hors de ses propres évaluations, et sous délégation là où l'acte est délégué. */
async function listValidations(contexte: Contexte): Promise<EcheanceDue[]> {
  const { tx, agent, aujourdhui } = contexte;
  const { siennes, deleguees } = await listUnitesSignees(contexte, 'evaluation.valider');
  const { rows } = await sql<EvaluationDue>`
    with dues as materialized (
      select ${CHAMPS}, count(*) over (partition by i.unite_id)::integer as ensemble,
        row_number() over (partition by i.unite_id order by i.echeance, i.id) as place
      from acces.mes_informations i where i.etat = any (${A_VALIDER}::text[]) and i.unite_id = any (${agent.unites}::uuid[])
        and i.rapport_valide_le is null
        and i.id not in (select e.information_id from ip.evaluateur e where e.agent_id = ${agent.id})
        and (i.unite_id = any (${siennes}::uuid[]) or i.unite_id <> all (${deleguees}::uuid[])))
    select ${COLONNES} from dues d join organisation.unite u on u.id = d.unite_id
    where d.ensemble <= ${PAR_UNITE} or d.place = 1 order by d.echeance, d.id`.execute(tx);
  return rows.map((ligne) => {
    const commun = buildCommun(ligne, aujourdhui);
    const etapes = [...commun.etapes, 'Aucun délai propre à la validation : celui de l’évaluation sert de repère.'];
    if (ligne.ensemble > PAR_UNITE)
      return {
        ...commun,
        etapes,
        ...buildGroupe(ligne, A_VALIDER_ICI, `Valider ${ligne.ensemble} rapports`, 'rapports remis'),
      };
    const href = `/informations/${ligne.id}/evaluation/validation`;
    return {
      ...commun,
      etapes,
      libelle: 'Valider le rapport d’évaluation',
      acte: { titre: 'Valider ou rendre', href },
    };
  });
}

/** IP-038 : une évaluation en retard reste ouverte, et se voit de qui encadre. */
async function listRetards({ tx, agent, aujourdhui }: Contexte): Promise<EcheanceDue[]> {
  const { rows } = await sql<EvaluationDue>`
    with dues as materialized (
      select ${CHAMPS}, count(*) over (partition by i.unite_id)::integer as ensemble,
        row_number() over (partition by i.unite_id order by i.echeance, i.id) as place
      from acces.mes_informations i where i.etat = any (${OUVERTS}::text[]) and i.echeance < ${aujourdhui}::date
        and i.unite_id = any (${agent.unites}::uuid[])
        and i.id not in (select e.information_id from ip.evaluateur e
          where e.agent_id = ${agent.id} and e.periode @> ${aujourdhui}::date))
    select ${COLONNES} from dues d join organisation.unite u on u.id = d.unite_id
    where d.ensemble <= ${PAR_UNITE} or d.place = 1 order by d.echeance, d.id`.execute(tx);
  return rows.map((ligne) => {
    const commun = buildCommun(ligne, aujourdhui);
    if (ligne.ensemble > PAR_UNITE)
      return {
        ...commun,
        ...buildGroupe(ligne, EN_RETARD_ICI, `${ligne.ensemble} évaluations en retard`, 'évaluations en retard'),
      };
    const href = `/informations/${ligne.id}/evaluation`;
    return { ...commun, libelle: 'Faire achever l’évaluation', acte: { titre: 'Ouvrir l’évaluation', href } };
  });
}

function buildCommun(ligne: EvaluationDue, aujourdhui: JourCivil): Omit<EcheanceDue, 'libelle'> {
  const { id, numero, recueLe, echeance, delaiReduitJours, unite, mineur } = ligne;
  const { depassees } = evaluateAlerte(recueLe, echeance, aujourdhui);
  const alertes = `Alertes à 60, 75 et 90 jours de la réception (IP-038) : ${depassees === 0 ? 'aucune passée' : `${depassees} sur 3 passées`}.`;
  return {
    regle: delaiReduitJours === null ? 'IP-010' : 'IP-011',
    objet: { module: 'evaluations', type: 'information', id: Identifiant.parse(id) },
    enfantId: null,
    pour: echeance,
    instant: null,
    gravite: depassees > 0 ? 'critique' : 'normale',
    attenteDe: null,
    faiteLe: null,
    etapes: [...computeEcheanceEvaluation(recueLe, delaiReduitJours).etapes, alertes],
    textes: [CASF_D226_2_4_II, ...(delaiReduitJours === null ? [] : [IP_011_DUREE]), IP_038],
    qui: { nom: mineur ? formatMineur(mineur) : numero, href: `/informations/${id}/evaluation`, detail: unite },
    detail: numero,
  };
}

/** Les conditions mêmes du compte : la liste ouverte a autant de lignes que la ligne en annonce. */
const A_VALIDER_ICI = 'vue=a-valider&rapport=attendu&hors=evaluees';
const EN_RETARD_ICI = 'vue=en-retard&rapport=en-cours&hors=equipe';

function buildGroupe({ uniteId, unite, ensemble }: EvaluationDue, conditions: string, libelle: string, quoi: string) {
  const href = `/informations?${conditions}&unite=${uniteId}&etendue=seule`;
  return {
    libelle,
    detail: 'date de la plus ancienne',
    qui: { nom: unite, href, detail: `${ensemble} ${quoi}` },
    acte: { titre: 'Voir la liste', href },
  };
}
