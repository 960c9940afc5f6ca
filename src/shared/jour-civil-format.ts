/** Écrire les dates comme on les dit. Tables fixes : le même texte sur toutes les machines, quelles que soient leurs langues. */
import { differenceEnJours, type JourCivil, jourDeSemaine } from './jour-civil.ts';

const SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MOIS_LONGS = 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(',');
const MOIS_COURTS = 'janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.'.split(',');

/** court « 24/11/2026 », long « 24 novembre 2026 », complet « mardi 24 novembre 2026 », semaine « mardi 24 nov. ». */
export type FormatDeJour = 'court' | 'long' | 'complet' | 'semaine';

/** Écrit un jour ; le premier du mois devient « 1er », sauf en format court. */
export function formatJour(jour: JourCivil, format: FormatDeJour): string {
  const [annee = '', mois = '', quantieme = ''] = jour.split('-');
  if (format === 'court') return `${quantieme}/${mois}/${annee}`;
  const rang = quantieme === '01' ? '1er' : String(Number(quantieme));
  if (format === 'semaine') return `${formatJourDeSemaine(jour)} ${rang} ${MOIS_COURTS[Number(mois) - 1]}`;
  const long = `${rang} ${MOIS_LONGS[Number(mois) - 1]} ${annee}`;
  return format === 'long' ? long : `${formatJourDeSemaine(jour)} ${long}`;
}

/** « lundi » … « dimanche ». */
export function formatJourDeSemaine(jour: JourCivil): string {
  return SEMAINE[jourDeSemaine(jour) - 1] ?? '';
}

/**
 * Distance d'une échéance : « aujourd'hui (samedi 21 nov.) », « demain (…) », « dans 3 jours (mardi 24 nov.) »,
 * « en retard de 12 jours ». L'année n'est dite que si elle change.
 */
export function formatDistance(jour: JourCivil, aujourdhui: JourCivil): string {
  const n = differenceEnJours(aujourdhui, jour);
  if (n < 0) return `en retard de ${-n} jour${n < -1 ? 's' : ''}`;
  const annee = jour.slice(0, 4);
  const date = formatJour(jour, 'semaine') + (annee === aujourdhui.slice(0, 4) ? '' : ` ${annee}`);
  const quand = n === 0 ? 'aujourd’hui' : n === 1 ? 'demain' : `dans ${n} jours`;
  return `${quand} (${date})`;
}

/** « mars 2026 », de n'importe quel jour du mois ; `court` : « juillet » ; `abrege` : « juil. ». */
export function formatMois(jour: JourCivil, forme?: 'court' | 'abrege'): string {
  const rang = Number(jour.slice(5, 7)) - 1;
  if (forme === 'abrege') return MOIS_COURTS[rang] ?? '';
  const nom = MOIS_LONGS[rang] ?? '';
  return forme === 'court' ? nom : `${nom} ${jour.slice(0, 4)}`;
}
