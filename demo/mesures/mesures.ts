import { parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { addActes } from './actes.ts';
import { type Bureau, createBureau, type Dossier, type FratrieSuivie, listFratries } from './dossiers.ts';
import { createEcheancier } from './echeancier.ts';
import { addMesures } from './inscription.ts';
import { listLotsMesures } from './lignes.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Dix ans de prestations et de mesures : ce qui fut décidé, exécuté, renouvelé, et ce que l'on a fait ou oublié de faire. */
export function buildMesures(departement: Departement): Lot[] {
  const bureau = createBureau(departement);
  for (const fratrie of listFratries(bureau, departement)) addFratrie(bureau, fratrie);
  return listLotsMesures(bureau.lignes);
}

function addFratrie(bureau: Bureau, fratrie: FratrieSuivie): void {
  const enfants = fratrie.dossiers.map(({ enfant }) => enfant);
  const ouverture = Math.min(...enfants.map(({ ouvert }) => ouvert));
  const reference = Math.max(...enfants.map(({ clos }) => clos ?? AUJOURDHUI));
  const echeancier = createEcheancier(fratrie.alea.flux('termes'), ouverture, reference);
  for (const dossier of fratrie.dossiers) addDossier(bureau, fratrie, dossier, echeancier);
}

function addDossier(
  bureau: Bureau,
  fratrie: FratrieSuivie,
  dossier: Dossier,
  echeancier: ReturnType<typeof createEcheancier>,
): void {
  const posees = addMesures(bureau, fratrie, dossier, echeancier);
  addActes(bureau, dossier, posees);
}
