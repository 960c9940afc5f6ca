import { parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { drawHeure } from './decisions.ts';
import type { Journal } from './journal-actes.ts';
import type { MesurePosee } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Ce qui se dit sans délai au parquet et aux parents, la fiche d'accueil, et ce qui suit l'évaluation d'un mineur isolé. */
export function addActesUrgence(journal: Journal): void {
  for (const mesure of journal.posees) {
    if (mesure.code === 'ACCUEIL_72H' || mesure.code === 'RECUEIL_5J') addMiseAAbri(journal, mesure);
    if (mesure.code === 'APU_MNA') addAbriMna(journal, mesure);
    if (mesure.code === 'OPP_PARQUET' || mesure.code === 'OPP_JUGE') addProvisoire(journal, mesure);
  }
  addRepresentation(journal);
}

function addMiseAAbri({ poser, flux }: Journal, mesure: MesurePosee): void {
  const alea = flux('abri', mesure.id);
  poser('avis-parquet', mesure.du, { mesure, instant: drawHeure(alea, mesure.du) });
  // Ce soir, les parents ne répondent pas encore.
  if (mesure.du === AUJOURDHUI) return;
  if (mesure.code === 'ACCUEIL_72H') poser('information-parents', mesure.du, { mesure, instant: true });
  if (alea.chance(0.9)) poser('fiche-mise-a-l-abri', mesure.du, { mesure });
}

function addAbriMna({ poser, flux, dossier }: Journal, mesure: MesurePosee): void {
  const alea = flux('abri', mesure.id);
  for (const { le } of mesure.tuiles) {
    if (mesure.au !== null || alea.chance(0.9)) poser('avis-parquet', le, { mesure, instant: true });
  }
  poser('fiche-mise-a-l-abri', mesure.du, { mesure });
  if (mesure.au === null) return;
  const reconnu = mesure.motif === 'CHANGEMENT_MESURE';
  poser('evaluation-minorite', mesure.au, { mesure, donnees: { issue: reconnu ? 'reconnu' : 'non-reconnu' } });
  if (reconnu) {
    poser('saisine-juge', mesure.au, { mesure });
    poser('orientation-nationale', mesure.au + (alea.chance(0.85) ? 0 : 3), { mesure });
  } else {
    poser(
      'notification-non-reconnaissance',
      Math.min(mesure.au + (alea.chance(0.75) ? 0 : 2), dossier.enfant.clos ?? mesure.au),
      { mesure },
    );
  }
}

/** Le parquet saisit le juge sous huit jours, presque toujours. */
function addProvisoire({ poser, flux, dossier }: Journal, mesure: MesurePosee): void {
  const alea = flux('provisoire', mesure.id);
  if (mesure.code === 'OPP_PARQUET' && dossier.urgence === null) {
    const jours = alea.chance(0.94) ? alea.entier(1, 8) : alea.entier(9, 12);
    if (mesure.au === null || mesure.du + jours < mesure.au) poser('saisine-juge', mesure.du + jours, { mesure });
  }
  if (mesure.au !== null || alea.chance(0.8))
    poser('fiche-mise-a-l-abri', mesure.du + (alea.chance(0.85) ? 0 : 2), { mesure });
}

/** Un mineur isolé confié a besoin de quelqu'un pour le représenter. */
function addRepresentation({ poser, flux, posees, dossier }: Journal): void {
  const confie = posees.find(({ code }) => code === 'OPP_PARQUET' || code === 'PLACEMENT_ASE');
  if (!dossier.enfant.mna || !confie) return;
  const alea = flux('representation');
  if (dossier.bascule !== null || alea.chance(0.45))
    poser('representation-demandee', Math.min(confie.du + alea.entier(20, 130), (dossier.bascule?.le ?? Infinity) - 1));
}
