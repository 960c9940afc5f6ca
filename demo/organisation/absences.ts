import { createAlea } from '../alea.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import type { Commande } from '../parametres/profils.ts';
import type { Agents, Occupation } from './agents.ts';
import type { LigneAbsence, LigneAffectation, LigneMotif } from './lignes.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
type Arret = { du: Numero; au: Numero; motif: string; commentaire: string | null };

export type Absences = { absences: LigneAbsence[]; motifs: LigneMotif[]; remplacements: LigneAffectation[] };

/** Deux ans d'absences : congés d'été et de fin d'année, arrêts courts, formations, quelques absences longues en cours. */
export function buildAbsences(commande: Commande, { occupations, vacants }: Agents): Absences {
  const racine = createAlea(commande.graine, commande.profil, 'absences');
  const resultat: Absences = { absences: [], motifs: [], remplacements: [] };
  const actuels = occupations.filter((o) => o.au === null);
  const longues: Occupation[] = [];
  for (const occupation of actuels) {
    const alea = racine.flux(occupation.agentId);
    for (const arret of sansChevauchement(tirerArrets(occupation, alea), occupation.du)) {
      const id = alea.identifiant(Math.min(arret.du - 10, AUJOURDHUI));
      resultat.absences.push({ id, agentId: occupation.agentId, periode: formatPeriode(arret.du, arret.au) });
      resultat.motifs.push({ absenceId: id, motif: arret.motif, commentaire: arret.commentaire });
      const enCours = arret.du <= AUJOURDHUI && arret.au >= AUJOURDHUI;
      if (enCours && arret.au - arret.du > 45) longues.push({ ...occupation, du: arret.du, au: arret.au });
    }
  }
  const alea = racine.flux('interims');
  for (const trou of [...vacants, ...longues]) {
    const collegues = actuels.filter(
      (o) =>
        o.decrit.profil === trou.decrit.profil &&
        o.posteId !== trou.posteId &&
        o.decrit.uniteCode.slice(0, 3) === trou.decrit.uniteCode.slice(0, 3),
    );
    if (collegues.length === 0 || alea.chance(0.45)) continue;
    const { agentId, du: arrivee } = alea.choix(collegues);
    const du = Math.min(Math.max(trou.du + 7, arrivee), AUJOURDHUI);
    resultat.remplacements.push({
      id: alea.identifiant(du),
      posteId: trou.posteId,
      agentId,
      nature: trou.au === null ? 'interim' : 'remplacement',
      periode: formatPeriode(du, trou.au),
    });
  }
  return resultat;
}

function tirerArrets({ decrit }: Occupation, alea: ReturnType<typeof createAlea>): Arret[] {
  const arrets: Arret[] = [];
  const conge = (annee: number, moisJour: string, decalage: number, duree: number) => {
    const du = parseNumero(`${annee}-${moisJour}`) + decalage;
    arrets.push({ du, au: du + duree, motif: 'conge', commentaire: null });
  };
  for (const annee of [2025, 2026]) {
    conge(annee, '07-06', alea.entier(0, 5) * 7, alea.choix([13, 20, 20, 27]));
    if (alea.chance(0.7)) conge(annee, '12-19', alea.entier(0, 4), alea.entier(6, 14));
    if (alea.chance(0.6)) conge(annee, alea.choix(['02-16', '04-13', '10-19']), alea.entier(0, 7), alea.entier(4, 9));
    const courts = alea.entier(0, 3);
    for (let i = 0; i < courts; i++) {
      const du = parseNumero(`${annee}-01-05`) + alea.entier(0, 318);
      const formation = alea.chance(0.35);
      arrets.push({
        du,
        au: du + alea.entier(0, formation ? 2 : 8),
        motif: formation ? 'formation' : 'maladie',
        commentaire: null,
      });
    }
  }
  // Les rôles des cartes de démonstration sont au travail le jour figé.
  const present = arrets.filter((a) => decrit.carte === null || a.au < AUJOURDHUI || a.du > AUJOURDHUI);
  if (decrit.carte === null && alea.chance(0.055)) {
    const motif = alea.pondere({ maladie: 0.6, parentalite: 0.4 });
    const du = AUJOURDHUI - alea.entier(5, 130);
    present.unshift({
      du,
      au: AUJOURDHUI + alea.entier(10, 120),
      motif,
      commentaire: motif === 'maladie' ? 'Arrêt prolongé' : null,
    });
  }
  return present;
}

/** La base refuse deux absences qui se recouvrent : la première venue dans la liste l'emporte. */
function sansChevauchement(arrets: readonly Arret[], arrivee: Numero): Arret[] {
  const gardes: Arret[] = [];
  for (const a of arrets) if (a.du > arrivee && gardes.every((g) => a.au < g.du || a.du > g.au)) gardes.push(a);
  return gardes.sort((a, b) => a.du - b.du);
}
