/** Comparer et écrire les noms de personnes. */

/** Particules détachées que le classement français ignore ; les articles (La, Le, L') restent : ils font partie du nom. */
const PARTICULES = new Set(['de', 'd', 'du', 'des']);

/**
 * Clé de comparaison : sans accents, casse, traits d'union, apostrophes, espaces ni particule détachée.
 * « de La Tour » = « LA-TOUR » = « Latour », « D'Hérouville » = « Hérouville », « Lœb » = « LOEB ».
 */
export function normaliseNom(nom: string): string {
  const mots = normaliseLibelle(nom).split(' ').filter(Boolean);
  const sansParticules = mots.filter((mot) => !PARTICULES.has(mot));
  return (sansParticules.length > 0 ? sansParticules : mots).join('');
}

/** Texte sans accents ni ponctuation, en minuscules, mots séparés d'une espace : « N° d'enfant » → « n d enfant ». */
export function normaliseLibelle(texte: string): string {
  return texte
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** « NOM Prénom » : le nom en capitales accentuées, le prénom avec ses majuscules (« jean-éloi » → « Jean-Éloi »). */
export function formatNom(nom: string, prenom?: string | null): string {
  return [nom.trim().toLocaleUpperCase('fr'), formatPrenom(prenom ?? '')].filter(Boolean).join(' ');
}

/** « MARTIN Lou-Anne », « MARTIN (usage DURAND) Lou-Anne ». */
export function formatPersonne({
  nom,
  nomUsage,
  prenom,
}: {
  nom: string;
  nomUsage: string | null;
  prenom: string;
}): string {
  return nomUsage
    ? `${formatNom(nom)} (usage ${formatNom(nomUsage)}) ${formatNom('', prenom)}`
    : formatNom(nom, prenom);
}

/** Les majuscules déjà placées au milieu d'un mot sont respectées (« MacKenzie »), sauf si tout est en capitales. */
function formatPrenom(prenom: string): string {
  const brut = prenom.trim().replace(/\s+/g, ' ');
  const texte = brut === brut.toLocaleUpperCase('fr') ? brut.toLocaleLowerCase('fr') : brut;
  return texte.replace(
    /(^|[\s'’-])(\p{L})/gu,
    (_, avant: string, lettre: string) => avant + lettre.toLocaleUpperCase('fr'),
  );
}
