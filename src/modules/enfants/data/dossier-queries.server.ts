import { type Compilable, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import { type AutoriteParentale, LIBELLE_ORGANISME, type Organisme } from '../autorite-parentale.ts';
import { type Filiation, LIBELLE_LIEN_QUALITE, type LienQualite } from '../lien.ts';
import type { Residence } from '../menage.ts';
import type { MissionNature } from '../mission.ts';
import type { PartenaireNature, PartenaireQualite } from '../partenaire.ts';
import { type AutreNomNature, formatPersonne, type Identite } from '../personne.ts';
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
export type AutreNom = { id: string; nature: AutreNomNature; nom: string; prenom: string | null };
export type LienDuDossier = Periode & {
  id: string;
  version: number;
  qualite: LienQualite;
  filiation: Filiation | null;
  commentaire: string | null;
  personneId: string;
  personne: Identite & { telephone: string | null; courriel: string | null; dateDeces: JourCivil | null };
  /** Vrai si la personne a elle-même un dossier que l'agent voit. */
  aDossier: boolean;
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
export type MissionDuDossier = Periode & {
  id: string;
  version: number;
  nature: MissionNature;
  motif: string | null;
  agentId: string | null;
  uniteId: string | null;
  nom: string;
};

/** Ce que rend une requête ; `build…`, `parse…` : la même liste, lue seule ou avec d'autres (dossier-entier-queries). */
type Lues<F extends (...args: never) => Compilable<object>> =
  ReturnType<F> extends Compilable<infer Ligne> ? Ligne[] : never;

const withPeriode = <T extends { periode: string }>({ periode, ...ligne }: T): Omit<T, 'periode'> & Periode => ({
  ...ligne,
  ...parseDaterange(periode),
});

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

/** La fiche qui a absorbé celle-ci, en suivant les fusions de fusions. */
export async function findFicheGardee({ tx }: Contexte, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ gardeeId: string }>`
    with recursive suite as (
      select f.gardee_id, 1 as rang from enfants.fusion f where f.absorbee_id = ${id} and f.annulee_le is null
      union all
      select f.gardee_id, s.rang + 1 from suite s join enfants.fusion f on f.absorbee_id = s.gardee_id and f.annulee_le is null where s.rang < 20
    ) select gardee_id from suite order by rang desc limit 1`.execute(tx);
  return rows[0]?.gardeeId;
}

export function buildAutresNoms({ tx }: Contexte, personneId: string) {
  return tx
    .selectFrom('enfants.autreNom')
    .select(['id', 'nature', 'nom', 'prenom'])
    .where('personneId', '=', personneId)
    .orderBy('id');
}
export function parseAutresNoms(lignes: Lues<typeof buildAutresNoms>): AutreNom[] {
  return lignes as AutreNom[];
}
export async function listAutresNoms(contexte: Contexte, personneId: string): Promise<AutreNom[]> {
  return parseAutresNoms(await buildAutresNoms(contexte, personneId).execute());
}

export function buildLiens({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.lien as l')
    .innerJoin('enfants.personne as p', 'p.id', 'l.personneId')
    .leftJoin('enfants.enfant as e', 'e.id', 'l.personneId')
    .select(['l.id', 'l.version', 'l.qualite', 'l.filiation', 'l.commentaire', 'l.periode', 'l.personneId'])
    .select([
      'p.nom',
      'p.nomUsage',
      'p.prenom',
      'p.sexe',
      'p.dateNaissance',
      'p.naissancePrecision',
      'p.telephone',
      'p.courriel',
      'p.dateDeces',
    ])
    .select(sql<boolean>`e.id is not null`.as('aDossier'))
    .where('l.enfantId', '=', enfantId)
    .orderBy('l.id');
}
export function parseLiens(lignes: Lues<typeof buildLiens>): LienDuDossier[] {
  return lignes.map(({ id, version, qualite, filiation, commentaire, periode, personneId, aDossier, ...personne }) => ({
    id,
    version,
    commentaire,
    personneId,
    aDossier,
    qualite: qualite as LienQualite,
    filiation: filiation as Filiation | null,
    personne: personne as LienDuDossier['personne'],
    ...parseDaterange(periode),
  }));
}
export async function listLiens(contexte: Contexte, enfantId: string): Promise<LienDuDossier[]> {
  return parseLiens(await buildLiens(contexte, enfantId).execute());
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

export function buildMissions({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.mission as m')
    .leftJoin('organisation.agent as a', 'a.id', 'm.agentId')
    .leftJoin('organisation.unite as u', 'u.id', 'm.uniteId')
    .select(['m.id', 'm.version', 'm.nature', 'm.motif', 'm.periode', 'm.agentId', 'm.uniteId'])
    .select(sql<string>`coalesce(a.prenom || ' ' || a.nom, u.nom)`.as('nom'))
    .where('m.enfantId', '=', enfantId)
    .orderBy(sql`lower(m.periode)`);
}
export function parseMissions(lignes: Lues<typeof buildMissions>): MissionDuDossier[] {
  return lignes.map(({ periode, ...ligne }) => ({
    ...(ligne as Omit<MissionDuDossier, 'du' | 'au'>),
    ...parseDaterange(periode),
  }));
}
export async function listMissions(contexte: Contexte, enfantId: string): Promise<MissionDuDossier[]> {
  return parseMissions(await buildMissions(contexte, enfantId).execute());
}

export type FoyerDuDossier = Periode & {
  membreId: string;
  menageId: string;
  libelle: string;
  residence: Residence;
  adresses: (Periode & {
    voie: string | null;
    complement: string | null;
    codePostal: string | null;
    communeNom: string | null;
  })[];
  membres: (Periode & { id: string; personneId: string; nom: string; estEnfant: boolean })[];
};

/** Les foyers où vit ou a vécu la personne : adresses successives, et qui y vit aujourd'hui. */
export async function listFoyers({ tx, aujourdhui }: Contexte, personneId: string): Promise<FoyerDuDossier[]> {
  type EnBase<T extends Periode> = Omit<T, 'du' | 'au'> & { periode: string };
  type Brute = EnBase<Omit<FoyerDuDossier, 'adresses' | 'membres'> & Periode> & {
    adresses: EnBase<FoyerDuDossier['adresses'][number]>[];
    membres: EnBase<FoyerDuDossier['membres'][number]>[];
  };
  const { rows } = await sql<Brute>`
    select m.id as membre_id, g.id as menage_id, g.libelle, m.residence, m.periode,
      (select coalesce(jsonb_agg(jsonb_build_object('voie', a.voie, 'complement', a.complement, 'codePostal', a.code_postal, 'communeNom', coalesce(a.commune_nom, c.nom), 'periode', a.periode) order by lower(a.periode)), '[]')
         from enfants.adresse a left join organisation.commune c on c.code = a.commune_code where a.menage_id = g.id) as adresses,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'personneId', p.id, 'nom', p.prenom || ' ' || p.nom, 'estEnfant', e.id is not null, 'periode', x.periode) order by p.date_naissance, p.id), '[]')
         from enfants.menage_membre x join enfants.personne p on p.id = x.personne_id left join enfants.enfant e on e.id = p.id
         where x.menage_id = g.id and x.periode @> ${aujourdhui}::date and p.id <> ${personneId}) as membres
    from enfants.menage_membre m join enfants.menage g on g.id = m.menage_id
    where m.personne_id = ${personneId} order by lower(m.periode)`.execute(tx);
  return rows.map(({ adresses, membres, ...foyer }) => ({
    ...withPeriode(foyer),
    adresses: adresses.map(withPeriode),
    membres: membres.map(withPeriode),
  }));
}
