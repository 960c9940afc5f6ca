import type { JourCivil } from '#shared/jour-civil.ts';
import type { Ton } from './ton.ts';

/** `au` nul : la période court encore. */
export type PeriodeDeFrise = { du: JourCivil; au: JourCivil | null; libelle: string; ton?: Ton; href?: string };
/** `sigle` tient dans la pastille (une à quatre lettres), `libelle` dit tout. */
export type JalonDeFrise = { jour: JourCivil; sigle: string; libelle: string; ton?: Ton; href?: string };
export type CouloirDeFrise = {
  titre: string;
  periodes?: readonly PeriodeDeFrise[];
  jalons?: readonly JalonDeFrise[];
};
