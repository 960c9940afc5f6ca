import {
  computeEcheanceEvaluation,
  formatNumeroInformation,
  isDelaiReduitDu,
} from '#modules/informations-preoccupantes/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Alea } from '../alea.ts';
import { addAnnees, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import type { Socle } from '../departement.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { createNom, createPrenom, createTelephone } from '../noms/identite.ts';
import type { Signataire } from '../organisation/signataires.ts';
import { buildActes } from './actes.ts';
import type { Chronologie, Issue } from './chronologie.ts';
import { addEvaluation } from './evaluation.ts';
import { type Foyer, formatMineur } from './foyers.ts';
import { type Ligne, listLotsIp } from './lignes.ts';
import { type Bureau, createBureau, listRecues, type Recue } from './receptions.ts';
import { buildFaits, PARTS_DANGERS } from './recits.ts';
import { addSuites } from './suites.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Qui transmet [C]. */
const SOURCES: Readonly<Record<string, number>> = {
  'education-nationale': 0.28,
  'service-social': 0.12,
  pmi: 0.06,
  'police-gendarmerie': 0.1,
  parquet: 0.08,
  famille: 0.07,
  'voisinage-particulier': 0.03,
  anonyme: 0.02,
  'mineur-lui-meme': 0.01,
  'snated-119': 0.09,
  'hopital-sante': 0.07,
  'association-essms': 0.05,
  'commune-ccas': 0.02,
};
const PARTICULIERS = ['famille', 'voisinage-particulier', 'mineur-lui-meme'];
/** Trois ans d'informations préoccupantes : les closes, celles en cours (les évaluations du stock), celles d'hier à trier. */
export function buildInformations(departement: Socle): Lot[] {
  const bureau = createBureau(departement);
  const recues = listRecues(bureau).sort(
    (a, b) => a.chronologie.recue - b.chronologie.recue || (a.cle < b.cle ? -1 : 1),
  );
  const rangs = new Map<string, number>();
  const precedentes = new Map<string, string>();
  for (const recue of recues) {
    const annee = formatNumero(recue.chronologie.recue).slice(0, 4);
    const rang = (rangs.get(annee) ?? 0) + 1;
    rangs.set(annee, rang);
    const id = addInformation(bureau, recue, formatNumeroInformation(annee, rang));
    relier(bureau, recue, id, precedentes);
  }
  return listLotsIp(bureau.lignes);
}

function addInformation(bureau: Bureau, recue: Recue, numero: string): string {
  const { lignes, monde } = bureau;
  const { chronologie: c, foyer, alea, issue } = recue;
  const id = alea.identifiant(c.recue);
  const cripId = monde.findAuteur(alea, c.recue);
  const origine = tirerOrigine(alea.flux('origine'), c.recue);
  const urgente = alea.chance(0.06);
  const mineurs = foyer.mineurs.map((mineur, i) => ({ id: alea.identifiant(c.recue), rang: i + 1, mineur }));
  lignes.information.push({
    id,
    numero,
    etat: c.etat,
    recueA: alea.instant(c.recue),
    ...tirerRecit(alea.flux('recit'), c.etat, urgente),
    ...formatOrigine(alea.flux('canal'), origine),
    ...foyer.adresse,
    complement: null,
    menageId: foyer.menageId,
    uniteId: c.attribuee === null ? monde.organisation.idDe('CRIP') : foyer.uniteId,
    analysteId: c.etat === 'recue' ? null : cripId,
    ...buildJours(c, issue, mineurs),
    mesureJudiciaire: recue.suivi && alea.chance(0.5) ? MESURE_EN_COURS : null,
    creePar: cripId,
    creeLe: alea.instant(c.recue),
    version: 3,
  });
  addAuteur(bureau, alea.flux('auteur'), id, origine);
  for (const { id: mineurId, rang, mineur } of mineurs) lignes.mineur.push(formatMineur(mineurId, id, rang, mineur));
  foyer.adultes.forEach((adulte, i) => {
    lignes.adulte.push({
      id: alea.identifiant(c.recue),
      informationId: id,
      rang: i + 1,
      ...adulte,
      dateNaissance: null,
    });
  });
  const signataire = findSignataire(bureau, recue, c.decidee ?? c.validation ?? c.qualifiee ?? c.recue);
  const qui = { cripId, equipe: recue.equipe, signataireId: signataire?.agentId ?? null };
  lignes.acte.push(...buildActes(alea.flux('actes'), id, c, qui));
  addTransfert(bureau, alea.flux('transfert'), id, c);
  addDeroule(bureau, recue, id, { mineurs, origine, cripId, urgente, signataire });
  return id;
}

/** Qui décide des suites et signe le signalement : son arrêté vaut ce jour-là. */
function findSignataire({ signataires }: Bureau, { alea, foyer }: Recue, le: Numero): Signataire | null {
  return signataires.find(alea.flux('signataire'), ['ip.decider', 'signalement.saisir'], foyer.uniteId, le);
}

type Contenu = {
  mineurs: readonly { id: string; mineur: Foyer['mineurs'][number] }[];
  origine: Origine;
  cripId: string | null;
  urgente: boolean;
  signataire: Signataire | null;
};

/** Ce qui a suivi la réception : l'évaluation, puis les suites. */
function addDeroule(bureau: Bureau, recue: Recue, informationId: string, contenu: Contenu): void {
  const { lignes } = bureau;
  const { chronologie, alea, issue, equipe } = recue;
  const { mineurs, origine, cripId, urgente, signataire } = contenu;
  const commun = { informationId, chronologie, issue };
  addEvaluation(lignes, alea.flux('evaluation'), {
    ...commun,
    equipe,
    valideur: signataire?.agentId ?? null,
    validee: recue.validee,
    mineurs: mineurs.map(({ id, mineur }) => ({
      id,
      aNaitre: mineur.termePrevu !== null,
      petit: mineur.naissance !== null && addAnnees(mineur.naissance, 4) > chronologie.recue,
    })),
  });
  addSuites(lignes, alea.flux('suites'), {
    ...commun,
    source: origine,
    suite: recue.suite ?? null,
    suivi: recue.suivi,
    findSignataire: (le) => findSignataire(bureau, recue, le),
    cripId,
    urgente,
    mineurs: mineurs.map(({ id }) => id),
  });
}

const MESURE_EN_COURS = 'DONNÉE FICTIVE – AEMO en cours : transmise au juge et au service qui l’exerce.';

type Origine = { source: string; categorie: string; transmise: Numero; demande: Numero | null };

function tirerOrigine(alea: Alea, recue: Numero): Origine {
  const source = alea.pondere(SOURCES);
  const categorie = source === 'anonyme' ? 'anonyme' : PARTICULIERS.includes(source) ? 'particulier' : 'professionnel';
  const demande = categorie === 'particulier' && alea.chance(0.35) ? recue + alea.entier(0, 30) : null;
  return {
    source,
    categorie,
    transmise: recue - (categorie === 'professionnel' ? alea.entier(0, 3) : 0),
    demande: demande === null || demande > AUJOURDHUI ? null : demande,
  };
}

function formatOrigine(alea: Alea, { source, categorie, transmise, demande }: Origine): Ligne {
  const informes = alea.chance(0.7);
  const muet = categorie !== 'professionnel';
  return {
    canal: source === 'snated-119' ? 'snated' : alea.pondere({ telephone: 0.3, courriel: 0.45, courrier: 0.25 }),
    source,
    categorieSource: categorie,
    transmiseLe: formatNumero(transmise),
    suitesDemandeesLe: demande === null ? null : formatNumero(demande),
    parentsInformes: muet ? null : informes,
    motifNonInformation:
      muet || informes || alea.chance(0.2)
        ? null
        : 'DONNÉE FICTIVE – Contraire à l’intérêt de l’enfant, crainte de violences.',
  };
}

function tirerRecit(alea: Alea, etat: string, urgente: boolean): Ligne {
  const danger = alea.pondere(PARTS_DANGERS);
  return {
    faits: buildFaits(alea, danger),
    urgence: urgente ? 'immediate' : alea.pondere({ elevee: 0.22, ordinaire: 0.78 }),
    typesDanger: etat === 'recue' ? [] : [danger],
  };
}

function addTransfert({ lignes, monde }: Bureau, alea: Alea, informationId: string, c: Chronologie): void {
  if (c.etat !== 'transferee' || c.close === null) return;
  const ailleurs = ['35', '14', '76', '75', '59', '44'].filter((code) => code !== monde.organisation.departement.code);
  lignes.transfert.push({
    informationId,
    departementCode: alea.choix(ailleurs),
    motif: 'DONNÉE FICTIVE – La famille a déménagé avant l’évaluation.',
    transmisLe: formatNumero(c.close),
    parentsInformesLe: alea.chance(0.8) ? formatNumero(c.close) : null,
    accuseLe: alea.chance(0.7) && c.close + 12 <= AUJOURDHUI ? formatNumero(c.close + 12) : null,
    accuseReference: null,
  });
}

function buildJours(c: Chronologie, issue: Issue, mineurs: readonly { mineur: Foyer['mineurs'][number] }[]): Ligne {
  const jour = (n: Numero | null) => (n === null ? null : formatNumero(n));
  const reduit =
    c.qualifiee !== null &&
    isDelaiReduitDu(
      mineurs.map(({ mineur }) => ({
        dateNaissance: mineur.naissance === null ? null : jourCivil(formatNumero(mineur.naissance)),
        ageEstime: mineur.ageEstime,
        aNaitre: mineur.termePrevu !== null,
      })),
      jourCivil(formatNumero(c.recue)),
    );
  const clos = c.close !== null;
  return {
    qualifieeLe: jour(c.qualifiee),
    motifHorsIp: c.etat === 'hors-ip' ? (c.recue % 3 === 0 ? 'sans-danger' : 'droit-commun') : null,
    orientation: c.etat === 'hors-ip' && issue === 'hors-ip' ? 'Service social du secteur' : null,
    delaiReduitJours: reduit ? 45 : null,
    delaiReduitMotif: reduit ? 'Un mineur du foyer a moins de deux ans ou est à naître (IP-011).' : null,
    echeance:
      c.qualifiee === null
        ? null
        : computeEcheanceEvaluation(jourCivil(formatNumero(c.recue)), reduit ? 45 : null).pour,
    attribueeLe: jour(c.attribuee),
    evaluationDebuteeLe: jour(c.debutee),
    rapportRemisLe: jour(c.remise),
    decideeLe: jour(c.decidee),
    closeLe: clos ? jour(c.close) : null,
  };
}

function addAuteur({ lignes, monde }: Bureau, alea: Alea, informationId: string, { categorie, source }: Origine): void {
  if (categorie === 'anonyme') return;
  const prenom = createPrenom(alea, alea.chance(0.7) ? 'F' : 'M', parseNumero('1980-01-01'), 'ancienne');
  lignes.auteur.push({
    informationId,
    anonymatDemande: categorie === 'particulier' && alea.chance(0.4),
    nom: `${prenom} ${createNom(alea, monde.commande.profil, 'ancienne')}`,
    qualite:
      { 'education-nationale': 'directrice d’école', pmi: 'puéricultrice', famille: 'grand-mère' }[source] ?? null,
    organisme: null,
    telephone: createTelephone(alea, categorie === 'particulier'),
    courriel: null,
    adresse: null,
  });
}

/** Une nouvelle information sur le même foyer renvoie à la précédente. */
function relier({ lignes }: Bureau, { foyer }: Recue, id: string, precedentes: Map<string, string>): void {
  const cle =
    foyer.mineurs.find(({ enfantId }) => enfantId !== null)?.enfantId ??
    `${foyer.adresse.voie}|${foyer.adresse.communeCode}`;
  const precedente = precedentes.get(cle);
  if (precedente !== undefined)
    lignes.lien.push({ informationId: id, lieeId: precedente, nature: 'meme-enfant', note: null });
  precedentes.set(cle, id);
}
