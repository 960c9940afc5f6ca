import { type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import { computeEnvoi, computeRelance } from '../rules/signalement.ts';
import {
  type EtatSignalement,
  LIBELLE_ETAT_SIGNALEMENT,
  LIBELLE_MOTIF_SAISINE,
  LIBELLE_SUITES_PARQUET,
  type Signalement,
} from '../signalement.ts';
import { formatAdresseSignalement } from './adresses.ts';

export const TON_SIGNALEMENT: Record<EtatSignalement, Ton> = {
  brouillon: 'bientot',
  valide: 'retard',
  envoye: 'attente',
  accuse: 'attente',
  'suites-connues': 'fait',
  abandonne: 'neutre',
};

/** Un signalement en une ligne : son état, son motif, ce que l'on attend. */
export function buildLigneSignalement(
  informationId: string,
  signalement: Signalement,
  jour: JourCivil,
  relanceJours: number,
) {
  const { id, etat, urgent, motif, suitesNature, suitesLe } = signalement;
  const du = etat === 'valide' ? computeEnvoi(signalement) : computeRelance(signalement, relanceJours);
  const quoi = etat === 'valide' ? 'À envoyer' : 'Réponse du parquet ou relance';
  return {
    id,
    href: formatAdresseSignalement(informationId, id),
    etat: LIBELLE_ETAT_SIGNALEMENT[etat],
    ton: TON_SIGNALEMENT[etat],
    urgent,
    motif: LIBELLE_MOTIF_SAISINE[motif],
    detail: suitesNature
      ? `${LIBELLE_SUITES_PARQUET[suitesNature]}${suitesLe ? `, le ${formatJour(suitesLe, 'long')}` : ''}`
      : du
        ? `${quoi} : ${formatDistance(du.pour, jour)}`
        : `commencé le ${formatJour(jourCivilDeInstant(signalement.creeLe), 'long')}${signalement.creePar ? ` par ${signalement.creePar}` : ''}`,
  };
}
