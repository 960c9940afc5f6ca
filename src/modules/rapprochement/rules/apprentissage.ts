/**
 * Ce que les listes apprennent d'elles-mêmes, sans qu'on leur dise rien : combien de paires sont la même personne, combien
 * un même foyer, des jumeaux, des homonymes, et quelles fautes on y fait. On suppose, on compte ce que donnent les scores,
 * on recommence (espérance et maximisation) ; ce que l'on suppose au départ pèse toujours, pour qu'une petite liste
 * n'invente rien.
 */
import type { Accord } from './accords.ts';
import { computeForces, EXPLICATIONS, type Explication, type Forces, formatCle } from './hypotheses.ts';

/** Une paire à juger, et les points de chacun de ses accords avant apprentissage. */
export type PaireObservee = { readonly accords: readonly Accord[] };

/** Chances, en points, qu'une paire prise au hasard s'explique ainsi. */
export type Attentes = Readonly<Record<'memes' | Explication, number>>;

/** Points à ajouter à un accord : « nom une-lettre » → 0,8 si cette faute est plus courante ici qu'on ne le suppose. */
export type Ajustements = ReadonlyMap<string, number>;

export type Appris = { attentes: Attentes; ajustements: Ajustements };

const TOURS = 15;
/** Autant de paires imaginaires de la même personne, faites selon les fautes supposées. */
const POIDS_DU_SUPPOSE = 300;
/** Une faute ne devient pas plus de quatre fois plus, ou moins, courante que supposé. */
const AJUSTEMENT_MAXIMAL = 2;

/** Au moins tant de paires de chaque autre explication pour une de la même personne : on n'exclut jamais des jumeaux. */
const PARTS_MINIMALES: Readonly<Record<Explication, number>> = { foyer: 0.1, jumeaux: 0.005, homonymes: 0.005 };

/** `a` et `b` : les tailles des listes. `parts` : part supposée de chaque accord, chez une même personne. */
export function computeAppris(
  paires: readonly PaireObservee[],
  { a, b, parts }: { a: number; b: number; parts: ReadonlyMap<string, number> },
): Appris {
  const petit = Math.min(a, b);
  let appris: Appris = {
    attentes: buildAttentes({ memes: petit * 0.1, foyer: 0, jumeaux: 0, homonymes: 0 }, petit, a * b),
    ajustements: new Map(),
  };
  for (let tour = 0; tour < TOURS; tour += 1) {
    const { nombres, parAccord } = countAttendues(paires, appris);
    appris = {
      attentes: buildAttentes(nombres, petit, a * b),
      ajustements: computeAjustements(parAccord, parts),
    };
  }
  return appris;
}

type Nombres = Record<keyof Forces, number>;

function buildAttentes(nombres: Nombres, petit: number, toutes: number): Attentes {
  const memes = Math.max(nombres.memes, petit * 0.001, 0.5);
  const points = (explication: Explication) =>
    Math.log2(Math.max(nombres[explication], memes * PARTS_MINIMALES[explication]) / toutes);
  return {
    memes: Math.log2(memes / toutes),
    foyer: points('foyer'),
    jumeaux: points('jumeaux'),
    homonymes: points('homonymes'),
  };
}

function countAttendues(paires: readonly PaireObservee[], { attentes, ajustements }: Appris) {
  const parAccord = new Map<string, number>();
  const nombres: Nombres = { memes: 0, foyer: 0, jumeaux: 0, homonymes: 0 };
  for (const { accords } of paires) {
    const forces = computeForces(accords, ajustements);
    const meme = 2 ** (attentes.memes + forces.memes);
    let total = 1 + meme;
    for (const explication of EXPLICATIONS) total += 2 ** (attentes[explication] + forces[explication]);
    nombres.memes += meme / total;
    for (const explication of EXPLICATIONS)
      nombres[explication] += 2 ** (attentes[explication] + forces[explication]) / total;
    if (meme / total < 0.001) continue;
    for (const accord of accords) {
      const cle = formatCle(accord);
      parAccord.set(cle, (parAccord.get(cle) ?? 0) + meme / total);
    }
  }
  return { nombres, parAccord };
}

/** Part observée sur part supposée, pour chaque accord d'un même champ. */
function computeAjustements(observes: ReadonlyMap<string, number>, parts: ReadonlyMap<string, number>): Ajustements {
  const totaux = new Map<string, number>();
  for (const [cle, compte] of observes) totaux.set(pickChamp(cle), (totaux.get(pickChamp(cle)) ?? 0) + compte);
  return new Map(
    [...parts].map(([cle, part]) => {
      const total = totaux.get(pickChamp(cle)) ?? 0;
      const apprise = ((observes.get(cle) ?? 0) + POIDS_DU_SUPPOSE * part) / (total + POIDS_DU_SUPPOSE);
      // Un désaccord franc n'est jamais tenu pour une faute courante : ce serait prendre des jumeaux pour une personne.
      const maximum = cle.endsWith(' different') ? 0 : AJUSTEMENT_MAXIMAL;
      return [cle, Math.max(-AJUSTEMENT_MAXIMAL, Math.min(maximum, Math.log2(apprise / part)))];
    }),
  );
}

function pickChamp(cle: string): string {
  return cle.slice(0, cle.indexOf(' '));
}
