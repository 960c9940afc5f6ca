const NAVIGATEURS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMES: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** Assez pour reconnaître son appareil : « Firefox sur Windows ». */
export function formatNavigateur(agent: string | null): string {
  const find = (liste: readonly [RegExp, string][]) => liste.find(([motif]) => motif.test(agent ?? ''))?.[1];
  const [navigateur, systeme] = [find(NAVIGATEURS), find(SYSTEMES)];
  if (navigateur === undefined) return systeme ?? 'Appareil inconnu';
  return systeme === undefined ? navigateur : `${navigateur} sur ${systeme}`;
}

/** Comment un compte se connecte, en mots. */
export function formatMoyens(moyens: readonly string[]): string {
  if (moyens.length === 0) return 'pas encore';
  return moyens.map((moyen) => (moyen === 'credential' ? 'mot de passe' : 'fournisseur d’identité')).join(' et ');
}
