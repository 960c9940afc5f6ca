import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { CrecheSuivie } from '../data/bilans.server.ts';
import type { ManquesFamilles } from '../data/declarations.server.ts';
import {
  computeAfas,
  type EnfantsDeLAnnee,
  type FaitsAfas,
  listControlesAfas,
  NATURES_AFAS,
  type NatureAfas,
} from '../rules/afas.ts';
import { listMoisManquants } from '../rules/bilan.ts';
import { listIdentifiantsManquants } from '../rules/filoue.ts';
import { formatHeures } from './formats.ts';

export const DeclarationFiltre = z.object({
  nature: z
    .enum(Object.keys(NATURES_AFAS) as [NatureAfas, ...NatureAfas[]])
    .catch('actualise')
    .default('actualise'),
  creche: z.uuid().nullable().catch(null).default(null),
});

export type Declaree = Readonly<{ suivie: CrecheSuivie; faits: FaitsAfas }>;

export function buildFaitsAfas(
  { creche, bilan, exercice, mois }: CrecheSuivie,
  enfants: EnfantsDeLAnnee | undefined,
  annee: number,
  aujourdhui: JourCivil,
): FaitsAfas {
  return {
    bilan,
    mois,
    enfants: enfants ?? { enfants: 0, handicap: 0 },
    anneeFinie: aujourdhui > `${annee}-12-31`,
    moisManquants: listMoisManquants({ annee, aujourdhui, existence: creche.existence, mois }).length,
    exercice,
  };
}

const RESERVE = 'réservé';

/** Ce qui est prêt et ce qui manque, pour une crèche. Sans ses familles, on ne sait rien d'elles : ce n'est pas zéro. */
export function buildLigneDeclaration(
  { suivie: { creche, exercice }, faits }: Declaree,
  manques: ManquesFamilles | undefined,
  lisFamilles: boolean,
  nature: NatureAfas,
  annee: number,
) {
  const valeurs = computeAfas(nature, faits);
  const famille = (nombre: number | undefined) => (lisFamilles ? (nombre ?? 0) : RESERVE);
  return {
    id: creche.id,
    creche: creche.nom,
    href: `/creches/${creche.id}/activite?annee=${annee}`,
    lisFamilles,
    identifiants: listIdentifiantsManquants({ ...creche, organismeCaf: exercice?.organismeCaf ?? null }),
    enfants: famille(manques?.enfants),
    exclus: famille(manques?.exclus),
    sansMatricule: famille(manques?.sansMatricule),
    sansAdresse: famille(manques?.sansAdresse),
    facturees: valeurs.minutesFacturees === null ? 'à saisir' : formatHeures(valeurs.minutesFacturees),
    realisees: valeurs.minutesRealisees === null ? 'à saisir' : formatHeures(valeurs.minutesRealisees),
    controles: listControlesAfas(nature, faits),
  };
}
export type LigneDeclaration = ReturnType<typeof buildLigneDeclaration>;

const COLONNES_AFAS = [
  'IDEQU',
  'NATURE',
  'EXERCICE',
  'PLACES',
  'JOURS_OUVERTS',
  'HEURES_OUVERTES',
  'HEURES_FACTUREES',
  'HEURES_REALISEES',
  'DONT_OCCASIONNEL',
  'PARTICIPATIONS',
  'ENFANTS',
  'DONT_HANDICAP',
  'CHARGES',
  'JOURNEES_PEDAGOGIQUES',
  'HEURES_HORS_PRESENCE',
  'HEURES_EXCEPTIONNELLES',
] as const;

const decimal = (nombre: number | null) => (nombre === null ? '' : nombre.toFixed(2));

/** Une ligne par crèche ; une colonne vide est à saisir, jamais un zéro inventé. */
export function buildAfas(declarees: readonly Declaree[], nature: NatureAfas, annee: number): string {
  const heures = (minutes: number | null) => decimal(minutes === null ? null : minutes / 60);
  const euros = (centimes: number | null) => decimal(centimes === null ? null : centimes / 100);
  const lignes = declarees.map(({ suivie: { creche, exercice, bilan }, faits }) => {
    const v = computeAfas(nature, faits);
    return [
      (creche.idEqu ?? '').replaceAll(';', ' '),
      NATURES_AFAS[nature],
      String(annee),
      String(bilan.places),
      String(v.joursOuverts ?? ''),
      heures(v.minutesOuvertes),
      heures(v.minutesFacturees),
      heures(v.minutesRealisees),
      heures(v.minutesOccasionnelles),
      euros(v.participationsCentimes),
      String(v.enfants?.enfants ?? ''),
      String(v.enfants?.handicap ?? ''),
      euros(v.chargesCentimes),
      String(exercice?.journeesPedagogiques ?? ''),
      heures(exercice?.minutesHorsPresence ?? null),
      heures(exercice?.minutesExceptionnelles ?? null),
    ];
  });
  return `${[COLONNES_AFAS, ...lignes].map((ligne) => ligne.join(';')).join('\r\n')}\r\n`;
}
