/** Ce qu'on saisit d'un exercice, d'un barème ou d'un mois : des euros et des heures, comme on les lit sur les papiers de la Caf. */
import { z } from 'zod';
import { choixSaisi, nombreSaisi, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatMois } from '#shared/jour-civil-format.ts';
import type { BaremePsu } from './bareme.ts';
import type { Exercice } from './exercice.ts';

export const Annee = z.coerce.number({ error: 'Indiquez une année.' }).int().min(2014).max(2100);

const EUROS = { minimum: 0, maximum: 100_000_000 };
const HEURES = { minimum: 0, maximum: 2_000_000 };

function facultatif<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
    schema.nullable(),
  );
}
const eurosFacultatifs = () =>
  facultatif(
    nombreSaisi(
      'Indiquez un montant en euros, par exemple 1 200 000.',
      EUROS,
      'Pas plus de 100\u202f000\u202f000\u00a0€ : vérifiez les zéros et la virgule.',
    ).transform((euros) => Math.round(100 * euros)),
  );
const heuresFacultatives = () =>
  facultatif(
    nombreSaisi(
      'Indiquez un nombre d’heures, par exemple 103 950.',
      HEURES,
      'Pas plus de 2\u202f000\u202f000\u00a0h.',
    ).transform((heures) => Math.round(60 * heures)),
  );
const versionFacultative = facultatif(z.coerce.number().int().positive());

export const MOIS_PREVUS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
const prevus = Object.fromEntries(MOIS_PREVUS.map((m) => [`prevu${m}`, heuresFacultatives()])) as Record<
  `prevu${(typeof MOIS_PREVUS)[number]}`,
  ReturnType<typeof heuresFacultatives>
>;

/** Champ, libellé, aide. */
export const CHAMPS_EUROS = [
  ['charges', 'Charges de fonctionnement', 'De l’année, une fois connues'],
  ['chargesPrevues', 'Charges prévues', 'Servent tant que les charges manquent'],
  ['autresRecettes', 'Autres recettes'],
  ['bonusMixite', 'Bonus mixité sociale'],
  ['bonusHandicap', 'Bonus inclusion handicap'],
  ['bonusTerritoire', 'Bonus territoire (CTG)'],
  ['bonusAttractivite', 'Bonus attractivité'],
] as const;

export const CHAMPS_HEURES = [
  ['facturees', 'Heures facturées prévues', 'De l’année ; à défaut, la somme des mois'],
  ['realisees', 'Heures réalisées prévues'],
  ['journeesPedagogiques', 'Journées pédagogiques'],
  ['horsPresence', 'Heures hors présence', 'Préparation à l’accueil, journées pédagogiques (PSU-09, à confirmer)'],
  ['exceptionnelles', 'Heures exceptionnelles', 'Seulement celles décidées par la Cnaf (PSU-10)'],
  ['organismeCaf', 'Code de la Caf', 'Chiffres seulement'],
] as const;

export const CHAMPS_MOIS = MOIS_PREVUS.map(
  (m) => [`prevu${m}`, formatMois(jourCivil(`2001-${m}-01`), 'court')] as const,
);

const champsExercice = {
  id: Identifiant,
  annee: Annee,
  version: versionFacultative,
  charges: eurosFacultatifs(),
  chargesPrevues: eurosFacultatifs(),
  autresRecettes: eurosFacultatifs(),
  bonusMixite: eurosFacultatifs(),
  bonusHandicap: eurosFacultatifs(),
  bonusTerritoire: eurosFacultatifs(),
  bonusAttractivite: eurosFacultatifs(),
  facturees: heuresFacultatives(),
  realisees: heuresFacultatives(),
  ...prevus,
  journeesPedagogiques: facultatif(
    nombreSaisi('De 0 à 10 journées.', { minimum: 0, maximum: 10 }).pipe(z.int({ error: 'De 0 à 10 journées.' })),
  ),
  horsPresence: heuresFacultatives(),
  exceptionnelles: heuresFacultatives(),
  organismeCaf: facultatif(
    z
      .string()
      .trim()
      .regex(/^[0-9]{1,4}$/, { error: 'Quatre chiffres au plus.' }),
  ),
};

/** Un mois laissé vide ne vaut pas zéro heure : les douze se saisissent, ou aucun. */
export const ExerciceSaisie = z.object(champsExercice).superRefine((saisie, contexte) => {
  const vides = MOIS_PREVUS.filter((m) => saisie[`prevu${m}`] === null);
  if (vides.length === 0 || vides.length === MOIS_PREVUS.length) return;
  for (const m of vides)
    contexte.addIssue({
      code: 'custom',
      path: [`prevu${m}`],
      message: 'Saisissez les douze mois, zéro compris, ou aucun.',
    });
});
export type ExerciceSaisie = z.infer<typeof ExerciceSaisie>;

const PRIX = { minimum: 0.01, maximum: 100 };
const prix = () => nombreSaisi('Indiquez un prix horaire en euros, par exemple 9,38.', PRIX);

export const CONFIANCES_BAREME = {
  'a-confirmer': 'À confirmer',
  verifie: 'Vérifié dans l’annexe de la Cnaf',
} as const;

export const formatConfiance = (code: string): string =>
  code in CONFIANCES_BAREME ? CONFIANCES_BAREME[code as keyof typeof CONFIANCES_BAREME] : code;

/** PSU-02 : trois paliers jusqu'au 31 décembre 2024. */
export const DERNIERE_ANNEE_A_PALIERS = 2024;

const NIVEAUX = ['Avec', 'Sans'] as const;

export const BaremeSaisie = z
  .object({
    annee: Annee,
    version: versionFacultative,
    pmaxAvec: prix(),
    pmoyenAvec: facultatif(prix()),
    pminAvec: prix(),
    pmaxSans: prix(),
    pmoyenSans: facultatif(prix()),
    pminSans: prix(),
    confiance: choixSaisi(CONFIANCES_BAREME, 'Dites si ce barème est vérifié.'),
    source: texteSaisi('Indiquez d’où vient ce barème : annexe, date, page.', 300),
  })
  .superRefine((bareme, contexte) => {
    const addErreur = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message });
    for (const niveau of NIVEAUX) {
      const [bas, milieu, haut] = [bareme[`pmin${niveau}`], bareme[`pmoyen${niveau}`], bareme[`pmax${niveau}`]];
      if (bas > haut) addErreur(`pmin${niveau}`, 'Le prix le plus bas dépasse le plus haut.');
      if (bareme.annee > DERNIERE_ANNEE_A_PALIERS) continue;
      if (milieu === null)
        addErreur(`pmoyen${niveau}`, 'Jusqu’en 2024, le barème a trois paliers : indiquez celui du milieu.');
      else if (milieu < bas || milieu > haut)
        addErreur(`pmoyen${niveau}`, 'Le prix du milieu n’est pas entre le plus bas et le plus haut.');
    }
  });
export type BaremeSaisie = z.infer<typeof BaremeSaisie>;

export const RecompteSaisie = z.object({ id: Identifiant, annee: Annee });
export const MoisSaisie = z.object({ id: Identifiant, mois: JourCivil });

export const HeuresSaisies = nombreSaisi(
  'Indiquez un nombre d’heures, par exemple 500 ou 12,5.',
  {
    minimum: 0.25,
    maximum: 100_000,
  },
  'Pas plus de 100\u202f000\u00a0h.',
);

type Saisi = Readonly<Record<string, string>>;

const ecrit = (nombre: number | null | undefined) =>
  nombre === null || nombre === undefined ? '' : String(nombre).replace('.', ',');
const euros = (centimes: number | null) => ecrit(centimes === null ? null : centimes / 100);
const heures = (minutes: number | null | undefined) =>
  ecrit(minutes === null || minutes === undefined ? null : Math.round((100 * minutes) / 60) / 100);

/** L'exercice, comme il se tape. Une année prévue qui n'est que la somme de ses mois reste vide : elle les suit. */
export function formatExercice(x: Omit<Exercice, 'id' | 'etablissementId' | 'annee' | 'version'>): Saisi {
  const somme = x.previsionnel?.reduce((total, minutes) => total + minutes, 0);
  return {
    charges: euros(x.chargesCentimes),
    chargesPrevues: euros(x.chargesPrevuesCentimes),
    autresRecettes: euros(x.autresRecettesCentimes),
    bonusMixite: euros(x.bonusMixiteCentimes),
    bonusHandicap: euros(x.bonusHandicapCentimes),
    bonusTerritoire: euros(x.bonusTerritoireCentimes),
    bonusAttractivite: euros(x.bonusAttractiviteCentimes),
    facturees: x.factureesPrevues === somme ? '' : heures(x.factureesPrevues),
    realisees: heures(x.realiseesPrevues),
    journeesPedagogiques: ecrit(x.journeesPedagogiques),
    horsPresence: heures(x.minutesHorsPresence),
    exceptionnelles: heures(x.minutesExceptionnelles),
    organismeCaf: x.organismeCaf ?? '',
    ...Object.fromEntries(MOIS_PREVUS.map((m, rang) => [`prevu${m}`, heures(x.previsionnel?.[rang])])),
  };
}

/** Le barème, comme il se tape. */
export function formatBaremeSaisi({ avec, sans, confiance, source }: BaremePsu): Saisi {
  const prixEcrit = (dixMilliemes: number | null) => ecrit(dixMilliemes === null ? null : dixMilliemes / 10_000);
  return {
    pmaxAvec: prixEcrit(avec.pmax),
    pmoyenAvec: prixEcrit(avec.pmoyen),
    pminAvec: prixEcrit(avec.pmin),
    pmaxSans: prixEcrit(sans.pmax),
    pmoyenSans: prixEcrit(sans.pmoyen),
    pminSans: prixEcrit(sans.pmin),
    confiance,
    source,
  };
}

/** Libellé → champ : ce qu'un conflit nomme. */
export const LIBELLES_EXERCICE: Saisi = Object.fromEntries([
  ...[...CHAMPS_EUROS, ...CHAMPS_HEURES].map(([champ, libelle]) => [libelle, champ]),
  ...CHAMPS_MOIS.map(([champ, libelle]) => [`Prévues en ${libelle}`, champ]),
]);
export const LIBELLES_BAREME: Saisi = {
  'Avec couches et repas, le plus haut': 'pmaxAvec',
  'Avec couches et repas, le milieu': 'pmoyenAvec',
  'Avec couches et repas, le plus bas': 'pminAvec',
  'Sans, le plus haut': 'pmaxSans',
  'Sans, le milieu': 'pmoyenSans',
  'Sans, le plus bas': 'pminSans',
  Confiance: 'confiance',
  Source: 'source',
};

/** Ce qui est enregistré là où la saisie dit autre chose, libellé par libellé : ce que l'on écraserait. */
export function listEcarts(libelles: Saisi, enregistre: Saisi, saisi: Saisi): Record<string, string> {
  return Object.fromEntries(
    Object.entries(libelles)
      .filter(([, champ]) => (enregistre[champ] ?? '') !== (saisi[champ] ?? ''))
      .map(([libelle, champ]) => [libelle, enregistre[champ] || 'rien']),
  );
}
