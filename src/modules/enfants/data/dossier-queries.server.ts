import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Lues } from '#database/ensemble.ts';
import { type Identite, LIBELLE_LIEN_QUALITE, type LienQualite } from '#modules/personnes/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import { type AutoriteParentale, LIBELLE_ORGANISME, type Organisme } from '../autorite-parentale.ts';
import type { PartenaireNature, PartenaireQualite } from '../partenaire.ts';
import type { Statut } from '../statut.ts';

export type EnTeteDossier = Identite & {
  id: string;
  numero: string;
  restreint: boolean;
  ouvertLe: JourCivil;
  closLe: JourCivil | null;
  version: number;
  versionPersonne: number;
  autresPrenoms: string | null;
  lieuNaissance: string | null;
  dateDeces: JourCivil | null;
  telephone: string | null;
  courriel: string | null;
};
export type PartenaireDuDossier = Periode & {
  id: string;
  version: number;
  qualite: PartenaireQualite;
  nature: PartenaireNature;
  nom: string;
  interlocuteur: string | null;
  telephone: string | null;
  courriel: string | null;
  communeNom: string | null;
  commentaire: string | null;
};
export function buildEnTete({ tx }: Contexte, id: string) {
  return tx
    .selectFrom('enfants.enfant as e')
    .innerJoin('enfants.personne as p', 'p.id', 'e.id')
    .select(['e.id', 'e.numero', 'e.restreint', 'e.ouvertLe', 'e.closLe', 'e.version', 'p.version as versionPersonne'])
    .select([
      'p.nom',
      'p.nomUsage',
      'p.prenom',
      'p.autresPrenoms',
      'p.sexe',
      'p.dateNaissance',
      'p.naissancePrecision',
      'p.lieuNaissance',
      'p.dateDeces',
      'p.telephone',
      'p.courriel',
    ])
    .where('e.id', '=', id)
    .where('p.fusionneeDans', 'is', null);
}

/** La personne et son dossier. */
export async function getEnTete(contexte: Contexte, id: string): Promise<EnTeteDossier> {
  const enTete = await buildEnTete(contexte, id).executeTakeFirst();
  if (!enTete) throw new Introuvable('Ce dossier est absent, ou hors de vos missions.');
  return enTete as EnTeteDossier;
}

export function buildAutorites({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.autoriteParentale as a')
    .leftJoin('enfants.personne as p', 'p.id', 'a.personneId')
    .select([
      'a.id',
      'a.personneId',
      'a.organisme',
      'a.titulaire',
      'a.exercice',
      'a.fondement',
      'a.periode',
      'p.nom',
      'p.nomUsage',
      'p.prenom',
    ])
    .select(
      sql<
        string | null
      >`(select l.qualite from enfants.lien l where l.enfant_id = a.enfant_id and l.personne_id = a.personne_id order by l.id limit 1)`.as(
        'qualite',
      ),
    )
    .where('a.enfantId', '=', enfantId)
    .orderBy(sql`lower(a.periode)`);
}
export function parseAutorites(lignes: Lues<typeof buildAutorites>): AutoriteParentale[] {
  return lignes.map(({ nom, nomUsage, prenom, qualite, periode, ...ligne }) => ({
    ...ligne,
    organisme: ligne.organisme as Organisme | null,
    exercice: ligne.exercice as AutoriteParentale['exercice'],
    nom: ligne.organisme
      ? `le ${LIBELLE_ORGANISME[ligne.organisme as Organisme]}`
      : [
          qualite && LIBELLE_LIEN_QUALITE[qualite as LienQualite],
          nom && formatPersonne({ nom, nomUsage, prenom: prenom ?? '' }),
        ]
          .filter(Boolean)
          .join(' ') || 'une personne hors de vos missions',
    ...parseDaterange(periode),
  }));
}
export async function listAutorites(contexte: Contexte, enfantId: string): Promise<AutoriteParentale[]> {
  return parseAutorites(await buildAutorites(contexte, enfantId).execute());
}

export function buildStatuts({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.statut')
    .select(['id', 'code', 'fondement', 'periode'])
    .where('enfantId', '=', enfantId)
    .orderBy(sql`lower(periode)`);
}
export function parseStatuts(lignes: Lues<typeof buildStatuts>): Statut[] {
  return lignes.map(({ periode, ...ligne }) => ({
    ...(ligne as Omit<Statut, 'du' | 'au'>),
    ...parseDaterange(periode),
  }));
}
export async function listStatuts(contexte: Contexte, enfantId: string): Promise<Statut[]> {
  return parseStatuts(await buildStatuts(contexte, enfantId).execute());
}

export function buildPartenaires({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.partenaireEnfant as l')
    .innerJoin('enfants.partenaire as p', 'p.id', 'l.partenaireId')
    .select([
      'l.id',
      'l.version',
      'l.qualite',
      'l.commentaire',
      'l.periode',
      'p.nature',
      'p.nom',
      'p.interlocuteur',
      'p.telephone',
      'p.courriel',
      'p.communeNom',
    ])
    .where('l.enfantId', '=', enfantId)
    .orderBy(sql`lower(l.periode)`);
}
export function parsePartenaires(lignes: Lues<typeof buildPartenaires>): PartenaireDuDossier[] {
  return lignes.map(({ periode, ...ligne }) => ({
    ...(ligne as Omit<PartenaireDuDossier, 'du' | 'au'>),
    ...parseDaterange(periode),
  }));
}
export async function listPartenaires(contexte: Contexte, enfantId: string): Promise<PartenaireDuDossier[]> {
  return parsePartenaires(await buildPartenaires(contexte, enfantId).execute());
}

export function buildReouvertures({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.reouverture')
    .select(['id', 'closLe', 'rouvertLe', 'motif', 'explication'])
    .where('enfantId', '=', enfantId)
    .orderBy('creeLe');
}
