import type { ActeInscrit } from '#modules/mesures/index.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { TYPES_DE_FAIT } from '../rules/champs-de-fait.ts';

/** Un acte inscrit « C'est fait le … » : ce qu'il dit, qui l'a inscrit, pourquoi il ne vaut plus. */
export function buildActeInscrit(acte: ActeInscrit) {
  const { id, enfantId, type, le, instant, par, inscritLe, annuleLe, annulePar, annuleMotif } = acte;
  return {
    cle: id,
    titre: `${TYPES_DE_FAIT.get(type)?.titre ?? type}, le ${instant ? formatInstantEcrit(instant) : formatJour(le, 'long')}`,
    detail: `${par ? `Inscrit par ${par}, ` : 'Inscrit '}${formatInstantEcrit(inscritLe)}`,
    annule:
      annuleLe === null
        ? null
        : [`le ${formatJour(annuleLe, 'long')}`, annulePar && `par ${annulePar}`, annuleMotif]
            .filter(Boolean)
            .join(', '),
    annulerHref: annuleLe === null ? `/enfants/${enfantId}/actes/${id}/annuler` : null,
  };
}
export type ActeInscritVu = ReturnType<typeof buildActeInscrit>;
