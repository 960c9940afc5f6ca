import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { PropositionFaite } from '../data/previsions.server.ts';
import { formatDoute } from '../prevision.ts';
import type { Proposition } from '../remede.ts';
import { type Bilan, countSortiesEnManque } from '../rules/manque.ts';
import { computeEmpreinte } from '../rules/situation.ts';
import type { CrecheDuJour } from '../rules/territoire.ts';
import { formatAdresseJour } from './adresses.ts';
import { type Axe, buildBande } from './bande-view.ts';
import { buildPropositionFaite, buildRemedeVu } from './remede-view.ts';

/** « Lun. 23 nov. » */
export function formatJourCourt(jour: JourCivil): string {
  const [semaine = '', ...date] = formatJour(jour, 'semaine').split(' ');
  return [`${semaine.charAt(0).toLocaleUpperCase('fr')}${semaine.slice(1, 3)}.`, ...date].join(' ');
}

export function formatNombre(nombre: number, singulier: string, pluriel: string): string {
  return `${nombre} ${nombre > 1 ? pluriel : singulier}`;
}

type Ligne = Readonly<{
  creche: CrecheDuJour;
  bilan: Bilan;
  proposition: Proposition | null;
  faite: PropositionFaite | null;
  peutProposer: boolean;
}>;

export function buildLigneDuJour({ creche, bilan, proposition, faite, peutProposer }: Ligne, axe: Axe) {
  const { etablissement, journee, creche: ouverte } = creche;
  const { sousTaux, minutesEnfant, minutesPlace } = bilan;
  const moindre = proposition?.moindre ?? null;
  const { jour } = journee;
  const empreinte = proposition && moindre ? computeEmpreinte(proposition) : '';
  const dejaFaite = faite && buildPropositionFaite(faite, empreinte);
  return {
    id: etablissement.id,
    nom: etablissement.nom,
    territoire: etablissement.territoire,
    href: formatAdresseJour(etablissement.id, jour),
    hrefQuarts: formatAdresseJour(etablissement.id, jour, '#quarts'),
    hrefEnfants: `/creches/${etablissement.id}/enfants`,
    places: ouverte.places,
    enfants: journee.enfants,
    occupation: minutesPlace === 0 ? null : Math.round((minutesEnfant * 100) / minutesPlace),
    bande: buildBande(journee, axe),
    sousTaux: sousTaux.length,
    maintenant: bilan.maintenant,
    sortiesSousTaux: countSortiesEnManque(creche) > 0,
    surnombre: bilan.auDessusSurnombre.length,
    surnombreAConfirmer: bilan.surnombreAConfirmer.length,
    sansContinuite: bilan.sansContinuite.length,
    doutes: bilan.doutes.map(formatDoute),
    remede: moindre && buildRemedeVu(journee, moindre),
    sansRemede: sousTaux.length > 0 && moindre === null,
    faite: dejaFaite,
    empreinte: peutProposer && empreinte !== '' && !dejaFaite?.enCours ? empreinte : null,
  };
}
export type LigneDuJour = ReturnType<typeof buildLigneDuJour>;
