import { addAnnees, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Dossier, FratrieSuivie } from './dossiers.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/**
 * Les trois urgences que la démonstration montre ce jour : un placement du parquet de cette semaine, dont les huit jours courent ;
 * un accueil de 72 heures de ce soir ; un mineur isolé au bout de ses deux prolongations.
 */
export function addUrgences(fratries: readonly FratrieSuivie[]): void {
  const evaluees = fratries.filter(({ dossiers }) => dossiers.every(isEvalue));
  const placee = evaluees.find(({ dossiers }) => dossiers.every((d) => isAge(d, 3, 13)));
  for (const dossier of placee?.dossiers ?? []) dossier.urgence = { code: 'OPP_PARQUET', le: AUJOURDHUI - 3 };
  const fugueur = evaluees.flatMap(({ dossiers }) => dossiers).find((d) => d.urgence === null && isAge(d, 13, 18));
  if (fugueur) fugueur.urgence = { code: 'ACCUEIL_72H', le: AUJOURDHUI };
  const isoles = fratries.flatMap(({ dossiers }) => dossiers).filter(isIsole);
  const abrite = isoles.reduce<Dossier | null>(
    (d, autre) => (d && d.enfant.ouvert >= autre.enfant.ouvert ? d : autre),
    null,
  );
  if (abrite) abrite.urgence = { code: 'APU_MNA', le: AUJOURDHUI - 12 };
}

const isEvalue = ({ enfant }: Dossier) => enfant.situation === 'evaluation' && enfant.ouvert < AUJOURDHUI - 8;
const isAge = ({ enfant: { naissance } }: Dossier, min: number, max: number) =>
  addAnnees(naissance, min) <= AUJOURDHUI && addAnnees(naissance, max) > AUJOURDHUI;
const isIsole = ({ enfant, bascule, majorite }: Dossier) =>
  enfant.mna && enfant.clos === null && bascule === null && majorite > AUJOURDHUI && enfant.ouvert <= AUJOURDHUI - 12;
