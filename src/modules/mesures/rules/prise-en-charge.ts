/**
 * Les prises en charge d'un enfant : ce que ses mesures font d'un seul tenant, du premier jour au dernier.
 *
 * Ce que dit le texte : le projet, le rapport, le bilan sont dus à l'enfant, non à chaque mesure (CASF L223-1-1, L223-5).
 * Comment il est lu ici : deux mesures qui se suivent sans jour vide, ou se chevauchent, font une seule prise en charge ; la seconde ne
 * double rien. Elle part du premier début effectif, à défaut de la décision (PPE-002), mais jamais avant la fin de la précédente. Elle finit à la fin inscrite, à l'âge où la mesure
 * cesse, ou au terme d'une décision que rien n'a prolongée (MES-027) ; jamais après la majorité (C. civ. 388).
 * Non traité : quelques jours sans titre entre deux décisions, qui ouvrent une nouvelle prise en charge.
 */
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { type Dossier, derive } from '#shared/obligation.ts';
import type { Periode } from '#shared/periode.ts';
import { computeAnniversaire, listMesuresSuivies, type MesureSuivie } from './mesure-suivie.ts';

export type PriseEnCharge = Periode &
  Readonly<{
    /** Premier début effectif, à défaut première décision. */
    depart: JourCivil;
    mesures: readonly MesureSuivie[];
  }>;

const MAJORITE = 18;

/** Les prises en charge d'un mineur que font les mesures retenues, de la plus ancienne à la plus récente. */
export function definePrisesEnCharge(
  concerne: (mesure: MesureSuivie) => boolean,
): (dossier: Dossier) => readonly PriseEnCharge[] {
  return derive((dossier) =>
    joinSuivies(listParMesure(dossier).filter(({ mesures }) => mesures[0] !== undefined && concerne(mesures[0]))),
  );
}

/** Une par mesure, avant de les joindre, dans l'ordre de leur premier jour. */
const listParMesure = derive((dossier: Dossier): readonly PriseEnCharge[] => {
  const majorite = findMajorite(dossier);
  const suivies = listMesuresSuivies(dossier).flatMap((mesure) => buildSuivie(mesure, dossier.aujourdhui, majorite));
  return suivies.sort((a, b) => (a.du < b.du ? -1 : 1));
});

/** Le jour de ses dix-huit ans ; nul si sa naissance n'est pas connue. */
export function findMajorite({ enfant: { dateNaissance }, parametres }: Dossier): JourCivil | null {
  return dateNaissance && computeAnniversaire(dateNaissance, MAJORITE, parametres);
}

/** L'enfant est-il confié à l'aide sociale à l'enfance par cette mesure ? */
export function isConfieAse({ definie: { confie, gardiens }, actes }: MesureSuivie): boolean {
  const dit = actes.findLast(({ confieA }) => confieA !== undefined)?.confieA;
  return confie && (dit === undefined ? gardiens.includes('ase') : dit === 'ase');
}

/** Les accueils d'un enfant confié à l'aide sociale à l'enfance, à quelque titre que ce soit. */
export const listAccueilsAse = definePrisesEnCharge(isConfieAse);

function buildSuivie(mesure: MesureSuivie, aujourdhui: JourCivil, majorite: JourCivil | null): PriseEnCharge[] {
  const { du, decideeLe, debutEffectif } = mesure;
  if (du === null || decideeLe === null) return [];
  const debut = debutEffectif?.date;
  const premier = debut !== undefined && debut < du ? debut : du;
  if (majorite !== null && premier >= majorite) return [];
  const fin = findFin(mesure, aujourdhui, majorite);
  const au = fin !== null && fin < premier ? premier : fin;
  // Décidée après sa propre fin, elle ne part pas du jour où une autre a peut-être commencé.
  const depart = au !== null && (debut ?? decideeLe) > au ? premier : (debut ?? decideeLe);
  return [{ du: premier, au, depart, mesures: [mesure] }];
}

/** Le dernier jour, s'il est connu et que rien ne peut plus le reporter. */
function findFin(
  { fin, finAge, au, echueDepuis }: MesureSuivie,
  aujourdhui: JourCivil,
  majorite: JourCivil | null,
): JourCivil | null {
  const fins = [
    fin?.le ?? null,
    finAge && addJours(finAge, -1),
    majorite && addJours(majorite, -1),
    echueDepuis !== null && echueDepuis <= aujourdhui ? au : null,
  ].filter((jour) => jour !== null);
  return fins.length === 0 ? null : fins.reduce((plusTot, jour) => (jour < plusTot ? jour : plusTot));
}

function joinSuivies(suivies: readonly PriseEnCharge[]): PriseEnCharge[] {
  const jointes: PriseEnCharge[] = [];
  for (const suivie of suivies) {
    const precedente = jointes.at(-1);
    if (precedente && (precedente.au === null || addJours(precedente.au, 1) >= suivie.du))
      jointes[jointes.length - 1] = joinDeux(precedente, suivie);
    else jointes.push(precedente?.au && suivie.depart <= precedente.au ? { ...suivie, depart: suivie.du } : suivie);
  }
  return jointes;
}

function joinDeux(avant: PriseEnCharge, apres: PriseEnCharge): PriseEnCharge {
  const au = avant.au === null || apres.au === null ? null : avant.au > apres.au ? avant.au : apres.au;
  const depart = avant.depart < apres.depart ? avant.depart : apres.depart;
  return { du: avant.du, au, depart, mesures: [...avant.mesures, ...apres.mesures] };
}
