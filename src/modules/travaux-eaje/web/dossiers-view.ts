/** Comment une liste de dossiers se filtre, se trie et s'écrit. */
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import type { DossierTravaux, Prevision } from '../dossier-travaux.ts';
import { type TravauxFiltre, VUES_TRAVAUX, type VueTravaux } from '../dossier-travaux-filtre.ts';
import { comparePriorites, computePriorite } from '../rules/priorite.ts';
import { isOuvert } from '../rules/transitions.ts';

/** « 1 240 h ». */
export const formatHeures = (minutes: number): string => `${Math.round(minutes / 60).toLocaleString('fr-FR')} h`;

/** La crèche devait avoir rouvert. */
export function isEnRetard({ etat, reouverturePrevue, programmeLe }: DossierTravaux, jour: JourCivil): boolean {
  return isOuvert(etat) && programmeLe !== null && reouverturePrevue !== null && reouverturePrevue < jour;
}

/** « 20 places, du 4 au … », ou ce qui manque pour le dire. */
export function formatGel({ debutPrevu, reouverturePrevue, placesGelees, gelDebut, gelFin }: Prevision): string {
  if (debutPrevu === null || reouverturePrevue === null) return 'dates à dire';
  const dates = `du ${formatJour(debutPrevu, 'long')}, réouverture le ${formatJour(reouverturePrevue, 'long')}`;
  const heures =
    gelDebut !== null && gelFin !== null ? ` de ${formatMinutes(gelDebut)} à ${formatMinutes(gelFin)}` : '';
  return placesGelees === 0
    ? `aucune place gelée, ${dates}`
    : `${placesGelees} place${placesGelees > 1 ? 's' : ''} gelée${placesGelees > 1 ? 's' : ''}${heures}, ${dates}`;
}

const DANS_LA_VUE: Record<VueTravaux, (dossier: DossierTravaux, jour: JourCivil) => boolean> = {
  ouverts: ({ etat }) => isOuvert(etat),
  'a-valider': ({ etat }) => etat === 'BESOIN',
  'en-cours': ({ etat }) => etat === 'EN_COURS' || etat === 'RECU',
  retard: isEnRetard,
  finis: ({ etat }) => !isOuvert(etat),
};

const isRetenu = (dossier: DossierTravaux, { territoire, priorite }: TravauxFiltre): boolean =>
  (territoire === null || dossier.territoireId === territoire) &&
  (priorite === null || computePriorite(dossier.enjeux) === priorite);

/** Les dossiers que le filtre retient, dans son ordre. */
export function listLignes(
  dossiers: readonly DossierTravaux[],
  filtre: TravauxFiltre,
  jour: JourCivil,
): DossierTravaux[] {
  const sens = filtre.sens === 'desc' ? -1 : 1;
  return dossiers
    .filter((dossier) => DANS_LA_VUE[filtre.vue](dossier, jour) && isRetenu(dossier, filtre))
    .sort((a, b) => sens * compare(a, b, filtre.tri) || comparePriorites(a, b));
}

function compare(a: DossierTravaux, b: DossierTravaux, tri: TravauxFiltre['tri']): number {
  if (tri === 'priorite') return comparePriorites(a, b);
  if (tri === 'heures') return (a.impact?.minutesGelees ?? 0) - (b.impact?.minutesGelees ?? 0);
  const lire = (d: DossierTravaux) =>
    tri === 'creche' ? d.creche : ((tri === 'debut' ? d.debutPrevu : d.reouverturePrevue) ?? '9999');
  return lire(a).localeCompare(lire(b), 'fr');
}

/** Combien chaque vue montre, par le filtre même de sa liste. */
export function buildVues(dossiers: readonly DossierTravaux[], filtre: TravauxFiltre, jour: JourCivil) {
  const suite = `${filtre.territoire ? `&territoire=${filtre.territoire}` : ''}${filtre.priorite ? `&priorite=${filtre.priorite}` : ''}`;
  return (Object.entries(VUES_TRAVAUX) as [VueTravaux, string][]).map(([vue, titre]) => ({
    titre: `${titre} (${listLignes(dossiers, { ...filtre, vue }, jour).length})`,
    href: `/creches/travaux?vue=${vue}${suite}`,
    actif: vue === filtre.vue,
  }));
}
