import type { Alea } from '../alea.ts';
import { addAnnees, computeAnnee, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { createNom, createPrenom, createTelephone, type Lignee, type Sexe } from '../noms/identite.ts';
import { MNA } from '../noms/origines.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Dossier, Fratrie } from './dossiers.ts';
import type { LignePersonne } from './lignes.ts';
import type { Monde } from './monde.ts';
import type { Parents } from './parents.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Un enfant suivi, une fois son identité écrite. */
export type Enfant = Dossier & { id: string; nom: string; prenom: string };

export function buildIdentites(
  monde: Monde,
  fratrie: Fratrie,
  lignee: Lignee,
  parents: Parents | null,
  alea: Alea,
): Enfant[] {
  const commeLePere = alea.chance(0.72);
  const prenoms = new Set<string>();
  return fratrie.enfants.map((dossier, i) => {
    const flux = alea.flux('enfant', i);
    const identite = fratrie.pays
      ? tirerIsole(flux, fratrie.pays, dossier.sexe)
      : nommer(monde, flux, dossier, lignee, parents, i, commeLePere);
    let { prenom } = identite;
    while (prenoms.has(prenom)) prenom = createPrenom(flux, dossier.sexe, dossier.naissance, 'ancienne');
    prenoms.add(prenom);
    const ligne = createLigne(monde, flux, dossier, { nom: identite.nom, prenom }, lignee, fratrie.pays);
    monde.lignes.personnes.push(ligne);
    if (dossier.mna && flux.chance(0.25)) ajouterTranscription(monde, flux, ligne, dossier.ouvert);
    // L'histoire se compte de la date que porte la fiche.
    const naissance = ligne.dateNaissance === null ? dossier.naissance : parseNumero(ligne.dateNaissance);
    return { ...dossier, naissance, id: ligne.id, nom: ligne.nom, prenom };
  });
}

function nommer(
  monde: Monde,
  alea: Alea,
  d: Dossier,
  lignee: Lignee,
  parents: Parents | null,
  i: number,
  commeLePere: boolean,
) {
  const pere = parents?.peres[i];
  const nom =
    (commeLePere ? pere?.nom : undefined) ??
    parents?.mere?.nom ??
    pere?.nom ??
    createNom(alea, monde.commande.profil, lignee);
  return { nom, prenom: createPrenom(alea, d.sexe, d.naissance, lignee) };
}

function tirerIsole(alea: Alea, pays: string, sexe: Sexe): { nom: string; prenom: string } {
  const liste = MNA[pays];
  if (!liste) throw new Error(`Aucun nom pour le pays ${pays}`);
  return { nom: alea.choix(liste.noms), prenom: alea.choix(liste[sexe]) };
}

const NOMS_PAYS: Readonly<Record<string, string>> = {
  guinee: 'Guinée',
  mali: 'Mali',
  'cote-d-ivoire': 'Côte d’Ivoire',
  tunisie: 'Tunisie',
  bangladesh: 'Bangladesh',
  gambie: 'Gambie',
  afghanistan: 'Afghanistan',
  algerie: 'Algérie',
  'rd-congo': 'République démocratique du Congo',
  pakistan: 'Pakistan',
  egypte: 'Égypte',
};

function createLigne(
  monde: Monde,
  alea: Alea,
  d: Dossier,
  nom: { nom: string; prenom: string },
  lignee: Lignee,
  pays: string | null,
): LignePersonne {
  const corrigee = alea.chance(d.mna ? NATIONAUX.naissanceCorrigeeMna.valeur : NATIONAUX.naissanceCorrigee.valeur);
  // Un mineur isolé déclare souvent un 1er janvier ou un 31 décembre ; le jugement supplétif fixe ensuite la date.
  const declaree = d.mna && !corrigee && alea.chance(0.75);
  const date: Numero = d.naissance;
  return {
    id: alea.identifiant(d.ouvert),
    sexe: d.sexe === 'F' ? 'feminin' : 'masculin',
    nom: nom.nom,
    nomUsage: null,
    prenom: nom.prenom,
    autresPrenoms: !d.mna && alea.chance(0.55) ? createPrenom(alea, d.sexe, d.naissance - 7000, lignee) : null,
    dateNaissance: formatNumero(declaree && alea.chance(0.4) ? declarePremierJanvier(d) : date),
    naissancePrecision: d.mna ? (declaree ? 'declaree' : 'judiciaire') : 'exacte',
    lieuNaissance: pays
      ? (NOMS_PAYS[pays] ?? pays)
      : alea.chance(0.78)
        ? monde.tirerBassin(alea).commune.nom
        : monde.tirerVille(alea).nom,
    dateDeces: null,
    telephone:
      computeAnnee(d.clos ?? d.ouvert) - computeAnnee(d.naissance) >= 14 && alea.chance(0.3)
        ? createTelephone(alea, true)
        : null,
    courriel: null,
    creePar: monde.findAuteur(alea, d.ouvert),
    creeLe: alea.instant(d.ouvert),
    version: corrigee ? 2 : 1,
  };
}

/** Le 1er janvier de l'année, sauf s'il faisait un majeur à l'arrivée ou plus de vingt et un ans à la sortie. */
function declarePremierJanvier({ naissance, ouvert, clos }: Dossier): Numero {
  const premier = parseNumero(`${computeAnnee(naissance)}-01-01`);
  const jeune = addAnnees(premier, 18) > ouvert + 30 && addAnnees(premier, 21) > (clos ?? AUJOURDHUI);
  return jeune ? premier : naissance;
}

/** Le même nom passé par un autre alphabet ou une autre oreille. */
function ajouterTranscription(monde: Monde, alea: Alea, p: LignePersonne, le: Numero): void {
  const variante = p.nom
    .replace(/ou/, 'u')
    .replace(/^D(?=i)/, 'Dj')
    .replace(/é/, 'e')
    .replace(/ck?$/, 'k')
    .replace(/y$/, 'i');
  if (variante === p.nom) return;
  monde.lignes.autresNoms.push({
    id: alea.identifiant(le),
    personneId: p.id,
    nature: 'transcription',
    nom: variante,
    prenom: p.prenom,
  });
}
