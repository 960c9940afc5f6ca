import type { Alea } from '../alea.ts';
import { addAnnees, formatNumero, type Numero } from '../calendrier.ts';
import type { Socle } from '../departement.ts';
import type { Enfant } from '../enfants/identites.ts';
import type { Monde } from '../enfants/monde.ts';
import { createLignee, createNom, createPrenom, createTelephone, type Lignee } from '../noms/identite.ts';
import { VOIES } from '../noms/lieux.ts';

export type MineurDuFoyer = {
  nom: string | null;
  prenom: string | null;
  sexe: 'feminin' | 'masculin' | 'inconnu';
  naissance: Numero | null;
  ageEstime: number | null;
  termePrevu: Numero | null;
  enfantId: string | null;
};
export type AdulteDuFoyer = {
  qualite: string;
  titulaire: boolean;
  nom: string;
  prenom: string;
  telephone: string | null;
  personneId: string | null;
};
export type Foyer = {
  mineurs: MineurDuFoyer[];
  adultes: AdulteDuFoyer[];
  adresse: { voie: string | null; codePostal: string | null; communeCode: string | null; communeNom: string | null };
  menageId: string | null;
  uniteId: string;
};

function grouper<T>(liste: readonly T[], cleDe: (x: T) => string): Map<string, T[]> {
  const groupes = new Map<string, T[]>();
  for (const x of liste) {
    const groupe = groupes.get(cleDe(x));
    if (groupe) groupe.push(x);
    else groupes.set(cleDe(x), [x]);
  }
  return groupes;
}

/** De quoi retrouver le foyer d'un enfant suivi : sa fratrie, son ménage, son adresse, ses parents. */
export function createFoyersConnus({ enfants }: Socle) {
  const { lignes, suivis } = enfants;
  const isCourante = ({ periode }: { periode: string }) => periode.endsWith(',]');
  const menages = new Map(
    lignes.membres.filter((m) => m.residence !== 'occasionnelle').map((m) => [m.personneId, m.menageId]),
  );
  const adresses = new Map(lignes.adresses.filter(isCourante).map((a) => [a.menageId, a]));
  const territoires = new Map(
    lignes.missions.flatMap((m) => (m.nature === 'territoire' && m.uniteId ? [[m.enfantId, m.uniteId] as const] : [])),
  );
  const personnes = new Map(lignes.personnes.map((p) => [p.id, p]));
  const parents = grouper(
    lignes.liens.filter(({ qualite }) => qualite === 'mere' || qualite === 'pere'),
    ({ enfantId }) => enfantId,
  );
  const fratries = grouper(suivis, ({ cle }) => cle.slice(0, cle.lastIndexOf('-')));
  const build = (fratrie: readonly Enfant[], le: Numero): Foyer => {
    const premier = fratrie[0] as Enfant;
    const menageId = menages.get(premier.id) ?? null;
    const adresse = menageId === null ? undefined : adresses.get(menageId);
    return {
      mineurs: fratrie.filter((e) => e.naissance <= le && addAnnees(e.naissance, 18) > le).map(formatConnu),
      adultes: (parents.get(premier.id) ?? []).slice(0, 2).flatMap(({ qualite, personneId }) => {
        const p = personnes.get(personneId);
        if (!p) return [];
        return [{ qualite, titulaire: true, nom: p.nom, prenom: p.prenom, telephone: p.telephone, personneId }];
      }),
      adresse: formatAdresse(adresse),
      menageId,
      uniteId: territoires.get(premier.id) ?? '',
    };
  };
  return { fratries, build };
}

const formatConnu = (e: Enfant): MineurDuFoyer => ({
  nom: e.nom,
  prenom: e.prenom,
  sexe: e.sexe === 'F' ? 'feminin' : 'masculin',
  naissance: e.naissance,
  ageEstime: null,
  termePrevu: null,
  enfantId: e.id,
});

const formatAdresse = (adresse: Foyer['adresse'] | undefined): Foyer['adresse'] => ({
  voie: adresse?.voie ?? null,
  codePostal: adresse?.codePostal ?? null,
  communeCode: adresse?.communeCode ?? null,
  communeNom: adresse?.communeNom ?? null,
});

/** Un foyer que personne ne suit encore ; son identité est parfois partielle. */
export function buildFoyerInconnu(monde: Monde, alea: Alea, le: Numero): Foyer {
  const bassin = monde.tirerBassin(alea);
  const lignee = createLignee(alea, monde.commande.profil);
  const nom = createNom(alea, monde.commande.profil, lignee);
  const mineurs = tirerMineurs(alea, nom, lignee, le);
  if (alea.chance(0.02)) mineurs.push({ ...ENFANT_A_NAITRE, nom, termePrevu: le + alea.entier(20, 180) });
  const adultes: AdulteDuFoyer[] = (['mere', 'pere'] as const)
    .filter(() => alea.chance(0.78))
    .map((qualite) => ({
      qualite,
      titulaire: true,
      nom: qualite === 'pere' ? nom : createNom(alea, monde.commande.profil, lignee),
      prenom: createPrenom(alea, qualite === 'mere' ? 'F' : 'M', le - alea.entier(24, 48) * 365, lignee),
      telephone: alea.chance(0.6) ? createTelephone(alea, true) : null,
      personneId: null,
    }));
  return {
    mineurs,
    adultes,
    adresse: {
      voie: `${alea.entier(1, 120)} ${alea.choix(VOIES)}`,
      codePostal: bassin.commune.codesPostaux[0] ?? null,
      communeCode: bassin.commune.codeInsee,
      communeNom: bassin.commune.nom,
    },
    menageId: null,
    uniteId: bassin.siteId,
  };
}

const ENFANT_A_NAITRE: MineurDuFoyer = {
  nom: null,
  prenom: null,
  sexe: 'inconnu',
  naissance: null,
  ageEstime: null,
  termePrevu: null,
  enfantId: null,
};

function tirerMineurs(alea: Alea, nom: string, lignee: Lignee, le: Numero): MineurDuFoyer[] {
  const taille = Number(alea.pondere({ 1: 0.62, 2: 0.22, 3: 0.1, 4: 0.06 }));
  const partiel = alea.chance(0.08);
  const aine = alea.entier(1, 16);
  return Array.from({ length: taille }, (_, i) => {
    const sexe = alea.chance(0.52) ? 'M' : 'F';
    const naissance = le - Math.round((Math.max(0.2, aine - i * 2.3) + alea.reel() * 0.9) * 365.25);
    return {
      nom,
      prenom: partiel ? null : createPrenom(alea, sexe, naissance, lignee),
      sexe: sexe === 'F' ? 'feminin' : 'masculin',
      naissance: partiel ? null : naissance,
      ageEstime: partiel ? Math.floor((le - naissance) / 365.25) : null,
      termePrevu: null,
      enfantId: null,
    };
  });
}

/** La ligne d'un mineur, telle que l'information le décrit. */
export function formatMineur(id: string, informationId: string, rang: number, mineur: MineurDuFoyer) {
  const { naissance, termePrevu, ...identite } = mineur;
  return {
    id,
    informationId,
    rang,
    role: rang === 1 ? 'signale' : 'autre-du-foyer',
    ...identite,
    dateNaissance: naissance === null ? null : formatNumero(naissance),
    naissancePrecision: naissance === null ? 'inconnue' : 'exacte',
    aNaitre: termePrevu !== null,
    termePrevu: termePrevu === null ? null : formatNumero(termePrevu),
  };
}
