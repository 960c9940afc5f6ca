/** Les premières lignes d'un fichier de badges, lues comme l'import les lirait ; rien ne s'écrit. */
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Contexte } from '#database/as-agent.ts';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import type { FormatBadge } from '../format-badge.ts';
import { SENS } from '../pointage.ts';
import { buildLecteurDeLigne, type LigneBadge, SENS_ARRIVEE } from '../rules/ligne-badge.ts';
import { getFormat } from './formats.server.ts';
import { buildDecodeur, buildOptions, verifyColonnes } from './lecture-badges.server.ts';
import { type ReferentielBadges, readReferentielBadges } from './referentiel-badges.server.ts';

const LIGNES = 20;
const OCTETS = 64 * 1024;

export type ApercuBadges = {
  nom: string;
  lignes: { numero: number; badge: string; jour: string; heures: string; issue: string }[];
  refusees: number;
};

type Demande = { formatId: string; etablissementId: string | null; fichier: Blob };

/** @throws FichierIllisible comme `readDebut`. */
export async function readApercu(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  { formatId, etablissementId, fichier }: Demande,
): Promise<ApercuBadges> {
  const format = await getFormat(tx, formatId);
  const referentiel = await readReferentielBadges(tx, etablissementId ?? format.etablissementId);
  const { entetes, lignes } = await readDebut(format, fichier);
  const lecteur = buildLecteurDeLigne(format, entetes);
  const lues = lignes.map(({ record, info }) => ({ numero: info.lines, lue: lecteur(record) }));
  const issues = lues.map(({ lue }) => findRefus(lue, { referentiel, aujourdhui }));
  return {
    nom: format.nom,
    refusees: issues.filter((issue) => issue !== null).length,
    lignes: lues.map(({ numero, lue }, rang) => ({
      numero,
      ...formatLigne(lue, format),
      issue: issues[rang] ?? 'Lue',
    })),
  };
}

/** @throws FichierIllisible sans les colonnes du format, sans ligne sous les titres, ou si un guillemet reste ouvert. */
export async function readDebut(
  format: FormatBadge,
  fichier: Blob,
): Promise<{ entetes: string[]; lignes: LigneBrute[] }> {
  const brutes = parseDebut(format, Buffer.from(await fichier.slice(0, OCTETS).arrayBuffer()));
  const entetes = brutes[0]?.record ?? [];
  verifyColonnes(format, entetes);
  const lignes = brutes.slice(format.entete ? 1 : 0);
  if (lignes.length === 0) throw new FichierIllisible('Ce fichier n’a que ses titres : aucun badge n’est à importer.');
  return { entetes, lignes };
}

type LigneBrute = { record: string[]; info: { lines: number } };

function parseDebut(format: FormatBadge, debut: Buffer): LigneBrute[] {
  try {
    return parse(buildDecodeur(format)(debut), {
      ...buildOptions(format),
      info: true,
      to: LIGNES + 1,
    }) as unknown as LigneBrute[];
  } catch (erreur) {
    throw erreur instanceof CsvError
      ? new FichierIllisible('Les premières lignes ne se lisent pas : un guillemet y reste ouvert.')
      : erreur;
  }
}

function findRefus(
  lue: LigneBadge | string,
  { referentiel, aujourdhui }: { referentiel: ReferentielBadges; aujourdhui: JourCivil },
): string | null {
  if (typeof lue === 'string') return `Refusée : ${lue}`;
  if (lue.jour > aujourdhui) return 'Refusée : Ce jour n’est pas encore venu.';
  const passage = referentiel.findPassage(lue.badge, lue.creche);
  return typeof passage === 'string' ? `Refusée : ${passage}` : null;
}

function formatLigne(
  lue: LigneBadge | string,
  { nature }: FormatBadge,
): Pick<ApercuBadges['lignes'][number], 'badge' | 'jour' | 'heures'> {
  if (typeof lue === 'string') return { badge: '—', jour: '—', heures: '—' };
  const [a, b] = [lue.a, lue.b].map((minute) => (minute < 0 ? '?' : formatMinutes(minute)));
  const sens = lue.sens === 0 ? '' : `, ${(lue.sens === SENS_ARRIVEE ? SENS.ARRIVEE : SENS.DEPART).toLowerCase()}`;
  return {
    badge: lue.badge,
    jour: formatJour(lue.jour, 'court'),
    heures: nature === 'VISITE' ? `${a} – ${b}` : `${a}${sens}`,
  };
}
