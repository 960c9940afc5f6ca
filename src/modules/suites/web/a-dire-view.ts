import { LIBELLE_CATEGORIE, LIBELLE_ETAT } from '#modules/informations-preoccupantes/index.ts';
import { formatFratrie } from '#modules/informations-preoccupantes/web/composants.tsx';
import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { DueLigne } from '../data/dues-queries.server.ts';
import { type DueFiltre, OBJETS_DUS, VUES_DUES, type VueDues } from '../due-filtre.ts';
import { findInformationDue } from '../rules/information-due.ts';
import { formatAdresseInformer, formatAdresseSuites } from './adresses.ts';

/** Une information à donner : quoi, à qui, depuis quand, pour quand, et de quel texte. */
export function buildLigneDue(ligne: DueLigne, jour: JourCivil) {
  const { informationId, numero, etat, objet, signalementId, faits, unite, mineurs } = ligne;
  const due = findInformationDue(faits, { objet, signalementId });
  if (!due) throw new Error(`Rien n’est à dire de « ${objet} » sur ${numero}`);
  const retard = Math.max(0, differenceEnJours(due.pour, jour));
  return {
    cle: `${informationId} ${objet} ${signalementId ?? ''}`,
    numero,
    enfants: formatFratrie(mineurs),
    href: formatAdresseSuites(informationId),
    informer: formatAdresseInformer(informationId, due),
    quoi: OBJETS_DUS[objet],
    aQui:
      objet === 'source'
        ? `Source : ${LIBELLE_CATEGORIE[faits.categorieSource].toLocaleLowerCase('fr')}`
        : 'Parents ou tuteur',
    depuis: due.depuis,
    depuisDit: formatJour(due.depuis, 'court'),
    pour: due.pour,
    pourDit: formatJour(due.pour, 'court'),
    distance: formatDistance(due.pour, jour),
    retard,
    ton: (retard > 0 ? 'retard' : 'attente') as Ton,
    texte: due.textes.map(formatTexte).join(', '),
    etat: LIBELLE_ETAT[etat],
    unite,
  };
}
export type LigneDue = ReturnType<typeof buildLigneDue>;

export function buildOngletsDus({ vue, objet, unite }: DueFiltre, comptes: Record<VueDues, number>) {
  return (Object.entries(VUES_DUES) as [VueDues, string][]).map(([cle, titre]) => ({
    titre,
    href: `/informations/a-dire?${new URLSearchParams({ vue: cle, ...(objet && { objet }), ...(unite && { unite }) })}`,
    actif: cle === vue,
    nombre: comptes[cle],
  }));
}
