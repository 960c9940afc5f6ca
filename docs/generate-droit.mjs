// Refait docs/droit.md, et ce que la page « Le droit » en lit, depuis les règles et leurs essais.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDroit, buildLectures } from '../tests/architecture/droit.ts';

const racine = fileURLToPath(new URL('..', import.meta.url));
writeFileSync(`${racine}docs/droit.md`, buildDroit(racine));
writeFileSync(`${racine}src/modules/droit-public/web/droit/lectures.generated.ts`, buildLectures(racine));
