/**
 * Les blocs répétés d'un formulaire (un par enfant, un par adulte) : « mineurs.0.prenom », « mineurs.1.prenom »… Ajouter ou retirer
 * un bloc est un geste du formulaire, que le serveur rend : tout marche sans JavaScript.
 */
type Valeur = string | string[];
export type Valeurs = Record<string, Valeur>;
export type Groupe = 'mineurs' | 'adultes';

/** Ce qui suffit à dire que quelqu'un est décrit ; un choix laissé tel quel ne dit rien. */
const CHAMPS_QUI_DECRIVENT: Record<Groupe, readonly string[]> = {
  mineurs: ['id', 'nom', 'nomUsage', 'prenom', 'dateNaissance', 'ageEstime', 'aNaitre', 'termePrevu', 'enfantId'],
  adultes: ['id', 'qualite', 'nom', 'prenom', 'dateNaissance', 'telephone', 'personneId'],
};
const GROUPES: readonly Groupe[] = ['mineurs', 'adultes'];

/** Les blocs d'un groupe, dans leur ordre. */
export function listBlocs(valeurs: Valeurs, groupe: Groupe): Valeurs[] {
  const blocs = new Map<number, Valeurs>();
  for (const [nom, valeur] of Object.entries(valeurs)) {
    const [debut, rang, champ] = nom.split('.');
    if (debut !== groupe || champ === undefined || !/^\d{1,3}$/.test(rang ?? '')) continue;
    const bloc = blocs.get(Number(rang)) ?? {};
    blocs.set(Number(rang), { ...bloc, [champ]: valeur });
  }
  return [...blocs].sort(([a], [b]) => a - b).map(([, bloc]) => bloc);
}

function hasValeur(valeur: Valeur | undefined): boolean {
  return Array.isArray(valeur) ? valeur.length > 0 : (valeur ?? '').trim() !== '';
}

function isDecrit(groupe: Groupe, bloc: Valeurs): boolean {
  return CHAMPS_QUI_DECRIVENT[groupe].some((champ) => hasValeur(bloc[champ]));
}

/** Remplace les blocs d'un groupe, renumérotés. */
function updateBlocs(valeurs: Valeurs, groupe: Groupe, blocs: readonly Valeurs[]): Valeurs {
  const autres = Object.entries(valeurs).filter(([nom]) => !nom.startsWith(`${groupe}.`));
  const siens = blocs.flatMap((bloc, rang) =>
    Object.entries(bloc).map(([champ, valeur]): [string, Valeur] => [`${groupe}.${rang}.${champ}`, valeur]),
  );
  return Object.fromEntries([...autres, ...siens]);
}

/** Ce qui a été tapé, les blocs vides en moins, et les blocs tels qu'un acte les lit : leurs rangs sont les mêmes. */
export function buildSaisie(tape: Valeurs): { valeurs: Valeurs; mineurs: Valeurs[]; adultes: Valeurs[] } {
  const [mineurs = [], adultes = []] = GROUPES.map((groupe) =>
    listBlocs(tape, groupe).filter((bloc) => isDecrit(groupe, bloc)),
  );
  return { mineurs, adultes, valeurs: updateBlocs(updateBlocs(tape, 'mineurs', mineurs), 'adultes', adultes) };
}

/** « ajouter-mineurs », « retirer-adultes-2 » : le formulaire après ce geste ; indéfini si ce n'en est pas un. */
export function findApresGeste(valeurs: Valeurs, geste: string): Valeurs | undefined {
  const [, verbe, nom, rang] = /^(ajouter|retirer)-(mineurs|adultes)(?:-(\d{1,3}))?$/.exec(geste) ?? [];
  if (verbe === undefined) return undefined;
  const groupe = nom as Groupe;
  const blocs = listBlocs(valeurs, groupe);
  return verbe === 'ajouter'
    ? updateBlocs(valeurs, groupe, [...blocs, { prenom: '' }])
    : updateBlocs(
        valeurs,
        groupe,
        blocs.filter((_, i) => i !== Number(rang)),
      );
}

/** Relie un bloc à une personne connue, ou l'en détache : « qui » se relit sur le bloc. */
export function updateReconnu(
  valeurs: Valeurs,
  { groupe, rang }: { groupe: Groupe; rang: number },
  connu: { id: string; qui: string } | null,
): Valeurs {
  const champ = groupe === 'mineurs' ? 'enfantId' : 'personneId';
  const blocs = listBlocs(valeurs, groupe).map((bloc, i) => {
    if (i !== rang) return bloc;
    const { [champ]: _, reconnu: __, ...reste } = bloc;
    return connu ? { ...reste, [champ]: connu.id, reconnu: connu.qui } : reste;
  });
  return updateBlocs(valeurs, groupe, blocs);
}

/** « relier-mineurs-0-<identifiant> », « delier-adultes-1 » : ce que ce geste désigne ; indéfini s'il n'en est pas un. */
export function parseGesteDeLien(
  geste: string,
): { groupe: Groupe; rang: number; personneId: string | null } | undefined {
  const [, verbe, groupe, rang, personneId] =
    /^(relier|delier)-(mineurs|adultes)-(\d{1,3})(?:-([0-9a-f-]{36}))?$/.exec(geste) ?? [];
  if (verbe === undefined || (verbe === 'relier') !== (personneId !== undefined)) return undefined;
  return { groupe: groupe as Groupe, rang: Number(rang), personneId: personneId ?? null };
}

/** « retirer-piece-<identifiant> » : le document gardé que ce geste retire ; indéfini s'il n'en est pas un. */
export function parseGesteDePiece(geste: string): string | undefined {
  return /^retirer-piece-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(geste)?.[1];
}

/** Combien de blocs montrer : ceux qui ont été tapés, à défaut ceux qu'on offre d'abord. */
export function countBlocs(valeurs: Valeurs, groupe: Groupe, offerts: number): number {
  return Math.max(listBlocs(valeurs, groupe).length, offerts);
}
