/** Ce que l'on écrit d'un signalement, de sa rédaction aux suites que lui donne le parquet. */
import { z } from 'zod';
import {
  choixFacultatif,
  choixSaisi,
  identifiantSaisi,
  listeSaisie,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { parseInstant } from '#shared/instant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import {
  AUTORITE_PAR_DEFAUT,
  LIBELLE_DEMANDE,
  LIBELLE_MOTIF_SAISINE,
  LIBELLE_MOYEN,
  LIBELLE_SUITES_PARQUET,
} from './signalement.ts';

/** Le fond d'un signalement : il peut rester incomplet tant qu'il n'est pas signé. */
export const SAISINE_SAISIE = {
  autorite: texteFacultatif().transform((autorite) => autorite ?? AUTORITE_PAR_DEFAUT),
  motifSaisine: choixFacultatif(LIBELLE_MOTIF_SAISINE),
  actionsMenees: texteFacultatif(20_000),
  demandes: listeSaisie(choixSaisi(LIBELLE_DEMANDE, 'Choisissez dans la liste.')),
  argumentaire: texteFacultatif(20_000),
};

export type SaisineSaisie = { [C in keyof typeof SAISINE_SAISIE]: z.output<(typeof SAISINE_SAISIE)[C]> };

const MOTIF_REQUIS = choixSaisi(
  LIBELLE_MOTIF_SAISINE,
  'Dites lequel des motifs de la loi fonde le signalement (IP-030, IP-031).',
);

export const SignalementSaisie = z.object({
  informationId: identifiantSaisi('Ouvrez une information.'),
  ...SAISINE_SAISIE,
  motifSaisine: MOTIF_REQUIS,
});
export type SignalementSaisie = z.infer<typeof SignalementSaisie>;

const SUR_UN_SIGNALEMENT = { id: identifiantSaisi('Ouvrez un signalement.'), version: versionSaisie };

export const SignalementModification = z.object({
  ...SUR_UN_SIGNALEMENT,
  ...SAISINE_SAISIE,
  motifSaisine: MOTIF_REQUIS,
});
export const SignatureSaisie = z.object(SUR_UN_SIGNALEMENT);

export const EnvoiSaisie = z
  .object({
    ...SUR_UN_SIGNALEMENT,
    le: jourCivilSaisi(),
    heure: texteSaisi('Indiquez l’heure de l’envoi, comme 14:30.', 5),
    moyen: choixSaisi(LIBELLE_MOYEN, 'Dites par quel moyen il a été envoyé.'),
  })
  .transform(({ heure, ...saisie }, contexte) => {
    const envoi = parseInstant(`${saisie.le}T${heure.replace('h', ':').padStart(5, '0')}`);
    if (!envoi) {
      contexte.addIssue({ code: 'custom', message: 'Écrivez l’heure comme 14:30.', path: ['heure'] });
      return z.NEVER;
    }
    return { ...saisie, envoyeA: envoi.vue.toInstant().toString() };
  });

export const JourDeSignalement = z.object({ ...SUR_UN_SIGNALEMENT, le: jourCivilSaisi() });

export const SuitesDuParquetSaisie = JourDeSignalement.extend({
  nature: choixSaisi(LIBELLE_SUITES_PARQUET, 'Choisissez la suite donnée par le parquet.'),
  suites: texteFacultatif(4000),
});

export const AbandonSaisie = z.object({
  ...SUR_UN_SIGNALEMENT,
  motifAbandon: texteSaisi('Écrivez pourquoi ce signalement ne part pas.', 2000),
});
