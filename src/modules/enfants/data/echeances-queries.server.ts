import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { addAns, addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { evaluateMajoriteDue } from '../rules/majorite.ts';
import { C_CIV_388 } from '../rules/textes.ts';

type BientotMajeur = {
  id: string;
  numero: string;
  nom: string;
  prenom: string;
  dateNaissance: JourCivil;
  exacte: boolean;
};

const JOURS_AVANT = 30;
const AU_PLUS = 20;

/** Les enfants qui deviennent majeurs sous trente jours : les siens pour un référent, ceux de son périmètre pour un cadre. */
export async function listEcheances({ tx, agent, aujourdhui }: Contexte): Promise<EcheanceDue[]> {
  const tous = canDo(agent, 'enfants.affecter');
  const [du, au] = [addAns(aujourdhui, -18), addAns(addJours(aujourdhui, JOURS_AVANT), -18)];
  const { rows } = await sql<BientotMajeur>`
    select d.id, d.numero, d.nom, d.prenom, d.date_naissance, d.naissance_precision = 'exacte' as exacte
    from acces.mes_dossiers d
    where d.id = any (array(select n.enfant_id from acces.mes_naissances n where n.date_naissance between ${du}::date and ${au}::date))
      and d.clos_le is null
      and (${tous} or d.referent_id = ${agent.id} or d.referent_id = any ((select acces.relayes())::uuid[]))
    order by d.date_naissance, d.id limit ${AU_PLUS}`.execute(tx);
  return rows.map(buildDue);
}

function buildDue({ id, numero, nom, prenom, dateNaissance, exacte }: BientotMajeur): EcheanceDue {
  const { pour, etapes } = evaluateMajoriteDue(dateNaissance, exacte);
  return {
    regle: 'TPS-07',
    objet: { module: 'enfants', type: 'enfant', id: Identifiant.parse(id) },
    enfantId: Identifiant.parse(id),
    libelle: 'Préparer la majorité',
    pour,
    instant: null,
    gravite: 'normale',
    attenteDe: null,
    faiteLe: null,
    etapes,
    textes: [C_CIV_388],
    qui: { nom: formatNom(nom, prenom), href: `/enfants/${id}`, detail: `dossier ${numero}` },
    acte: { titre: 'Ouvrir le dossier', href: `/enfants/${id}` },
  };
}
