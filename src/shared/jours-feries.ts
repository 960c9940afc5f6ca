/**
 * Jours fériés légaux par zone.
 *
 * Ce que dit le droit : onze fêtes légales partout (C. trav. L3133-1) ; en Moselle, Bas-Rhin et Haut-Rhin le Vendredi
 * saint et le 26 décembre (C. trav. L3134-13) ; outre-mer la commémoration de l'abolition de l'esclavage (C. trav. L3422-2).
 * Comment il est lu : les fêtes communes et d'Alsace-Moselle viennent de @socialgouv/jours-feries ; cette bibliothèque
 * ignore l'outre-mer, tenu ici. Le Vendredi saint vaut dans toute la zone, bien que le texte le limite aux communes
 * qui ont un temple protestant ou une église mixte.
 * Non traité : Nouvelle-Calédonie, Polynésie française, Wallis-et-Futuna (procédure propre) ; fêtes d'usage de Mayotte.
 */
import bibliotheque from '@socialgouv/jours-feries';
import { z } from 'zod';
import { addJours, type JourCivil, jourCivil, jourDeSemaine } from './jour-civil.ts';

export const ZoneFeriee = z.enum([
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'la-reunion',
  'saint-pierre-et-miquelon',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
]);
export type ZoneFeriee = z.infer<typeof ZoneFeriee>;

export type JourFerie = { jour: JourCivil; nom: string };

const ZONE_DES_CODES: Record<string, ZoneFeriee> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '6AE': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'la-reunion',
  '975': 'saint-pierre-et-miquelon',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
};

type FeteLocale = { zones: ZoneFeriee[]; nom: string; date: string; depuis?: number; jusque?: number };

const ABOLITION = "Abolition de l'esclavage";
const FETES_OUTRE_MER: readonly FeteLocale[] = [
  { zones: ['mayotte'], nom: ABOLITION, date: '04-27' },
  { zones: ['martinique'], nom: ABOLITION, date: '05-22' },
  { zones: ['guadeloupe'], nom: ABOLITION, date: '05-27' },
  { zones: ['guyane'], nom: ABOLITION, date: '06-10' },
  { zones: ['la-reunion'], nom: ABOLITION, date: '12-20' },
  // Communes de la Guadeloupe jusqu'en 2007, puis nommées par le décret n° 2012-553.
  { zones: ['saint-barthelemy'], nom: ABOLITION, date: '05-27', jusque: 2011 },
  { zones: ['saint-barthelemy'], nom: ABOLITION, date: '10-09', depuis: 2012 },
  // À confirmer : le code du travail garde le 27 mai, la collectivité et la préfecture tiennent le 28 depuis 2018.
  { zones: ['saint-martin'], nom: ABOLITION, date: '05-27', jusque: 2017 },
  { zones: ['saint-martin'], nom: ABOLITION, date: '05-28', depuis: 2018 },
  // Jour chômé d'usage, que la liste publique de l'État (data.gouv.fr) tient pour férié.
  { zones: ['guadeloupe', 'martinique'], nom: 'Fête Victor Schœlcher', date: '07-21' },
];

/**
 * Zone d'un code INSEE de département (« 67 », « 2A », « 974 »). Lève `RangeError` si le code est inconnu ou hors du champ.
 */
export function getZoneFeriee(departement: string): ZoneFeriee {
  const code = departement.trim().toUpperCase();
  const zone = ZONE_DES_CODES[code];
  if (zone) return zone;
  if (/^(0[1-9]|[1-8]\d|9[0-5]|2[AB])$/.test(code)) return 'metropole';
  throw new RangeError(`« ${departement} » n'est pas le code INSEE d'un département.`);
}

/** Jours fériés d'une année, dans l'ordre du calendrier ; deux fêtes le même jour font une seule entrée. */
export function listJoursFeries(annee: number, zone: ZoneFeriee): JourFerie[] {
  return [...getFetes(annee, zone)].map(([jour, nom]) => ({ jour, nom }));
}

/** Nom de la fête si ce jour est férié dans la zone. */
export function findJourFerie(jour: JourCivil, zone: ZoneFeriee): string | undefined {
  return getFetes(Number(jour.slice(0, 4)), zone).get(jour);
}

/** Pourquoi un acte ne peut s'y faire, au sens de l'article 642 du CPC : « samedi », « dimanche » ou le nom de la fête. */
export function findMotifNonOuvrable(jour: JourCivil, zone: ZoneFeriee): string | undefined {
  const rang = jourDeSemaine(jour);
  const finDeSemaine = rang === 6 ? 'samedi' : rang === 7 ? 'dimanche' : undefined;
  return findJourFerie(jour, zone) ?? finDeSemaine;
}

/** Ce jour s'il est ouvrable, sinon le premier jour ouvrable suivant : ni samedi, ni dimanche, ni férié (CPC 642). */
export function computePremierOuvrable(jour: JourCivil, zone: ZoneFeriee): JourCivil {
  let candidat = jour;
  while (findMotifNonOuvrable(candidat, zone)) candidat = addJours(candidat, 1);
  return candidat;
}

const memoire = new Map<ZoneFeriee, Map<number, ReadonlyMap<JourCivil, string>>>();

function getFetes(annee: number, zone: ZoneFeriee): ReadonlyMap<JourCivil, string> {
  const parAnnee = memoire.get(zone) ?? new Map<number, ReadonlyMap<JourCivil, string>>();
  const connues = parAnnee.get(annee);
  if (connues) return connues;
  const locales = FETES_OUTRE_MER.filter(
    ({ zones, depuis = annee, jusque = annee }) => zones.includes(zone) && depuis <= annee && annee <= jusque,
  ).map(({ nom, date }) => ({ jour: jourCivil(`${annee}-${date}`), nom }));
  const toutes = [...listFetesCommunes(annee, zone === 'alsace-moselle'), ...locales];
  const fetes = new Map<JourCivil, string>();
  for (const { jour, nom } of toutes.sort((a, b) => (a.jour < b.jour ? -1 : 1)))
    fetes.set(jour, fetes.has(jour) ? `${fetes.get(jour)} et ${nom}` : nom);
  memoire.set(zone, parAnnee.set(annee, fetes));
  return fetes;
}

function listFetesCommunes(annee: number, alsace: boolean): JourFerie[] {
  // Paquet CommonJS : certains assembleurs rangent la fonction sous un second `default`.
  const calcule =
    typeof bibliotheque === 'function' ? bibliotheque : (bibliotheque as { default: typeof bibliotheque }).default;
  return Object.entries(calcule(annee, { alsace })).map(([nom, date]) => {
    const mois = String(date.getMonth() + 1).padStart(2, '0');
    const jour = jourCivil(`${date.getFullYear()}-${mois}-${String(date.getDate()).padStart(2, '0')}`);
    // Elle ajoute des tranches de 24 h à un minuit local : un passage à l'heure d'hiver la fait tomber à 23 h la veille.
    return { jour: date.getHours() >= 12 ? addJours(jour, 1) : jour, nom };
  });
}
