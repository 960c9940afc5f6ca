/**
 * La priorité d'un besoin de travaux (TRV-01, pratique).
 *
 * Ce que dit la pratique : la sécurité passe avant la conformité demandée par la PMI, puis la continuité de l'accueil, puis le confort.
 * Comment elle est lue ici : un besoin a la priorité du plus pressant de ses enjeux ; à priorité égale, le plus ancien passe devant.
 * Non traité : le coût des travaux, que la direction des bâtiments estime.
 */
import { formatJour } from '#shared/jour-civil-format.ts';
import { type DossierTravaux, ENJEUX, type Enjeu, PRIORITES } from '../dossier-travaux.ts';

const ORDRE = Object.keys(ENJEUX) as Enjeu[];

export function computePriorite(enjeux: readonly Enjeu[]): Enjeu {
  return ORDRE.find((enjeu) => enjeux.includes(enjeu)) ?? 'CONFORT';
}

type Besoin = Pick<DossierTravaux, 'enjeux' | 'demandeLe' | 'id'>;

/** Le plus pressant d'abord. */
export function comparePriorites(a: Besoin, b: Besoin): number {
  const rang = ({ enjeux }: Besoin) => ORDRE.indexOf(computePriorite(enjeux));
  return rang(a) - rang(b) || (a.demandeLe < b.demandeLe ? -1 : a.demandeLe > b.demandeLe ? 1 : a.id < b.id ? -1 : 1);
}

/** Pourquoi cette priorité, une phrase par étape. */
export function listEtapesPriorite({ enjeux, demandeLe }: Pick<Besoin, 'enjeux' | 'demandeLe'>): string[] {
  const retenus = ORDRE.filter((enjeu) => enjeux.includes(enjeu));
  const autres = retenus.slice(1).map((enjeu) => ENJEUX[enjeu].split(' : ')[0]?.toLocaleLowerCase('fr'));
  return [
    `${ENJEUX[computePriorite(enjeux)]}.`,
    ...(autres.length > 0 ? [`Aussi : ${autres.join(', ')}, qui passent après.`] : []),
    `Sécurité, puis conformité, continuité, confort : priorité « ${PRIORITES[computePriorite(enjeux)]} ».`,
    `À priorité égale, le plus ancien passe devant : besoin du ${formatJour(demandeLe, 'long')}.`,
  ];
}
