import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  UnknownRow,
} from 'kysely';
import { parseDate } from '#server/clock.ts';

const INSTANT = /(?:At|Until|_at|_until)$/;

/** better-auth compare des `Date` ; la base rend ses instants en texte. Cette traduction ne sert qu'à lui. */
export class DatesPlugin implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs) {
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return { ...result, rows: result.rows.map(formatRow) };
  }
}

function formatRow(row: UnknownRow): UnknownRow {
  return Object.fromEntries(
    Object.entries(row).map(([cle, valeur]) => [
      cle,
      typeof valeur === 'string' && INSTANT.test(cle) ? parseDate(valeur) : valeur,
    ]),
  );
}
