/** Ce qu'on saisit du barème des participations : des pour cent et des euros par mois, comme la Cnaf les publie. */
import { z } from 'zod';
import { choixSaisi, identifiantFacultatif, nombreSaisi, texteSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { type BaremeEnregistre, PREMIER_JOUR_SAISI } from './participation.ts';

/** Les cinq taux, dans l'ordre : champ, libellé. */
export const CHAMPS_TAUX = [
  ['taux1', 'Un enfant'],
  ['taux2', 'Deux enfants'],
  ['taux3', 'Trois enfants'],
  ['taux4', 'De quatre à sept enfants'],
  ['taux8', 'Huit enfants et plus'],
] as const;
export const CHAMPS_BORNES = [
  ['plancher', 'Plancher de ressources'],
  ['plafond', 'Plafond de ressources'],
] as const;
export const CONFIANCES_PARTICIPATION: Record<BaremeEnregistre['confiance'], string> = {
  'a-confirmer': 'À confirmer',
  verifie: 'Vérifié dans la publication de la Cnaf',
};

const taux = () =>
  nombreSaisi('Indiquez un taux en pour cent, par exemple 0,0619.', { minimum: 0.0001, maximum: 1 }).transform((n) =>
    Math.round(10_000 * n),
  );
const montant = () =>
  nombreSaisi('Indiquez un montant en euros par mois, par exemple 8 500.', { minimum: 1, maximum: 100_000 }).transform(
    (n) => Math.round(100 * n),
  );

export const BaremeSaisie = z
  .object({
    id: identifiantFacultatif(),
    version: versionSaisie.optional(),
    du: jourCivilSaisi(),
    taux1: taux(),
    taux2: taux(),
    taux3: taux(),
    taux4: taux(),
    taux8: taux(),
    plancher: montant(),
    plafond: montant(),
    confiance: choixSaisi(CONFIANCES_PARTICIPATION, 'Dites si ce barème est vérifié.'),
    source: texteSaisi('Indiquez d’où vient ce barème : circulaire, date, page.', 300),
  })
  .superRefine((saisie, contexte) => {
    const addErreur = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message });
    if (saisie.du < PREMIER_JOUR_SAISI)
      addErreur('du', `Avant le ${formatJour(PREMIER_JOUR_SAISI, 'long')}, le barème est celui des circulaires lues.`);
    if (saisie.plafond < saisie.plancher) addErreur('plafond', 'Le plafond est sous le plancher.');
    for (const [rang, [champ]] of CHAMPS_TAUX.entries()) {
      const avant = CHAMPS_TAUX[rang - 1];
      if (avant && saisie[champ] > saisie[avant[0]])
        addErreur(champ, 'Le taux baisse quand le nombre d’enfants augmente.');
    }
  });
export type BaremeSaisie = z.infer<typeof BaremeSaisie>;

const ecrit = (nombre: number) => String(nombre).replace('.', ',');

/** Le barème, comme il se tape. */
export function formatBaremeSaisi(bareme: Omit<BaremeEnregistre, 'id' | 'version'>): Record<string, string> {
  return {
    du: bareme.du,
    ...Object.fromEntries(CHAMPS_TAUX.map(([champ], rang) => [champ, ecrit((bareme.taux[rang] ?? 0) / 10_000)])),
    plancher: ecrit(bareme.plancherCentimes / 100),
    plafond: ecrit(bareme.plafondCentimes / 100),
    confiance: bareme.confiance,
    source: bareme.source,
  };
}

/** Libellé → champ : ce qu'un conflit nomme. */
export const LIBELLES_BAREME: Readonly<Record<string, string>> = {
  'Vaut à partir du': 'du',
  ...Object.fromEntries([...CHAMPS_TAUX, ...CHAMPS_BORNES].map(([champ, libelle]) => [libelle, champ])),
  Confiance: 'confiance',
  Source: 'source',
};
