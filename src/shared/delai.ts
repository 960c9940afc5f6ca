/**
 * Le décompte des délais, expliqué étape par étape.
 *
 * Ce que dit le texte (CPC 641 et 642 ; 642-1 les étend aux formalités de publicité) : en jours, celui de l'acte ne
 * compte pas ; en mois ou en années, le délai expire au même quantième, à défaut le dernier jour du mois ; les mois sont
 * comptés avant les jours ; il expire le dernier jour à 24 h ; un samedi, un dimanche, un jour férié ou chômé le proroge
 * jusqu'au premier jour ouvrable suivant.
 *
 * Comment il est lu ici : plusieurs délais courent l'un après l'autre, années, mois, jours puis heures ; seul le terme
 * final est prorogé ; la zone est celle du lieu où l'acte doit être fait.
 * - `procedure-civile` : le texte ci-dessus. En heures, le terme prorogé est la fin du premier jour ouvrable (à confirmer).
 * - `protection` : jamais reporté, l'échéance brute protège mieux ; le report n'est qu'une information (TPS-05).
 * - `administratif` : même quantième, sans report (TPS-06).
 * Les délais en heures courent d'instant à instant, au fuseau de Paris (TPS-01).
 *
 * Non traité : délais de distance (CPC 643), délais francs du juge administratif, délais à rebours.
 */
import { z } from 'zod';
import {
  addHeures,
  buildInstantAuJour,
  computeFinDeJournee,
  formatInstant,
  formatInstantLong,
  getJour,
  type InstantParis,
  parseInstant,
} from './instant.ts';
import { addAns, addJours, addMois, isJourCivil, JourCivil } from './jour-civil.ts';
import { formatJour } from './jour-civil-format.ts';
import { computePremierOuvrable, findMotifNonOuvrable, getZoneFeriee, ZoneFeriee } from './jours-feries.ts';
import type { TexteLegal } from './texte-legal.ts';

export const RegimeDeDelai = z.enum(['procedure-civile', 'protection', 'administratif'], {
  error: 'Le régime est procedure-civile, protection ou administratif.',
});
export type RegimeDeDelai = z.infer<typeof RegimeDeDelai>;

/** Dans l'ordre du décompte : les mois avant les jours (CPC 641, al. 3). */
const UNITES = ['an', 'mois', 'jour', 'heure'] as const;
// Deux siècles : au-delà, c'est une faute de frappe.
const MAXIMUM = { an: 200, mois: 2_400, jour: 73_000, heure: 1_752_000 };
const ANNEES = { minimum: 1850, maximum: 2200 };

/** Une durée : « 3 mois » s'écrit `{ valeur: 3, unite: 'mois' }`. */
export const Delai = z
  .strictObject(
    {
      valeur: z
        .int({ error: 'La durée est un nombre entier.' })
        .min(0, { error: 'La durée ne peut pas être négative.' }),
      unite: z.enum(UNITES, { error: "L'unité est an, mois, jour ou heure." }),
    },
    { error: (probleme) => explainObjet(probleme, 'Un délai est un objet { "valeur", "unite" }.') },
  )
  .refine(({ valeur, unite }) => valeur <= MAXIMUM[unite], { error: 'Ce délai dépasse deux siècles.' });
export type Delai = z.infer<typeof Delai>;

/** Zone de jours fériés : « metropole », « alsace-moselle » ou le code INSEE d'un département. */
const ZoneDeDelai = z
  .string({ error: "La zone est le code INSEE d'un département." })
  .transform((texte, contexte): ZoneFeriee => {
    const zone = ZoneFeriee.safeParse(texte);
    if (zone.success) return zone.data;
    try {
      return getZoneFeriee(texte);
    } catch (erreur) {
      contexte.addIssue({ code: 'custom', message: (erreur as RangeError).message });
      return z.NEVER;
    }
  });

const ActeDate = z
  .string({ error: "Indiquez la date de l'acte." })
  .refine((texte) => isJourCivil(texte) || parseInstant(texte) !== undefined, {
    error: "La date de l'acte s'écrit 2026-11-21, ou 2026-11-21T14:30:00+01:00 pour un délai en heures.",
    abort: true,
  })
  .refine((texte) => Number(texte.slice(0, 4)) >= ANNEES.minimum && Number(texte.slice(0, 4)) <= ANNEES.maximum, {
    error: "Vérifiez l'année de l'acte.",
  });

/** Ce qu'il faut pour compter un délai. `acte` : un jour « AAAA-MM-JJ », ou un instant ISO si une durée est en heures. */
export const DelaiDemande = z
  .strictObject(
    {
      acte: ActeDate,
      delais: z
        .array(Delai, { error: 'Les délais sont une liste de { "valeur", "unite" }.' })
        .min(1, { error: 'Indiquez au moins un délai.' })
        .max(10, { error: 'Dix délais au plus.' }),
      regime: RegimeDeDelai,
      zone: ZoneDeDelai.default('metropole'),
    },
    { error: (probleme) => explainObjet(probleme, 'Un délai à compter est un objet { "acte", "delais", "regime" }.') },
  )
  .refine(({ acte, delais }) => !isJourCivil(acte) || !delais.some(({ unite }) => unite === 'heure'), {
    error: "Un délai en heures court d'un instant : indiquez l'heure de l'acte.",
    path: ['acte'],
  });
export type DelaiDemande = z.infer<typeof DelaiDemande>;

/** Un champ mal nommé changerait le calcul sans se voir : il est refusé. */
function explainObjet(probleme: { code?: string; keys?: string[] }, attendu: string): string {
  return probleme.code === 'unrecognized_keys' ? `Champ inconnu : ${probleme.keys?.join(', ')}.` : attendu;
}

/** Échéances en « AAAA-MM-JJ », ou en instant ISO si une durée est en heures. */
export type DelaiCompute = {
  /** Dernier jour (ou instant) utile sous le régime demandé. */
  echeance: string;
  /** Terme avant tout report. */
  theorique: string;
  /** Terme que donnerait l'article 642 du CPC, quel que soit le régime. */
  reportee: string;
  /** Jour civil de l'échéance, à Paris. */
  jour: JourCivil;
  /** Le raisonnement, une phrase par étape. */
  etapes: string[];
};

const CPC = { code: 'CPC', confiance: 'verifie' } as const;
const CPC_641 = { ...CPC, article: '641', source: 'legifrance.gouv.fr/codes/article_lc/LEGIARTI000006411002' };
const CPC_642 = { ...CPC, article: '642', source: 'legifrance.gouv.fr/codes/article_lc/LEGIARTI000006411003' };

/** Textes du décompte, à citer à côté d'une échéance. */
export const TEXTES_DELAI: Record<RegimeDeDelai, readonly TexteLegal[]> = {
  'procedure-civile': [CPC_641, CPC_642],
  protection: [
    { code: 'Choix de prudence', article: 'TPS-05', source: 'référentiel métier § 0.3', confiance: 'local' },
  ],
  administratif: [
    { code: 'Mode de calcul', article: 'TPS-06', source: 'référentiel métier § 0.3', confiance: 'local' },
  ],
};

/** Compte un délai depuis l'acte et explique chaque étape (CPC 641 et 642, TPS-01 à TPS-06). `demande` déjà validée. */
export function computeDelai({ acte, delais, regime, zone }: DelaiDemande): DelaiCompute {
  const rangees = UNITES.flatMap((unite) => delais.filter((delai) => delai.unite === unite));
  const instant = parseInstant(acte);
  const enHeures = instant !== undefined && rangees.some(({ unite }) => unite === 'heure');
  const depart = instant ? getJour(instant) : JourCivil.parse(acte);
  const decompte = computeDecompte(depart, rangees, enHeures ? instant : undefined);
  const report = computeReport(decompte, zone);
  const reporte = regime === 'procedure-civile' && report !== undefined;
  const terme = reporte ? report.terme : decompte.terme;
  return {
    echeance: terme.texte,
    theorique: decompte.terme.texte,
    reportee: (report?.terme ?? decompte.terme).texte,
    jour: terme.jour,
    etapes: [...decompte.etapes, ...explainTerme(regime, decompte.terme, report)],
  };
}

/** Un terme, jour ou instant, avec ses deux écritures. */
type Terme = { jour: JourCivil; instant: InstantParis | undefined; texte: string; lisible: string };
type Report = { terme: Terme; motifs: string[] };

function buildTerme(jour: JourCivil): Terme {
  return { jour, instant: undefined, texte: jour, lisible: formatJour(jour, 'complet') };
}

function buildTermeInstant(instant: InstantParis): Terme {
  return { jour: getJour(instant), instant, texte: formatInstant(instant), lisible: formatInstantLong(instant) };
}

function computeDecompte(depart: JourCivil, delais: readonly Delai[], instant: InstantParis | undefined) {
  let terme = instant ? buildTermeInstant(instant) : buildTerme(depart);
  const etapes = [`Acte du ${terme.lisible}.`];
  if (delais.length > 1)
    etapes.push("Les délais courent l'un après l'autre, les mois avant les jours (CPC, art. 641, al. 3).");
  for (const delai of delais) {
    const suivant = addDelai(terme, delai);
    etapes.push(`${formatDelai(delai)} : ${suivant.lisible}${explainUnite(delai, terme.jour, suivant.jour)}.`);
    terme = suivant;
  }
  return { terme, etapes };
}

function addDelai({ jour, instant }: Terme, { valeur, unite }: Delai): Terme {
  if (unite === 'heure' && instant) return buildTermeInstant(addHeures(instant, valeur));
  const ajoute = { an: addAns, mois: addMois, jour: addJours, heure: addJours }[unite];
  const suivant = ajoute(jour, valeur);
  return instant ? buildTermeInstant(buildInstantAuJour(instant, suivant)) : buildTerme(suivant);
}

/** Report au premier jour ouvrable (CPC 642, al. 2), s'il y a lieu. */
function computeReport({ terme }: { terme: Terme }, zone: ZoneFeriee): Report | undefined {
  const ouvrable = computePremierOuvrable(terme.jour, zone);
  if (ouvrable === terme.jour) return undefined;
  const motifs: string[] = [];
  for (let jour = terme.jour; jour < ouvrable; jour = addJours(jour, 1))
    motifs.push(`le ${formatJour(jour, 'long')} (${findMotifNonOuvrable(jour, zone)})`);
  const fin = terme.instant && computeFinDeJournee(ouvrable, terme.instant.enUtc);
  return { terme: fin ? buildTermeInstant(fin) : buildTerme(ouvrable), motifs };
}

function explainUnite({ valeur, unite }: Delai, avant: JourCivil, apres: JourCivil): string {
  if (unite === 'heure') return ", d'heure à heure";
  if (unite === 'jour') return ', sans compter le jour de départ (CPC, art. 641, al. 1)';
  if (valeur === 0 || avant.slice(8) === apres.slice(8)) return ', même quantième (CPC, art. 641, al. 2)';
  return `, dernier jour du mois, qui n'a pas de ${avant.slice(8)} (CPC, art. 641, al. 2)`;
}

function explainTerme(regime: RegimeDeDelai, terme: Terme, report: Report | undefined): string[] {
  const bloque = report && `Non ouvrable : ${report.motifs.join(', ')}.`;
  if (regime === 'protection') {
    const brute = 'Délai de protection : jamais reporté (TPS-05).';
    return report
      ? [brute, `${bloque} Pour information, la procédure civile irait au ${report.terme.lisible}.`]
      : [brute];
  }
  if (regime === 'administratif') return ['Délai administratif : sans report (TPS-06).'];
  const reserve = terme.instant ? ', lecture à confirmer pour un délai en heures' : '';
  if (report) return [`${bloque} Prorogé au ${report.terme.lisible} (CPC, art. 642, al. 2${reserve}).`];
  return terme.instant ? [] : [`Expire le ${terme.lisible} à 24 heures (CPC, art. 642, al. 1).`];
}

function formatDelai({ valeur, unite }: Delai): string {
  return `+ ${valeur} ${unite}${valeur > 1 && unite !== 'mois' ? 's' : ''}`;
}
