/** Ce qu'une trame reçue a le droit de dire : les balises du document, chacune à sa place. Technique, sans texte de loi. */
import {
  BALISES_COMMUNES,
  type Balise,
  type BaliseDeTexte,
  type BaliseEcrite,
  type Balises,
  isListe,
} from '../balise.ts';

type Exemple = string | boolean | Record<string, string>[];

/** Les fautes d'une trame, en phrases pour qui l'a écrite ; aucune si elle peut servir. Un tableau par partie du document. */
export function listFautes(parties: readonly (readonly BaliseEcrite[])[], propres: Balises): string[] {
  const balises: Balises = { ...BALISES_COMMUNES, ...propres };
  return [...new Set(parties.flatMap((partie) => listFautesDePartie(partie, balises)))];
}

function listFautesDePartie(partie: readonly BaliseEcrite[], balises: Balises): string[] {
  const ouvertes: string[] = [];
  return partie.flatMap((ecrite) => {
    if (ecrite.role === 'ferme') {
      ouvertes.pop();
      return [];
    }
    const faute = findFaute(ecrite, ouvertes, balises);
    if (ecrite.role === 'ouvre') ouvertes.push(ecrite.nom);
    return faute ? [faute] : [];
  });
}

function findFaute(
  { nom, ecrite, role }: BaliseEcrite,
  ouvertes: readonly string[],
  balises: Balises,
): string | undefined {
  const balise = findBalise(nom, ouvertes, balises);
  if (balise) {
    if (role === 'valeur' && isListe(balise))
      return `« ${ecrite} » est une liste : écrivez « {#${nom}} » avant ce qui se répète et « {/${nom}} » après.`;
    return undefined;
  }
  const liste = Object.entries(balises).find(([, autre]) => isListe(autre) && Object.hasOwn(autre.liste, nom))?.[0];
  if (liste) return `« ${ecrite} » s’écrit entre « {#${liste}} » et « {/${liste}} ».`;
  return `La balise « ${ecrite} » n’existe pas pour ce document.`;
}

/** La balise de ce nom là où l'on est : dans les listes ouvertes, puis dans le document. */
function findBalise(nom: string, ouvertes: readonly string[], balises: Balises): Balise | undefined {
  for (const ouverte of ouvertes) {
    const liste = Object.hasOwn(balises, ouverte) ? balises[ouverte] : undefined;
    if (liste && isListe(liste) && Object.hasOwn(liste.liste, nom)) return liste.liste[nom];
  }
  return Object.hasOwn(balises, nom) ? balises[nom] : undefined;
}

/** Des données inventées pour voir la trame remplie ; deux lignes par liste. */
export function buildExemple(balises: Balises): Record<string, Exemple> {
  return Object.fromEntries(Object.entries(balises).map(([nom, balise]) => [nom, buildExempleDe(balise)]));
}

function buildExempleDe(balise: Balise): Exemple {
  if (!isListe(balise)) return balise.exemple;
  const build = (choisit: (texte: BaliseDeTexte) => string) =>
    Object.fromEntries(Object.entries(balise.liste).map(([nom, texte]) => [nom, choisit(texte)]));
  return [build(({ exemple }) => exemple), build(({ autre, exemple }) => autre ?? exemple)];
}

/** Ce qu'il faut lire à la place d'une donnée qui manque : nom de balise → libellé. */
export function listLibelles(propres: Balises): Record<string, string> {
  const toutes = Object.entries({ ...BALISES_COMMUNES, ...propres } as Balises);
  return Object.fromEntries(
    toutes.flatMap(([nom, balise]): [string, string][] =>
      isListe(balise)
        ? Object.entries(balise.liste).map(([champ, { libelle }]) => [champ, libelle])
        : [[nom, balise.libelle]],
    ),
  );
}
