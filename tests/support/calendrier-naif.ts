/**
 * Un autre calcul des délais, pour contrôler celui de src/shared : un calendrier écrit jour après jour, parcouru du doigt.
 * Ni arithmétique sur les dates, ni bibliothèque de fêtes : les dimanches de Pâques et les fêtes sont recopiés ici.
 */
type Jour = { jour: string; mois: string; quantieme: number; semaine: number; rang: number };
type Duree = { valeur: number; unite: string };

const PREMIERE_ANNEE = 2005;
const DERNIERE_ANNEE = 2036;
const LONGUEURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const PAQUES = `2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31
  2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09
  2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17
  2034-04-09 2035-03-25 2036-04-13`.split(/\s+/);

const FETES_FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Fêtes propres à un département, par code INSEE, l'année pouvant changer le jour. */
const FETES_PROPRES: Record<string, (annee: number) => string[]> = {
  '57': () => ['12-26'],
  '67': () => ['12-26'],
  '68': () => ['12-26'],
  'alsace-moselle': () => ['12-26'],
  '971': () => ['05-27', '07-21'],
  '972': () => ['05-22', '07-21'],
  '973': () => ['06-10'],
  '974': () => ['12-20'],
  '976': () => ['04-27'],
  '977': (annee) => [annee < 2012 ? '05-27' : '10-09'],
  '978': (annee) => [annee < 2018 ? '05-27' : '05-28'],
};
const VENDREDI_SAINT = ['57', '67', '68', 'alsace-moselle'];

const calendrier = buildCalendrier();
const parJour = new Map(calendrier.map((entree) => [entree.jour, entree]));
const parMois = new Map<string, Jour[]>();
for (const entree of calendrier) parMois.set(entree.mois, [...(parMois.get(entree.mois) ?? []), entree]);
const mois = [...parMois.keys()];

function buildCalendrier(): Jour[] {
  const jours: Jour[] = [];
  // Le 1er janvier 2005 était un samedi.
  let semaine = 6;
  for (let annee = PREMIERE_ANNEE; annee <= DERNIERE_ANNEE; annee += 1)
    LONGUEURS.forEach((longueur, indice) => {
      const fin = indice === 1 && annee % 4 === 0 ? longueur + 1 : longueur;
      const nom = `${annee}-${indice < 9 ? '0' : ''}${indice + 1}`;
      for (let quantieme = 1; quantieme <= fin; quantieme += 1) {
        jours.push({
          jour: `${nom}-${quantieme < 10 ? '0' : ''}${quantieme}`,
          mois: nom,
          quantieme,
          semaine,
          rang: jours.length,
        });
        semaine = semaine === 7 ? 1 : semaine + 1;
      }
    });
  return jours;
}

function at<T>(valeur: T | undefined): T {
  if (valeur === undefined) throw new RangeError('Hors du calendrier naïf.');
  return valeur;
}

/** Tous les jours d'une année à une autre. */
export function listJoursNaifs(du: number, au: number): string[] {
  return calendrier.map(({ jour }) => jour).filter((jour) => jour >= `${du}` && jour < `${au + 1}`);
}

const feries = new Map<string, Set<string>>();

/** Les jours fériés d'une zone (« metropole », « alsace-moselle » ou un code INSEE), toutes années réunies. */
export function listFetesNaives(zone: string): Set<string> {
  const connus = feries.get(zone);
  if (connus) return connus;
  const fetes = new Set<string>();
  for (const paques of PAQUES) {
    const { rang } = at(parJour.get(paques));
    const ecarts = VENDREDI_SAINT.includes(zone) ? [-2, 1, 39, 50] : [1, 39, 50];
    for (const ecart of ecarts) fetes.add(at(calendrier[rang + ecart]).jour);
    const annee = Number(paques.slice(0, 4));
    for (const fete of [...FETES_FIXES, ...(FETES_PROPRES[zone]?.(annee) ?? [])]) fetes.add(`${annee}-${fete}`);
  }
  feries.set(zone, fetes);
  return fetes;
}

function computeTermeNaif(acte: string, delais: readonly Duree[]): Jour {
  let terme = at(parJour.get(acte));
  for (const unite of ['an', 'mois', 'jour'])
    for (const { valeur } of delais.filter((delai) => delai.unite === unite)) {
      if (unite === 'jour') terme = at(calendrier[terme.rang + valeur]);
      else {
        const avance = unite === 'an' ? valeur * 12 : valeur;
        const jours = at(parMois.get(at(mois[mois.indexOf(terme.mois) + avance])));
        terme = jours.find(({ quantieme }) => quantieme === terme.quantieme) ?? at(jours.at(-1));
      }
    }
  return terme;
}

/** Échéance et terme d'un délai en jours, mois ou années. */
export function computeDelaiNaif(acte: string, delais: readonly Duree[], regime: string, zone: string) {
  const theorique = computeTermeNaif(acte, delais);
  let echeance = theorique;
  if (regime === 'procedure-civile')
    while (echeance.semaine === 6 || echeance.semaine === 7 || listFetesNaives(zone).has(echeance.jour))
      echeance = at(calendrier[echeance.rang + 1]);
  return { echeance: echeance.jour, theorique: theorique.jour };
}

/** Minutes entre Greenwich et Paris : 120 du dernier dimanche de mars à celui d'octobre, à 1 h de Greenwich. */
function computeDecalage(minutesUtc: number): number {
  const { jour, mois: nom } = at(calendrier[Math.floor(minutesUtc / 1440)]);
  const changement = (quand: string) => {
    const dimanches = at(parMois.get(`${jour.slice(0, 4)}-${quand}`)).filter(({ semaine }) => semaine === 7);
    return at(dimanches.at(-1)).rang * 1440 + 60;
  };
  if (nom.endsWith('-01') || nom.endsWith('-12')) return 60;
  return minutesUtc >= changement('03') && minutesUtc < changement('10') ? 120 : 60;
}

/** « 2024-02-07T10:30:00+01:00 » et un nombre d'heures réelles : l'instant d'arrivée, à l'heure de Paris. */
export function addHeuresNaives(instant: string, heures: number): string {
  const lu = at(/^(.{10})T(..):(..):00\+(..):00$/.exec(instant) ?? undefined);
  const [jour, h, m, decalage] = [at(lu[1]), Number(lu[2]), Number(lu[3]), Number(lu[4])];
  const utc = at(parJour.get(jour)).rang * 1440 + h * 60 + m - decalage * 60 + heures * 60;
  const paris = utc + computeDecalage(utc);
  const deux = (nombre: number) => (nombre < 10 ? `0${nombre}` : `${nombre}`);
  const minutes = paris % 1440;
  return `${at(calendrier[Math.floor(paris / 1440)]).jour}T${deux(Math.floor(minutes / 60))}:${deux(minutes % 60)}:00+0${computeDecalage(utc) / 60}:00`;
}
