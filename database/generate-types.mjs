// Refait src/database/types.generated.ts depuis une base à jour : node database/generate-types.mjs postgres://…
import { execFileSync } from 'node:child_process';

const [url] = process.argv.slice(2);
if (!url) throw new Error("Donner l'adresse d'une base migrée.");
const sortie = process.argv[3] ?? 'src/database/types.generated.ts';
execFileSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    ...['--dialect', 'postgres', '--url', url, '--camel-case', '--date-parser', 'string', '--default-schema', 'none'],
    ...['--type-mapping', '{"timestamptz":"string","daterange":"string","bytea":"Buffer","date":"JourCivil"}'],
    ...[
      '--custom-imports',
      '{"JourCivil":"#shared/jour-civil.ts#JourCivil"}',
      '--exclude-pattern',
      'public.*',
      '--out-file',
      sortie,
    ],
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
