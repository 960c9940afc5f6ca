import type { Ligne } from '#database/insert-rows.ts';
import { listJoursFeriesDuDepartement } from '#modules/organisation/index.ts';
import { computeImpact, computePlacesLibres } from '#modules/travaux-eaje/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { type Alea, createAlea } from '../alea.ts';
import { formatNumero, parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode, type Lot } from '../lignes.ts';
import { CODES_DEPARTEMENT } from '../parametres/profils.ts';
import type { CrecheFictive } from './creche-fictive.ts';
import { formatNombres } from './lignes.ts';
import { listPlansTravaux, type PlanTravaux } from './travaux-plans.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const ANNEES = [2025, 2026, 2027];
const RELOGES_MAXIMUM = 4;
const le = (jours: number) => jourCivil(formatNumero(AUJOURDHUI + jours));
const leOuRien = (jours: number | undefined) => (jours === undefined ? null : le(jours));

const POINTS = ['INCENDIE', 'AIR_EAU', 'MENAGE', 'MOBILIER', 'AVIS', 'FAMILLES', 'EFFECTIFS'] as const;
const PREUVES: Readonly<Record<(typeof POINTS)[number], string>> = {
  INCENDIE: 'Extincteurs et alarme vérifiés, registre de sécurité signé.',
  AIR_EAU: 'Relevé de dioxyde de carbone et analyse de l’eau, classés au registre.',
  MENAGE: 'Bon de service fait du prestataire.',
  MOBILIER: 'Photographies de chaque section, remises au dossier.',
  EFFECTIFS: 'Planning de la première semaine, complet.',
  AVIS: 'Passage de la PMI, avis écrit favorable.',
  FAMILLES: 'Courriel aux familles et affichage à l’entrée.',
};

type Lignes = Record<'dossiers' | 'modulations' | 'impacts' | 'relogements' | 'points' | 'informations', Ligne[]>;
type Pose = {
  lignes: Lignes;
  creche: CrecheFictive;
  voisines: readonly CrecheFictive[];
  alea: Alea;
  buildMursDe: (creche: CrecheFictive) => ReturnType<typeof buildMurs>;
  /** Celle qui court. */
  findAutorisation: (creche: CrecheFictive) => Ligne | undefined;
};
type Fermee = {
  du: ReturnType<typeof jourCivil>;
  au: ReturnType<typeof jourCivil>;
  motif: 'FERIE' | 'CONGES';
  libelle: string;
};

/** Les travaux de chaque crèche, chiffrés par les règles du produit sur les contrats de la démonstration. */
export function buildTravaux({ commande, creches: { creches, lots } }: Departement): Lot[] {
  const racine = createAlea(commande.graine, commande.profil, 'travaux-creches');
  const lignes: Lignes = { dossiers: [], modulations: [], impacts: [], relogements: [], points: [], informations: [] };
  const feries = ANNEES.flatMap((annee) =>
    listJoursFeriesDuDepartement(CODES_DEPARTEMENT[commande.profil], annee).jours.map(
      ({ jour, nom }): Fermee => ({ du: jour, au: jour, motif: 'FERIE', libelle: nom }),
    ),
  );
  const modulees = Map.groupBy(lots.find(({ table }) => table === 'eaje.modulation')?.lignes ?? [], (m) =>
    String(m.etablissementId),
  );
  const autorisations = Map.groupBy(lots.find(({ table }) => table === 'eaje.autorisation')?.lignes ?? [], (a) =>
    String(a.etablissementId),
  );
  const findAutorisation = ({ id }: CrecheFictive) => autorisations.get(id)?.at(-1);
  const buildMursDe = (creche: CrecheFictive) => buildMurs(creche, feries, modulees.get(creche.id) ?? []);
  for (const creche of creches) {
    const voisines = creches.filter(({ id, territoireId }) => id !== creche.id && territoireId === creche.territoireId);
    const alea = racine.flux(creche.code);
    for (const plan of listPlansTravaux(creche, alea))
      addDossier({ lignes, creche, voisines, alea, buildMursDe, findAutorisation }, plan);
  }
  return [
    { table: 'eaje.dossier_travaux', lignes: lignes.dossiers },
    { table: 'eaje.modulation', lignes: lignes.modulations },
    { table: 'eaje.impact_travaux', lignes: lignes.impacts },
    { table: 'eaje.relogement', lignes: lignes.relogements },
    { table: 'eaje.point_reouverture', lignes: lignes.points },
    { table: 'eaje.information_travaux', lignes: lignes.informations },
  ];
}

function addDossier(pose: Pose, plan: PlanTravaux): void {
  const { lignes, creche, alea } = pose;
  const id = alea.identifiant(AUJOURDHUI + plan.demande);
  const [debut, reouverture] = plan.prevu ?? [];
  const placesGelees = Math.round(creche.places * (plan.gel ?? 0));
  const prevision = { debutPrevu: leOuRien(debut), reouverturePrevue: leOuRien(reouverture), placesGelees };
  lignes.dossiers.push({
    ...{
      id,
      etablissementId: creche.id,
      nature: plan.nature,
      objet: plan.objet,
      motif: plan.motif,
      enjeux: plan.enjeux,
    },
    ...{ toucheAutorisation: plan.autorisation ?? false, demandeLe: le(plan.demande), ...prevision, etat: plan.etat },
    ...{ valideLe: leOuRien(plan.valide), programmeLe: leOuRien(plan.programme), commenceLe: leOuRien(plan.commence) },
    ...{ recuLe: leOuRien(plan.recu), rouvertLe: leOuRien(plan.rouvert), abandonneLe: leOuRien(plan.abandonne) },
    abandonMotif: plan.abandonne === undefined ? null : 'Repris dans la rénovation complète du bâtiment.',
  });
  addInformations(pose, plan, id);
  if (plan.calendrier && plan.prevu) addModulation(pose, id, plan.prevu, placesGelees);
  if (debut === undefined || reouverture === undefined || plan.chiffre === undefined) return;
  // Un chiffrage périmé a été fait pour une réouverture une semaine plus tôt.
  addImpact(pose, id, {
    debut,
    reouverture: plan.chiffre === 'perime' ? reouverture - 7 : reouverture,
    placesGelees,
    plan,
  });
}

/** Moins de places, ces jours-là, au calendrier de la crèche. */
function addModulation(
  { lignes, creche, alea, findAutorisation }: Pose,
  dossierId: string,
  [debut, reouverture]: readonly [number, number],
  placesGelees: number,
): void {
  const autorisation = findAutorisation(creche);
  if (!autorisation) return;
  lignes.modulations.push({
    ...{
      id: alea.identifiant(AUJOURDHUI),
      autorisationId: autorisation.id ?? null,
      etablissementId: creche.id,
      dossierId,
    },
    ...{ jours: formatNombres([1, 2, 3, 4, 5]), debut: creche.ouvre, fin: creche.ferme },
    ...{
      places: creche.places - placesGelees,
      periode: formatPeriode(AUJOURDHUI + debut, AUJOURDHUI + reouverture - 1),
    },
  });
}

function addInformations({ lignes, creche, alea }: Pose, plan: PlanTravaux, dossierId: string): void {
  const par = creche.professionnels[0]?.agentId;
  if (par === undefined) return;
  const commun = { dossierId, etablissementId: creche.id, par };
  const informer = (destinataire: string, jour: number | undefined) => {
    if (jour !== undefined)
      lignes.informations.push({ id: alea.identifiant(AUJOURDHUI + jour), ...commun, destinataire, le: le(jour) });
  };
  informer('PCD', plan.pcd);
  informer('FAMILLES', plan.familles);
  const tenu = plan.rouvert ?? plan.recu ?? 0;
  for (const point of POINTS.slice(0, plan.points ?? 0))
    lignes.points.push({
      ...{ id: alea.identifiant(AUJOURDHUI + tenu), ...commun, point },
      ...{ tenuLe: le(Math.min(-1, tenu)), preuve: PREUVES[point] },
    });
}

type Chiffre = { debut: number; reouverture: number; placesGelees: number; plan: PlanTravaux };

function addImpact(pose: Pose, dossierId: string, { debut, reouverture, placesGelees, plan }: Chiffre): void {
  const { lignes, creche, buildMursDe } = pose;
  const gel = { du: le(debut), au: le(reouverture - 1), places: placesGelees, debut: null, fin: null };
  const impact = placesGelees === 0 ? undefined : computeImpact(buildMursDe(creche), gel, buildAccueils(creche));
  const {
    joursOuverts = 0,
    minutesGelees = 0,
    minutesPerdues = 0,
    enfants = 0,
    totale = false,
    attendus = [],
  } = impact ?? {};
  lignes.impacts.push({
    ...{
      dossierId,
      etablissementId: creche.id,
      chiffreLe: le(plan.valide ?? plan.demande),
      par: creche.professionnels[0]?.agentId ?? null,
    },
    ...{
      debutPrevu: le(debut),
      reouverturePrevue: le(reouverture),
      placesGelees,
      joursOuverts,
      minutesGelees,
      minutesPerdues,
      enfants,
    },
    agents: totale ? creche.professionnels.filter(({ au }) => au === null).length : 0,
  });
  if (plan.relogement) addRelogements(pose, dossierId, gel, attendus);
}

/** Quelques enfants seulement sont relogés, là où les voisines ont de la place : les autres restent à placer. */
function addRelogements(
  pose: Pose,
  dossierId: string,
  gel: Parameters<typeof computePlacesLibres>[1],
  attendus: readonly string[],
): void {
  const { lignes, creche, voisines, alea, buildMursDe } = pose;
  const restants = [...attendus];
  for (const hote of voisines) {
    const accueils = buildAccueils(hote);
    const { places } = computePlacesLibres(buildMursDe(hote), gel, { gels: [], accueils, reloges: 0 });
    for (const enfantId of restants.splice(0, Math.min(places, RELOGES_MAXIMUM)))
      lignes.relogements.push({
        ...{ id: alea.identifiant(AUJOURDHUI), dossierId, etablissementId: creche.id },
        ...{ hoteId: hote.id, enfantId, nombre: 1 },
      });
  }
}

function buildMurs(
  { ouvre, ferme, places, fermetures }: CrecheFictive,
  feries: readonly Fermee[],
  lignes: readonly Ligne[],
) {
  const modulations = lignes.map(({ debut, fin, places: offertes }) => ({
    ...{ jours: [1, 2, 3, 4, 5], debut: Number(debut), fin: Number(fin) },
    places: Number(offertes),
  }));
  const conges = fermetures.map(
    ({ du, au }): Fermee => ({
      du: jourCivil(formatNumero(du)),
      au: jourCivil(formatNumero(au)),
      motif: 'CONGES',
      libelle: '',
    }),
  );
  const autorisation = { du: jourCivil('2010-01-01'), au: null, places, modulations };
  return { ouvre, ferme, jours: [1, 2, 3, 4, 5], autorisations: [autorisation], fermetures: [...conges, ...feries] };
}

function buildAccueils({ contrats, reservations, absences }: CrecheFictive) {
  const jour = (numero: number) => jourCivil(formatNumero(numero));
  return {
    contrats: contrats.map(({ enfantId, du, au, semaine }) => ({
      enfantId,
      semaine,
      du: jour(du),
      au: au === null ? null : jour(au),
    })),
    reservations: reservations.map(({ enfantId, le: numero, debut, fin }) => ({
      enfantId,
      debut,
      fin,
      jour: jour(numero),
    })),
    absences: [...absences].flatMap(([enfantId, siennes]) =>
      siennes.map(({ du, au }) => ({ enfantId, du: jour(du), au: jour(au) })),
    ),
  };
}
