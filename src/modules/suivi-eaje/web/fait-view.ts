/** Ce qu'un fait marquant rappelle de la façon dont il se dit (EVT-04) : des avertissements, jamais un refus. */
import { formatInstantEcrit } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { evaluateStatut, type Terme } from '#shared/obligation.ts';
import { computeTermeDInformation, isGraviteFait, type Reglages } from '../rules/delais.ts';
import { buildDites, findInformation } from '../rules/information.ts';
import type { FaitMarquant } from '../suite.ts';

type Rappel = { titre: string; texte: string };
const PRATIQUE = 'Pratique du département, à confirmer : rien n’est empêché.';

const formatTerme = ({ pour, instant }: Terme): string =>
  instant ? formatInstantEcrit(instant) : formatJour(pour, 'complet');

export function buildRappels(fait: FaitMarquant, reglages: Reglages): Rappel[] {
  const { gravite } = fait;
  if (!isGraviteFait(gravite)) return [];
  const dites = buildDites(fait);
  const terme = computeTermeDInformation(dites, gravite, reglages);
  const avant = `Délai : ${formatTerme(terme)}.`;
  const dite = findInformation(dites, gravite);
  if (dite !== null) {
    if (evaluateStatut({ ...terme, ...dite }, dite.faiteLe) === 'faite') return [];
    const quand = dite.faiteA ? formatInstantEcrit(dite.faiteA) : formatJour(dite.faiteLe, 'complet');
    return [{ titre: 'Ce fait a été dit en retard', texte: `${quand}. ${avant} ${PRATIQUE}` }];
  }
  if (fait.closLe !== null) return [];
  if (dites.directionLe === undefined)
    return [{ titre: 'Personne hors de la crèche ne le sait', texte: `${avant} ${PRATIQUE}` }];
  const manque = dites.oralLe === undefined ? 'au téléphone ou de vive voix' : 'par écrit';
  return [
    {
      titre: `Ce fait reste à dire ${manque}`,
      texte: `À la gravité 4, il se dit des deux façons. ${avant} ${PRATIQUE}`,
    },
  ];
}
