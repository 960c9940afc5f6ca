/** Des lignes « arrivée, départ » d'un enfant, un jour, à ses présences. */

import { formatMinutes } from '#shared/quart-d-heure.ts';
import type { Lecture, LigneEcartee, PresenceLue, ReglesDuJour, Visite } from '../pointage.ts';
import { DOUTES } from '../pointage.ts';
import { addDoutesDuJour, buildArriveeSupposee } from './presence-douteuse.ts';

export function computePresencesDesVisites(visites: readonly Visite[], regles: ReglesDuJour): Lecture {
  const ecartees: LigneEcartee[] = [];
  const lues = visites.flatMap((visite) => parseVisite(visite, regles, ecartees));
  const presences: PresenceLue[] = [];
  for (const lue of lues.toSorted((a, b) => a.arrivee - b.arrivee || (a.numeros[0] ?? 0) - (b.numeros[0] ?? 0)))
    addPresence({ presences, ecartees, double: regles.double }, lue);
  for (const presence of presences)
    if (presence.depart === null && regles.isFini) presence.doutes.push(DOUTES.departManquant);
  return { presences: addDoutesDuJour(presences, regles), ecartees };
}

function parseVisite(
  { numero, arrivee, depart }: Visite,
  { ouvre }: ReglesDuJour,
  ecartees: LigneEcartee[],
): PresenceLue[] {
  const lue = { arriveeSupposee: false, doutes: [] as string[], numeros: [numero] };
  if (arrivee === null) {
    const supposee = depart === null ? undefined : buildArriveeSupposee({ numero, depart, ouvre, apres: null });
    if (supposee) return [supposee];
    ecartees.push({ numero, raison: 'Ni arrivée ni départ.' });
    return [];
  }
  if (depart === null) return [{ ...lue, arrivee, depart }];
  if (depart === arrivee) return [{ ...lue, arrivee, depart: arrivee + 1, doutes: [DOUTES.memeMinute] }];
  if (depart < arrivee) return [{ ...lue, arrivee: depart, depart: arrivee, doutes: [DOUTES.inversees] }];
  return [{ ...lue, arrivee, depart }];
}

type Suite = { presences: PresenceLue[]; ecartees: LigneEcartee[]; double: number };

function addPresence({ presences, ecartees, double }: Suite, lue: PresenceLue): void {
  const numero = lue.numeros[0] ?? 0;
  const avant = presences.at(-1);
  if (avant && isDoublee(avant, lue, double)) {
    const raison =
      avant.depart !== null && lue.depart !== null && avant.depart !== lue.depart
        ? `Badge doublé, avec un autre départ : ${formatMinutes(Math.max(avant.depart, lue.depart))} est gardé.`
        : 'Badge doublé.';
    avant.depart =
      avant.depart === null || lue.depart === null ? (avant.depart ?? lue.depart) : Math.max(avant.depart, lue.depart);
    ecartees.push({ numero, raison });
    return;
  }
  if (avant && avant.depart !== null && avant.depart > lue.arrivee)
    for (const presence of [avant, lue])
      if (!presence.doutes.includes(DOUTES.chevauche)) presence.doutes.push(DOUTES.chevauche);
  presences.push(lue);
}

/** La même venue deux fois : la même arrivée ; ou, à quelques minutes, le même départ, ou un départ que l'une des deux ignore. */
function isDoublee(avant: PresenceLue, lue: PresenceLue, double: number): boolean {
  if (lue.arrivee === avant.arrivee) return true;
  if (lue.arrivee - avant.arrivee > double) return false;
  return avant.depart === null || lue.depart === null || Math.abs(avant.depart - lue.depart) <= double;
}
