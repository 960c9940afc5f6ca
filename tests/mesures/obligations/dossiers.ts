import { type Alea, createAlea } from '#demo/alea.ts';
import { addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';

export const AUJOURDHUI = jourCivil('2026-11-21');
const DIX_ANS = 3_650;

type FaitEcrit = Readonly<{ type: string; date: string; [champ: string]: unknown }>;
export type DossierEcrit = Readonly<{
  aujourdhui: string;
  enfant: Readonly<{ dateNaissance: string }>;
  faits: readonly FaitEcrit[];
}>;

/** Un département fictif : des enfants de tous âges, dix ans d'histoire, une dizaine à une vingtaine de faits chacun. */
export function createDossiers(nombre: number): DossierEcrit[] {
  return Array.from({ length: nombre }, (_, rang) => createDossier(createAlea('obligations', rang)));
}

function createDossier(alea: Alea): DossierEcrit {
  const dateNaissance = addJours(AUJOURDHUI, -alea.entier(60, 19 * 365));
  const plusTot = addJours(AUJOURDHUI, -DIX_ANS);
  const depart = addJours(dateNaissance > plusTot ? dateNaissance : plusTot, alea.entier(10, 1_000));
  const debut = depart < AUJOURDHUI ? depart : addJours(AUJOURDHUI, -30);
  const faits = [...createInformation(alea, debut), ...createMesures(alea, addMois(debut, 3))];
  return { aujourdhui: AUJOURDHUI, enfant: { dateNaissance }, faits: faits.filter(({ date }) => date <= AUJOURDHUI) };
}

function createInformation(alea: Alea, recueLe: JourCivil): FaitEcrit[] {
  const apres = (jours: number) => addJours(recueLe, jours);
  return [
    { type: 'dossier-ouvert', date: recueLe },
    { type: 'information-recue', date: recueLe, categorie: 'professionnel' },
    { type: 'information-qualifiee', date: apres(alea.entier(0, 8)) },
    { type: 'evaluation-attribuee', date: apres(alea.entier(3, 12)) },
    { type: 'rapport-remis', date: apres(alea.entier(60, 110)) },
    { type: 'decision-suites', date: apres(alea.entier(80, 120)) },
    { type: 'mission-referent', date: apres(alea.entier(90, 130)) },
  ];
}

/** Une mesure de placement ou de milieu ouvert, renouvelée d'année en année jusqu'à aujourd'hui ou plus tôt. */
function createMesures(alea: Alea, du: JourCivil): FaitEcrit[] {
  const code = alea.pondere({ PLACEMENT_ASE: 5, AEMO: 3, AED: 2, AP: 1, PLACEMENT_TDC: 1 });
  const annees = alea.entier(1, 8);
  const faits: FaitEcrit[] = [
    { type: 'demande', date: addJours(du, -10), mesure: 'm1', code },
    { type: 'accord', date: addJours(du, -5), mesure: 'm1', forme: 'ecrit' },
    { type: 'debut-effectif', date: addJours(du, alea.entier(0, 90)), mesure: 'm1' },
    { type: 'ppe-valide', date: addJours(du, alea.entier(60, 200)) },
    { type: 'bilan-sante', date: addJours(du, alea.entier(20, 150)) },
  ];
  for (let annee = 0; annee < annees; annee += 1) {
    const debut = addMois(du, 12 * annee);
    const nature = annee === 0 ? 'initiale' : 'renouvellement';
    faits.push({ type: 'decision', date: addJours(debut, -3), mesure: 'm1', code, nature, du: debut, dureeMois: 12 });
    if (alea.chance(0.8)) faits.push({ type: 'rapport-situation', date: addMois(debut, 11) });
    if (alea.chance(0.2)) faits.push({ type: 'changement-lieu', date: addMois(debut, 6), mesure: 'm1' });
  }
  if (alea.chance(0.4)) {
    const date = addMois(du, 12 * annees);
    faits.push({ type: 'fin-mesure', date, mesure: 'm1', motif: 'ECHEANCE' });
  }
  return faits;
}
