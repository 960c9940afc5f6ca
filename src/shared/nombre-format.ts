/** Un format coûte bien plus à ouvrir qu'à servir : un par nombre de décimales, gardé. */
const formats = new Map<number, Intl.NumberFormat>();

/** « 1 234,50 », « −3,0 » : tant de décimales, ni plus ni moins, et le signe moins de l'imprimeur. Jamais « −0 ». */
export function formatDecimales(nombre: number, decimales: number): string {
  const connu =
    formats.get(decimales) ??
    new Intl.NumberFormat('fr-FR', {
      minimumFractionDigits: decimales,
      maximumFractionDigits: decimales,
      signDisplay: 'negative',
    });
  formats.set(decimales, connu);
  return connu.format(nombre).replace('-', '\u2212');
}

/** L'arrondi que l'on écrit, du côté de son verdict : 107,04 qui dépasse 107 se lit « 107,1 », jamais « 107,0 ». */
export function computeArrondi(nombre: number, decimales: number, verdict: (nombre: number) => unknown): number {
  const proche = Number(nombre.toFixed(decimales));
  const autre = Number((proche + (proche < nombre ? 1 : -1) * 10 ** -decimales).toFixed(decimales));
  return verdict(proche) !== verdict(nombre) && verdict(autre) === verdict(nombre) ? autre : proche;
}
