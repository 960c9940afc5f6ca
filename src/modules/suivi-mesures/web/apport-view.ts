import { formatMesure, isEtatFinal, type MesureInscrite } from '#modules/mesures/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour } from '#shared/periode.ts';
import { formatAdresseMesure, formatAdresseMesures } from './adresses.ts';
import { buildTerme, formatFondement } from './mesure-view.ts';
import { buildCouloirsDeMesures } from './mesures-enfant-view.ts';

/** Ce que la fiche de l'enfant dit de ses mesures : le fondement de ce jour, ce qui a expiré, et l'histoire. */
export function buildApport(mesures: readonly MesureInscrite[], enfantId: string, jour: JourCivil) {
  const courantes = mesures.filter(
    ({ periode, etat }) => periode !== null && containsJour(periode, jour) && !isEtatFinal(etat),
  );
  const faits =
    courantes.length > 0
      ? courantes.map((mesure, rang) => ({
          ...buildFait(mesure, jour),
          titre: rang === 0 ? 'Mesure' : `Mesure (${rang + 1})`,
        }))
      : [{ titre: 'Mesure', valeur: 'aucune ne court', href: formatAdresseMesures(enfantId) }];
  const alertes = mesures
    .filter(({ etat }) => etat === 'echue-sans-decision')
    .map(({ id, code, periode }) => ({
      titre: 'Mesure expirée sans décision : l’enfant est sans fondement légal',
      texte: `${formatMesure(code)}${periode?.au ? `, jusqu’au ${formatJour(periode.au, 'long')}` : ''}`,
      href: formatAdresseMesure(id),
    }));
  return { faits, alertes, couloirs: buildCouloirsDeMesures(mesures) };
}

function buildFait({ id, code, periode, decideeLe, demandeeLe }: MesureInscrite, jour: JourCivil) {
  const terme = buildTerme(periode?.au ?? null, jour);
  return {
    valeur: formatMesure(code),
    detail: [formatFondement(code, decideeLe ?? demandeeLe), terme?.texte].filter(Boolean).join(' · '),
    href: formatAdresseMesure(id),
    ton: terme && terme.ton !== 'neutre' ? terme.ton : undefined,
  };
}
