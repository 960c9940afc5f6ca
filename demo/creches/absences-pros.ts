import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { CRECHES } from '../parametres/creches.ts';
import type { LignesCreches } from './lignes.ts';

export type AbsencePro = {
  id: string;
  du: Numero;
  au: Numero;
  motif: 'maladie' | 'parentalite' | 'conge' | 'formation';
};

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const DEPUIS = parseNumero('2025-09-01');
const HORIZON = AUJOURDHUI + 60;
/** Les arrêts commencent plus souvent de décembre à mars. */
const HIVER = new Set(['12', '01', '02', '03']);

type Emploi = { du: Numero; au: Numero | null; fragilite: number };

/** Un peu plus d'un an d'absences, et celles qu'on connaît déjà : arrêts courts, moyens et longs, congés hors des fermetures, formations. */
export function createAbsences({ du, au, fragilite }: Emploi, alea: Alea): AbsencePro[] {
  const { parAn, courtes, longues } = CRECHES.absences.valeur;
  const debut = Math.max(du + 5, DEPUIS);
  const fin = Math.min(au ?? HORIZON, HORIZON);
  const annees = (Math.min(fin, AUJOURDHUI + 3) - debut) / 365;
  const gardees: AbsencePro[] = [];
  const add = (le: Numero, jours: number, motif: AbsencePro['motif']) => {
    const absence = { id: alea.identifiant(le - 1), du: le, au: Math.min(le + jours - 1, au ?? le + jours), motif };
    if (le < debut || absence.au < le || le > fin) return;
    if (gardees.every((a) => a.au < absence.du || a.du > absence.au)) gardees.push(absence);
  };
  const episodes = tirerNombre(alea, Math.max(0, parAn * annees * fragilite));
  for (let i = 0; i < episodes; i++) {
    const le = tirerDebut(alea, debut, Math.min(fin, AUJOURDHUI + 2));
    const genre = alea.pondere({ courte: courtes, longue: longues, moyenne: 1 - courtes - longues });
    if (genre === 'courte') add(le, alea.entier(1, 3), 'maladie');
    else if (genre === 'longue') add(le, alea.entier(95, 260), alea.chance(0.4) ? 'parentalite' : 'maladie');
    else add(le, Math.round(Math.min(88, 4 - 19 * Math.log(1 - alea.reel()))), 'maladie');
  }
  if (alea.chance(0.55)) add(tirerDebut(alea, debut, fin), alea.choix([5, 5, 7, 12]), 'conge');
  if (alea.chance(0.35)) add(tirerDebut(alea, debut, AUJOURDHUI + 20), alea.entier(1, 2), 'formation');
  return gardees.sort((a, b) => a.du - b.du);
}

/** Loi de Poisson. */
function tirerNombre(alea: Alea, moyenne: number): number {
  const seuil = Math.exp(-moyenne);
  let produit = alea.reel();
  let nombre = 0;
  while (produit > seuil) {
    produit *= alea.reel();
    nombre += 1;
  }
  return nombre;
}

function tirerDebut(alea: Alea, du: Numero, au: Numero): Numero {
  if (au <= du) return du;
  const le = alea.entier(du, au);
  return HIVER.has(formatNumero(le).slice(5, 7)) || alea.chance(0.6) ? le : alea.entier(du, au);
}

/** Écrit les absences une fois les équipes réglées : le motif a sa table. */
export function addAbsences(lignes: LignesCreches, pro: { agentId: string; absences: readonly AbsencePro[] }): void {
  for (const { id, du, au, motif } of pro.absences) {
    lignes['organisation.absence'].push({ id, agentId: pro.agentId, periode: formatPeriode(du, au) });
    lignes['organisation.absence_motif'].push({ absenceId: id, motif, commentaire: null });
  }
}
