import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { CrecheSuivie } from '../data/bilans.server.ts';
import type { ManquesFamilles } from '../data/declarations.server.ts';
import { computeAfas, type FaitsAfas, listControlesAfas, NATURES_AFAS, type NatureAfas } from '../rules/afas.ts';
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

export function buildFaitsAfas(
  { creche, bilan, exercice, mois }: CrecheSuivie,
  annee: number,
  aujourdhui: JourCivil,
): FaitsAfas {
  return {
    bilan,
    anneeFinie: aujourdhui > `${annee}-12-31`,
    moisManquants: listMoisManquants({ annee, aujourdhui, existence: creche.existence, mois }).length,
    exercice: {
      facturees: exercice?.factureesPrevues ?? null,
      realisees: exercice?.realiseesPrevues ?? null,
      chargesPrevuesCentimes: exercice?.chargesPrevuesCentimes ?? null,
      chargesCentimes: exercice?.chargesCentimes ?? null,
    },
  };
}

/** Ce qui est prêt et ce qui manque, pour une crèche. */
export function buildLigneDeclaration(
  suivie: CrecheSuivie,
  manques: ManquesFamilles | undefined,
  nature: NatureAfas,
  annee: number,
  aujourdhui: JourCivil,
) {
  const { creche, exercice } = suivie;
  const faits = buildFaitsAfas(suivie, annee, aujourdhui);
  const valeurs = computeAfas(nature, faits);
  return {
    id: creche.id,
    creche: creche.nom,
    href: `/creches/${creche.id}/activite?annee=${annee}`,
    identifiants: listIdentifiantsManquants({ ...creche, organismeCaf: exercice?.organismeCaf ?? null }),
    enfants: manques?.enfants ?? 0,
    exclus: manques?.exclus ?? 0,
    sansMatricule: manques?.sansMatricule ?? 0,
    sansAdresse: manques?.sansAdresse ?? 0,
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
export function buildAfas(
  suivies: readonly CrecheSuivie[],
  nature: NatureAfas,
  annee: number,
  aujourdhui: JourCivil,
): string {
  const lignes = suivies.map((suivie) => {
    const { creche, exercice, mois, bilan } = suivie;
    const valeurs = computeAfas(nature, buildFaitsAfas(suivie, annee, aujourdhui));
    const cumul = nature === 'reel' ? bilan.fait : bilan.projete;
    const total = (lit: (m: (typeof mois)[number]) => number) => mois.reduce((somme, m) => somme + lit(m), 0);
    const heures = (minutes: number | null) => decimal(minutes === null ? null : minutes / 60);
    return [
      (creche.idEqu ?? '').replaceAll(';', ' '),
      NATURES_AFAS[nature],
      String(annee),
      String(bilan.places),
      String(total((m) => m.joursOuverts)),
      heures(cumul.minutesOuvertes),
      heures(valeurs.minutesFacturees),
      heures(valeurs.minutesRealisees),
      nature === 'previsionnel' ? '' : heures(total((m) => m.minutesOccasionnelles)),
      nature === 'previsionnel' ? '' : decimal(cumul.participationsCentimes / 100),
      String(Math.max(0, ...mois.map((m) => m.enfants))),
      String(Math.max(0, ...mois.map((m) => m.enfantsHandicap))),
      decimal(valeurs.chargesCentimes === null ? null : valeurs.chargesCentimes / 100),
      String(exercice?.journeesPedagogiques ?? ''),
      heures(exercice?.minutesHorsPresence ?? null),
      heures(exercice?.minutesExceptionnelles ?? null),
    ];
  });
  return `${[COLONNES_AFAS, ...lignes].map((ligne) => ligne.join(';')).join('\r\n')}\r\n`;
}
