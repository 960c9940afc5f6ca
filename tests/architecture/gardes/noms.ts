import type { Anomalie, Garde } from '../depot.ts';
import { verbes } from '../verbes.ts';

/** Noms que le cadre web impose à un fichier de page ou d'entrée. */
const IMPOSES = new Set(['loader', 'action', 'meta', 'links', 'headers', 'handle', 'middleware', 'shouldRevalidate']);
const FONCTION = /^export (?:async )?function\*? (\w+)/gm;
const FLECHE = /^export const (\w+)(?:: [^=]+)? = (?:async )?(?:\([^)]*\)(?:: [^=]+)? =>|<\w|\w+ =>|function)/gm;
const NOMS_VAGUES = /(?:^|[/-])(?:utils?|helpers?|misc|common|manager)(?:[-.]|$)/;

/** Une fonction pure de src/shared peut porter le nom de ce qu'elle rend : `ageRevolu`, `jourCivil` (ADR 0005). */
const NOMMEES_PAR_LEUR_RESULTAT = /^src\/shared\//;

/** Un verbe de la liste close, un composant (majuscule), un nom imposé, ou `echeancesDe…` (architecture des échéances). */
export function isNomPermis(nom: string): boolean {
  if (/^[A-Z]/.test(nom) || IMPOSES.has(nom) || /^echeancesDe[A-Z]/.test(nom)) return true;
  return verbes.some((verbe) => nom === verbe || (nom.startsWith(verbe) && /^[A-Z0-9]/.test(nom.slice(verbe.length))));
}

function verifyFonctions(fichier: string, texte: string): Anomalie[] {
  const noms = [...texte.matchAll(FONCTION), ...texte.matchAll(FLECHE)].map(([, nom = '']) => nom);
  return noms
    .filter((nom) => !isNomPermis(nom))
    .map((nom) => ({
      fichier,
      message: `« ${nom} » ne commence pas par un verbe de tests/architecture/verbes.ts (ADR 0005)`,
    }));
}

export const gardeNoms: Garde = {
  nom: 'noms',
  titre: 'Les fonctions exportées commencent par un verbe de la liste close ; aucun fichier fourre-tout',
  verify(depot) {
    return depot.fichiers.flatMap((fichier) => {
      const vague = NOMS_VAGUES.test(fichier)
        ? [{ fichier, message: 'nom fourre-tout : dire ce que le fichier fait' }]
        : [];
      const concerne =
        !NOMMEES_PAR_LEUR_RESULTAT.test(fichier) &&
        /^(?:src|demo)\/.+\.tsx?$/.test(fichier) &&
        !/\.test\.ts$|\/testing\/|\.generated\./.test(fichier);
      return [...vague, ...(concerne ? verifyFonctions(fichier, depot.read(fichier)) : [])];
    });
  },
};
