import { type Alea, createAlea } from '../alea.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import { createLignee, createNom, createPrenom, createTelephone, normaliseNom } from '../noms/identite.ts';
import type { Bassin } from '../organisation/unites.ts';
import type { Monde } from './monde.ts';

const CREATION = parseNumero('2015-09-01');
/** Une ville assez grande pour avoir médecin, collège et centre de soin. */
export const PETITE_VILLE = 2500;

/** Écoles, médecins, juges, avocats : créés à la première demande, communs aux enfants d'un même bassin. */
export type Partenaires = { monde: Monde; connus: Map<string, string>; racine: Alea; villes: readonly Bassin[] };

export function createPartenaires(monde: Monde): Partenaires {
  const racine = createAlea(monde.commande.graine, monde.commande.profil, 'partenaires');
  const villes = monde.organisation.bassins.filter((b) => b.poids > PETITE_VILLE);
  return { monde, connus: new Map(), racine, villes };
}

export type Demande = {
  cle: string;
  nature: string;
  nommer: (alea: Alea) => string;
  lieu: Bassin | null;
  avecContact?: boolean;
};

/** Le partenaire de cette clé, créé s'il n'existe pas encore. */
export function getPartenaire(p: Partenaires, { cle, nature, nommer, lieu, avecContact = true }: Demande): string {
  const connu = p.connus.get(cle);
  if (connu) return connu;
  const alea = p.racine.flux(cle);
  const nom = nommer(alea);
  const id = alea.identifiant(CREATION);
  p.monde.lignes.partenaires.push({
    id,
    nature,
    nom,
    interlocuteur: avecContact ? tirerContact(p, alea) : null,
    telephone: createTelephone(alea, false),
    courriel: `${normaliseNom(nom).slice(0, 40).replace(/-$/, '')}@example.org`,
    communeCode: lieu?.commune.codeInsee ?? null,
    communeNom: lieu?.commune.nom ?? null,
  });
  p.connus.set(cle, id);
  return id;
}

function tirerContact({ monde }: Partenaires, alea: Alea): string {
  const lignee = createLignee(alea, monde.commande.profil);
  const prenom = createPrenom(alea, alea.chance(0.6) ? 'F' : 'M', parseNumero('1978-01-01'), lignee);
  return `${prenom} ${createNom(alea, monde.commande.profil, lignee)}`;
}

export type Lier = (partenaireId: string, qualite: string, du: Numero, au: Numero | null) => void;
