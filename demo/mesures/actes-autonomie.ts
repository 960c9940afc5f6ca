import { addAnnees, addMois, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';
import { drawActe, type Journal } from './journal-actes.ts';
import { isAccueil } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const LOI_2022 = parseNumero('2022-02-09');

/** L'entretien des 17 ans, le projet d'autonomie, la sortie et l'entretien qui la suit. */
export function addActesAutonomie(journal: Journal): void {
  addEntretien(journal);
  addMajorite(journal);
}

/** Au plus tard le jour des 17 ans ; arrivé après, dans les meilleurs délais. */
function addEntretien({ dossier, posees, poser, flux }: Journal): void {
  const { enRetard, jamais } = MESURES;
  const { enfant, majorite } = dossier;
  const accueil = posees.find(
    (mesure) =>
      isAccueil(mesure) &&
      mesure.code !== 'APU_MNA' &&
      mesure.du < majorite &&
      (mesure.au ?? majorite) >= addAnnees(enfant.naissance, 17) - 90,
  );
  const anniversaire = addAnnees(enfant.naissance, 17);
  if (!accueil || anniversaire < LOI_2022 || anniversaire > AUJOURDHUI + 120) return;
  const alea = flux('entretien');
  const terme = Math.max(anniversaire, accueil.du + 30);
  const le = drawActe(
    alea,
    { tot: Math.max(accueil.du, terme - 110), terme, tard: terme + 200 },
    {
      retard: enRetard.valeur.entretien17,
      jamais: jamais.valeur.entretien17,
      fini: majorite < AUJOURDHUI,
    },
  );
  if (le === null || le > majorite) return;
  poser('entretien-17-ans', le);
  if (alea.chance(0.85)) poser('information-pecule', le);
  if (alea.chance(0.72)) poser('projet-autonomie', le + (alea.chance(0.7) ? alea.entier(5, 30) : alea.entier(31, 150)));
}

/** La demande du jeune, la réponse du département, puis la sortie et l'entretien six mois après. */
function addMajorite({ dossier, posees, poser, flux }: Journal): void {
  const { enfant, majorite } = dossier;
  const alea = flux('majorite');
  const contrat = posees.find(({ code }) => code === 'AJM');
  if (contrat) {
    const demande = contrat.du - alea.entier(25, 100);
    poser('demande-jeune-majeur', demande);
    poser('proposition-jeune-majeur', Math.min(contrat.du, demande + alea.entier(8, 45)));
  }
  const confie = posees.some((mesure) => isAccueil(mesure) && mesure.au !== null && mesure.au >= majorite - 1);
  if (enfant.clos === null || enfant.clos < majorite - 1 || !(contrat || confie)) return;
  poser('sortie', enfant.clos);
  // L'entretien se tient après la clôture du dossier.
  const le = addMois(enfant.clos, 6) - alea.entier(-20, 20);
  if (le <= AUJOURDHUI && alea.chance(0.82)) poser('entretien-6-mois', le, { aVenir: true });
}
