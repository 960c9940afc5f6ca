/** Ce que l'on peut taper pour tenir les lignes d'une crèche : des euros, des heures, des jours. */
import { z } from 'zod';
import {
  caseCochee,
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  nombreSaisi,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { isJourCivil, type JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { NATURES_LIGNE, SUITES_ARBITRAGE } from './ligne-budget.ts';

const EUROS = { minimum: 0, maximum: 20_000_000 };
const PAYES = { minimum: 0.01, maximum: 20_000_000 };
const LIMITE = 'Pas plus de 20\u202f000\u202f000\u00a0€ : vérifiez les zéros et la virgule.';

const enCentimes = (euros: number) => Math.round(100 * euros);
const enMinutes = (heures: number) => Math.round(60 * heures);
const montant = () =>
  nombreSaisi('Indiquez un montant en euros, par exemple 1 250,50.', PAYES, LIMITE).transform(enCentimes);
const budget = () =>
  nombreSaisi('Indiquez le budget en euros, par exemple 6 000.', EUROS, LIMITE).transform(enCentimes);
const motif = () => texteSaisi('Écrivez le motif.', 500);

function siRempli<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
    schema.nullable(),
  );
}

const decrite = {
  libelle: texteSaisi('Écrivez le libellé de la ligne.', 120),
  imputation: siRempli(
    z
      .string()
      .trim()
      .regex(/^[0-9]{2,8}$/, { error: 'Une imputation a de 2 à 8 chiffres, par exemple 60632.' }),
  ),
  serviceId: identifiantFacultatif(),
};

export const LigneSaisie = z.object({
  etablissementId: Identifiant,
  nature: choixSaisi(NATURES_LIGNE, 'Choisissez ce que la ligne paie.'),
  ...decrite,
  /** Son année est l'exercice. */
  du: jourCivilSaisi(),
  budget: budget(),
});

export const CorrectionLigneSaisie = z.object({ id: Identifiant, version: versionSaisie, ...decrite });

export const ArbitrageSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  suite: choixSaisi(SUITES_ARBITRAGE, 'Choisissez ce qui est décidé.'),
  /** Pour un changement de budget seulement. */
  budget: siRempli(budget()),
  motif: motif(),
});

const engagee = {
  jour: jourCivilSaisi(),
  objet: texteSaisi('Écrivez ce qui est acheté.', 200),
  montant: montant(),
  pourExercice: caseCochee,
  /** Demandé quand le montant dépasse ce qui reste. */
  depassement: texteFacultatif(500),
};
export const EngagementSaisie = z.object({ ligneId: Identifiant, ...engagee });
export const CorrectionEngagementSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...engagee,
  motif: motif(),
});

const mandatee = { jour: jourCivilSaisi(), reference: texteFacultatif(60), montant: montant() };
export const MandatementSaisie = z.object({ engagementId: Identifiant, ...mandatee });
export const CorrectionMandatementSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...mandatee,
  motif: motif(),
});

export const AnnulationSaisie = z.object({ id: Identifiant, version: versionSaisie, motif: motif() });

const PRESTATIONS = { minimum: 0, maximum: 2000 };
const prestations = () =>
  siRempli(
    nombreSaisi(
      'Indiquez un nombre de prestations.',
      PRESTATIONS,
      'Pas plus de 2\u202f000 prestations dans un mois.',
    ).pipe(z.int({ error: 'Indiquez un nombre entier.' })),
  );
const heures = () =>
  siRempli(
    nombreSaisi(
      'Indiquez un nombre d’heures, par exemple 7,5.',
      { minimum: 0, maximum: 20_000 },
      'Pas plus de 20\u202f000\u00a0h dans un mois.',
    ).transform(enMinutes),
  );

/** « 10/2026 » ou « 2026-10 ». */
const moisSaisi = z
  .string({ error: 'Indiquez le mois, par exemple 10/2026.' })
  .transform((texte, contexte): JourCivil => {
    const lu = /^(\d{4})-(\d{1,2})$/.exec(texte.trim()) ?? /^(\d{1,2})\s*\/\s*(\d{4})$/.exec(texte.trim());
    const [annee = '', mois = ''] = lu && lu[1]?.length === 4 ? [lu[1], lu[2]] : [lu?.[2], lu?.[1]];
    const jour = `${annee}-${mois.padStart(2, '0')}-01`;
    if (isJourCivil(jour)) return jour;
    contexte.addIssue({ code: 'custom', message: 'Indiquez le mois, par exemple 10/2026.' });
    return z.NEVER;
  });

const constatee = {
  dues: prestations(),
  faites: prestations(),
  conformes: prestations(),
  /** Le prix du mois : sert à chiffrer une pénalité. */
  prix: siRempli(budget()),
  demande: texteFacultatif(500),
  accordLe: jourFacultatif(),
  commandees: heures(),
  realisees: heures(),
  facturees: heures(),
  ecartQualification: texteFacultatif(300),
  atteste: caseCochee,
};
export const ServiceFaitSaisie = z.object({ ligneId: Identifiant, mois: moisSaisi, ...constatee });
export const CorrectionServiceFaitSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...constatee,
  /** Demandé quand ce qui change était attesté. */
  motif: texteFacultatif(500),
});
export type ConstatSaisi = Omit<z.output<typeof ServiceFaitSaisie>, 'ligneId' | 'mois'>;
