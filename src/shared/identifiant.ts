import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Identifiant technique d'une ligne : un uuid en minuscules. Jamais une suite de nombres. */
export const Identifiant = z.uuid({ error: 'Cet identifiant n’est pas valable.' }).brand<'Identifiant'>();
export type Identifiant = z.infer<typeof Identifiant>;

/** Une adresse peut porter n'importe quoi : ce qui n'est pas un identifiant ne désigne rien. */
export function isIdentifiant(texte: string): boolean {
  return Identifiant.safeParse(texte).success;
}

/**
 * Fabrique un uuid version 7 (RFC 9562 § 5.7) : 48 bits d'instant puis 74 bits de hasard, donc rangé par ordre de création.
 * `instantMs` : millisecondes depuis 1970 (l'horloge de la machine par défaut).
 * `hasard` : dix octets ; les fournir avec l'instant rend l'identifiant reproductible (jeu de démonstration).
 */
export function createIdentifiant(
  instantMs: number = Temporal.Now.instant().epochMilliseconds,
  hasard: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): Identifiant {
  if (hasard.length !== 10) throw new RangeError('Il faut dix octets de hasard pour fabriquer l’identifiant.');
  const instant = instantMs.toString(16).padStart(12, '0');
  const [a = 0, b = 0, c = 0, ...reste] = hasard;
  const version = octet(0x70 | (a & 0x0f)) + octet(b);
  const variante = octet(0x80 | (c & 0x3f)) + octet(reste[0] ?? 0);
  const fin = reste.slice(1).map(octet).join('');
  return `${instant.slice(0, 8)}-${instant.slice(8)}-${version}-${variante}-${fin}` as Identifiant;
}

function octet(valeur: number): string {
  return valeur.toString(16).padStart(2, '0');
}
