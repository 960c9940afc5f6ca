import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { BALISES_COMMUNES, type Balises, isListe } from '../balise.ts';
import type { TrameVersion } from '../trame.ts';

export const FIL_TRAMES = { titre: 'Trames Word', href: '/administration/trames' };

export type BaliseVue = { cle: string; ecriture: string; libelle: string; exemple: string };

/** Ce que l'on peut écrire dans la trame, dans l'ordre ; ce qui se répète est sous sa liste. */
export function buildBalises(propres: Balises): BaliseVue[] {
  return Object.entries({ ...propres, ...BALISES_COMMUNES } as Balises).flatMap(([nom, balise]) => {
    if (!isListe(balise)) {
      if (typeof balise.exemple === 'string')
        return [{ cle: nom, ecriture: `{${nom}}`, libelle: balise.libelle, exemple: balise.exemple }];
      const ecriture = `{#${nom}} … {/${nom}}`;
      return [{ cle: nom, ecriture, libelle: `ce qui ne paraît que si : ${balise.libelle}`, exemple: '' }];
    }
    const liste = {
      cle: nom,
      ecriture: `{#${nom}} … {/${nom}}`,
      libelle: `se répète : ${balise.libelle}`,
      exemple: '',
    };
    const champs = Object.entries(balise.liste).map(([champ, { libelle, exemple }]) => ({
      cle: `${nom}.${champ}`,
      ecriture: `{${champ}}`,
      libelle: `${libelle}, dans « ${balise.libelle} »`,
      exemple,
    }));
    return [liste, ...champs];
  });
}

/** « 5 janvier 2026 », au jour de Paris. */
export function formatJourDe({ creeLe }: TrameVersion): string {
  return formatJour(jourCivilDeInstant(creeLe.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')), 'long');
}

export function formatTaille(octets: number): string {
  return `${Math.max(1, Math.round(octets / 1000))} ko`;
}
