import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { listVacances } from './calendrier-scolaire.ts';
import type { Chantier } from './chantier.ts';
import type { EnfantAccueilli } from './familles.ts';
import type { Structure } from './murs.ts';

export type AbsenceEnfant = { du: Numero; au: Numero };

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const DEPUIS = AUJOURDHUI - 364;
const MALADIES_PAR_AN = 2.6;
type Motif = 'MALADIE' | 'HOSPITALISATION' | 'EVICTION' | 'CONGES' | 'CONVENANCE';

/** Les absences que les familles ont dites, sur un an, et celles qu'elles annoncent déjà. */
export function addAbsencesEnfants(
  chantier: Chantier,
  structure: Structure,
  enfants: readonly EnfantAccueilli[],
): Map<string, AbsenceEnfant[]> {
  const vacances = listVacances(chantier.commande.profil);
  const racine = chantier.racine.flux(structure.code, 'absences-enfants');
  return new Map(
    enfants
      .filter(({ occasionnel }) => !occasionnel)
      .map((enfant, rang) => [enfant.id, addAbsencesDe(chantier, structure, enfant, vacances, racine.flux(rang))]),
  );
}

function addAbsencesDe(
  { lignes }: Chantier,
  structure: Structure,
  enfant: EnfantAccueilli,
  vacances: readonly AbsenceEnfant[],
  alea: Alea,
): AbsenceEnfant[] {
  const [debut, fin] = [
    Math.max(enfant.entree + 12, DEPUIS),
    Math.min(enfant.sortie ?? AUJOURDHUI + 40, AUJOURDHUI + 40),
  ];
  const gardees: AbsenceEnfant[] = [];
  const add = (du: Numero, au: Numero, motif: Motif, prevenue: Numero) => {
    if (du < debut || au > fin || gardees.some((a) => a.du <= au && du <= a.au)) return;
    gardees.push({ du, au });
    lignes['eaje.absence'].push({
      id: alea.identifiant(prevenue),
      enfantId: enfant.id,
      etablissementId: structure.id,
      periode: formatPeriode(du, au),
      motif,
      prevenueLe: formatNumero(prevenue),
      justifiee: motif !== 'CONVENANCE' && alea.chance(motif === 'CONGES' ? 0.9 : 0.7),
    });
  };
  for (const { du, au } of vacances) {
    if (!alea.chance(au - du > 30 ? 0.7 : 0.28)) continue;
    const depart = du + 2 + 7 * alea.entier(0, Math.max(0, Math.floor((au - du) / 7) - 2));
    add(depart, depart + alea.choix([4, 4, 6, 11]), 'CONGES', Math.min(depart, AUJOURDHUI) - alea.entier(3, 40));
  }
  const passe = Math.min(fin, AUJOURDHUI);
  const maladies = Math.round((MALADIES_PAR_AN * Math.max(0, passe - debut) * (0.4 + 1.2 * alea.reel())) / 365);
  for (let i = 0; i < maladies; i++) {
    const du = alea.entier(debut, passe);
    const motif = alea.pondere({ MALADIE: 0.8, EVICTION: 0.06, HOSPITALISATION: 0.01, CONVENANCE: 0.13 });
    add(
      du,
      du + (motif === 'CONVENANCE' ? 0 : alea.entier(0, 5)),
      motif,
      du - (motif === 'CONVENANCE' ? alea.entier(1, 10) : 0),
    );
  }
  return gardees;
}
