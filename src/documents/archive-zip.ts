/** Les noms des fichiers d'une archive ZIP, lus de son répertoire central (APPNOTE 4.3.12) ; rien n'est décompressé. */

const FIN = 0x06054b50;
const ENTREE = 0x02014b50;
const TAILLE_FIN = 22;
/** Le commentaire final ne peut être plus long. */
const COMMENTAIRE = 65_535;
const ENTETE = 46;
const ENTREES_MAXIMUM = 10_000;

/** Indéfini si l'archive ne se lit pas. */
export function listEntreesZip(contenu: Uint8Array): string[] | undefined {
  const vue = new DataView(contenu.buffer, contenu.byteOffset, contenu.byteLength);
  const fin = findFin(vue);
  if (fin === undefined) return undefined;
  const nombre = vue.getUint16(fin + 10, true);
  if (nombre > ENTREES_MAXIMUM) return undefined;
  const noms: string[] = [];
  let position = vue.getUint32(fin + 16, true);
  for (let rang = 0; rang < nombre; rang += 1) {
    if (position + ENTETE > vue.byteLength || vue.getUint32(position, true) !== ENTREE) return undefined;
    const [nom, extra, commentaire] = [28, 30, 32].map((ecart) => vue.getUint16(position + ecart, true)) as [
      number,
      number,
      number,
    ];
    noms.push(new TextDecoder().decode(contenu.subarray(position + ENTETE, position + ENTETE + nom)));
    position += ENTETE + nom + extra + commentaire;
  }
  return noms;
}

function findFin(vue: DataView): number | undefined {
  const plancher = Math.max(0, vue.byteLength - TAILLE_FIN - COMMENTAIRE);
  for (let position = vue.byteLength - TAILLE_FIN; position >= plancher; position -= 1)
    if (vue.getUint32(position, true) === FIN) return position;
  return undefined;
}
