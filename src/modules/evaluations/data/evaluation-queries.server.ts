import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { formatMineur, LIBELLE_QUALITE, type QualiteAdulte } from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { Aupres, IssueRencontre, LieuRencontre } from '../evaluation.ts';
import type { FaitsEvaluation, MineurEvalue } from '../rules/faits.ts';

/** Où en est le rapport, en plus de ce qu'en lisent les règles. */
export type RapportEnTete = {
  referentiel: string | null;
  referentielVersion: string | null;
  version: number;
  remisLe: JourCivil | null;
  remisPar: string | null;
  valideLe: JourCivil | null;
  validePar: string | null;
};

export type FaitsLus = Omit<FaitsEvaluation, 'rencontres' | 'avis' | 'rubriques'> & {
  rencontres: readonly (FaitsEvaluation['rencontres'][number] & { id: string })[];
  avis: readonly (FaitsEvaluation['avis'][number] & {
    id: string;
    qui: string | null;
    le: JourCivil;
    recueilli: boolean;
  })[];
  rubriques: readonly (FaitsEvaluation['rubriques'][number] & { par: string | null; le: string })[];
  rapport: FaitsEvaluation['rapport'] & RapportEnTete;
  /** Les titulaires sont informés de l'évaluation, ou en sont dispensés (IP-015). */
  ouvertureDite: boolean;
  /** Le dernier complément demandé. */
  complement: { motif: string; le: string; par: string | null } | null;
};

const RAPPORT_VIDE: FaitsLus['rapport'] = {
  conclusion: null,
  proposition: null,
  argumentaire: null,
  evaluationImpossible: false,
  sansDomicileMotif: null,
  referentiel: null,
  referentielVersion: null,
  version: 1,
  remisLe: null,
  remisPar: null,
  valideLe: null,
  validePar: null,
};

type MineurLu = Omit<MineurEvalue, 'nom'> & {
  rang: number;
  nom: string | null;
  nomUsage: string | null;
  prenom: string | null;
};
type Lu = Omit<FaitsLus, 'mineurs' | 'titulaires' | 'rapport'> & {
  mineurs: readonly MineurLu[];
  titulaires: readonly { id: string; nom: string | null; prenom: string | null; qualite: QualiteAdulte }[];
  rapport: FaitsLus['rapport'] | null;
};

/** Tout ce que lisent les règles d'une évaluation, en une requête, sans les textes. */
export async function getFaits({ tx }: Contexte, informationId: string): Promise<FaitsLus> {
  const { rows } = await sql<Lu>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'rang', m.rang, 'nom', m.nom, 'nomUsage', m.nom_usage, 'prenom', m.prenom,
          'role', m.role, 'aNaitre', m.a_naitre) order by m.rang)
        from ip.mineur m where m.information_id = i.id), '[]') as mineurs,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'nom', a.nom, 'prenom', a.prenom, 'qualite', a.qualite) order by a.rang)
        from ip.adulte a where a.information_id = i.id and a.titulaire), '[]') as titulaires,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'le', r.le, 'lieu', r.lieu, 'issue', r.issue, 'titulairesPresents', r.titulaires_presents,
          'mineurSeul', r.mineur_seul,
          'mineurs', coalesce((select jsonb_agg(x.mineur_id) from ip.rencontre_mineur x where x.rencontre_id = r.id), '[]')) order by r.le desc, r.id desc)
        from ip.rencontre r where r.information_id = i.id), '[]') as rencontres,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'aupres', v.aupres, 'mineurId', v.mineur_id, 'adulteId', v.adulte_id,
          'qui', v.qui, 'le', v.le, 'recueilli', v.recueilli)
          order by array_position(array['mineur', 'titulaire', 'entourage', 'professionnel'], v.aupres), v.le, v.id)
        from ip.avis v where v.information_id = i.id), '[]') as avis,
      coalesce((select jsonb_agg(jsonb_build_object('mineurId', b.mineur_id, 'code', b.code, 'par', a.nom || ' ' || a.prenom, 'le', b.modifiee_le))
        from ip.rubrique b left join organisation.agent a on a.id = b.modifiee_par where b.information_id = i.id and b.texte <> ''), '[]') as rubriques,
      coalesce((select jsonb_agg(jsonb_build_object('mineurId', l.mineur_id, 'nonSeul', l.non_seul, 'impossibleMotif', l.impossible_motif))
        from ip.volet l where l.information_id = i.id), '[]') as volets,
      (select jsonb_build_object('conclusion', p.conclusion, 'proposition', p.proposition, 'argumentaire', p.argumentaire,
          'evaluationImpossible', p.evaluation_impossible, 'sansDomicileMotif', p.sans_domicile_motif,
          'referentiel', p.referentiel, 'referentielVersion', p.referentiel_version, 'version', p.version,
          'remisLe', p.remis_le, 'remisPar', r.nom || ' ' || r.prenom, 'valideLe', p.valide_le, 'validePar', v.nom || ' ' || v.prenom)
        from ip.rapport p left join organisation.agent r on r.id = p.remis_par left join organisation.agent v on v.id = p.valide_par
        where p.information_id = i.id) as rapport,
      exists (select 1 from ip.information_donnee d
        where d.information_id = i.id and d.objet = 'ouverture' and d.a_qui = 'titulaires') as ouverture_dite,
      (select jsonb_build_object('motif', h.motif, 'le', h.le, 'par', a.nom || ' ' || a.prenom)
        from ip.acte h left join organisation.agent a on a.id = h.par_id
        where h.information_id = i.id and h.acte = 'demander-complement' order by h.rang desc limit 1) as complement
    from ip.information i where i.id = ${informationId}`.execute(tx);
  const lu = rows[0];
  if (!lu) throw new Introuvable('Absente, ou hors de vos missions.');
  return {
    ...lu,
    mineurs: lu.mineurs.map(({ id, role, aNaitre, ...identite }) => ({
      id,
      role,
      aNaitre,
      nom: formatMineur(identite),
    })),
    titulaires: lu.titulaires.map(({ id, nom, prenom, qualite }) => ({
      id,
      nom: nom || prenom ? formatNom(nom ?? '', prenom) : LIBELLE_QUALITE[qualite],
    })),
    rapport: lu.rapport ?? RAPPORT_VIDE,
  };
}

export type RencontreLue = {
  id: string;
  le: JourCivil;
  lieu: LieuRencontre;
  issue: IssueRencontre;
  titulairesPresents: boolean;
  mineurSeul: boolean;
  accordParental: boolean | null;
  sansAccordMotif: string | null;
  compteRendu: string | null;
  mineurs: readonly string[];
  par: string | null;
  version: number;
};

/** Les rencontres d'une évaluation, la plus récente d'abord ; `id` : une seule. */
export async function listRencontres(
  { tx }: Contexte,
  informationId: string,
  id: string | null = null,
): Promise<RencontreLue[]> {
  const { rows } = await sql<RencontreLue>`
    select r.id, r.le, r.lieu, r.issue, r.titulaires_presents, r.mineur_seul, r.accord_parental, r.sans_accord_motif, r.compte_rendu,
      coalesce((select jsonb_agg(x.mineur_id) from ip.rencontre_mineur x where x.rencontre_id = r.id), '[]') as mineurs,
      a.nom || ' ' || a.prenom as par, r.version
    from ip.rencontre r left join organisation.agent a on a.id = r.par_id
    where r.information_id = ${informationId} and (${id}::uuid is null or r.id = ${id}::uuid) order by r.le desc, r.id desc`.execute(
    tx,
  );
  return rows;
}

export type AvisLu = {
  id: string;
  aupres: Aupres;
  mineurId: string | null;
  adulteId: string | null;
  qui: string | null;
  le: JourCivil;
  recueilli: boolean;
  teneur: string | null;
  motifAbsence: string | null;
  par: string | null;
  version: number;
};

/** Les avis d'une évaluation, dans l'ordre où le texte les demande ; `id` : un seul. */
export async function listAvisRecueillis(
  { tx }: Contexte,
  informationId: string,
  id: string | null = null,
): Promise<AvisLu[]> {
  const { rows } = await sql<AvisLu>`
    select v.id, v.aupres, v.mineur_id, v.adulte_id, v.qui, v.le, v.recueilli, v.teneur, v.motif_absence, a.nom || ' ' || a.prenom as par, v.version
    from ip.avis v left join organisation.agent a on a.id = v.par_id
    where v.information_id = ${informationId} and (${id}::uuid is null or v.id = ${id}::uuid)
    order by array_position(array['mineur', 'titulaire', 'entourage', 'professionnel'], v.aupres), v.le, v.id`.execute(
    tx,
  );
  return rows;
}

export type VoletLu = {
  mineurId: string;
  nonSeul: string | null;
  nonSeulMotif: string | null;
  impossibleMotif: string | null;
};

export async function listVolets({ tx }: Contexte, informationId: string): Promise<VoletLu[]> {
  return tx
    .selectFrom('ip.volet')
    .select(['mineurId', 'nonSeul', 'nonSeulMotif', 'impossibleMotif'])
    .where('informationId', '=', informationId)
    .execute();
}
