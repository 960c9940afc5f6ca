import { parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { addActes } from './actes.ts';
import { type Bureau, createBureau, type FratrieSuivie, listFratries } from './dossiers.ts';
import { createEcheancier } from './echeancier.ts';
import { addMesures } from './inscription.ts';
import { listLotsMesures } from './lignes.ts';
import { addProblemes, type Ecrit } from './problemes.ts';
import { listEtapesDesSuites, listSuitesInformations, type SuiteInformation } from './suites-informations.ts';
import { addUrgences } from './urgences.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Dix ans de prestations et de mesures : ce qui fut décidé, exécuté, renouvelé, et ce que l'on a fait ou oublié de faire. */
export function buildMesures(departement: Departement): Lot[] {
  const bureau = createBureau(departement);
  const fratries = listFratries(bureau, departement);
  addUrgences(fratries);
  const suites = listSuitesInformations(departement);
  const ecrits = fratries.map((fratrie) => addFratrie(bureau, fratrie, suites));
  addProblemes(bureau, ecrits);
  return listLotsMesures(bureau.lignes);
}

function addFratrie(
  bureau: Bureau,
  fratrie: FratrieSuivie,
  suites: ReadonlyMap<string, readonly SuiteInformation[]>,
): Ecrit[] {
  const enfants = fratrie.dossiers.map(({ enfant }) => enfant);
  const ouverture = Math.min(...enfants.map(({ ouvert }) => ouvert));
  const reference = Math.max(...enfants.map(({ clos }) => clos ?? AUJOURDHUI));
  const echeancier = createEcheancier(fratrie.alea.flux('termes'), ouverture, reference);
  return fratrie.dossiers.map((dossier) => {
    const siennes = listEtapesDesSuites(dossier, suites.get(dossier.enfant.id) ?? []);
    const posees = addMesures(bureau, fratrie, dossier, echeancier, siennes);
    addActes(bureau, dossier, posees);
    return { dossier, posees };
  });
}
