/** Une date de naissance telle qu'écrite, même fausse ou incomplète : elle se compare quand même. */
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';

/** `mois` et `jour` sont vides si on ne les sait pas ; les chiffres sont gardés même s'ils ne font pas une date. */
export type DateLue = { readonly annee: string; readonly mois: string; readonly jour: string };

/** Dans quel ordre un fichier écrit ses dates. */
export type OrdreDeDate = 'jour-mois' | 'mois-jour';

// Ce que les logiciels écrivent quand ils ne savent pas.
const FACTICES = new Set(['19000101', '19010101', '99991231', '00000000', '11111111', '18991230']);

/** `anneeMaximale` : la dernière année possible, qui tranche le siècle des années à deux chiffres. Nul si rien ne se lit. */
export function parseDateLue(
  texte: string | null | undefined,
  { ordre = 'jour-mois', anneeMaximale = 2099 }: { ordre?: OrdreDeDate; anneeMaximale?: number } = {},
): DateLue | null {
  const net = texte?.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '') ?? '';
  if (net === '') return null;
  const lue =
    parsePartielle(net) ?? parseParties(net, ordre, anneeMaximale) ?? parseCollee(net, ordre) ?? parseLettres(net);
  return lue && !FACTICES.has(lue.annee + lue.mois + lue.jour) && lue.annee !== '0000' ? lue : null;
}

/** Le mois d'abord, à l'américaine, si une date du fichier le prouve et qu'aucune ne prouve le contraire. */
export function findOrdreDeDate(textes: readonly (string | null | undefined)[]): OrdreDeDate {
  let [moisDAbord, jourDAbord] = [0, 0];
  for (const texte of textes) {
    const lue = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\s*$/.exec(texte ?? '');
    if (Number(lue?.[2]) > 12) moisDAbord += 1;
    if (Number(lue?.[1]) > 12) jourDAbord += 1;
  }
  return moisDAbord > jourDAbord * 10 ? 'mois-jour' : 'jour-mois';
}

function parsePartielle(texte: string): DateLue | null {
  const mois = /^(\d{4})[-/.](\d{1,2})$/.exec(texte) ?? /^(\d{1,2})[-/.](\d{4})$/.exec(texte);
  if (mois) {
    const [, a = '', b = ''] = mois;
    return { annee: a.length === 4 ? a : b, mois: pad(a.length === 4 ? b : a), jour: '' };
  }
  return /^\d{4}$/.test(texte) ? { annee: texte, mois: '', jour: '' } : null;
}

function parseParties(texte: string, ordre: OrdreDeDate, anneeMaximale: number): DateLue | null {
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(texte);
  if (iso) return { annee: iso[1] ?? '', mois: pad(iso[2]), jour: pad(iso[3]) };
  const lue = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(texte);
  if (!lue) return null;
  const [, premier, second, annee = ''] = lue;
  const [jour, mois] = ordre === 'jour-mois' ? [premier, second] : [second, premier];
  return { annee: annee.length === 4 ? annee : computeAnnee(annee, anneeMaximale), mois: pad(mois), jour: pad(jour) };
}

/** Huit chiffres : année d'abord si elle est plausible, sinon année à la fin. */
function parseCollee(texte: string, ordre: OrdreDeDate): DateLue | null {
  const lue = /^(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(texte);
  if (!lue) return null;
  const [, a = '', b = '', c = '', d = ''] = lue;
  if (isSiecle(a) || !isSiecle(c)) return { annee: a + b, mois: c, jour: d };
  return ordre === 'jour-mois' ? { annee: c + d, mois: b, jour: a } : { annee: c + d, mois: a, jour: b };
}

function parseLettres(texte: string): DateLue | null {
  const lecture = parseJourCivil(texte, 2099);
  if (!lecture.ok) return null;
  const [annee = '', mois = '', jour = ''] = lecture.jour.split('-');
  return { annee, mois, jour };
}

function isSiecle(chiffres: string): boolean {
  return chiffres === '19' || chiffres === '20' || chiffres === '18';
}

function computeAnnee(chiffres: string, anneeMaximale: number): string {
  const annee = anneeMaximale - (anneeMaximale % 100) + Number(chiffres);
  return String(annee > anneeMaximale ? annee - 100 : annee);
}

function pad(chiffres = ''): string {
  return chiffres.padStart(2, '0');
}
