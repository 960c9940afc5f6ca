import type { Alea } from '../alea.ts';
import { addMois, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { createLignee, createNom, createPrenom, createTelephone, formatCourriel, type Sexe } from '../noms/identite.ts';
import { VOIES } from '../noms/lieux.ts';
import { CRECHES } from '../parametres/creches.ts';
import type { Chantier } from './chantier.ts';
import type { Structure, Tranche } from './murs.ts';
import { isProblematique } from './problemes.ts';

/** Ressources annuelles en centimes (nulles : inconnues) et enfants à charge : de quoi calculer un tarif. */
export type Foyer = {
  annuellesCentimes: number | null;
  enfantsACharge: number;
  enfantsAeeh: number;
  origine: 'CDAP' | 'AVIS_IMPOSITION' | 'REFUS' | 'ASE' | 'URGENCE';
};
export type EnfantAccueilli = {
  id: string;
  familleId: string;
  foyer: Foyer;
  naissance: Numero;
  marcheDepuis: Numero | null;
  sectionId: string | null;
  entree: Numero;
  /** Nul : encore accueilli. */
  sortie: Numero | null;
  occasionnel: boolean;
};

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const RENTREES = [2023, 2024, 2025, 2026].map((annee) => parseNumero(`${annee}-08-31`));
const PLANCHER_ANNUEL = 977_500;

/** Les enfants d'une crèche, accueillis ou partis dans l'année, et leurs familles ; ceux qui attendent leur contrat s'inscrivent sans y compter. */
export function addFamilles(chantier: Chantier, structure: Structure): EnfantAccueilli[] {
  const racine = chantier.racine.flux(structure.code, 'familles');
  const trop = isProblematique(structure, 'SURNOMBRE') ? 1.15 : 1;
  const presents = Math.round(structure.places * CRECHES.enfantsParPlace.valeur * trop);
  const partis = Math.round(structure.places * CRECHES.partisParPlace.valeur);
  const badges = racine.chance(0.7);
  const enfants: EnfantAccueilli[] = [];
  let famille: { id: string; nom: string; foyer: Foyer } | null = null;
  for (let rang = 0; rang < presents + partis; rang++) {
    const alea = racine.flux(rang);
    const fratrie = famille !== null && rang !== presents && alea.chance(CRECHES.fratries.valeur);
    const sejour = tirerSejour(alea, rang >= presents);
    if (!fratrie || famille === null) famille = addFamille(chantier, structure, sejour.entree, alea.flux('foyer'));
    const badge = badges && alea.chance(0.97) ? `B${String(rang + 1).padStart(4, '0')}` : null;
    enfants.push(addEnfant(chantier, structure, famille, sejour, badge, alea));
  }
  addAttendus(chantier, structure);
  return enfants;
}

/** Inscrits par la commission, pour les semaines qui viennent : leur contrat reste à préparer. */
function addAttendus(chantier: Chantier, structure: Structure): void {
  const attendus = Math.ceil(structure.places * CRECHES.attendusParPlace.valeur);
  for (let rang = 0; rang < attendus; rang++) {
    const alea = chantier.racine.flux(structure.code, 'attendus', rang);
    const entree = AUJOURDHUI + alea.entier(7, 45);
    const sejour = { entree, naissance: entree - alea.entier(80, 300), sortie: null };
    addEnfant(chantier, structure, addFamille(chantier, structure, entree, alea.flux('foyer')), sejour, null, alea);
  }
}

type Sejour = Pick<EnfantAccueilli, 'naissance' | 'entree' | 'sortie'>;

function tirerSejour(alea: Alea, parti: boolean): Sejour {
  if (parti) {
    const ecole = alea.chance(0.72);
    const naissance = parseNumero('2023-01-05') + alea.entier(0, ecole ? 358 : 700);
    const sortie = ecole
      ? parseNumero('2026-07-24') + alea.choix([0, 7, 7, 38])
      : Math.max(naissance + 200, AUJOURDHUI - alea.entier(2, 360));
    return { naissance, sortie, entree: Math.min(tirerEntree(alea, naissance, sortie - 60), sortie - 30) };
  }
  const [du = 3, au = 12] = alea.pondere(CRECHES.ages.valeur).split('-').map(Number);
  const naissance = AUJOURDHUI - Math.round((du + (au - du) * alea.reel()) * 30.44);
  return { naissance, sortie: null, entree: tirerEntree(alea, naissance, AUJOURDHUI - 3) };
}

/** À la première rentrée qui suit les trois mois de l'enfant, ou dans les mois d'après ; jamais après `avant`, ni tous ce jour-là. */
function tirerEntree(alea: Alea, naissance: Numero, avant: Numero): Numero {
  const possible = addMois(naissance, 3);
  const rentree = RENTREES.find((le) => le >= possible && le <= avant);
  const du =
    rentree !== undefined && alea.chance(CRECHES.entreesEnSeptembre.valeur)
      ? rentree + alea.choix([0, 0, 1, 3, 7])
      : possible + alea.entier(0, 200);
  const auPlusTot = naissance + 70;
  return Math.max(auPlusTot, du <= avant ? du : avant - alea.entier(0, Math.max(0, avant - auPlusTot)));
}

function addFamille({ commande, lignes }: Chantier, structure: Structure, entree: Numero, alea: Alea) {
  const lignee = createLignee(alea, commande.profil);
  const nom = createNom(alea, commande.profil, lignee);
  const prenom = createPrenom(alea, 'F', entree - 11_000, lignee);
  const id = alea.identifiant(entree - 100);
  const monoparentale = alea.chance(CRECHES.monoparentales.valeur);
  lignes['eaje.famille'].push({
    id,
    etablissementId: structure.id,
    nom,
    telephone: alea.chance(0.97) ? createTelephone(alea, true) : null,
    courriel: alea.chance(0.9) ? formatCourriel(prenom, `${nom}-${alea.entier(10, 99_999)}`) : null,
    adresse: `${alea.entier(1, 90)} ${alea.choix(VOIES)}`,
    communeCode: structure.communeCode,
    codePostal: structure.codePostal,
    matriculeCaf: alea.chance(0.94) ? String(alea.entier(9_000_000, 9_999_999)) : null,
    regime: alea.pondere({ '1': 0.95, '2': 0.02, '3': 0.03 }),
    monoparentale,
    apparaitFiloue: alea.chance(0.97),
  });
  const foyer = tirerFoyer(alea, monoparentale);
  addRessources({ lignes }, structure, id, foyer, entree, alea.flux('ressources'));
  return { id, nom, foyer };
}

function tirerFoyer(alea: Alea, monoparentale: boolean): Foyer {
  const { mediane, ecart, auPlancher } = CRECHES.ressources.valeur;
  const centre = Math.log(mediane * (monoparentale ? 0.65 : 1.12));
  const mensuelles = Math.exp(alea.normale(centre, ecart * 0.92));
  const annuelles = alea.chance(auPlancher)
    ? alea.entier(PLANCHER_ANNUEL / 4, PLANCHER_ANNUEL)
    : Math.round(mensuelles * 12) * 100;
  const enfantsACharge = Number(alea.pondere(CRECHES.enfantsACharge.valeur));
  const origine = alea.pondere({ CDAP: 0.85, AVIS_IMPOSITION: 0.11, REFUS: 0.03, ASE: 0.005, URGENCE: 0.005 });
  const connues = origine !== 'REFUS' && origine !== 'URGENCE';
  const enfantsAeeh = alea.chance(0.02) ? 1 : 0;
  return { annuellesCentimes: connues ? annuelles : null, enfantsACharge, enfantsAeeh, origine };
}

/** Une ligne par année de ressources ; un refus sur trente, et quelques révisions de janvier oubliées. */
function addRessources(
  { lignes }: Pick<Chantier, 'lignes'>,
  structure: Structure,
  familleId: string,
  foyer: Foyer,
  entree: Numero,
  alea: Alea,
): void {
  const janvier = parseNumero('2026-01-01');
  const add = (du: Numero, au: Numero | null, montant: number | null) =>
    lignes['eaje.ressources'].push({
      id: alea.identifiant(du),
      familleId,
      etablissementId: structure.id,
      periode: formatPeriode(du, au),
      annuellesCentimes: montant,
      enfantsACharge: foyer.enfantsACharge,
      enfantsAeeh: foyer.enfantsAeeh,
      origine: foyer.origine,
    });
  const oubliee = alea.chance(0.02);
  const precedentes =
    foyer.annuellesCentimes === null ? null : Math.round(foyer.annuellesCentimes * alea.normale(0.97, 0.03));
  const debut = Math.max(entree - 30, parseNumero('2025-01-01'));
  if (debut < janvier) add(debut, janvier - 1, precedentes);
  if (!(oubliee && debut < janvier)) add(Math.max(debut, janvier), null, foyer.annuellesCentimes);
}

function addEnfant(
  { commande, lignes }: Chantier,
  structure: Structure,
  famille: { id: string; nom: string; foyer: Foyer },
  sejour: Sejour,
  badge: string | null,
  alea: Alea,
): EnfantAccueilli {
  const sexe: Sexe = alea.chance(0.51) ? 'M' : 'F';
  const { moyenne, ecart } = CRECHES.marcheMois.valeur;
  const marche = sejour.naissance + Math.round(Math.max(8.5, alea.normale(moyenne, ecart)) * 30.44);
  const handicap = alea.chance(CRECHES.handicap.valeur);
  const fin = sejour.sortie ?? AUJOURDHUI;
  const marcheDepuis = marche <= fin && !alea.chance(0.04) ? marche : null;
  const enfant: EnfantAccueilli = {
    ...sejour,
    id: alea.identifiant(sejour.entree - 20),
    familleId: famille.id,
    foyer: famille.foyer,
    marcheDepuis,
    sectionId: findSection(structure, (fin - sejour.naissance) / 30.44, alea),
    occasionnel: alea.chance(CRECHES.occasionnels.valeur),
  };
  lignes['eaje.enfant'].push({
    id: enfant.id,
    familleId: famille.id,
    etablissementId: structure.id,
    sectionId: enfant.sectionId,
    nom: famille.nom,
    prenom: createPrenom(alea, sexe, sejour.naissance, createLignee(alea, commande.profil)),
    neLe: formatNumero(sejour.naissance),
    marcheDepuis: marcheDepuis === null ? null : formatNumero(marcheDepuis),
    handicap,
    pai: alea.chance(CRECHES.pai.valeur),
    badge,
  });
  return enfant;
}

function findSection({ sections }: Structure, mois: number, alea: Alea): string | null {
  const tranche: Tranche = mois < 13 ? 'BEBES' : mois < 24 ? 'MOYENS' : 'GRANDS';
  const siennes = sections.filter((s) => s.tranche === tranche || s.tranche === 'MULTI_AGES');
  return siennes.length === 0 || alea.chance(0.01) ? null : alea.choix(siennes).id;
}
