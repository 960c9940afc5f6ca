import { addAnnees, addMois, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';
import type { Journal } from './journal-actes.ts';
import { isAccueil } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const LOI_2016 = parseNumero('2016-12-03');

/** L'examen du statut des enfants confiés, l'admission comme pupille, les séjours en pouponnière. */
export function addActesStatut(journal: Journal): void {
  addExamens(journal);
  addPupille(journal);
  addPouponniere(journal);
}

/** Les plus petits passent en commission tous les six mois, les placements longs tous les deux ans. */
function addExamens(journal: Journal): void {
  const { posees, dossier, poser, flux, fin } = journal;
  const accueil = posees.find((mesure) => isAccueil(mesure) && mesure.code !== 'MERE_ENFANT' && mesure.code !== 'AJM');
  if (!accueil) return;
  const alea = flux('examens');
  const { enfant, majorite } = dossier;
  const sans = alea.chance(MESURES.arriere.valeur.examen) && enfant.clos === null;
  const revient = (type: string, mois: number, jusquAu: Numero) => {
    let le = accueil.du;
    for (let rang = 0; rang < 40; rang += 1) {
      const retard = alea.chance(0.2) ? alea.entier(5, 70) : -alea.entier(0, 30);
      le = addMois(le, mois) + retard;
      const dernier = sans && addMois(le, mois) > AUJOURDHUI;
      if (le > Math.min(fin, jusquAu, majorite - 1) || dernier) return;
      if (le > LOI_2016) poser(type, le);
    }
  };
  const troisAns = addAnnees(enfant.naissance, 3);
  if (accueil.du < troisAns) revient('examen-cessec', 6, troisAns);
  else if (alea.chance(0.06)) poser('examen-cessec', accueil.du + alea.entier(380, 900));
  revient('examen-statut', accueil.du < addAnnees(enfant.naissance, 2) ? 12 : 24, majorite);
}

function addPupille({ dossier, posees, poser, flux, fin }: Journal): void {
  const pupille = posees.find(({ code }) => code === 'PUPILLE');
  if (!pupille) return;
  const alea = flux('pupille');
  for (const { etape, le } of dossier.pupilleLe) poser('admission-pupille', le, { donnees: { etape } });
  for (let le = pupille.du + 150; le <= fin; le = addMois(le, 12) - alea.entier(-25, 20))
    if (le < AUJOURDHUI - 200 || alea.chance(0.85)) poser('examen-conseil-de-famille', le);
}

const DECRET_POUPONNIERES = parseNumero('2025-09-07');

/** Depuis septembre 2025, quatre mois, une fois renouvelables. */
function addPouponniere({ posees, dossier, poser, flux, fin }: Journal): void {
  const { enfant } = dossier;
  const accueil = posees.find(isAccueil);
  if (!accueil || enfant.mode !== 'etablissement' || accueil.code === 'MERE_ENFANT') return;
  if (accueil.du < DECRET_POUPONNIERES || accueil.du > addAnnees(enfant.naissance, 3)) return;
  const alea = flux('pouponniere');
  const entree = accueil.debut ?? accueil.du;
  const sortie = entree + alea.entier(60, 250);
  poser('entree-pouponniere', entree);
  if (sortie > entree + 122 && alea.chance(0.7)) poser('renouvellement-pouponniere', entree + alea.entier(95, 121));
  if (sortie <= fin) poser('sortie-lieu', sortie);
}
