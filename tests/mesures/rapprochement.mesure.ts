/**
 * Ce que vaut le rapprochement, sur des listes fictives tirées d'un germe : plusieurs façons de se tromper, tout ou peu de
 * champs, et comme témoin la part de trigrammes au meilleur seuil possible, que personne ne connaît d'avance. Puis le temps
 * de dix mille fiches contre dix mille.
 */
import type { Alea } from '#demo/alea.ts';
import { matchListes } from '#modules/rapprochement/index.ts';
import { buildFrappeur, modeleAdministration, modeleLecture, modeleOreille } from './rapprochement/erreurs.ts';
import { type Bilan, evaluateMarelle, evaluatePieges, evaluateTrigrammes } from './rapprochement/evaluation.ts';
import {
  buildDeuxListes,
  buildPieges,
  buildUneListe,
  createAnglais,
  createFoyer,
  type Jeu,
  keepChamps,
} from './rapprochement/jeux.ts';

const N = 5_000;
const COURTS = ['nom', 'nomUsage', 'prenom', 'dateNaissance'] as const;
const TOUS = [...COURTS, 'sexe', 'adresse', 'codePostal', 'commune', 'telephone'] as const;
const anglais = (alea: Alea) => [createAnglais(alea)];
const francais = (alea: Alea) => createFoyer(alea, 0.05);

const jeux: [string, () => Jeu][] = [
  [
    'frappe légère, 2 listes',
    () => buildDeuxListes('m1', { n: N, communes: N, modele: buildFrappeur(3), creer: anglais }),
  ],
  [
    'frappe lourde, 2 listes',
    () => buildDeuxListes('m2', { n: N, communes: N, modele: buildFrappeur(8), creer: anglais }),
  ],
  [
    'frappe, moitié commune',
    () => buildDeuxListes('m3', { n: N, communes: N / 2, modele: buildFrappeur(6), creer: anglais }),
  ],
  [
    'frappe, quelques doubles',
    () => buildUneListe('m4', { n: N * 0.8, doubles: N * 0.2, modele: buildFrappeur(5), creer: anglais }),
  ],
  [
    'frappe, doubles multiples',
    () => buildUneListe('m5', { n: N * 0.4, doubles: N * 0.6, modele: buildFrappeur(8), creer: anglais }),
  ],
  ['mal lu', () => buildDeuxListes('m6', { n: N, communes: N * 0.6, modele: modeleLecture, creer: anglais })],
  [
    'à l’oreille, fratries',
    () => buildDeuxListes('m7', { n: N, communes: N * 0.6, modele: modeleOreille, creer: francais }),
  ],
  [
    'administration, fratries',
    () => buildDeuxListes('m8', { n: N, communes: N * 0.6, modele: modeleAdministration, creer: francais }),
  ],
  [
    'administration, doubles',
    () => buildUneListe('m9', { n: N * 0.7, doubles: N * 0.3, modele: modeleAdministration, creer: francais }),
  ],
];

for (const [nom, build] of jeux) {
  const jeu = build();
  report(nom, 'noms et date', keepChamps(jeu, COURTS));
  report(nom, 'tous champs', jeu);
}
for (const champs of [COURTS, TOUS]) {
  const pieges = buildPieges('m10', { connus: N, cherches: N / 2, modele: modeleAdministration });
  const { parmiCinq, alertes, faussesAlertes } = evaluatePieges(pieges, champs);
  console.log(
    `${champs === COURTS ? 'noms et date' : 'tous champs'} : enfant retrouvé parmi cinq ${percent(parmiCinq)}, signalé ${percent(alertes)}, fausses alertes sur jumeaux, fratries, homonymes et inconnus ${percent(faussesAlertes)}`,
  );
}
reportTemps();

function report(nom: string, champs: string, jeu: Jeu): void {
  const { bilan, secondes } = evaluateMarelle(jeu);
  const temoin = evaluateTrigrammes(jeu);
  console.log(
    `${nom.padEnd(26)} ${champs.padEnd(13)} ${formatBilan(bilan)} (${secondes.toFixed(1)} s) ; trigrammes seuls F1 ${percent(temoin.f1)}`,
  );
}

function reportTemps(): void {
  const jeu = buildDeuxListes('m11', { n: 10_000, communes: 5_000, modele: modeleAdministration, creer: francais });
  const debut = performance.now();
  const paires = matchListes(jeu.a, jeu.b);
  const secondes = (performance.now() - debut) / 1_000;
  console.log(`10 000 × 10 000 : ${secondes.toFixed(1)} s, ${paires.length} paires`);
  if (secondes > 30) process.exitCode = 1;
}

function formatBilan({ precision, rappel, f1 }: Bilan): string {
  return `précision ${percent(precision)}, rappel ${percent(rappel)}, F1 ${percent(f1)}`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(2)} %`;
}
