/** Première phase d'un import : le fichier se lit au fil de l'eau, morceau après morceau ; ce qui ne se lit pas est noté aussitôt. */
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { sql } from 'kysely';
import { asAgent } from '#database/as-agent.ts';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { FormatBadge } from '../format-badge.ts';
import { buildLecteurDeLigne, type LigneBadge, listColonnesManquantes } from '../rules/ligne-badge.ts';
import type { Conduite } from './conduite-badges.ts';
import { addEcarts, type EcartLu } from './ecarts-badges.server.ts';
import { createLotBadges } from './lot-badges.ts';
import type { ReferentielBadges } from './referentiel-badges.server.ts';

const [TITRES_MONTRES, TITRE_MONTRE] = [12, 80];

type Demande = { conduite: Conduite; format: FormatBadge; referentiel: ReferentielBadges; aujourdhui: JourCivil };

/** Les lignes lues, et de quoi retrouver le texte de chacune. */
export async function readBadges(demande: Demande) {
  const { conduite, format } = demande;
  const morceaux: Buffer[] = [];
  const ecarts: EcartLu[] = [];
  const lot = createLotBadges();
  const readBrut = (debut: number, fin: number) => readTexte(morceaux, debut, fin);
  const collect = buildCollecte(demande, lot, (ligne) => {
    ecarts.push({ numero: ligne.numero, genre: 'REFUS', brut: readBrut(ligne.debut, ligne.fin), raison: ligne.raison });
  });
  let [fin, lignes] = [0, 0];
  const analyse = parse({
    ...buildOptions(format),
    on_record: (cellules: string[], { lines, bytes }) => {
      if (collect(cellules, { numero: lines, debut: fin, fin: bytes })) lignes += 1;
      fin = bytes;
      return null;
    },
  });
  try {
    await pipeline(
      Readable.from(listMorceaux(conduite, format, { morceaux, ecarts })),
      analyse,
      new Writable({ objectMode: true, write: (_rien, _encodage, suite) => suite() }),
    );
  } catch (erreur) {
    throw erreur instanceof CsvError
      ? new FichierIllisible(`La ligne ${lignes + 2} ne se lit pas : un guillemet y reste ouvert.`)
      : erreur;
  }
  await asAgent(conduite.db, conduite.agent, ({ tx }) => addEcarts(tx, conduite.importId, ecarts.splice(0)));
  return { lot, lignes, readBrut };
}

export function buildOptions({ separateur }: FormatBadge) {
  return {
    delimiter: separateur,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
  };
}

const MARQUE_UTF8 = Buffer.from('\ufeff');

/** Sans le bon décodage, les accents s'abîment. Un fichier qui se dit en UTF-8 l'est, même si son format attend celui d'Excel. */
export function buildDecodeur({ encodage }: FormatBadge): (morceau: Buffer) => Buffer {
  const windows = new TextDecoder('windows-1252');
  let isUtf8: boolean | undefined = encodage === 'UTF8' ? true : undefined;
  return (morceau) => {
    isUtf8 ??= morceau.subarray(0, MARQUE_UTF8.length).equals(MARQUE_UTF8);
    return isUtf8 ? morceau : Buffer.from(windows.decode(morceau));
  };
}

type Ligne = { numero: number; debut: number; fin: number };

/** Rend vrai pour une ligne de données, faux pour celle des titres. */
function buildCollecte(
  { format, referentiel, aujourdhui }: Demande,
  lot: ReturnType<typeof createLotBadges>,
  refuse: (ligne: Ligne & { raison: string }) => void,
) {
  let lecteur: ((cellules: readonly string[]) => LigneBadge | string) | undefined;
  return (cellules: string[], place: Ligne): boolean => {
    if (lecteur === undefined) {
      verifyColonnes(format, cellules);
      lecteur = buildLecteurDeLigne(format, cellules);
      if (format.entete) return false;
    }
    const lue = lecteur(cellules);
    if (typeof lue === 'string') refuse({ ...place, raison: lue });
    else if (lue.jour > aujourdhui) refuse({ ...place, raison: 'Ce jour n’est pas encore venu.' });
    else {
      const passage = referentiel.findPassage(lue.badge, lue.creche);
      if (typeof passage === 'string') refuse({ ...place, raison: passage });
      else lot.add(lue, { ...passage, ...place });
    }
    return true;
  };
}

export function verifyColonnes(format: FormatBadge, entetes: readonly string[]): void {
  if (entetes[0]?.startsWith('%PDF') || entetes.some((titre) => titre.includes('\0')))
    throw new FichierIllisible(
      'Ce fichier n’est pas un texte : depuis Excel ou le système de badges, enregistrez-le en CSV.',
    );
  const manquantes = listColonnesManquantes(format, entetes).map((nom) => `« ${nom} »`);
  if (manquantes.length > 0)
    throw new FichierIllisible(
      `Colonne introuvable : ${manquantes.join(', ')}. La première ligne dit : ${formatTitres(entetes)}. Vérifiez le format, son séparateur, son encodage et ses titres.`,
    );
}

/** Assez des titres lus pour voir ce qui cloche, sans recopier le fichier. */
function formatTitres(entetes: readonly string[]): string {
  const titres = entetes.map((titre) => `« ${titre.trim().slice(0, TITRE_MONTRE)} »`);
  return [...titres.slice(0, TITRES_MONTRES), ...(titres.length > TITRES_MONTRES ? ['…'] : [])].join(', ');
}

/** Chaque morceau lu note l'avancement et les écarts du précédent : la page les montre pendant qu'on lit. */
async function* listMorceaux(
  { db, agent, importId, signal }: Conduite,
  format: FormatBadge,
  { morceaux, ecarts }: { morceaux: Buffer[]; ecarts: EcartLu[] },
): AsyncGenerator<Buffer> {
  const decode = buildDecodeur(format);
  for (let lus = 0; ; ) {
    signal?.throwIfAborted();
    const morceau = await asAgent(db, agent, async ({ tx }) => {
      await addEcarts(tx, importId, ecarts.splice(0));
      const { rows } = await sql<{ contenu: Buffer }>`
        select contenu from eaje.import_morceau where import_id = ${importId} and rang = ${morceaux.length}`.execute(
        tx,
      );
      await sql`update eaje.import_badges set octets_lus = ${lus}, vu_le = clock_timestamp() where id = ${importId}`.execute(
        tx,
      );
      return rows[0]?.contenu;
    });
    if (morceau === undefined) return;
    lus += morceau.length;
    const clair = decode(morceau);
    morceaux.push(clair);
    yield clair;
  }
}

function readTexte(morceaux: readonly Buffer[], debut: number, fin: number): string {
  let passe = 0;
  const parts: Buffer[] = [];
  for (const morceau of morceaux) {
    const suivant = passe + morceau.length;
    if (suivant > debut && passe < fin) parts.push(morceau.subarray(Math.max(0, debut - passe), fin - passe));
    passe = suivant;
  }
  return Buffer.concat(parts).toString().trim();
}
