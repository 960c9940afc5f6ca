/**
 * Ce que des travaux changent au calendrier de leur crèche (TRV-01, TRV-02).
 *
 * Ce que dit la pratique : un dossier validé ferme la crèche, ou réduit ses places, aux dates qu'il dit ; la réouverture les lui rend.
 * Comment elle est lue ici : toutes les places gelées toute la journée, la crèche ferme ; sinon elle offre ce qui reste, au quart d'heure qui
 * contient les heures du gel. Tout cela se propose ; une personne décide. Le calendrier rend à la crèche le jour où elle rouvre vraiment, plus
 * tôt ou plus tard que prévu.
 * Non traité : deux dossiers qui gèlent des places aux mêmes heures : la plus basse des deux modulations vaut, la personne fait la somme.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { listQuarts, PAS } from '#shared/quart-d-heure.ts';
import type { ActeTravaux, ChoixCalendrier } from '../dossier-travaux.ts';
import { computeFenetre, computeReste, type Gel, listJoursOuverts, type Murs } from './gel.ts';

export type PropositionCalendrier = Readonly<{
  choix: 'FERMER' | 'MODULER';
  /** Les places qui restent, et à quelles heures. */
  places: number;
  debut: number;
  fin: number;
}>;

/** Ce que le calendrier devrait dire de ce gel ; `etab` : la crèche sans ses travaux. */
export function computeProposition(etab: Murs, gel: Gel): PropositionCalendrier {
  const { debut, fin } = computeFenetre(etab, gel);
  const autorisees = etab.autorisations.filter(({ du, au }) => du <= gel.au && (au === null || au >= gel.du));
  const places = Math.max(0, Math.min(...autorisees.map((autorisation) => autorisation.places)) - gel.places);
  const restent = autorisees.length === 0 ? 0 : places;
  return {
    choix: gel.debut === null && restent === 0 ? 'FERMER' : 'MODULER',
    places: restent,
    debut: Math.floor(debut / PAS) * PAS,
    fin: Math.ceil(fin / PAS) * PAS,
  };
}

/** Les jours où le calendrier offre encore des places que le gel a prises ; `etab` : la crèche telle qu'on la lit. */
export function countJoursAuDessus(etab: Murs, gel: Gel): number {
  const fenetre = computeFenetre(etab, gel);
  return listJoursOuverts(etab, gel).filter((jour) =>
    listQuarts(fenetre).some((quart) => {
      const minute = Math.max(quart, fenetre.debut);
      return computeReste(etab, [], jour, minute) > computeReste(etab, [gel], jour, minute);
    }),
  ).length;
}

export type InscritAuCalendrier = Readonly<{ du: JourCivil; au: JourCivil; places: number | null }>;

/** Ce qui est inscrit déborde-t-il des dates du dossier ? */
export function isDebordant(inscrits: readonly InscritAuCalendrier[], gel: Gel): boolean {
  return inscrits.some(({ du, au }) => du < gel.du || au > gel.au);
}

/** Ce qui se propose au calendrier avec ces actes : inscrire tant que rien ne l'est, rendre une fois que c'est inscrit. */
export function listChoixCalendrier(
  actes: readonly ActeTravaux[],
  { gel, inscrit }: { gel: boolean; inscrit: boolean },
): ChoixCalendrier[] {
  const inscrire = actes.some((acte) => acte === 'valider' || acte === 'programmer');
  const rendre = actes.some((acte) => acte === 'rouvrir' || acte === 'abandonner');
  if (inscrit) return rendre ? ['LEVER', 'RIEN'] : [];
  return gel && inscrire ? ['FERMER', 'MODULER', 'RIEN'] : [];
}

/** Ce que le choix veut dire avec cet acte : on n'inscrit pas ce que l'on abandonne, on ne rend pas ce que l'on programme. */
export function findChoixUtile(
  acte: ActeTravaux,
  choix: ChoixCalendrier | null,
): Exclude<ChoixCalendrier, 'RIEN'> | null {
  if (choix === 'LEVER') return acte === 'rouvrir' || acte === 'abandonner' ? choix : null;
  if (choix === 'FERMER' || choix === 'MODULER') return acte === 'valider' || acte === 'programmer' ? choix : null;
  return null;
}
