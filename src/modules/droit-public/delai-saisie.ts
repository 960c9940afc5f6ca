/** Ce qu'on tape pour compter un délai : une date comme on l'écrit, une heure au besoin, jusqu'à trois délais à la suite. */
import { z } from 'zod';
import { choixSaisi, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { type Delai, DelaiDemande, type RegimeDeDelai } from '#shared/delai.ts';
import { parseInstant } from '#shared/instant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const REGIMES: Record<RegimeDeDelai, string> = {
  'procedure-civile': 'Procédure civile',
  protection: 'Protection de l’enfant',
  administratif: 'Administratif',
};

export const UNITES_DE_DELAI: Record<Delai['unite'], string> = {
  jour: 'jours',
  mois: 'mois',
  an: 'ans',
  heure: 'heures',
};

/** Les délais qui peuvent courir l'un après l'autre sur l'écran. */
export const RANGS = ['1', '2', '3'] as const;
type Rang = (typeof RANGS)[number];

const Champs = z.object({
  acte: jourCivilSaisi(),
  heure: texteFacultatif(20),
  valeur1: texteSaisi('Indiquez une durée.', 10),
  unite1: z.string().optional(),
  valeur2: texteFacultatif(10),
  unite2: z.string().optional(),
  valeur3: texteFacultatif(10),
  unite3: z.string().optional(),
  regime: choixSaisi(REGIMES, 'Choisissez un régime.'),
  zone: texteSaisi('Choisissez une zone.'),
});

/** Lit l'écran et rend ce que `computeDelai` sait compter ; chaque message va au champ qu'il faut corriger. */
export const DelaiSaisie = Champs.transform((saisie, contexte): DelaiDemande => {
  const { regime, zone } = saisie;
  const acte = parseActe(saisie);
  if (!acte.ok) contexte.addIssue({ code: 'custom', path: ['heure'], message: acte.message });
  const rangs = RANGS.filter((rang) => saisie[`valeur${rang}`]);
  const delais = rangs.map((rang) => ({
    valeur: Number(saisie[`valeur${rang}`]?.replace(/\s/g, '')),
    unite: saisie[`unite${rang}`],
  }));
  const lu = DelaiDemande.safeParse({ acte: acte.ok ? acte.acte : saisie.acte, delais, regime, zone });
  if (lu.success) return lu.data;
  for (const { path, message } of lu.error.issues) {
    const champ = formatChamp(path, rangs);
    if (acte.ok || champ !== 'heure') contexte.addIssue({ code: 'custom', path: [champ], message });
  }
  return z.NEVER;
});

type ActeLu = { ok: true; acte: string } | { ok: false; message: string };

/** Le jour seul, ou l'instant si une heure est dite : « 14:30 », « 14 h 30 », « 9h », avec au besoin son décalage. */
function parseActe({ acte, heure }: { acte: string; heure: string | null }): ActeLu {
  if (heure === null) return { ok: true, acte };
  const lue = /^(\d{1,2}) ?[:h] ?(\d{2})?(Z|[+-]\d{2}:\d{2})?$/i.exec(heure);
  if (!lue) return { ok: false, message: 'Écrivez l’heure comme 14:30.' };
  const [, heures = '', minutes = '00', decalage = ''] = lue;
  const instant = `${acte}T${heures.padStart(2, '0')}:${minutes}${decalage.toUpperCase()}`;
  if (parseInstant(instant)) return { ok: true, acte: instant };
  if (Number(heures) > 23 || Number(minutes) > 59) return { ok: false, message: 'Cette heure n’existe pas.' };
  const message = 'L’heure change ce jour-là : ajoutez le décalage, comme 02:30+01:00 (hiver) ou 02:30+02:00 (été).';
  return { ok: false, message };
}

function formatChamp([champ, rang, detail]: PropertyKey[], rangs: readonly Rang[]): string {
  if (champ === 'acte') return 'heure';
  if (champ !== 'delais') return String(champ);
  return `${detail === 'unite' ? 'unite' : 'valeur'}${rangs[Number(rang ?? 0)] ?? '1'}`;
}
