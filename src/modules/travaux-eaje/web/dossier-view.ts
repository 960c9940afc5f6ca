/** Ce que la fiche d'un dossier montre : ses étapes, ce qui manque, ses chiffres. */

import { formatEntierDecimal } from '#shared/fraction.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import type { CalendrierDuDossier } from '../data/calendrier.server.ts';
import {
  ACTES_TRAVAUX,
  type ActeTravaux,
  type DossierTravaux,
  type InformeTravaux,
  POINTS_REOUVERTURE,
  type PointReouverture,
} from '../dossier-travaux.ts';
import type { InscritAuCalendrier } from '../rules/calendrier.ts';
import { evaluateChiffrage, isOuvert, TRANSITIONS } from '../rules/transitions.ts';
import { isEnRetard } from './dossiers-view.ts';

/** « 12 300 € », ou pourquoi rien ne se calcule. */
export const formatPerte = (centimes: number | null): string =>
  centimes === null ? 'non calculable' : `${formatEntierDecimal(Math.round(centimes / 100), 0)} €`;

export function listActes({ etat }: DossierTravaux): { valeur: ActeTravaux; libelle: string }[] {
  return (Object.keys(TRANSITIONS[etat]) as ActeTravaux[]).map((valeur) => ({
    valeur,
    libelle: ACTES_TRAVAUX[valeur],
  }));
}

/** Les étapes franchies, dans l'ordre. */
export function listEtapes(d: DossierTravaux): { titre: string; le: JourCivil }[] {
  const etapes: [string, JourCivil | null][] = [
    ['Besoin inscrit', d.demandeLe],
    ['Impact chiffré', d.impact?.chiffreLe ?? null],
    ['Validé', d.valideLe],
    ['Programmé', d.programmeLe],
    ['Commencé', d.commenceLe],
    ['Reçu', d.recuLe],
    ['Rouvert', d.rouvertLe],
    [`Abandonné${d.abandonMotif ? ` : ${d.abandonMotif}` : ''}`, d.abandonneLe],
  ];
  return etapes
    .flatMap(([titre, le]) => (le === null ? [] : [{ titre, le }]))
    .sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
}

export type LignePoint = { point: PointReouverture; libelle: string; tenu: DossierTravaux['points'][number] | null };

/** Un point tenu avant les travaux ne compte pas : il manque. */
export function listPoints({ points, commenceLe }: DossierTravaux): LignePoint[] {
  return (Object.entries(POINTS_REOUVERTURE) as [PointReouverture, string][]).map(([point, libelle]) => ({
    point,
    libelle,
    tenu: points.find((tenu) => tenu.point === point && commenceLe !== null && commenceLe <= tenu.tenuLe) ?? null,
  }));
}

const findInforme = ({ informes }: DossierTravaux, qui: InformeTravaux) =>
  informes.find(({ destinataire }) => destinataire === qui);

export type Alerte = { ton: 'retard' | 'bientot'; titre: string; texte: string };

type HoteExamine = Readonly<{ nom: string; depasse: number }>;

/** Les dates ont changé, ou l'hôte s'est remplie depuis : elle ne peut plus garder tous ceux qu'on y reloge. */
const buildAlerteHote = ({ nom, depasse }: HoteExamine): Alerte => ({
  ton: 'retard',
  titre: `${nom} passerait sa capacité`,
  texte: `Aux dates prévues, ${depasse > 1 ? `${depasse} enfants relogés y sont` : 'un enfant relogé y est'} de trop : relogez ailleurs (CAP-05, CAP-06).`,
});

/** Ce qui presse dans ce dossier, le plus grave d'abord. `joursFamilles` : le préavis que le département se donne. */
export function listAlertes(
  dossier: DossierTravaux,
  jour: JourCivil,
  joursFamilles: number,
  hotes: readonly HoteExamine[],
): Alerte[] {
  if (!isOuvert(dossier.etat)) return [];
  const { valideLe, toucheAutorisation, reouverturePrevue } = dossier;
  const alertes: (Alerte | false)[] = [
    isEnRetard(dossier, jour) &&
      reouverturePrevue !== null && {
        ton: 'retard',
        titre: 'La réouverture prévue est dépassée',
        texte: `Elle l’était le ${formatJour(reouverturePrevue, 'complet')} : rouvrez, ou dites la nouvelle date.`,
      },
    toucheAutorisation &&
      valideLe !== null &&
      findInforme(dossier, 'PCD') === undefined && {
        ton: 'retard',
        titre: 'Le président du conseil départemental n’est pas informé',
        texte: 'Ces travaux touchent l’autorisation : il l’est sans délai (CSP, art. R2324-24).',
      },
    buildAlerteFamilles(dossier, joursFamilles),
    evaluateChiffrage(dossier) === 'perime' && {
      ton: 'bientot',
      titre: 'Le chiffrage n’est plus à jour',
      texte: 'Les dates ou les places ont changé depuis : chiffrez de nouveau l’impact (TRV-02).',
    },
    ...hotes.filter(({ depasse }) => depasse > 0).map(buildAlerteHote),
  ];
  return alertes.filter((alerte) => alerte !== false);
}

function buildAlerteFamilles(dossier: DossierTravaux, jours: number): Alerte | false {
  const { programmeLe, placesGelees, commenceLe, debutPrevu } = dossier;
  const debut = commenceLe ?? debutPrevu;
  if (programmeLe === null || placesGelees === 0 || debut === null) return false;
  const limite = addJours(debut, -jours);
  const informees = findInforme(dossier, 'FAMILLES')?.le;
  if (informees !== undefined && informees <= limite) return false;
  const terme = `Au plus tard le ${formatJour(limite, 'long')}, ${jours} jours avant le début (à confirmer).`;
  return informees === undefined
    ? { ton: 'bientot', titre: 'Les familles ne sont pas informées', texte: terme }
    : {
        ton: 'bientot',
        titre: 'Les familles ont été informées trop tard',
        texte: `Le ${formatJour(informees, 'long')}. ${terme}`,
      };
}

/** « Fermée du 2 au 19 février », « 12 places du 2 au 19 février ». */
export const formatInscrit = ({ du, au, places }: InscritAuCalendrier): string =>
  `${places === null ? 'Fermée' : `${places} place${places > 1 ? 's' : ''}`} ${formatPeriode(du, au)}`;

/** En quoi le calendrier contredit des travaux programmés ; rien s'il les suit. */
export function formatEcart({ etat }: DossierTravaux, { ouvertsATort, deborde }: CalendrierDuDossier): string | null {
  if (etat !== 'PROGRAMME' && etat !== 'EN_COURS' && etat !== 'RECU') return null;
  const s = ouvertsATort > 1 ? 's' : '';
  if (ouvertsATort > 0) return `${ouvertsATort} jour${s} y offre${s ? 'nt' : ''} des places que les travaux gèlent.`;
  return deborde ? 'Il ferme ou réduit la crèche hors des dates prévues.' : null;
}
