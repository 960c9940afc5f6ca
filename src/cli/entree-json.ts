export type EntreeJson = { ok: true; valeur: unknown } | { ok: false; message: string };

/** Reads a JSON input; `attendu` names what it should have been: « un tableau JSON de délais à compter ». */
export function parseEntreeJson(entree: string, attendu: string): EntreeJson {
  // Un fichier enregistré sous Windows commence souvent par une marque d'ordre des octets.
  const net = entree.replace(/^\uFEFF/, '');
  if (net.trim() === '') return { ok: false, message: `L'entrée est vide : il faut ${attendu}.` };
  try {
    return { ok: true, valeur: JSON.parse(net) };
  } catch (erreur) {
    const lieu = /line (\d+) column (\d+)/.exec((erreur as SyntaxError).message);
    const ou = lieu ? ` (ligne ${lieu[1]}, colonne ${lieu[2]})` : '';
    return { ok: false, message: `L'entrée n'est pas du JSON lisible${ou}.` };
  }
}
