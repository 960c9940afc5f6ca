/** Ce qui rend une présence douteuse, que ses lignes viennent d'une borne ou d'une tablette. */
import { DOUTES, type PresenceLue, type ReglesDuJour } from '../pointage.ts';

/** Un départ sans arrivée : la venue est gardée depuis l'ouverture, ou depuis le départ d'avant ; rien, si elle n'a pas de durée. */
export function buildArriveeSupposee(lue: {
  numero: number;
  depart: number;
  ouvre: number;
  apres: number | null;
}): PresenceLue | undefined {
  const { numero, depart, ouvre, apres } = lue;
  if (depart === 0) return undefined;
  const arrivee = Math.min(Math.max(ouvre, apres ?? 0), depart - 1);
  return { arrivee, depart, arriveeSupposee: true, doutes: [DOUTES.arriveeManquante], numeros: [numero] };
}

export function addDoutesDuJour(presences: PresenceLue[], { isOuverte }: ReglesDuJour): PresenceLue[] {
  if (!isOuverte) for (const presence of presences) presence.doutes.push(DOUTES.fermee);
  return presences;
}
