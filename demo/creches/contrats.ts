import { computeTarif } from '#modules/contrats-eaje/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Alea } from '../alea.ts';
import { addMois, computeAnnee, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { CRECHES } from '../parametres/creches.ts';
import type { Chantier } from './chantier.ts';
import type { EnfantAccueilli } from './familles.ts';
import { formatNombres } from './lignes.ts';
import type { Structure } from './murs.ts';

export type ContratAccueil = {
  id: string;
  enfantId: string;
  nature: 'REGULIER' | 'OCCASIONNEL';
  du: Numero;
  au: Numero | null;
  semaine: readonly number[];
  tarifCentimes: number;
};

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const REVISION = parseNumero('2026-01-01');
/** Avant la rentrée de 2025, rien n'est repris : les contrats plus anciens commencent là. */
const REPRISE = parseNumero('2025-09-01');
const JAMAIS = Number.POSITIVE_INFINITY;

export function addContrats(
  chantier: Chantier,
  structure: Structure,
  enfants: readonly EnfantAccueilli[],
): ContratAccueil[] {
  return enfants.flatMap((enfant, rang) =>
    addContratsDe(chantier, structure, enfant, chantier.racine.flux(structure.code, 'contrats', rang)),
  );
}

/** Le contrat de l'enfant et ses avenants : révision de janvier, semaine changée ; fin connue ou non. */
function addContratsDe(
  chantier: Chantier,
  structure: Structure,
  enfant: EnfantAccueilli,
  alea: Alea,
): ContratAccueil[] {
  const debut = Math.max(enfant.entree, REPRISE);
  const fin = enfant.sortie ?? findFinPrevue(enfant, alea);
  const coupures = listCoupures(debut, fin ?? JAMAIS, alea);
  let semaine = enfant.occasionnel ? RIEN : tirerSemaine(alea);
  const contrats: ContratAccueil[] = [];
  let precedent: string | null = null;
  for (const [i, { du, revue }] of coupures.entries()) {
    const suivante = coupures[i + 1];
    if (revue && !enfant.occasionnel) semaine = tirerSemaine(alea);
    const { tarifCentimes, etapes } = computeTarif(enfant.foyer, jourCivil(formatNumero(du)), []);
    const contrat: ContratAccueil = {
      id: alea.identifiant(du - 10),
      enfantId: enfant.id,
      nature: enfant.occasionnel ? 'OCCASIONNEL' : 'REGULIER',
      du,
      au: suivante ? suivante.du - 1 : fin,
      semaine,
      tarifCentimes,
    };
    contrats.push(contrat);
    inscrire(chantier, structure, contrat, { enfant, precedent, dernier: suivante === undefined, etapes }, alea);
    precedent = contrat.id;
  }
  return contrats;
}

const RIEN: readonly number[] = Array.from({ length: 14 }, () => 0);

/** Fin août de l'année de l'entrée à l'école, quand le contrat la porte. */
function findFinPrevue({ naissance }: EnfantAccueilli, alea: Alea): Numero | null {
  if (!alea.chance(0.7)) return null;
  return parseNumero(`${computeAnnee(naissance) + 3}-08-31`);
}

function listCoupures(debut: Numero, fin: Numero, alea: Alea): { du: Numero; revue: boolean }[] {
  const coupures = [{ du: debut, revue: false }];
  if (debut < REVISION && fin > REVISION && !alea.chance(0.03)) coupures.push({ du: REVISION, revue: false });
  const change = Math.max(debut, REVISION) + alea.entier(40, 300);
  if (alea.chance(0.18) && change < Math.min(fin - 20, AUJOURDHUI + 40)) coupures.push({ du: change, revue: true });
  return coupures;
}

function inscrire(
  { lignes }: Chantier,
  structure: Structure,
  contrat: ContratAccueil,
  suite: { enfant: EnfantAccueilli; precedent: string | null; dernier: boolean; etapes: readonly string[] },
  alea: Alea,
): void {
  const { enfant, precedent, dernier, etapes } = suite;
  const nouveau = precedent === null && contrat.du === enfant.entree;
  const au = contrat.au;
  const adaptation = contrat.du + alea.choix([4, 9, 11]);
  lignes['eaje.contrat'].push({
    id: contrat.id,
    enfantId: enfant.id,
    etablissementId: structure.id,
    nature: contrat.nature,
    periode: formatPeriode(contrat.du, au),
    semaine: formatNombres(contrat.semaine),
    adaptationJusquAu: nouveau && (au === null || adaptation < au) ? formatNumero(adaptation) : null,
    semainesParAn: alea.choix([44, 45, 46, 46, 46, 47]),
    mensualites: 12,
    tarifCentimes: contrat.tarifCentimes,
    tarifEtapes: etapes,
    avenantDe: precedent,
    motifFin: dernier && enfant.sortie !== null ? tirerMotifFin(enfant, alea) : null,
    signeLe: alea.chance(0.97) ? formatNumero(contrat.du - alea.entier(1, 20)) : null,
  });
}

const tirerMotifFin = ({ naissance, sortie }: EnfantAccueilli, alea: Alea): string =>
  sortie !== null && sortie > addMois(naissance, 30)
    ? 'Entrée à l’école'
    : alea.choix(['Déménagement', 'Autre mode d’accueil', 'Congé parental']);

/** La semaine type : de un à cinq jours, aux mêmes heures, plus courte parfois le mercredi. */
function tirerSemaine(alea: Alea): readonly number[] {
  const nombre = Number(alea.pondere(CRECHES.joursParSemaine.valeur));
  const jours = tirerJours(alea, nombre);
  const { debut, fin } = tirerPlage(alea);
  const mercredi = alea.chance(0.12) ? Math.min(fin, 990) : fin;
  return [0, 1, 2, 3, 4, 5, 6].flatMap((jour) => (jours.has(jour) ? [debut, jour === 2 ? mercredi : fin] : [0, 0]));
}

/** À quatre jours, on retire le mercredi plus souvent que le vendredi, le vendredi plus que le reste. */
function tirerJours(alea: Alea, nombre: number): Set<number> {
  const jours = new Set([0, 1, 2, 3, 4]);
  while (jours.size > nombre) jours.delete(Number(alea.pondere({ '0': 13, '1': 14, '2': 37, '3': 14, '4': 22 })));
  return jours;
}

function tirerPlage(alea: Alea): { debut: number; fin: number } {
  const debut = Number(alea.pondere(CRECHES.arrivees.valeur));
  for (let essai = 0; essai < 6; essai++) {
    const fin = Number(alea.pondere(CRECHES.departs.valeur));
    if (fin - debut >= 450 && fin - debut <= 615) return { debut, fin };
  }
  return { debut, fin: Math.min(1110, debut + 540) };
}
