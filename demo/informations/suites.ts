import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Chronologie, Issue } from './chronologie.ts';
import type { LignesIp } from './lignes.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

export type Suites = {
  informationId: string;
  chronologie: Chronologie;
  issue: Issue;
  source: { categorie: string; transmise: Numero; demande: Numero | null };
  /** Qui décide, et sous quel arrêté. */
  signataire: { agentId: string; arrete: string } | null;
  cripId: string | null;
  urgente: boolean;
};

/** La décision, le signalement et ce que l'on a dit à chacun ; ce que l'on a oublié de dire reste dû. */
export function addSuites(lignes: LignesIp, alea: Alea, s: Suites): void {
  const { chronologie: c, issue, informationId } = s;
  const dire = (objet: string, aQui: string, le: Numero, forme: string | null, dispense: string | null = null) => {
    if (le > AUJOURDHUI) return;
    lignes.information_donnee.push({
      id: alea.identifiant(le),
      informationId,
      objet,
      aQui,
      le: formatNumero(le),
      forme,
      dispenseMotif: dispense,
      parId: s.cripId,
    });
  };
  if (c.debutee !== null && alea.chance(0.94)) {
    if (alea.chance(0.04)) dire('ouverture', 'titulaires', c.debutee, null, 'DONNÉE FICTIVE – Risque de représailles.');
    else dire('ouverture', 'titulaires', c.debutee, 'courrier');
  }
  if (c.decidee !== null && s.signataire && issue !== 'hors-ip' && issue !== 'transferee') {
    lignes.decision.push({
      informationId,
      decision: issue,
      motif: 'DONNÉE FICTIVE – Au vu du rapport de l’équipe et de l’intérêt de l’enfant.',
      motifEcart: null,
      decideeLe: formatNumero(c.decidee),
      signataireId: s.signataire.agentId,
      arreteNumero: s.signataire.arrete,
      mesureEnvisagee:
        issue === 'actions-adaptees' ? alea.pondere({ aed: 0.7, tisf: 0.2, 'accueil-provisoire': 0.1 }) : null,
    });
    if (issue === 'saisine') addSignalement(lignes, alea.flux('signalement'), s, c.decidee);
    if (alea.chance(0.9)) dire('conclusions', 'titulaires', c.decidee + alea.entier(1, 12), 'entretien');
    if (issue === 'saisine' && alea.chance(0.9))
      dire('saisine', 'titulaires', c.decidee + alea.entier(0, 4), 'courrier');
  }
  const { categorie, transmise, demande } = s.source;
  const depart = categorie === 'professionnel' || categorie === 'elu' ? transmise : demande;
  if (depart !== null && categorie !== 'anonyme' && c.close !== null && alea.chance(0.86))
    dire('source', 'source', Math.max(c.close, depart + alea.entier(10, 100)), 'courrier');
  if (s.urgente && issue !== 'saisine' && c.qualifiee !== null && alea.chance(0.3))
    addSignalement(lignes, alea.flux('signalement-urgent'), { ...s, urgente: true }, c.qualifiee);
}

function addSignalement(lignes: LignesIp, alea: Alea, s: Suites, le: Numero): void {
  if (!s.signataire) return;
  const envoi = le + alea.entier(0, 2);
  const envoye = envoi <= AUJOURDHUI;
  const reponse = envoi + Math.round(Math.exp(alea.normale(Math.log(28), 0.7)));
  const connue = envoye && reponse <= AUJOURDHUI && alea.chance(0.82);
  const accuse = envoye && envoi + 3 <= AUJOURDHUI && alea.chance(0.6);
  lignes.signalement.push({
    id: alea.identifiant(le),
    informationId: s.informationId,
    etat: connue ? 'suites-connues' : accuse ? 'accuse' : envoye ? 'envoye' : 'valide',
    urgent: s.urgente,
    autorite: 'Procureur de la République, parquet des mineurs',
    motif: s.urgente
      ? 'danger-grave-immediat'
      : alea.pondere({ 'refus-famille': 0.35, 'echec-prestations': 0.25, 'impossibilite-collaborer': 0.4 }),
    actionsMenees: 'DONNÉE FICTIVE – Accompagnement éducatif proposé deux fois, consultations de PMI.',
    demandes: alea.chance(0.6) ? ['aemo'] : ['mjie'],
    argumentaire: 'DONNÉE FICTIVE – Danger caractérisé par l’équipe, famille hors d’état de s’en saisir.',
    moyen: envoye ? 'plateforme' : null,
    valideLe: formatNumero(le),
    signataireId: s.signataire.agentId,
    arreteNumero: s.signataire.arrete,
    envoyeA: envoye ? alea.instant(envoi) : null,
    accuseLe: accuse ? formatNumero(envoi + 3) : null,
    relanceLe: envoye && !connue && envoi + 45 < AUJOURDHUI && alea.chance(0.5) ? formatNumero(envoi + 40) : null,
    suitesLe: connue ? formatNumero(reponse) : null,
    suites: null,
    suitesNature: connue
      ? alea.pondere({ 'saisine-juge': 0.68, enquete: 0.14, classement: 0.1, 'retour-administratif': 0.08 })
      : null,
  });
}
