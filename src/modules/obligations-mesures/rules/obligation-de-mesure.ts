/**
 * Ce qui satisfait et ce qui arrête une obligation née d'une mesure.
 *
 * Comment c'est lu ici : un acte satisfait une obligation s'il la suit et concerne la mesure, un acte sans mesure les concernant
 * toutes. La fin de la mesure, ou l'âge qui y met fin de plein droit (C. civ. 388), arrête ce
 * qui restait dû. Ce qui est fait
 * l'emporte sur ce qui l'arrête.
 */
import { DEPUIS_TOUJOURS, isSien, type MesureSuivie } from '#modules/mesures/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Dossier, FaitDate, Obligation } from '#shared/obligation.ts';
import type { Periode } from '#shared/periode.ts';

/** Un fait qui peut nommer sa mesure. */
export type FaitNomme = FaitDate & { readonly mesure?: string | undefined };

export const TOUJOURS: Periode = { du: DEPUIS_TOUJOURS, au: null };

/** Le plus tôt de deux jours, dont l'un peut ne pas être. */
export function findPlusTot(a: JourCivil | null, b: JourCivil | null): JourCivil | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Le jour du premier de ces faits qui concerne la mesure, à compter de ce jour. */
export function findActe(faits: readonly FaitNomme[], id: string, depuis: JourCivil): JourCivil | null {
  return faits.find((fait) => fait.date >= depuis && isSien(fait, id))?.date ?? null;
}

/** Le jour où la mesure cesse : sa fin inscrite, ou l'âge. */
export function findCessation({ fin, finAge }: Pick<MesureSuivie, 'fin' | 'finAge'>): JourCivil | null {
  return findPlusTot(fin?.le ?? null, finAge);
}

/** Ce qui arrête ce qui restait dû : la mesure a cessé, ou cessera avant l'échéance. */
export function findArret(
  mesure: Pick<MesureSuivie, 'fin' | 'finAge'>,
  pour: JourCivil,
  { aujourdhui }: Pick<Dossier, 'aujourdhui'>,
): JourCivil | null {
  const cessation = findCessation(mesure);
  return cessation !== null && (cessation <= pour || cessation <= aujourdhui) ? cessation : null;
}

/** La mesure a déjà cessé : ce qui n'est pas fait n'a plus d'objet. */
export function findCessationPassee(mesure: Pick<MesureSuivie, 'fin' | 'finAge'>, dossier: Dossier): JourCivil | null {
  return findArret(mesure, dossier.aujourdhui, dossier);
}

/** Due le jour même du fait : la loi dit « sans délai », ou ne chiffre rien. */
export function buildImmediate(
  fait: Pick<FaitDate, 'date'>,
  raison: string,
): Pick<Obligation, 'depuis' | 'pour' | 'etapes'> {
  return {
    depuis: fait.date,
    pour: fait.date,
    etapes: () => [`${raison} le ${formatJour(fait.date, 'long')} : dû sans délai, le jour même.`],
  };
}
