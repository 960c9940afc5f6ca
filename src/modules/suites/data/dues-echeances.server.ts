import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { addJours } from '#shared/jour-civil.ts';
import type { ObjetDu } from '../due-filtre.ts';
import { findInformationDue } from '../rules/information-due.ts';
import { buildDues, COLONNES_DUE, type DueLigne, HORIZON_JOURS } from './dues-queries.server.ts';

/** Au-delà, une même sorte tient en une ligne qui ouvre sa liste. */
const PAR_SORTE = 5;
type DueComptee = DueLigne & { passee: boolean; ensemble: number };

/**
 * Ce que l'agent doit dire : la source, de la cellule, qui sait seule qui a demandé l'anonymat ; l'évaluation, de son équipe ; les
 * conclusions et la saisine, de l'encadrement du territoire.
 */
export async function listDuesADire(contexte: Contexte): Promise<EcheanceDue[]> {
  const { tx, agent, aujourdhui } = contexte;
  const objets: ObjetDu[] = [
    ...(canDo(agent, 'ip.recueillir') ? (['source'] as const) : []),
    ...(canDo(agent, 'ip.evaluer') ? (['ouverture'] as const) : []),
    ...(canDo(agent, 'ip.valider') ? (['conclusions', 'saisine'] as const) : []),
  ];
  if (objets.length === 0) return [];
  const { rows } = await sql<DueComptee>`
    with dues as materialized (
      select d.*, d.pour < ${aujourdhui}::date as passee
      from ${buildDues(contexte, objets)} where d.pour <= ${addJours(aujourdhui, HORIZON_JOURS)}::date),
    sortes as (select d.objet, d.passee, count(*)::integer as ensemble from dues d group by d.objet, d.passee),
    montrees as materialized (
      select d.*, s.ensemble from sortes s cross join lateral (
        select x.* from dues x where x.objet = s.objet and x.passee = s.passee
        order by x.pour, x.id, x.signalement_id limit case when s.ensemble <= ${PAR_SORTE}::integer then s.ensemble else 1 end) d)
    select ${COLONNES_DUE}, d.passee, d.ensemble
    from montrees d join ip.information i on i.id = d.id and i.id = any (array(select m.id from montrees m))
      join organisation.unite u on u.id = d.unite_id`.execute(tx);
  return rows.map(buildDue);
}

const LIBELLES: Record<ObjetDu, { un: string; plusieurs: (nombre: number) => string }> = {
  source: { un: 'Dire les suites à la source', plusieurs: (nombre) => `Dire les suites à ${nombre} sources` },
  ouverture: {
    un: 'Dire aux parents que l’évaluation commence',
    plusieurs: (nombre) => `Dire aux parents que ${nombre} évaluations commencent`,
  },
  conclusions: {
    un: 'Dire aux parents les conclusions et les suites',
    plusieurs: (nombre) => `Dire aux parents les conclusions de ${nombre} évaluations`,
  },
  saisine: {
    un: 'Informer les parents par écrit de la saisine',
    plusieurs: (nombre) => `Informer les parents par écrit de ${nombre} saisines`,
  },
};

function buildDue(ligne: DueComptee): EcheanceDue {
  const { informationId, numero, objet, signalementId, faits, unite, mineurs, passee, ensemble } = ligne;
  const due = findInformationDue(faits, { objet, signalementId });
  if (!due) throw new Error(`Rien n’est à dire de « ${objet} » sur ${numero}`);
  const { regle, aQui, pour, etapes, textes } = due;
  const commun = {
    regle,
    objet: { module: 'suites', type: objet, id: Identifiant.parse(signalementId ?? informationId) },
    enfantId: null,
    pour,
    instant: null,
    gravite: 'normale' as const,
    attenteDe: null,
    faiteLe: null,
    etapes,
    textes,
  };
  if (ensemble > PAR_SORTE) {
    const href = `/informations/a-dire?vue=${passee ? 'en-retard' : 'a-venir'}&objet=${objet}`;
    return {
      ...commun,
      libelle: LIBELLES[objet].plusieurs(ensemble),
      detail: 'date de la plus ancienne',
      qui: { nom: 'Ce que l’on doit dire', href, detail: `${ensemble} informations à donner` },
      acte: { titre: 'Voir la liste', href },
    };
  }
  const [aine] = mineurs;
  const parametres = new URLSearchParams({ objet, aQui, ...(signalementId ? { signalementId } : {}) });
  return {
    ...commun,
    libelle: LIBELLES[objet].un,
    qui: { nom: aine ? formatMineur(aine) : numero, href: `/informations/${informationId}/suites`, detail: unite },
    detail: numero,
    acte: { titre: 'Inscrire', href: `/informations/${informationId}/suites/informer?${parametres}` },
  };
}
