import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { createNom, createPrenom, createTelephone, formatCourriel, type Lignee, type Sexe } from '../noms/identite.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Fratrie } from './dossiers.ts';
import type { LignePersonne } from './lignes.ts';
import type { Monde } from './monde.ts';

export type Adulte = { id: string; nom: string; prenom: string; sexe: Sexe; naissance: Numero; deces: Numero | null };
/** Les adultes d'une fratrie ; `peres[i]` est celui du i-ième enfant, absent s'il est inconnu. */
export type Parents = {
  mere: Adulte | null;
  peres: (Adulte | null)[];
  beauPere: Adulte | null;
  grandMere: Adulte | null;
  composition: string;
};

const AN = 365.25;
const AUJOURDHUI = parseNumero(JOUR_DEMO);

export function buildParents(monde: Monde, fratrie: Fratrie, lignee: Lignee, alea: Alea): Parents {
  const naissances = fratrie.enfants.map((e) => e.naissance);
  const [ainee, cadette] = [Math.min(...naissances), Math.max(...naissances)];
  const creation = Math.min(...fratrie.enfants.map((e) => e.ouvert));
  const creer = (cle: string, sexe: Sexe, naissance: Numero, nomImpose?: string): Adulte =>
    createAdulte(monde, alea.flux(cle), { sexe, naissance, lignee, creation, ...(nomImpose ? { nomImpose } : {}) });

  const agePremier = Math.min(41 * AN - (cadette - ainee), Math.max(16.2 * AN, alea.normale(25 * AN, 5.5 * AN)));
  const naissanceMere = ainee - Math.round(agePremier);
  const mere = alea.chance(NATIONAUX.mereManquante.valeur) ? null : creer('mere', 'F', naissanceMere);
  const naissancePere = () => Math.min(ainee - 17 * AN, naissanceMere - Math.round(alea.normale(3 * AN, 4 * AN)));
  const inconnu = alea.chance(0.13);
  const premier = inconnu ? null : creer('pere', 'M', naissancePere());
  // Un quart des fratries de deux enfants et plus ont deux pères : le second est celui des cadets.
  const second = fratrie.enfants.length > 1 && alea.chance(0.25) ? creer('pere-2', 'M', naissancePere()) : null;
  const bascule = [...naissances].sort((a, b) => a - b)[Math.ceil(naissances.length / 2)] ?? Number.POSITIVE_INFINITY;
  const peres = naissances.map((n) => (second && n >= bascule ? second : premier));

  let composition: string = alea.pondere(NATIONAUX.menage.valeur);
  if (mere === null) composition = premier ? 'pere-seul' : 'famille';
  else if (premier === null && /pere|ensemble|alternee/.test(composition)) composition = 'mere-seule';
  const beauPere = composition === 'mere-recomposee' ? (second ?? creer('beau-pere', 'M', naissancePere())) : null;
  const grandMere =
    composition === 'famille' ? creer('grand-mere', 'F', naissanceMere - Math.round(24 * AN), mere?.nom) : null;
  return { mere, peres, beauPere, grandMere, composition };
}

type Souhait = { sexe: Sexe; naissance: Numero; lignee: Lignee; creation: Numero; nomImpose?: string };

function createAdulte(
  monde: Monde,
  alea: Alea,
  { sexe, naissance: exacte, lignee, creation, nomImpose }: Souhait,
): Adulte {
  const naissance = Math.floor(exacte);
  const nom = nomImpose ?? createNom(alea, monde.commande.profil, lignee);
  const prenom = createPrenom(alea, sexe, naissance, lignee);
  const id = alea.identifiant(creation);
  const deces = alea.chance(NATIONAUX.orphelins.valeur / 2)
    ? alea.entier(Math.min(creation, AUJOURDHUI - 1), AUJOURDHUI)
    : null;
  const precision = alea.pondere({ exacte: 0.92, annee: 0.03, inconnue: 0.05 });
  const ligne: LignePersonne = {
    id,
    sexe: sexe === 'F' ? 'feminin' : 'masculin',
    nom,
    nomUsage: null,
    prenom,
    autresPrenoms: alea.chance(0.35) ? createPrenom(alea, sexe, naissance - 9000, lignee) : null,
    dateNaissance: dateConnue(naissance, precision),
    naissancePrecision: precision,
    lieuNaissance: alea.chance(0.6) ? monde.tirerVille(alea).nom : null,
    dateDeces: deces === null || precision === 'inconnue' ? null : formatNumero(deces),
    telephone: deces === null && alea.chance(0.72) ? createTelephone(alea, true) : null,
    courriel: alea.chance(0.3) ? formatCourriel(prenom, nom) : null,
    creePar: monde.findAuteur(alea, creation),
    creeLe: alea.instant(creation),
    version: 1,
  };
  monde.lignes.personnes.push(ligne);
  if (alea.chance(0.03)) {
    monde.lignes.autresNoms.push({
      id: alea.identifiant(creation),
      personneId: id,
      nature: 'anterieur',
      nom: createNom(alea, monde.commande.profil, lignee),
      prenom: null,
    });
  }
  return { id, nom, prenom, sexe, naissance, deces };
}

/** Une année seule se note au 1er janvier ; une date inconnue ne se note pas. */
const dateConnue = (n: Numero, precision: string): string | null =>
  precision === 'inconnue' ? null : precision === 'annee' ? `${formatNumero(n).slice(0, 4)}-01-01` : formatNumero(n);
