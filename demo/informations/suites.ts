import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Signataire } from '../organisation/signataires.ts';
import type { Chronologie, Issue } from './chronologie.ts';
import type { LignesIp } from './lignes.ts';
import type { SuiteConnue } from './origines.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

export type Suites = {
  informationId: string;
  chronologie: Chronologie;
  issue: Issue;
  source: { categorie: string; transmise: Numero; demande: Numero | null };
  suite: SuiteConnue | null;
  /** Le foyer est déjà suivi : l'aide s'ajoute à ce qui court. */
  suivi: boolean;
  /** Qui signe ce jour, et sous quel arrêté. */
  findSignataire: (le: Numero) => Signataire | null;
  cripId: string | null;
  urgente: boolean;
  mineurs: readonly string[];
};

/** La décision, le signalement et ce que l'on a dit à chacun ; ce que l'on a oublié de dire reste dû. */
export function addSuites(lignes: LignesIp, alea: Alea, s: Suites): void {
  const { chronologie: c, issue, informationId } = s;
  const dire = (dite: Dite) => addInformationDonnee(lignes, alea, s, dite);
  if (c.debutee !== null && alea.chance(0.94)) {
    const ouverture = { objet: 'ouverture', aQui: 'titulaires', le: c.debutee };
    if (alea.chance(0.04)) dire({ ...ouverture, dispense: 'DONNÉE FICTIVE – Risque de représailles.' });
    else dire({ ...ouverture, forme: 'courrier' });
  }
  const signataire = c.decidee === null ? null : s.findSignataire(c.decidee);
  if (c.decidee !== null && signataire && issue !== 'hors-ip' && issue !== 'transferee') {
    lignes.decision.push({
      informationId,
      decision: issue,
      motif: 'DONNÉE FICTIVE – Au vu du rapport de l’équipe et de l’intérêt de l’enfant.',
      motifEcart: null,
      decideeLe: formatNumero(c.decidee),
      signataireId: signataire.agentId,
      arreteNumero: signataire.arrete,
    });
    if (issue === 'actions-adaptees') addMesuresEnvisagees(lignes, alea.flux('mesures'), s, c.decidee);
    if (alea.chance(0.9))
      dire({
        objet: 'conclusions',
        aQui: 'titulaires',
        le: c.decidee + (alea.chance(0.68) ? 0 : alea.entier(1, 12)),
        forme: 'entretien',
      });
    if (issue === 'saisine') {
      const signalementId = addSignalement(lignes, alea.flux('signalement'), s, c.decidee);
      if (alea.chance(0.9))
        dire({
          objet: 'saisine',
          aQui: 'titulaires',
          le: c.decidee + (alea.chance(0.75) ? 0 : alea.entier(1, 4)),
          forme: 'courrier',
          signalementId,
        });
    }
  }
  const { categorie, transmise, demande } = s.source;
  const depart = categorie === 'professionnel' || categorie === 'elu' ? transmise : demande;
  if (depart !== null && categorie !== 'anonyme' && c.close !== null && alea.chance(0.86))
    dire({ objet: 'source', aQui: 'source', le: Math.max(c.close, depart + alea.entier(10, 100)), forme: 'courrier' });
  if (s.urgente && issue !== 'saisine' && c.qualifiee !== null && alea.chance(0.3))
    addSignalement(lignes, alea.flux('signalement-urgent'), { ...s, urgente: true }, c.qualifiee);
}

type Dite = {
  objet: string;
  aQui: string;
  le: Numero;
  forme?: string;
  dispense?: string;
  signalementId?: string | null;
};

function addInformationDonnee(lignes: LignesIp, alea: Alea, s: Suites, dite: Dite): void {
  const { objet, aQui, le, forme = null, dispense = null, signalementId = null } = dite;
  if (le > AUJOURDHUI || (objet === 'saisine' && signalementId === null)) return;
  lignes.information_donnee.push({
    id: alea.identifiant(le),
    informationId: s.informationId,
    objet,
    aQui,
    signalementId,
    le: formatNumero(le),
    forme,
    dispenseMotif: dispense,
    parId: s.cripId,
  });
}

const NATURES: Readonly<Record<string, number>> = {
  aed: 0.6,
  tisf: 0.12,
  aesf: 0.06,
  'accueil-provisoire': 0.1,
  'droit-commun': 0.12,
};
const NATURES_EN_PLUS: Readonly<Record<string, number>> = { tisf: 0.5, aesf: 0.2, 'droit-commun': 0.3 };

/** Une même mesure pour la fratrie ; l'accord est recueilli quand l'information se clôt, attendu tant qu'elle ne l'est pas. */
function addMesuresEnvisagees(lignes: LignesIp, alea: Alea, s: Suites, le: Numero): void {
  const natures = s.suivi ? NATURES_EN_PLUS : NATURES;
  const nature = s.suite && 'nature' in s.suite ? s.suite.nature : alea.pondere(natures);
  const { close } = s.chronologie;
  const accord = nature === 'droit-commun' ? 'sans-objet' : close === null ? 'a-recueillir' : 'recueilli';
  for (const mineurId of s.mineurs)
    lignes.mesure_envisagee.push({
      id: alea.identifiant(le),
      informationId: s.informationId,
      mineurId,
      nature,
      accord,
      accordLe: accord === 'recueilli' && close !== null ? formatNumero(close) : null,
      parId: s.findSignataire(le)?.agentId ?? null,
    });
}

function addSignalement(lignes: LignesIp, alea: Alea, s: Suites, le: Numero): string | null {
  const signataire = s.findSignataire(le);
  if (!signataire) return null;
  const id = alea.identifiant(le);
  // Décidée ce jour : le signalement est encore à écrire.
  const brouillon = le >= AUJOURDHUI;
  const envoi = le + (alea.chance(0.7) ? 0 : alea.entier(1, 2));
  const envoye = envoi <= AUJOURDHUI && !brouillon;
  const reponse = drawReponse(alea, s, envoi);
  const connue = envoye && reponse.nature !== null;
  const relance = envoye && reponse.le > envoi + 30 && alea.chance(0.65) ? envoi + alea.entier(22, 31) : null;
  const accuse = envoye && envoi + 3 <= AUJOURDHUI && alea.chance(0.6);
  lignes.signalement.push({
    id,
    informationId: s.informationId,
    etat: brouillon ? 'brouillon' : connue ? 'suites-connues' : accuse ? 'accuse' : envoye ? 'envoye' : 'valide',
    urgent: s.urgente,
    autorite: 'Procureur de la République, parquet des mineurs',
    motif: s.urgente
      ? 'danger-grave-immediat'
      : alea.pondere({ 'refus-famille': 0.35, 'echec-prestations': 0.25, 'impossibilite-collaborer': 0.4 }),
    actionsMenees: 'DONNÉE FICTIVE – Accompagnement éducatif proposé deux fois, consultations de PMI.',
    demandes: alea.chance(0.6) ? ['aemo'] : ['mjie'],
    argumentaire: 'DONNÉE FICTIVE – Danger caractérisé par l’équipe, famille hors d’état de s’en saisir.',
    moyen: envoye ? 'plateforme' : null,
    valideLe: brouillon ? null : formatNumero(le),
    signataireId: brouillon ? null : signataire.agentId,
    arreteNumero: brouillon ? null : signataire.arrete,
    envoyeA: envoye ? alea.instant(envoi) : null,
    accuseLe: accuse ? formatNumero(envoi + 3) : null,
    relanceLe: relance === null || relance > AUJOURDHUI ? null : formatNumero(relance),
    suitesLe: connue ? formatNumero(reponse.le) : null,
    suites: null,
    suitesNature: connue ? reponse.nature : null,
    creePar: s.cripId,
    creeLe: alea.instant(le),
  });
  return id;
}

/** Quand le parquet répond, et quoi ; nature nulle : il n'a pas répondu. */
function drawReponse(alea: Alea, { suite }: Suites, envoi: Numero): { le: Numero; nature: string | null } {
  if (suite && 'saisieLe' in suite) return { le: suite.saisieLe, nature: 'saisine-juge' };
  const le = envoi + Math.round(Math.exp(alea.normale(Math.log(28), 0.7)));
  const nature = alea.pondere({ 'saisine-juge': 0.68, enquete: 0.14, classement: 0.1, 'retour-administratif': 0.08 });
  return { le, nature: le <= AUJOURDHUI && alea.chance(0.82) ? nature : null };
}
