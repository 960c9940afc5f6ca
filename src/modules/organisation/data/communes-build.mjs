// Fabrique `communes.json.gz`, la liste officielle des communes que Marelle embarque pour tous les départements.
//
// Source : paquet npm @etalab/decoupage-administratif 6.0.0 (millésime 2026), qui rassemble le code officiel
// géographique de l'Insee, les populations légales, les codes postaux de La Poste et les intercommunalités de la DGCL.
// Données sous Licence Ouverte 2.0 (Etalab) : https://www.etalab.gouv.fr/licence-ouverte-open-licence
//
// Usage : node src/modules/organisation/data/communes-build.mjs
// Le point d'entrée du paquet échoue hors de son propre dossier : on lit ses fichiers directement.
// Deux exécutions donnent les mêmes octets : listes triées, ordre des clés fixe, en-tête gzip neutralisé.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const VERSION = '6.0.0';
const racine = dirname(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'));
const lire = (nom) => JSON.parse(readFileSync(join(racine, 'data', `${nom}.json`), 'utf8'));
const parCode = (a, b) => (a.code < b.code ? -1 : 1);

const paquet = JSON.parse(readFileSync(join(racine, 'package.json'), 'utf8'));
if (paquet.version !== VERSION) throw new Error(`Version ${VERSION} attendue, ${paquet.version} trouvée.`);

/** Les jours fériés propres à un territoire : droit local d'Alsace-Moselle, abolition de l'esclavage, fêtes locales. */
const ZONES = {
  57: 'alsace-moselle',
  67: 'alsace-moselle',
  68: 'alsace-moselle',
  971: 'guadeloupe',
  972: 'martinique',
  973: 'guyane',
  974: 'la-reunion',
  975: 'saint-pierre-et-miquelon',
  976: 'mayotte',
  977: 'saint-barthelemy',
  978: 'saint-martin',
  986: 'wallis-et-futuna',
  987: 'polynesie-francaise',
  988: 'nouvelle-caledonie',
};

const regions = new Map(lire('regions').map((r) => [r.code, r.nom]));
const departements = lire('departements')
  .toSorted(parCode)
  .map((d) => ({
    code: d.code,
    nom: d.nom,
    region: regions.get(d.region) ?? d.nom,
    chefLieu: d.chefLieu ?? null,
    zoneJoursFeries: ZONES[d.code] ?? 'metropole',
  }));

// Dans le Grand Paris, l'échelon qui compte pour l'action sociale est l'établissement public territorial :
// il remplace la Métropole, qui couvrirait quatre départements d'un seul nom.
const intercommunalites = [...lire('epci'), ...lire('ept')];
const appartenance = new Map();
for (const ensemble of intercommunalites)
  for (const membre of ensemble.membres) appartenance.set(membre.code, ensemble);

const communes = lire('communes')
  .filter((c) => c.type === 'commune-actuelle')
  .toSorted(parCode);
const utiles = [...new Set(communes.map((c) => appartenance.get(c.code)).filter(Boolean))].toSorted(parCode);
const rang = new Map(utiles.map((e, i) => [e.code, i]));

const contenu = {
  source: `@etalab/decoupage-administratif ${VERSION} (Insee, La Poste, DGCL), Licence Ouverte 2.0`,
  millesime: 2026,
  departements,
  intercommunalites: utiles.map((e) => [e.code, e.nom, e.type]),
  // code, nom, département, codes postaux, population municipale, arrondissement, rang de l'intercommunalité
  communes: communes.map((c) => [
    c.code,
    c.nom,
    c.departement,
    c.codesPostaux ?? [],
    c.population ?? null,
    c.arrondissement ?? null,
    rang.get(appartenance.get(c.code)?.code) ?? null,
  ]),
};

const octets = gzipSync(JSON.stringify(contenu), { level: 9 });
octets[9] = 255; // système d'origine : « inconnu », sinon il changerait d'une machine à l'autre
writeFileSync(new URL('./communes.json.gz', import.meta.url), octets);
console.log(`${communes.length} communes, ${utiles.length} intercommunalités, ${octets.length} octets`);
