import {
  ETATS_MESURE,
  formatMesure,
  type Groupe,
  isEtatFinal,
  listDecisionsEnVigueur,
  listExecutionEnVigueur,
  type MesureInscrite,
  RAISONS_ATTENTE,
} from '#modules/mesures/index.ts';
import { addAns, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { CouloirDeFrise, PeriodeDeFrise } from '#web/ui/frise-contenu.ts';
import { type Droit, listActes } from './acte-view.ts';
import { formatAdresseMesure } from './adresses.ts';
import { formatAuteur } from './fiche-view.ts';
import { buildTerme, formatFondement, formatPeriodeDecidee, TON_ETAT } from './mesure-view.ts';

/** Les mesures d'un enfant : celles qui courent ou qu'on attend d'abord, les finies ensuite. */
export function buildMesuresDeLEnfant(mesures: readonly MesureInscrite[], droit: Droit) {
  const vues = mesures.map((mesure) => buildMesureDeLEnfant(mesure, droit));
  return {
    courantes: vues.filter(({ finie }) => !finie),
    finies: vues.filter(({ finie }) => finie),
    echues: vues.filter(({ echueLe }) => echueLe !== null),
  };
}
export type MesureDeLEnfant = ReturnType<typeof buildMesureDeLEnfant>;

function buildMesureDeLEnfant(mesure: MesureInscrite, droit: Droit) {
  const { id, code, etat, periode, service, unite, demandeeLe, decideeLe } = mesure;
  const decision = listDecisionsEnVigueur(mesure).at(-1);
  const finie = isEtatFinal(etat);
  return {
    id,
    href: formatAdresseMesure(id),
    titre: formatMesure(code),
    etat: ETATS_MESURE[etat],
    ton: TON_ETAT[etat],
    finie,
    echueLe: etat === 'echue-sans-decision' && periode?.au ? formatJour(periode.au, 'long') : null,
    fondement: formatFondement(code, decideeLe ?? demandeeLe),
    decision: decision
      ? `Décidée le ${formatJour(decision.le, 'long')}, ${formatAuteur(decision)}`
      : `Demandée le ${formatJour(demandeeLe, 'long')}, pas encore décidée`,
    periode: formatPeriodeDecidee(periode?.du ?? null, periode?.au ?? null),
    terme: finie ? null : buildTerme(periode?.au ?? null, droit.jour),
    service: service ?? 'service à désigner',
    unite,
    attente: formatAttenteEnCours(mesure),
    // Les autres sont sur la fiche.
    actes: listActes(mesure, droit).slice(0, ACTES_SUR_LA_CARTE),
  };
}

const ACTES_SUR_LA_CARTE = 4;

function formatAttenteEnCours(mesure: MesureInscrite): string | null {
  if (mesure.etat === 'decidee') return 'Décidée, pas commencée : dites ce qu’elle attend, ou inscrivez son début';
  if (mesure.etat !== 'en-attente-execution') return null;
  const attente = listExecutionEnVigueur(mesure).findLast(({ nature }) => nature === 'attente');
  if (!attente) return 'Attend, sans raison inscrite';
  const { raison, le, detenteur } = attente;
  return `Attend depuis le ${formatJour(le, 'long')} : ${raison ? RAISONS_ATTENTE[raison].toLocaleLowerCase('fr') : 'raison non dite'} (suite tenue par ${detenteur ?? 'personne'})`;
}

const COULOIRS: readonly [Groupe | null, string][] = [
  ['hebergement', 'Accueil'],
  ['milieu-ouvert', 'Milieu ouvert'],
  ['aide-educative', 'À domicile'],
  [null, 'Autres'],
];

/** Ses mesures dans le temps : deux d'un même groupe ne se chevauchent pas, les autres ont chacune leur ligne. */
export function buildCouloirsDeMesures(mesures: readonly MesureInscrite[]): CouloirDeFrise[] {
  const couvertes = mesures.flatMap((mesure) => (mesure.periode ? [{ ...mesure, ...mesure.periode }] : []));
  return COULOIRS.flatMap(([groupe, titre]): CouloirDeFrise[] => {
    const siennes = couvertes.filter((mesure) => mesure.groupe === groupe);
    if (siennes.length === 0) return [];
    if (groupe !== null) return [{ titre, periodes: siennes.map(buildBarre) }];
    return siennes.map((mesure, rang) => ({
      titre: rang === 0 ? titre : `${titre} (${rang + 1})`,
      periodes: [buildBarre(mesure)],
    }));
  });
}

function buildBarre({
  id,
  code,
  etat,
  du,
  au,
}: MesureInscrite & { du: JourCivil; au: JourCivil | null }): PeriodeDeFrise {
  return { du, au, libelle: formatMesure(code), ton: TON_ETAT[etat], href: formatAdresseMesure(id) };
}

/** De la plus ancienne mesure à la dernière fin écrite : un an de part et d'autre au moins. */
export function computeFenetreDeMesures(mesures: readonly MesureInscrite[], jour: JourCivil) {
  const periodes = mesures.flatMap(({ periode }) => (periode ? [periode] : []));
  const debuts = [addAns(jour, -1), ...periodes.map(({ du }) => du)].toSorted();
  const fins = [addMois(jour, 6), ...periodes.flatMap(({ au }) => (au === null ? [] : [au]))].toSorted();
  return { du: debuts[0] ?? jour, au: fins.at(-1) ?? jour };
}
