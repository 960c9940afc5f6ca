import type { Ligne } from '#database/insert-rows.ts';
import type { Lot } from '../lignes.ts';

/** Les tables que remplit le générateur, dans l'ordre où la base peut les recevoir. */
const TABLES = [
  'organisation.agent',
  'organisation.poste',
  'organisation.affectation',
  'organisation.absence',
  'organisation.absence_motif',
  'eaje.etablissement',
  'eaje.autorisation',
  'eaje.modulation',
  'eaje.unite_accueil',
  'eaje.section',
  'eaje.fermeture',
  'eaje.document',
  'eaje.professionnel',
  'eaje.horaire',
  'eaje.vacation',
  'eaje.suppleance',
  'eaje.famille',
  'eaje.ressources',
  'eaje.enfant',
  'eaje.contrat',
  'eaje.reservation',
  'eaje.absence',
  'eaje.sortie',
  'eaje.sortie_enfant',
  'eaje.sortie_accompagnant',
] as const;
export type LignesCreches = Readonly<Record<(typeof TABLES)[number], Ligne[]>>;

export const createLignesCreches = (): LignesCreches =>
  Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as LignesCreches;

export const listLotsCreches = (lignes: LignesCreches): Lot[] =>
  TABLES.map((table) => ({ table, lignes: lignes[table] }));

/** Une liste de nombres, pour une colonne `smallint[]`. */
export const formatNombres = (nombres: readonly number[]): readonly string[] => nombres.map(String);
