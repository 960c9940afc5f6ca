import type { JourCivil } from '#shared/jour-civil.ts';
import { addMois, jourCivil } from '#shared/jour-civil.ts';
import { type Engagement, isPrestation, type LigneBudget, type ServiceFait } from '../ligne-budget.ts';
import { ALERTES, type Atterrissage, computeAtterrissage, formatCentimes } from '../rules/atterrissage.ts';
import { formatCloture, getExercice, getFinExercice } from '../rules/exercice.ts';
import type { Reglages } from '../rules/reglages.ts';
import { computeConstat, isInsuffisant } from '../rules/service-fait.ts';
import { formatHeures, formatMois, formatTaux, TONS_ALERTE } from './formats.ts';

/** Une ligne telle qu'on la lit : ses montants, son rythme, ce qui alerte. */
export function buildLigneLue(ligne: LigneBudget, jour: JourCivil, { seuils, joursComplementaires }: Reglages) {
  const atterrissage = computeAtterrissage(ligne, jour, seuils);
  return {
    ...ligne,
    tenue: ligne.service ?? 'La crèche',
    disponible: formatCentimes(atterrissage.disponibleCentimes),
    disponibleCentimes: atterrissage.disponibleCentimes,
    ...buildRythme(atterrissage),
    cloture: formatCloture(ligne.exercice, jour, joursComplementaires),
  };
}
export type LigneLue = ReturnType<typeof buildLigneLue>;

function buildRythme(a: Atterrissage) {
  return {
    atterrissage: formatCentimes(a.atterrissageCentimes),
    engagement: formatTaux(a.tauxEngagement),
    realisation: formatTaux(a.tauxRealisation),
    taux: formatTaux(a.tauxAtterrissage),
    temps: formatTaux(a.tauxTemps),
    alerte: a.alerte,
    ton: a.alerte ? TONS_ALERTE[a.alerte] : undefined,
    dite: a.alerte && ALERTES[a.alerte],
    etapes: a.etapes,
  };
}

export function buildEngagementLu(e: Engagement) {
  return {
    ...e,
    montant: formatCentimes(e.centimes),
    mandate: formatCentimes(e.mandateCentimes),
    reste: formatCentimes(Math.max(0, e.centimes - e.mandateCentimes)),
    surplus: e.mandateCentimes > e.centimes,
  };
}
export type EngagementLu = ReturnType<typeof buildEngagementLu>;

/** Une prestation d'un mois, et ce qu'elle appelle. */
export function buildServiceLu(s: ServiceFait, { seuilPenalite }: Reglages) {
  const constat = computeConstat(s, seuilPenalite);
  const insuffisant = isInsuffisant(constat, seuilPenalite);
  const penalite =
    constat.penaliteCentimes === null ? 'à chiffrer avec le prix du mois' : formatCentimes(constat.penaliteCentimes);
  const remarques = [
    insuffisant && `${formatTaux(constat.tauxConforme)} % de conformes : pénalité proposée, ${penalite}`,
    constat.aContester > 0 && `${formatHeures(constat.aContester)} facturées de plus que réalisées : à contester`,
    s.ecartQualification && `Qualification : ${s.ecartQualification}`,
    s.nature === 'INTERIM' && s.accordLe === null && 'Sans accord inscrit',
  ].filter((remarque) => typeof remarque === 'string');
  return {
    id: s.id,
    mois: formatMois(s.mois),
    constat: s.nature === 'MENAGE' ? formatMenage(s) : formatInterim(s),
    remarques,
    attesteLe: s.attesteLe,
    attestePar: s.attestePar,
  };
}
export type ServiceLu = ReturnType<typeof buildServiceLu>;

const formatMenage = ({ dues, faites, conformes }: ServiceFait) =>
  `${dues ?? 0} dues, ${faites ?? 0} faites, ${conformes ?? 0} conformes`;
const formatInterim = ({ minutesCommandees, minutesRealisees, minutesFacturees }: ServiceFait) =>
  `${formatHeures(minutesCommandees)} commandées, ${formatHeures(minutesRealisees)} réalisées, ${formatHeures(minutesFacturees)} facturées`;

/** Les mois finis d'une ligne de ménage que personne n'a inscrits, du plus ancien au plus récent. */
export function listMoisOublies(ligne: LigneBudget, services: readonly ServiceFait[], jour: JourCivil) {
  if (!isPrestation(ligne.nature) || ligne.nature !== 'MENAGE') return [];
  const fin = getFinExercice(getExercice(ligne.du));
  const oublies: { valeur: string; libelle: string }[] = [];
  for (
    let mois = jourCivil(`${ligne.du.slice(0, 7)}-01`);
    mois <= fin && addMois(mois, 1) <= jour;
    mois = addMois(mois, 1)
  )
    if (!services.some((service) => service.mois === mois))
      oublies.push({ valeur: mois.slice(0, 7), libelle: formatMois(mois) });
  return oublies;
}
