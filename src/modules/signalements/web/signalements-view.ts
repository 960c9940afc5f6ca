import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { differenceEnJours, type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import { computeEnvoi, computeRelance } from '../rules/signalement.ts';
import { LIBELLE_ETAT_SIGNALEMENT, LIBELLE_MOTIF_SAISINE } from '../signalement.ts';
import {
  type SignalementFiltre,
  type SignalementLigne,
  VUES_SIGNALEMENT,
  type VueSignalement,
} from '../signalement-filtre.ts';
import { formatAdresseSignalement } from './adresses.ts';
import { TON_SIGNALEMENT } from './signalement-view.ts';

/** Une ligne de la liste : où il en est, depuis quand, ce que l'on attend. */
export function buildLigne(ligne: SignalementLigne, jour: JourCivil, relanceJours: number) {
  const { id, informationId, numero, etat, urgent, motif, unite, creeLe, mineurs } = ligne;
  const du = etat === 'valide' ? computeEnvoi(ligne) : computeRelance(ligne, relanceJours);
  const age = differenceEnJours(jourCivilDeInstant(creeLe), ligne.suitesLe ?? jour);
  const attendu = etat === 'valide' ? 'à envoyer' : 'réponse ou relance';
  return {
    id,
    href: formatAdresseSignalement(informationId, id),
    numero,
    etat: LIBELLE_ETAT_SIGNALEMENT[etat],
    ton: TON_SIGNALEMENT[etat],
    urgent,
    motif: LIBELLE_MOTIF_SAISINE[motif],
    unite,
    enfants: mineurs.map(formatMineur).join(' ; '),
    age: age === 0 ? 'du jour' : `${age} jour${age > 1 ? 's' : ''}`,
    envoye: ligne.envoyeA ? formatJour(jourCivilDeInstant(ligne.envoyeA), 'court') : '',
    attente: du ? `${attendu} ${formatDistance(du.pour, jour)}` : '',
    tonAttente: (du && du.pour < jour ? 'retard' : 'neutre') as Ton,
  };
}
export type LigneMontree = ReturnType<typeof buildLigne>;

export function buildOnglets(filtre: SignalementFiltre, comptes: Partial<Record<VueSignalement, number>>) {
  return (Object.entries(VUES_SIGNALEMENT) as [VueSignalement, string][]).map(([vue, titre]) => ({
    titre,
    href: `/informations/signalements?vue=${vue}`,
    actif: vue === filtre.vue,
    nombre: comptes[vue],
  }));
}
