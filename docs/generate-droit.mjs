// Refait docs/droit.md depuis les règles et leurs essais.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDroit } from '../tests/architecture/droit.ts';

const racine = fileURLToPath(new URL('..', import.meta.url));
writeFileSync(`${racine}docs/droit.md`, buildDroit(racine));
