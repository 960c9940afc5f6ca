/**
 * Deux exercices de lignes budgétaires par crèche, l'un clos, l'autre en cours. Dans la première crèche de chaque territoire : une ligne qui
 * dépassera, une autre sous-consommée, un service fait oublié ; dans la deuxième, un intérim facturé plus qu'il n'a été fait.
 */
import type { Ligne } from '#database/insert-rows.ts';
import { type Alea, createAlea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { CRECHES_BUDGET } from '../parametres/creches-budget.ts';
import type { LigneFictive, LignesBudget, Nature, Plume } from './ligne-fictive.ts';
import { addServices } from './services-faits.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const EN_COURS = Number(JOUR_DEMO.slice(0, 4));
const EXERCICES = [EN_COURS - 1, EN_COURS] as const;

const NATURES = Object.keys(CRECHES_BUDGET.parPlace.valeur) as Nature[];
const LIBELLES: Readonly<Record<Nature, string>> = {
  ENTRETIEN: 'Produits d’entretien',
  PEDAGOGIE: 'Jeux et matériel pédagogique',
  PHARMACIE: 'Petite pharmacie',
  ALIMENTATION: 'Alimentation d’appoint',
  MENAGE: 'Marché de ménage',
  INTERIM: 'Intérim de remplacement',
  FLUIDES: 'Eau, gaz et électricité',
};
/** M57, à confirmer. */
const IMPUTATIONS: Partial<Readonly<Record<Nature, string>>> = {
  ...{ ENTRETIEN: '60631', PEDAGOGIE: '60632', MENAGE: '6283', INTERIM: '6218' },
};
const OBJETS: Readonly<Record<Nature, readonly string[]>> = {
  ENTRETIEN: ['Lessive et détergents', 'Sacs et essuie-mains', 'Désinfectant de surface', 'Gants à usage unique'],
  PEDAGOGIE: [
    'Livres cartonnés',
    'Puzzles et encastrements',
    'Peinture et papier',
    'Structure de motricité',
    'Instruments',
  ],
  PHARMACIE: ['Pansements et compresses', 'Sérum physiologique', 'Thermomètres'],
  ALIMENTATION: ['Goûters', 'Lait de suite', 'Fruits de saison'],
  MENAGE: ['Marché annuel de ménage'],
  INTERIM: ['Remplacement d’une auxiliaire', 'Remplacement d’une agente polyvalente', 'Renfort du matin'],
  FLUIDES: ['Électricité', 'Gaz', 'Eau'],
};
const DES_SERVICES: ReadonlySet<Nature> = new Set(['MENAGE', 'INTERIM', 'FLUIDES']);

export function buildBudgetCreches({
  creches: { creches },
  organisation,
  commande,
}: Pick<Departement, 'creches' | 'organisation' | 'commande'>): Lot[] {
  const racine = createAlea(commande.graine, commande.profil, 'creches', 'budget');
  const l: LignesBudget = {
    lignes: [],
    engagements: [],
    mandatements: [],
    corrections: [],
    arbitrages: [],
    services: [],
  };
  const tenants = new Map(
    organisation.occupations.map(({ decrit, agentId }) => [`${decrit.uniteCode} ${decrit.profil}`, agentId]),
  );
  const serviceId = organisation.idDe('SAF');
  for (const creche of creches) {
    const territoire = tenants.get(`${creche.territoireCode} responsable-territoire-petite-enfance`);
    if (territoire === undefined) throw new Error(`Personne ne tient ${creche.territoireCode}`);
    const plume = { creche, territoire, serviceId, responsable: creche.professionnels[0]?.agentId ?? territoire };
    for (const exercice of EXERCICES)
      for (const nature of NATURES) addLigne(l, plume, exercice, nature, racine.flux(creche.code, exercice, nature));
  }
  return [
    { table: 'eaje.ligne_budget', lignes: l.lignes },
    { table: 'eaje.engagement', lignes: l.engagements },
    { table: 'eaje.mandatement', lignes: l.mandatements },
    { table: 'eaje.depense_correction', lignes: l.corrections },
    { table: 'eaje.arbitrage_budget', lignes: l.arbitrages },
    { table: 'eaje.service_fait', lignes: l.services },
  ];
}

/** La part du budget que la ligne aura dépensée au 31 décembre. */
function tirerConsommation({ creche }: Plume, exercice: number, nature: Nature, alea: Alea): number {
  const { moyenne, ecart } = CRECHES_BUDGET.consommation.valeur;
  const tiree = Math.min(1.03, Math.max(0.84, alea.normale(moyenne, ecart)));
  if (exercice !== EN_COURS) return tiree;
  if (creche.rang === 0) return { PEDAGOGIE: 1.28, ENTRETIEN: 0.55 }[nature as string] ?? tiree;
  return creche.rang === 1 && nature === 'INTERIM' ? 1.17 : tiree;
}

function addLigne(l: LignesBudget, plume: Plume, exercice: number, nature: Nature, alea: Alea): void {
  const { creche, responsable, territoire, serviceId } = plume;
  const du = parseNumero(`${exercice}-01-01`);
  const id = alea.identifiant(du);
  const deService = DES_SERVICES.has(nature);
  const budget = Math.round((CRECHES_BUDGET.parPlace.valeur[nature] * creche.places) / 50) * 5000;
  l.lignes.push({
    ...{ id, etablissementId: creche.id, uniteId: creche.uniteId, exercice, nature, libelle: LIBELLES[nature] },
    ...{
      imputation: IMPUTATIONS[nature] ?? null,
      serviceId: deService ? serviceId : null,
      du: formatNumero(du),
      budgetCentimes: budget,
    },
  });
  const fin = parseNumero(`${exercice}-12-31`);
  const ligne = {
    ...plume,
    id,
    exercice,
    nature,
    budget,
    par: deService ? territoire : responsable,
    fin: Math.min(fin, AUJOURDHUI - 1),
  };
  const total = Math.round(budget * tirerConsommation(plume, exercice, nature, alea));
  if (nature === 'MENAGE') addMarche(l, ligne, budget, alea);
  else addAchats(l, ligne, Math.round((total * (ligne.fin - du + 1)) / (fin - du + 1)), alea);
  addServices(l, ligne, alea.flux('services'));
  if (exercice !== EN_COURS || nature !== 'PEDAGOGIE') return;
  if (creche.rang === 0) addAccidents(l, ligne, alea.flux('accidents'));
  if (creche.rang === 1) addArbitrage(l, ligne, alea.flux('arbitrage'));
}

/** Un marché s'engage d'un coup pour l'année, et se mandate mois par mois. */
function addMarche(l: LignesBudget, ligne: LigneFictive, budget: number, alea: Alea): void {
  const centimes = Math.round(budget * 0.98);
  const jour = parseNumero(`${ligne.exercice}-01-06`);
  const id = addEngagement(l, ligne, alea, { jour, objet: 'Marché annuel de ménage', centimes, pourExercice: true });
  for (let mois = 1; mois <= 12; mois += 1) {
    const le = parseNumero(`${ligne.exercice}-01-28`) + Math.round((mois - 1) * 30.4) + alea.entier(8, 20);
    addMandatement(l, ligne, alea, id, { jour: le, centimes: Math.floor(centimes / 12) });
  }
}

/** Des achats répartis sur ce qui est passé de l'année. */
function addAchats(l: LignesBudget, ligne: LigneFictive, total: number, alea: Alea): void {
  const debut = parseNumero(`${ligne.exercice}-01-05`);
  const nombre = Math.max(3, Math.round((alea.entier(...CRECHES_BUDGET.achats.valeur) * (ligne.fin - debut)) / 360));
  const parts = Array.from({ length: nombre }, () => 0.6 + alea.reel());
  const somme = parts.reduce((cumul, p) => cumul + p, 0);
  for (const [rang, p] of parts.entries()) {
    const pas = (ligne.fin - debut) / nombre;
    const jour = Math.min(ligne.fin, Math.round(debut + pas * rang) + alea.entier(0, Math.floor(pas / 2)));
    const centimes = Math.max(100, Math.round((total * p) / somme));
    const id = addEngagement(l, ligne, alea, {
      jour,
      objet: alea.choix(OBJETS[ligne.nature]),
      centimes,
      pourExercice: false,
    });
    addMandatement(l, ligne, alea, id, { jour: jour + alea.entier(...CRECHES_BUDGET.mandatement.valeur), centimes });
  }
}

type Achat = { jour: Numero; objet: string; centimes: number; pourExercice: boolean; plus?: Ligne };

function addEngagement(l: LignesBudget, ligne: LigneFictive, alea: Alea, { jour, plus = {}, ...achat }: Achat): string {
  const id = alea.identifiant(jour);
  const commun = { id, ligneId: ligne.id, etablissementId: ligne.creche.id, par: ligne.par };
  l.engagements.push({
    ...{ ...commun, ...achat, jour: formatNumero(jour) },
    ...{ depassement: null, annuleLe: null, annulation: null, version: 1, ...plus },
  });
  return id;
}

/** Payé seulement si le jour est passé, et dans le temps de l'exercice. */
function addMandatement(
  l: LignesBudget,
  ligne: LigneFictive,
  alea: Alea,
  engagementId: string,
  { jour, centimes }: { jour: Numero; centimes: number },
): void {
  const dernier = Math.min(AUJOURDHUI - 1, parseNumero(`${ligne.exercice + 1}-01-25`));
  if (jour > dernier) return;
  l.mandatements.push({
    ...{
      id: alea.identifiant(jour),
      engagementId,
      etablissementId: ligne.creche.id,
      jour: formatNumero(jour),
      centimes,
    },
    ...{ reference: `M-${ligne.exercice}-${alea.entier(10000, 99999)}`, par: ligne.par },
  });
}

/** Un budget relevé au printemps, par une décision modificative. */
function addArbitrage(l: LignesBudget, ligne: LigneFictive, alea: Alea): void {
  const le = parseNumero(`${ligne.exercice}-05-05`);
  l.arbitrages.push({
    ...{ id: alea.identifiant(le), ligneId: ligne.id, etablissementId: ligne.creche.id, par: ligne.territoire },
    ...{ le: formatNumero(le), suite: 'MODIFIER', motif: 'Décision modificative : ouverture d’une section' },
    ...{ avantCentimes: Math.round(ligne.budget * 0.8), apresCentimes: ligne.budget },
  });
}

/** Un achat annulé, un montant corrigé. */
function addAccidents(l: LignesBudget, ligne: LigneFictive, alea: Alea): void {
  const jour = AUJOURDHUI - 60;
  const annule = { annuleLe: formatNumero(jour + 9), annulation: 'Commandé deux fois par erreur', version: 2 };
  const achat = { jour, objet: 'Livres cartonnés', centimes: 18400, pourExercice: false };
  addEngagement(l, ligne, alea, { ...achat, plus: annule });
  const corrige = {
    jour: jour + 20,
    objet: 'Tapis de motricité',
    centimes: 31250,
    pourExercice: false,
    plus: { version: 2 },
  };
  const engagementId = addEngagement(l, ligne, alea, corrige);
  l.corrections.push({
    ...{
      id: alea.identifiant(jour + 24),
      engagementId,
      mandatementId: null,
      etablissementId: ligne.creche.id,
      par: ligne.par,
    },
    ...{ le: formatNumero(jour + 24), motif: 'Le devis signé est plus élevé', avantJour: formatNumero(jour + 20) },
    ...{ avantCentimes: 28900, avantTexte: 'Tapis de motricité' },
  });
}
