import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listUnitesSignees } from '#modules/delegations/index.server.ts';
import {
  CASF_L226_4,
  type DelaiCompte,
  formatMineur,
  IP_033_RELANCE,
} from '#modules/informations-preoccupantes/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { computeEnvoi, computeRelance, computeSignature } from '../rules/signalement.ts';
import type { Signalement } from '../signalement.ts';
import type { VueSignalement } from '../signalement-filtre.ts';
import { ATTENTE_DEPUIS } from './signalements-queries.server.ts';

/** Ce que le signalement attend : chaque file est une vue de la liste. */
type File = Extract<VueSignalement, 'a-signer' | 'a-envoyer' | 'a-relancer' | 'sans-reponse'>;
type SignalementDu = Pick<Signalement, 'id' | 'etat' | 'creeLe' | 'valideLe' | 'envoyeA' | 'relanceLe'> & {
  informationId: string;
  numero: string;
  file: File;
  /** Combien dans cette file, celui-ci compris. */
  ensemble: number;
  unite: string;
  mineur: { rang: number; nom: string | null; prenom: string | null } | null;
};

/** Au-delà, une file tient en une ligne qui ouvre sa liste. */
const PAR_FILE = 5;

/**
 * Signer, de qui a délégation là où le signalement se fait ; envoyer, attendre et relancer le parquet, de la cellule et de
 * l'encadrement du territoire.
 */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  const { tx, agent, aujourdhui } = contexte;
  const { siennes } = await listUnitesSignees(contexte, 'signalement.saisir');
  const suit = canDo(agent, 'ip.recueillir') || canDo(agent, 'ip.valider');
  if (!suit && siennes.length === 0) return [];
  const jours = await getParametre(tx, 'ip.relance-parquet-jours', aujourdhui);
  const { rows } = await sql<SignalementDu>`
    with files as materialized (
      select s.*, case s.etat when 'brouillon' then 'a-signer' when 'valide' then 'a-envoyer'
        else case when ${ATTENTE_DEPUIS} + ${jours}::integer <= ${aujourdhui}::date then 'a-relancer' else 'sans-reponse' end
        end as file
      from acces.signalements_que_je_conduis s
      where s.etat in ('brouillon', 'valide', 'envoye', 'accuse') and ((s.etat = 'brouillon' and s.unite_id = any (${siennes}::uuid[]))
        or (s.etat <> 'brouillon' and ${suit}::boolean
          and (${canDo(agent, 'ip.recueillir')}::boolean or s.unite_id = any (${agent.unites}::uuid[]))))),
    dues as (
      select s.*, count(*) over file::integer as ensemble,
        row_number() over (file order by coalesce(${ATTENTE_DEPUIS}, s.valide_le), s.cree_le, s.id) as place
      from files s window file as (partition by s.file))
    select d.id, d.information_id, d.numero, d.etat, d.cree_le, d.valide_le, d.envoye_a, d.relance_le, d.file, d.ensemble, u.nom as unite,
      (select jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) from acces.mineurs_de_mes_informations m
        where m.information_id = d.information_id order by m.rang limit 1) as mineur
    from dues d join organisation.unite u on u.id = d.unite_id
    where d.place = 1 or d.ensemble <= ${PAR_FILE}`.execute(tx);
  return rows.map((ligne) => buildDue(ligne, jours));
}

type Attente = {
  libelle: string;
  acte: { titre: string; page: string };
  ensemble: (nombre: number) => string;
  compute: (signalement: SignalementDu, relanceJours: number) => DelaiCompte | null;
};

const ATTENTES: Record<File, Attente> = {
  'a-signer': {
    libelle: 'Signer le signalement',
    acte: { titre: 'Signer', page: 'signer' },
    ensemble: (nombre) => `Signer ${nombre} signalements`,
    compute: computeSignature,
  },
  'a-envoyer': {
    libelle: 'Envoyer le signalement au parquet',
    acte: { titre: 'Inscrire l’envoi', page: 'envoyer' },
    ensemble: (nombre) => `Envoyer ${nombre} signalements au parquet`,
    compute: computeEnvoi,
  },
  'a-relancer': {
    libelle: 'Relancer le parquet',
    acte: { titre: 'Inscrire la relance', page: 'relancer' },
    ensemble: (nombre) => `Relancer le parquet pour ${nombre} signalements`,
    compute: computeRelance,
  },
  'sans-reponse': {
    libelle: 'Réponse du parquet, ou relance',
    acte: { titre: 'Ouvrir', page: '' },
    ensemble: (nombre) => `Réponse du parquet sur ${nombre} signalements`,
    compute: computeRelance,
  },
};

function buildDue(ligne: SignalementDu, relanceJours: number): EcheanceDue {
  const { id, informationId, numero, file, ensemble, unite, mineur } = ligne;
  const { libelle, acte, compute, ensemble: formatEnsemble } = ATTENTES[file];
  const delai = compute(ligne, relanceJours);
  if (!delai) throw new Error(`Le signalement ${id} n’attend rien`);
  const duParquet = file === 'a-relancer' || file === 'sans-reponse';
  const commun = {
    regle: duParquet ? 'IP-033' : 'IP-030',
    objet: { module: 'signalements', type: 'signalement', id: Identifiant.parse(id) },
    enfantId: null,
    ...delai,
    instant: null,
    gravite: duParquet ? ('normale' as const) : ('critique' as const),
    attenteDe: file === 'sans-reponse' ? 'parquet' : null,
    faiteLe: null,
    textes: duParquet ? [CASF_L226_4, IP_033_RELANCE] : [CASF_L226_4],
  };
  if (ensemble > PAR_FILE) {
    const href = `/informations/signalements?vue=${file}`;
    return {
      ...commun,
      libelle: formatEnsemble(ensemble),
      detail: 'date du plus ancien',
      qui: { nom: 'Signalements au procureur', href, detail: `${ensemble} signalements` },
      acte: { titre: 'Voir la liste', href },
    };
  }
  const href = `/informations/${informationId}/suites/signalements/${id}`;
  return {
    ...commun,
    libelle,
    qui: { nom: mineur ? formatMineur(mineur) : numero, href, detail: unite },
    detail: numero,
    acte: { titre: acte.titre, href: acte.page ? `${href}/${acte.page}` : href },
  };
}
