import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getDepartement, getParametre } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { getZoneFeriee, type ZoneFeriee } from '#shared/jours-feries.ts';
import type { CibleInformation } from '../droits.ts';
import type {
  Canal,
  CategorieSource,
  EtatInformation,
  MotifHorsIp,
  NatureLien,
  QualiteAdulte,
  RoleMineur,
  SourceIp,
  TypeDanger,
  Urgence,
} from '../information.ts';
import type { SuiteDecidee } from '../rules/transitions.ts';

export type MineurDeFiche = {
  id: string;
  rang: number;
  role: RoleMineur;
  nom: string | null;
  nomUsage: string | null;
  prenom: string | null;
  sexe: 'feminin' | 'masculin' | 'inconnu';
  dateNaissance: JourCivil | null;
  naissancePrecision: 'exacte' | 'mois' | 'annee' | 'declaree' | 'judiciaire' | 'inconnue';
  ageEstime: number | null;
  aNaitre: boolean;
  termePrevu: JourCivil | null;
  enfantId: string | null;
  /** Numéro du dossier relié, si l'agent peut l'ouvrir. */
  enfantNumero: string | null;
};

/** Ce que montrent toutes les pages d'une information, et de quoi dire ce qu'on peut y faire. */
export type EnTeteInformation = CibleInformation & {
  id: string;
  numero: string;
  version: number;
  etat: EtatInformation;
  urgence: Urgence;
  recueA: string;
  recueLe: JourCivil;
  canal: Canal;
  source: SourceIp;
  categorieSource: CategorieSource;
  transmiseLe: JourCivil;
  echeance: JourCivil | null;
  qualifieeLe: JourCivil | null;
  closeLe: JourCivil | null;
  rapportRemisLe: JourCivil | null;
  rapportValideLe: JourCivil | null;
  /** Un élément nouveau est arrivé ce jour ; l'urgence n'a pas encore été revue (IP-037). */
  reanalyseDueLe: JourCivil | null;
  decision: SuiteDecidee | null;
  delaiReduitJours: number | null;
  delaiReduitMotif: string | null;
  unite: string;
  analyste: string | null;
  communeNom: string | null;
  equipe: readonly { id: string; nom: string }[];
  mineurs: readonly MineurDeFiche[];
  reglages: { joursOuvres: number; zone: ZoneFeriee };
};

type EnTeteLu = Omit<EnTeteInformation, 'reglages' | 'fermee' | 'suitUnMineur' | 'evaluateurs'>;

/** L'en-tête d'une information ; introuvable si la base ne la montre pas. */
export async function getEnTeteInformation(contexte: Contexte, id: string): Promise<EnTeteInformation> {
  const { tx, aujourdhui } = contexte;
  const { rows } = await sql<EnTeteLu>`
    select i.id, i.numero, i.version, i.etat, i.urgence, i.recue_a, i.recue_le, i.canal, i.source, i.categorie_source, i.transmise_le,
      i.echeance, i.qualifiee_le, i.close_le, i.rapport_remis_le, i.reanalyse_due_le, d.decision,
      (select r.valide_le from ip.rapport r where r.information_id = i.id) as rapport_valide_le, i.delai_reduit_jours, i.delai_reduit_motif,
      i.unite_id, u.nom as unite, a.nom || ' ' || a.prenom as analyste, i.commune_nom,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'nom', g.nom || ' ' || g.prenom) order by g.nom)
        from ip.evaluateur v join organisation.agent g on g.id = v.agent_id
        where v.information_id = i.id and v.periode @> ${aujourdhui}::date), '[]') as equipe,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'rang', m.rang, 'role', m.role, 'nom', m.nom, 'nomUsage', m.nom_usage,
          'prenom', m.prenom, 'sexe', m.sexe, 'dateNaissance', m.date_naissance, 'naissancePrecision', m.naissance_precision,
          'ageEstime', m.age_estime, 'aNaitre', m.a_naitre, 'termePrevu', m.terme_prevu, 'enfantId', m.enfant_id,
          'enfantNumero', e.numero) order by m.rang)
        from ip.mineur m left join enfants.enfant e on e.id = m.enfant_id where m.information_id = i.id), '[]') as mineurs
    from ip.information i
      join organisation.unite u on u.id = i.unite_id
      left join organisation.agent a on a.id = i.analyste_id
      left join ip.decision d on d.information_id = i.id
    where i.id = ${id}`.execute(tx);
  const ligne = rows[0];
  if (!ligne) throw new Introuvable('Absente, ou hors de vos missions.');
  const { code } = await getDepartement(contexte);
  const joursOuvres = await getParametre(tx, 'evaluation.tri-jours-ouvres', aujourdhui);
  return {
    ...ligne,
    evaluateurs: ligne.equipe.map(({ id: agentId }) => agentId),
    // La base l'a montrée : elle n'est pas fermée à cet agent.
    fermee: false,
    suitUnMineur: true,
    reglages: { joursOuvres, zone: getZoneFeriee(code) },
  };
}

export type AdulteDeFiche = {
  id: string;
  qualite: QualiteAdulte;
  titulaire: boolean;
  nom: string | null;
  prenom: string | null;
  dateNaissance: JourCivil | null;
  telephone: string | null;
  personneId: string | null;
};

export type AuteurDeFiche = {
  anonymatDemande: boolean;
  nom: string | null;
  qualite: string | null;
  organisme: string | null;
  telephone: string | null;
  courriel: string | null;
  adresse: string | null;
};

export type InformationLiee = {
  id: string;
  nature: NatureLien;
  note: string | null;
  numero: string;
  etat: EtatInformation;
  recueLe: JourCivil;
};

export type FicheInformation = {
  enTete: EnTeteInformation;
  faits: {
    texte: string;
    typesDanger: readonly TypeDanger[];
    parentsInformes: boolean | null;
    motifNonInformation: string | null;
    suitesDemandeesLe: JourCivil | null;
    saisineDirecteLe: JourCivil | null;
    adresse: string | null;
    motifHorsIp: MotifHorsIp | null;
    orientation: string | null;
    mesureJudiciaire: string | null;
  };
  /** Nul s'il est gardé de cet agent. */
  auteur: AuteurDeFiche | null;
  adultes: readonly AdulteDeFiche[];
  liees: readonly InformationLiee[];
  pieces: readonly { id: string; nom: string; nature: string; taille: number; le: string; par: string | null }[];
  actes: readonly {
    id: string;
    acte: string;
    motif: string | null;
    detail: Record<string, string | number | boolean | null>;
    le: string;
    par: string | null;
  }[];
  transfert: {
    departementCode: string;
    motif: string;
    transmisLe: JourCivil;
    parentsInformesLe: JourCivil | null;
    accuseLe: JourCivil | null;
    accuseReference: string | null;
    version: number;
  } | null;
};

/** Une information et tout ce que sa fiche montre, sous les politiques de lecture de chacun. */
export async function getFicheInformation(contexte: Contexte, id: string): Promise<FicheInformation> {
  const enTete = await getEnTeteInformation(contexte, id);
  const { rows } = await sql<Omit<FicheInformation, 'enTete'>>`
    select jsonb_build_object('texte', i.faits, 'typesDanger', i.types_danger, 'parentsInformes', i.parents_informes,
        'motifNonInformation', i.motif_non_information, 'suitesDemandeesLe', i.suites_demandees_le, 'saisineDirecteLe', i.saisine_directe_le,
        'adresse', nullif(concat_ws(', ', nullif(i.voie, ''), nullif(i.complement, ''), nullif(concat_ws(' ', i.code_postal, i.commune_nom), '')), ''),
        'motifHorsIp', i.motif_hors_ip, 'orientation', i.orientation, 'mesureJudiciaire', i.mesure_judiciaire) as faits,
      (select jsonb_build_object('anonymatDemande', t.anonymat_demande, 'nom', t.nom, 'qualite', t.qualite, 'organisme', t.organisme,
          'telephone', t.telephone, 'courriel', t.courriel, 'adresse', t.adresse)
        from ip.auteur t where t.information_id = i.id) as auteur,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'qualite', d.qualite, 'titulaire', d.titulaire, 'nom', d.nom,
          'prenom', d.prenom, 'dateNaissance', d.date_naissance, 'telephone', d.telephone, 'personneId', p.id) order by d.rang)
        from ip.adulte d left join enfants.personne p on p.id = d.personne_id where d.information_id = i.id), '[]') as adultes,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'nature', l.nature, 'note', l.note, 'numero', a.numero, 'etat', a.etat,
          'recueLe', a.recue_le) order by a.recue_a desc)
        from (select liee_id as autre, nature, note from ip.lien where information_id = i.id
          union all select information_id, nature, note from ip.lien where liee_id = i.id) l
        join ip.information a on a.id = l.autre), '[]') as liees,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'nom', c.nom, 'nature', c.nature, 'taille', c.taille,
          'le', c.deposee_le, 'par', g.nom || ' ' || g.prenom) order by c.deposee_le, c.id)
        from ip.piece c left join organisation.agent g on g.id = c.deposee_par where c.information_id = i.id), '[]') as pieces,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'acte', h.acte, 'motif', h.motif, 'detail', h.detail,
          'le', h.le, 'par', g.nom || ' ' || g.prenom) order by h.rang desc)
        from ip.acte h left join organisation.agent g on g.id = h.par_id where h.information_id = i.id), '[]') as actes,
      (select jsonb_build_object('departementCode', f.departement_code, 'motif', f.motif, 'transmisLe', f.transmis_le,
          'parentsInformesLe', f.parents_informes_le, 'accuseLe', f.accuse_le, 'accuseReference', f.accuse_reference, 'version', f.version)
        from ip.transfert f where f.information_id = i.id) as transfert
    from ip.information i where i.id = ${id}`.execute(contexte.tx);
  const ligne = rows[0];
  if (!ligne) throw new Introuvable('Absente, ou hors de vos missions.');
  return { enTete, ...ligne };
}
