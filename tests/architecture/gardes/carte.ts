import { buildCarte, FICHIER_CARTE } from '../carte.ts';
import type { Garde } from '../depot.ts';

export const gardeCarte: Garde = {
  nom: 'carte',
  titre: 'La carte de docs/architecture.md est celle de src/modules/niveaux.ts',
  verify(depot) {
    if (depot.read(FICHIER_CARTE).includes(buildCarte())) return [];
    const message = 'carte périmée : lancer « node tests/architecture/gardes.ts --carte »';
    return [{ fichier: FICHIER_CARTE, message }];
  },
};
