import {
  ETATS_MESURE,
  formatMesure,
  type MesureFiltre,
  type MesureLigne,
  ORIGINES,
  VUES_MESURES,
  type VueMesures,
} from '#modules/mesures/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { formatAdresseMesure, formatAdresseMesures } from './adresses.ts';
import { buildTerme, formatLe, formatPeriodeDecidee, TON_ETAT } from './mesure-view.ts';

/** Une ligne de la liste des mesures, prête à lire. */
export function buildLigneMesure(ligne: MesureLigne, jour: JourCivil) {
  const { id, enfantId, numero, code, origine, etat, du, au, unite, service, demandeeLe, decideeLe, debutLe } = ligne;
  return {
    id,
    numero,
    enfant: formatPersonne(ligne),
    href: formatAdresseMesure(id),
    hrefEnfant: formatAdresseMesures(enfantId),
    mesure: formatMesure(code),
    origine: ORIGINES[origine],
    etat: ETATS_MESURE[etat],
    ton: TON_ETAT[etat],
    periode: formatPeriodeDecidee(du, au),
    terme: TERMES_MUETS.has(etat) ? null : buildTerme(au, jour),
    unite,
    service: service ?? '',
    du,
    au,
    demandeeLe,
    decideeLe,
    debutLe,
    demandee: formatLe(demandeeLe),
    decidee: formatLe(decideeLe),
    debut: formatLe(debutLe),
  };
}
export type LigneMesure = ReturnType<typeof buildLigneMesure>;

/** Une mesure finie n'attend plus son terme. */
const TERMES_MUETS: ReadonlySet<string> = new Set(['terminee', 'mainlevee', 'transferee', 'refusee', 'annulee']);

export function buildOngletsMesures(filtre: MesureFiltre, comptes: Record<VueMesures, number>) {
  const { q, code, origine, unite, service } = filtre;
  const gardes = Object.entries({ q, code, origine, unite, service }).filter(([, valeur]) => valeur !== '');
  return (Object.entries(VUES_MESURES) as [VueMesures, string][]).map(([cle, titre]) => ({
    titre,
    href:
      cle === 'ordonnees-pas-executees'
        ? '/mesures/ordonne-pas-execute'
        : `/mesures?${new URLSearchParams([['vue', cle], ...gardes])}`,
    actif: cle === filtre.vue,
    nombre: comptes[cle],
  }));
}
