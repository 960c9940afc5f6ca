import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import {
  type CategorieSource,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_SOURCE,
  type TypeDanger,
} from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

type Ligne = Readonly<Record<string, string | number | boolean | null>> & { id: string };

/** Ce qui se corrige d'une information, tel qu'il est enregistré. */
export type EtatCorrigeable = {
  version: number;
  faits: string;
  typesDanger: TypeDanger[];
  parentsInformes: boolean | null;
  motifNonInformation: string | null;
  voie: string | null;
  complement: string | null;
  codePostal: string | null;
  communeNom: string | null;
  communeCode: string | null;
  delaiReduitJours: number | null;
  recueLe: JourCivil;
  recueHeure: string;
  canal: string;
  source: keyof typeof LIBELLE_SOURCE;
  categorieSource: CategorieSource;
  transmiseLe: JourCivil;
  suitesDemandeesLe: JourCivil | null;
  saisineDirecteLe: JourCivil | null;
  auteur: Readonly<Record<string, string | boolean | null>> | null;
  mineurs: readonly Ligne[];
  adultes: readonly Ligne[];
};

export async function getCorrigeable({ tx }: Contexte, id: string): Promise<EtatCorrigeable> {
  const { rows } = await sql<EtatCorrigeable>`
    select i.version, i.faits, i.types_danger, i.parents_informes, i.motif_non_information, i.voie, i.complement, i.code_postal,
      i.commune_nom, i.commune_code, i.delai_reduit_jours, i.recue_le, to_char(i.recue_a at time zone 'Europe/Paris', 'HH24:MI') as recue_heure,
      i.canal, i.source, i.categorie_source, i.transmise_le, i.suites_demandees_le, i.saisine_directe_le,
      (select jsonb_build_object('anonymatDemande', t.anonymat_demande, 'auteurNom', t.nom, 'auteurQualite', t.qualite,
          'auteurOrganisme', t.organisme, 'auteurTelephone', t.telephone, 'auteurCourriel', t.courriel, 'auteurAdresse', t.adresse)
        from ip.auteur t where t.information_id = i.id) as auteur,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'nom', m.nom, 'nomUsage', m.nom_usage, 'prenom', m.prenom,
          'sexe', m.sexe, 'dateNaissance', m.date_naissance, 'naissancePrecision', m.naissance_precision, 'ageEstime', m.age_estime,
          'aNaitre', m.a_naitre, 'termePrevu', m.terme_prevu, 'enfantId', m.enfant_id) order by m.rang)
        from ip.mineur m where m.information_id = i.id), '[]') as mineurs,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'qualite', a.qualite, 'titulaire', a.titulaire, 'nom', a.nom,
          'prenom', a.prenom, 'dateNaissance', a.date_naissance, 'telephone', a.telephone, 'personneId', a.personne_id) order by a.rang)
        from ip.adulte a where a.information_id = i.id), '[]') as adultes
    from ip.information i where i.id = ${id}`.execute(tx);
  if (!rows[0]) throw new Introuvable('Absente, ou hors de vos missions.');
  return rows[0];
}

/** La version enregistrée, libellé → valeur, pour la comparer à celle qu'on tapait. */
export function formatCorrigeable(etat: EtatCorrigeable): Record<string, string> {
  const nommes = (lignes: readonly Ligne[]) =>
    lignes.map(({ prenom, nom }) => [prenom, nom].filter(Boolean).join(' ')).join(', ');
  return {
    Faits: etat.faits,
    Dangers: etat.typesDanger.map((type) => LIBELLE_DANGER[type]).join(', '),
    Enfants: nommes(etat.mineurs),
    Adultes: nommes(etat.adultes),
    Adresse: [etat.voie, etat.codePostal, etat.communeNom].filter(Boolean).join(' '),
    Source: `${LIBELLE_SOURCE[etat.source]}, ${LIBELLE_CATEGORIE[etat.categorieSource].toLocaleLowerCase('fr')}`,
    Reçue: `${formatJour(etat.recueLe, 'long')} à ${etat.recueHeure}`,
  };
}
