import type { ExecuteSql } from '#modules/acces/testing/departement-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import {
  type CategorieSource,
  type EtatInformation,
  formatNumeroInformation,
  isFinal,
  SOURCES,
  type SourceIp,
  type Urgence,
} from '../information.ts';
import { computeEcheanceEvaluation } from '../rules/delais.ts';

type MineurDEssai = {
  role?: 'signale' | 'autre-du-foyer';
  nom?: string | null;
  prenom?: string | null;
  sexe?: string;
  naissance?: string | null;
  ageEstime?: number | null;
  aNaitre?: boolean;
  enfantId?: string | null;
};

type Faits = {
  etat: EtatInformation;
  recueLe: string;
  urgence: Urgence;
  source: SourceIp;
  /** À défaut, celle que donne la source. */
  categorie: CategorieSource | null;
  faits: string;
  uniteId: string | null;
  analysteId: string | null;
  delaiReduitJours: number | null;
  anonyme: boolean;
  auteur: string | null;
  commune: { code: string | null; nom: string; codePostal: string } | null;
  voie: string | null;
  mineurs: readonly MineurDEssai[];
  adultes: readonly { qualite: string; nom: string; prenom: string; titulaire?: boolean; personneId?: string }[];
  equipe: readonly { agentId: string; periode: string }[];
};

export type InformationDEssai = {
  /** L'état, avec les dates et motifs qu'il exige. */
  etat: (etat: EtatInformation) => InformationDEssai;
  recueLe: (jour: string) => InformationDEssai;
  urgence: (urgence: Urgence) => InformationDEssai;
  source: (source: SourceIp) => InformationDEssai;
  /** L'unité qui la traite : obligatoire. */
  dansUnite: (uniteId: string) => InformationDEssai;
  analyseePar: (agentId: string) => InformationDEssai;
  delaiReduit: (jours: number) => InformationDEssai;
  /** L'auteur demande l'anonymat. */
  anonyme: (nom?: string) => InformationDEssai;
  a: (voie: string, codePostal: string, commune: string) => InformationDEssai;
  /** Un mineur de plus ; sans aucun, un mineur d'essai est posé. */
  avecMineur: (mineur?: MineurDEssai) => InformationDEssai;
  avecAdulte: (adulte?: Partial<Faits['adultes'][number]>) => InformationDEssai;
  /** Un membre de l'équipe d'évaluation. */
  evalueePar: (agentId: string, periode?: string) => InformationDEssai;
  /** Pose l'information dans la base, comme le propriétaire. */
  insert: (executeSql: ExecuteSql) => Promise<InformationPosee>;
};
export type InformationPosee = { id: string; numero: string; mineurs: string[]; adultes: string[] };

const TOUJOURS = '[2015-01-01,)';
/** Neuf chiffres : hors de la suite que la base numérote elle-même. */
let rang = 100_000_000;

/** anInformation().dansUnite(unite).etat('qualifiee').avecMineur({ prenom: 'Lou' }).insert(executeSql) */
export function anInformation(faits: Partial<Faits> = {}): InformationDEssai {
  const f: Faits = {
    etat: 'recue',
    recueLe: '2026-11-02',
    urgence: 'ordinaire',
    source: 'education-nationale',
    categorie: null,
    faits: 'Lou dit avoir peur de rentrer chez elle.',
    uniteId: null,
    analysteId: null,
    delaiReduitJours: null,
    anonyme: false,
    auteur: 'Mme Essai, directrice',
    commune: null,
    voie: null,
    mineurs: [],
    adultes: [],
    equipe: [],
    ...faits,
  };
  const avec = (plus: Partial<Faits>) => anInformation({ ...f, ...plus });
  return {
    etat: (etat) => avec({ etat }),
    recueLe: (recueLe) => avec({ recueLe }),
    urgence: (urgence) => avec({ urgence }),
    source: (source) => avec({ source }),
    dansUnite: (uniteId) => avec({ uniteId }),
    analyseePar: (analysteId) => avec({ analysteId }),
    delaiReduit: (delaiReduitJours) => avec({ delaiReduitJours }),
    anonyme: (auteur = 'M. Voisin') => avec({ anonyme: true, auteur }),
    a: (voie, codePostal, nom) => avec({ voie, commune: { code: null, nom, codePostal } }),
    avecMineur: (mineur = {}) => avec({ mineurs: [...f.mineurs, mineur] }),
    avecAdulte: (adulte = {}) =>
      avec({ adultes: [...f.adultes, { qualite: 'mere', nom: 'Essai', prenom: 'Anne', ...adulte }] }),
    evalueePar: (agentId, periode = TOUJOURS) => avec({ equipe: [...f.equipe, { agentId, periode }] }),
    insert: (executeSql) => insertInformation(executeSql, f),
  };
}

async function insertInformation(executeSql: ExecuteSql, f: Faits): Promise<InformationPosee> {
  if (f.uniteId === null) throw new Error('Dites quelle unité la traite : anInformation().dansUnite(…)');
  rang += 1;
  const id = createIdentifiant();
  const numero = formatNumeroInformation(f.recueLe.slice(0, 4), rang);
  const ligne = { id, numero, ...buildColonnes(f) };
  const noms = Object.keys(ligne);
  await executeSql(
    `insert into ip.information (${noms.join(', ')}) values (${noms.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(ligne),
  );
  await executeSql('insert into ip.auteur (information_id, anonymat_demande, nom) values ($1, $2, $3)', [
    id,
    f.anonyme,
    f.auteur,
  ]);
  await executeSql(
    "insert into ip.acte (id, information_id, acte, etat_avant, etat_apres, le) values ($1, $2, 'recevoir', null, 'recue', $3)",
    [createIdentifiant(), id, `${f.recueLe}T09:00:00+01:00`],
  );
  const mineurs: string[] = [];
  for (const [i, mineur] of (f.mineurs.length > 0 ? f.mineurs : [{}]).entries())
    mineurs.push(await insertMineur(executeSql, id, i + 1, mineur));
  const adultes: string[] = [];
  for (const [i, a] of f.adultes.entries()) {
    const adulteId = createIdentifiant();
    await executeSql(
      'insert into ip.adulte (id, information_id, rang, qualite, titulaire, nom, prenom, personne_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [adulteId, id, i + 1, a.qualite, a.titulaire ?? true, a.nom, a.prenom, a.personneId ?? null],
    );
    adultes.push(adulteId);
  }
  for (const { agentId, periode } of f.equipe)
    await executeSql('insert into ip.evaluateur (id, information_id, agent_id, periode) values ($1, $2, $3, $4)', [
      createIdentifiant(),
      id,
      agentId,
      periode,
    ]);
  return { id, numero, mineurs, adultes };
}

/** L'état exige des dates : elles suivent la réception d'un jour chacune. */
function buildColonnes(f: Faits): Record<string, unknown> {
  const recueLe = jourCivil(f.recueLe);
  const jour = (n: number) => addJours(recueLe, n);
  const qualifiee = !['recue', 'en-premiere-analyse', 'hors-ip', 'transferee'].includes(f.etat);
  const attribuee = qualifiee && f.etat !== 'qualifiee';
  const debutee = attribuee && f.etat !== 'attribuee';
  const remis = debutee && !['en-evaluation', 'suspendue'].includes(f.etat);
  const decidee = f.etat === 'decidee' || f.etat.startsWith('close-');
  return {
    etat: f.etat,
    recue_a: `${f.recueLe}T09:00:00+01:00`,
    canal: 'telephone',
    source: f.source,
    categorie_source: f.categorie ?? SOURCES[f.source].categorie,
    transmise_le: f.recueLe,
    faits: f.faits,
    urgence: f.urgence,
    types_danger: qualifiee ? ['negligences'] : [],
    voie: f.voie,
    code_postal: f.commune?.codePostal ?? null,
    commune_code: f.commune?.code ?? null,
    commune_nom: f.commune?.nom ?? null,
    unite_id: f.uniteId,
    analyste_id: f.analysteId,
    qualifiee_le: qualifiee ? jour(1) : null,
    echeance: qualifiee ? computeEcheanceEvaluation(recueLe, f.delaiReduitJours).pour : null,
    delai_reduit_jours: f.delaiReduitJours,
    delai_reduit_motif: f.delaiReduitJours === null ? null : 'Un mineur a moins de deux ans',
    motif_hors_ip: f.etat === 'hors-ip' ? 'sans-danger' : null,
    attribuee_le: attribuee ? jour(2) : null,
    evaluation_debutee_le: debutee ? jour(3) : null,
    rapport_remis_le: remis ? jour(4) : null,
    decidee_le: decidee ? jour(5) : null,
    suspendue_le: f.etat === 'suspendue' ? jour(4) : null,
    close_le: isFinal(f.etat) ? jour(6) : null,
  };
}

async function insertMineur(
  executeSql: ExecuteSql,
  informationId: string,
  numero: number,
  m: MineurDEssai,
): Promise<string> {
  const id = createIdentifiant();
  const naissance = m.aNaitre ? null : m.naissance === undefined ? '2018-05-06' : m.naissance;
  await executeSql(
    `insert into ip.mineur (id, information_id, rang, role, nom, prenom, sexe, date_naissance, naissance_precision, age_estime, a_naitre, enfant_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      informationId,
      numero,
      m.role ?? (numero === 1 ? 'signale' : 'autre-du-foyer'),
      m.nom === undefined ? 'Essai' : m.nom,
      m.prenom === undefined ? `Lou${numero}` : m.prenom,
      m.sexe ?? 'feminin',
      naissance,
      naissance === null ? 'inconnue' : 'exacte',
      m.ageEstime ?? null,
      m.aNaitre ?? false,
      m.enfantId ?? null,
    ],
  );
  return id;
}
