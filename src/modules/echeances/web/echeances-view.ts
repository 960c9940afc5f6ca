import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { ACTEURS } from '#shared/obligation.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { EcheanceLigne } from '../data/echeances-queries.server.ts';
import { type EcheanceFiltre, VUES_ECHEANCES, type VueEcheances } from '../echeance-filtre.ts';
import { listTextes } from '../rules/referentiel.ts';

export const LIBELLE_GRAVITE = { critique: 'Critique', normale: 'Normale', information: 'Pour information' } as const;

/** Une échéance de la liste : qui elle touche, ce qui est dû, pour quand, de qui, de quel texte. */
export function buildLigneEcheance(ligne: EcheanceLigne, jour: JourCivil) {
  const { id, objet, regle, libelle, depuis, pour, acteur, gravite, unite, textes } = ligne;
  const agent = ligne.agent ?? '';
  const retard = Math.max(0, differenceEnJours(pour, jour));
  return {
    cle: id,
    objet: objet.nom,
    href: objet.href,
    numero: objet.numero,
    quoi: libelle,
    detail: `/echeances/${id}`,
    regle,
    depuis,
    depuisDit: formatJour(depuis, 'court'),
    pour,
    pourDit: formatJour(pour, 'court'),
    distance: formatDistance(pour, jour),
    retard,
    ton: (retard > 0 ? 'retard' : pour === jour ? 'bientot' : 'neutre') as Ton,
    acteur: ACTEURS[acteur],
    agent: ligne.relaye ? `pour ${agent}` : agent,
    unite: unite ?? '',
    gravite: LIBELLE_GRAVITE[gravite],
    texte: (textes ?? listTextes(regle)).map(formatTexte).join(', '),
  };
}
export type LigneEcheance = ReturnType<typeof buildLigneEcheance>;

export function buildOngletsEcheances(filtre: EcheanceFiltre, comptes: Record<VueEcheances, number>) {
  const { portee, regle, acteur, gravite, unite } = filtre;
  const gardes = Object.entries({ portee, regle, acteur, gravite, unite }).filter(([, valeur]) => valeur);
  return (Object.entries(VUES_ECHEANCES) as [VueEcheances, string][]).map(([cle, titre]) => ({
    titre,
    href: `/echeances?${new URLSearchParams([['vue', cle], ...gardes])}`,
    actif: cle === filtre.vue,
    nombre: comptes[cle],
  }));
}
