import { modules } from '#modules/niveaux.ts';
import type { Anomalie, Garde } from '../depot.ts';

/** `socle` et `acces` sont les schémas de la base elle-même (journal, travaux, rôles), sous tous les modules. */
const SUJETS_DU_SOCLE = ['socle', 'acces', 'journal', 'travaux'];

export const gardeMigrations: Garde = {
  nom: 'migrations',
  titre: 'Les migrations se nomment NNNN_module_verbe_quoi.sql et leurs numéros sont uniques',
  verify(depot) {
    const numeros = new Map<string, string>();
    const sujets = [...SUJETS_DU_SOCLE, ...modules.map((module) => module.nom.replaceAll('-', '_'))];
    const motif = new RegExp(`^database/migrations/(\\d{4})_(?:${sujets.join('|')})_[a-z]+_[a-z0-9_]+\\.sql$`);
    return depot.fichiers.flatMap<Anomalie>((fichier) => {
      if (!/^database\/migrations\/.+\.sql$/.test(fichier)) return [];
      const numero = motif.exec(fichier)?.[1];
      if (numero === undefined) return [{ fichier, message: 'attendu : NNNN_module_verbe_quoi.sql' }];
      const premier = numeros.get(numero);
      numeros.set(numero, premier ?? fichier);
      return premier === undefined ? [] : [{ fichier, message: `le numéro ${numero} est déjà pris par ${premier}` }];
    });
  },
};
