import { BALISES_COMMUNES, type Balises } from './balise.ts';

/**
 * Un document que Marelle sait faire. Chaque module déclare les siens dans `exports/trames.ts` ; ce module-ci n'en connaît
 * aucun. `cle` est gardée en base : elle ne change plus.
 */
export type NatureDocument<B extends Balises = Balises> = {
  cle: string;
  titre: string;
  /** Le sujet sous lequel on le cherche : « Informations préoccupantes ». */
  groupe: string;
  /** À quoi il sert et quand il part, en une phrase. */
  aide: string;
  balises: B;
  /** La trame de Marelle, écrite par `buildModeleWord`. */
  modele: () => Promise<Buffer>;
};

const CLE = /^[a-z][a-z0-9-]{2,60}$/;
const NOM = /^[a-z][a-z0-9_]*$/;

/** Déclare un document. Lève `RangeError` si une clé ou une balise ne peut pas servir : une faute de qui écrit le code. */
export function defineNature<const B extends Balises>(nature: NatureDocument<B>): NatureDocument<B> {
  if (!CLE.test(nature.cle)) throw new RangeError(`« ${nature.cle} » ne peut pas désigner un document.`);
  const noms = Object.entries(nature.balises).flatMap(([nom, balise]) => [
    nom,
    ...('liste' in balise ? Object.keys(balise.liste) : []),
  ]);
  const fautif = noms.find((nom) => !NOM.test(nom) || Object.hasOwn(BALISES_COMMUNES, nom));
  if (fautif) throw new RangeError(`« ${fautif} » ne peut pas être une balise de « ${nature.cle} ».`);
  return nature;
}
