import type { Alea } from '../alea.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { createLignee, createNom, createPrenom, createTelephone } from '../noms/identite.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Enfant } from './identites.ts';
import type { Monde } from './monde.ts';
import type { Parents } from './parents.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Qui est qui autour de l'enfant : parents et filiation, frères et sœurs, proches sur qui il peut compter. */
export function buildLiens(monde: Monde, enfants: readonly Enfant[], parents: Parents | null, alea: Alea): void {
  const freres = parents && alea.chance(0.22) ? [createFrere(monde, alea, enfants, parents)] : [];
  enfants.forEach((enfant, i) => {
    const flux = alea.flux('liens', i);
    const lier = (
      personneId: string,
      qualite: string,
      filiation: string | null,
      du: Numero,
      commentaire: string | null = null,
    ) =>
      monde.lignes.liens.push({
        id: flux.identifiant(enfant.ouvert),
        enfantId: enfant.id,
        personneId,
        qualite,
        filiation,
        periode: formatPeriode(du, null),
        commentaire,
      });
    if (parents) lierParents(parents, i, enfant, flux, lier);
    for (const autre of enfants)
      if (autre !== enfant) lier(autre.id, 'frere-soeur', null, Math.max(autre.naissance, enfant.naissance));
    for (const frere of freres) lier(frere, 'frere-soeur', null, enfant.naissance);
    for (const { qualite, part } of PROCHES) {
      if (!flux.chance(enfant.situation === 'accueil' ? part : part / 4)) continue;
      lier(
        createProche(monde, flux.flux(qualite), enfant.ouvert),
        qualite,
        null,
        Math.min(enfant.ouvert + flux.entier(20, 300), AUJOURDHUI),
      );
    }
  });
}

const PROCHES = [
  { qualite: 'tiers-digne-de-confiance', part: 0.05 },
  { qualite: 'personne-de-confiance', part: 0.08 },
  { qualite: 'oncle-tante', part: 0.08 },
  { qualite: 'parrain-marraine', part: 0.04 },
] as const;

type Lier = (
  personneId: string,
  qualite: string,
  filiation: string | null,
  du: Numero,
  commentaire?: string | null,
) => void;

function lierParents(parents: Parents, i: number, enfant: Enfant, alea: Alea, lier: Lier): void {
  const { mere, beauPere, grandMere } = parents;
  const pere = parents.peres[i];
  if (mere) lier(mere.id, 'mere', alea.chance(0.995) ? 'etablie' : 'adoption-simple', enfant.naissance);
  if (pere) {
    const filiation = alea.pondere({
      etablie: 0.93,
      'non-etablie': 0.045,
      contestee: 0.02,
      'adoption-pleniere': 0.005,
    });
    const contradiction = alea.chance(NATIONAUX.faitsContradictoires.valeur);
    lier(
      pere.id,
      'pere',
      filiation,
      enfant.naissance,
      contradiction ? 'DONNÉE FICTIVE – l’acte de naissance et le jugement ne citent pas le même père.' : null,
    );
  }
  if (beauPere && beauPere !== pere)
    lier(beauPere.id, 'beau-parent', null, Math.max(enfant.naissance, enfant.ouvert - 300));
  if (grandMere) lier(grandMere.id, 'grand-parent', null, enfant.naissance);
}

/** Un frère ou une sœur qui n'est pas suivi : connu, sans dossier. */
function createFrere(monde: Monde, alea: Alea, enfants: readonly Enfant[], parents: Parents): string {
  const flux = alea.flux('frere');
  const aine = enfants.reduce((a, e) => (e.naissance < a.naissance ? e : a));
  const sexe = flux.chance(0.5) ? 'F' : 'M';
  const naissance = Math.max(
    aine.naissance - flux.entier(300, 1900),
    (parents.mere?.naissance ?? aine.naissance - 9000) + 5900,
  );
  return createPersonne(
    monde,
    flux,
    aine.ouvert,
    { sexe, naissance, nom: aine.nom, prenom: createPrenom(flux, sexe, naissance, 'ancienne') },
    false,
  );
}

function createProche(monde: Monde, alea: Alea, le: Numero): string {
  const lignee = createLignee(alea, monde.commande.profil);
  const sexe = alea.chance(0.6) ? 'F' : 'M';
  const naissance = le - alea.entier(28 * 365, 64 * 365);
  const identite = {
    sexe,
    naissance,
    nom: createNom(alea, monde.commande.profil, lignee),
    prenom: createPrenom(alea, sexe, naissance, lignee),
  } as const;
  return createPersonne(monde, alea, le, identite, true);
}

function createPersonne(
  monde: Monde,
  alea: Alea,
  le: Numero,
  p: { sexe: 'F' | 'M'; naissance: Numero; nom: string; prenom: string },
  joignable: boolean,
): string {
  const id = alea.identifiant(le);
  const inconnue = alea.chance(0.4);
  monde.lignes.personnes.push({
    id,
    sexe: p.sexe === 'F' ? 'feminin' : 'masculin',
    nom: p.nom,
    nomUsage: null,
    prenom: p.prenom,
    autresPrenoms: null,
    dateNaissance: inconnue ? null : `${formatPeriode(p.naissance, null).slice(1, 11)}`,
    naissancePrecision: inconnue ? 'inconnue' : 'exacte',
    lieuNaissance: null,
    dateDeces: null,
    telephone: joignable ? createTelephone(alea, true) : null,
    courriel: null,
    creePar: monde.findAuteur(alea, le),
    creeLe: alea.instant(le),
    version: 1,
  });
  return id;
}
