import {
  type CommuneOfficielle,
  findDepartementOfficiel,
  listCommunesOfficielles,
} from '#modules/organisation/index.server.ts';
import { type Alea, createAlea } from '../alea.ts';
import { parseNumero } from '../calendrier.ts';
import { listTerritoiresPrevus } from '../creches/plan.ts';
import { formatPeriode } from '../lignes.ts';
import { createTelephone } from '../noms/identite.ts';
import { VOIES } from '../noms/lieux.ts';
import { CODES_DEPARTEMENT, type Commande } from '../parametres/profils.ts';
import type { LigneSecteur, LigneUnite, NatureUnite } from './lignes.ts';
import { DECOUPAGES } from './territoires/decoupages.ts';
import type { SiteDecrit, TerritoireDecrit } from './territoires/territoire.ts';

/** Un bassin de population desservi par un site : c'est là que l'on tire où vit une famille. */
export type Bassin = {
  commune: CommuneOfficielle;
  quartier: string;
  siteId: string;
  territoireCode: string;
  poids: number;
};

export type Unites = {
  unites: LigneUnite[];
  secteurs: LigneSecteur[];
  bassins: Bassin[];
  communes: CommuneOfficielle[];
  departement: { code: string; nom: string };
  idDe: (code: string) => string;
};

const DEPUIS = parseNumero('2012-01-01');

/** Les services centraux, présents dans tous les profils : code, nom, nature, code du parent. */
const listCentraux = (direction: string): [string, string, NatureUnite, string][] => [
  ['DGA', 'Direction générale adjointe des solidarités', 'direction', 'DEP'],
  ['DEF', direction, 'direction', 'DGA'],
  ['POLE', 'Pôle départemental de protection de l’enfance', 'service', 'DEF'],
  ['CRIP', 'Cellule de recueil des informations préoccupantes', 'service', 'POLE'],
  ['ETAB', 'Établissements, contrôle et tarification', 'service', 'POLE'],
  ['FAM', 'Accueil familial', 'service', 'POLE'],
  ['MNA', 'Mineurs non accompagnés et jeunes majeurs', 'service', 'POLE'],
  ['STAT', 'Statut de l’enfant et adoption', 'service', 'POLE'],
  ['STRA', 'Stratégie départementale et observatoire', 'service', 'DEF'],
  ['SAF', 'Service administratif et financier', 'service', 'DEF'],
  ['PE', 'Petite enfance et protection maternelle et infantile', 'service', 'DEF'],
  ['DSI', 'Systèmes d’information et usages numériques', 'service', 'DEP'],
];

export function findSiteDeCommune(
  commune: CommuneOfficielle,
  territoires: readonly TerritoireDecrit[],
): SiteDecrit | undefined {
  const sites = territoires.flatMap((t) => t.sites);
  return (
    sites.find((s) => s.communes?.includes(commune.nom)) ??
    sites.find((s) => s.postaux?.includes(commune.codesPostaux[0] ?? '')) ??
    sites.find((s) => s.intercommunalites?.includes(commune.intercommunalite ?? ''))
  );
}

type UniteDecrite = { code: string; nom: string; nature: NatureUnite; parent: string | null; commune: string | null };

export function buildUnites(commande: Commande): Unites {
  const { territoires } = DECOUPAGES[commande.profil];
  const code = CODES_DEPARTEMENT[commande.profil];
  const communes = listCommunesOfficielles(code);
  const alea = createAlea(commande.graine, commande.profil, 'unites');
  const nom = findDepartementOfficiel(code)?.nom ?? code;
  const decrites = [...listUnitesDecrites(commande.profil, nom, communes), ...listUnitesDesCreches(commande)];
  const parCode = new Map(decrites.map((u) => [u.code, alea.flux(u.code).identifiant(DEPUIS)]));
  const idDe = (codeUnite: string) => {
    const id = parCode.get(codeUnite);
    if (id === undefined) throw new Error(`Unité inconnue : ${codeUnite}`);
    return id;
  };
  const sites = new Map(
    territoires.flatMap((t) =>
      t.sites.map((s, i) => [s, { id: idDe(`${t.code}-${i + 1}`), territoire: t.code }] as const),
    ),
  );
  const bassins = rattacher(communes, territoires, sites);
  const secteurs = bassins.map((b) => ({
    id: alea.flux('secteur', b.commune.codeInsee, b.quartier).identifiant(DEPUIS),
    communeCode: b.commune.codeInsee,
    quartier: b.quartier,
    uniteId: b.siteId,
    periode: formatPeriode(DEPUIS, null),
  }));
  const unites = decrites.map((u) => createUnite(u, alea.flux(u.code, 'fiche'), idDe));
  return { unites, secteurs, bassins, communes, departement: { code, nom }, idDe };
}

/** L'arbre, du département aux sites : un parent vient toujours avant ses enfants. */
function listUnitesDecrites(
  profil: Commande['profil'],
  nom: string,
  communes: readonly CommuneOfficielle[],
): UniteDecrite[] {
  const decrit = DECOUPAGES[profil];
  const chefLieu = findDepartementOfficiel(CODES_DEPARTEMENT[profil])?.chefLieu ?? null;
  const codeDe = (nomCommune: string | undefined) => {
    const trouvee = communes.find((c) => c.nom === nomCommune);
    if (!trouvee) throw new Error(`Commune inconnue dans ce département : ${nomCommune}`);
    return trouvee.codeInsee;
  };
  return [
    { code: 'DEP', nom: `Département – ${nom}`, nature: 'departement', parent: null, commune: chefLieu },
    ...listCentraux(decrit.direction).map(([code, n, nature, parent]) => ({
      code,
      nom: n,
      nature,
      parent,
      commune: chefLieu,
    })),
    ...decrit.territoires.flatMap((t): UniteDecrite[] => [
      {
        code: t.code,
        nom: nommer(decrit.motTerritoire, t.nom),
        nature: 'territoire',
        parent: 'POLE',
        commune: codeDe(t.sites[0]?.commune),
      },
      ...t.sites.map((s, i) => ({
        code: `${t.code}-${i + 1}`,
        nom: nommer(decrit.motSite, s.nom),
        nature: 'site' as const,
        parent: t.code,
        commune: codeDe(s.commune),
      })),
    ]),
  ];
}

/** Les territoires de la petite enfance, et leurs crèches. */
const listUnitesDesCreches = (commande: Commande): UniteDecrite[] =>
  listTerritoiresPrevus(commande).flatMap(({ code, nom, commune, creches }): UniteDecrite[] => [
    { code, nom, nature: 'territoire', parent: 'PE', commune: commune.codeInsee },
    ...creches.map((c) => ({
      code: c.code,
      nom: c.nom,
      nature: 'eaje' as const,
      parent: code,
      commune: c.commune.codeInsee,
    })),
  ]);

function createUnite(
  { code, nom, nature, parent, commune }: UniteDecrite,
  alea: Alea,
  idDe: (code: string) => string,
): LigneUnite {
  return {
    id: idDe(code),
    code,
    nom,
    nature,
    parentId: parent === null ? null : idDe(parent),
    periode: formatPeriode(DEPUIS, null),
    adresse: `${alea.entier(1, 60)} ${alea.choix(VOIES)}`,
    communeCode: commune,
    telephone: createTelephone(alea, false),
  };
}

const nommer = (mot: string, nom: string) => (nom.startsWith(mot) ? nom : `${mot} – ${nom}`);

function rattacher(
  communes: readonly CommuneOfficielle[],
  territoires: readonly TerritoireDecrit[],
  sites: ReadonlyMap<SiteDecrit, { id: string; territoire: string }>,
): Bassin[] {
  const bassin = (commune: CommuneOfficielle, quartier: string, decrit: SiteDecrit, parts: number): Bassin => {
    const site = sites.get(decrit);
    if (!site) throw new Error(`Site sans unité : ${decrit.nom}`);
    return {
      commune,
      quartier,
      siteId: site.id,
      territoireCode: site.territoire,
      poids: (commune.population ?? 100) / parts,
    };
  };
  return communes.flatMap((commune) => {
    const parts = territoires
      .flatMap((t) => t.sites)
      .flatMap((decrit) => (decrit.quartiers?.[commune.nom] ?? []).map((quartier) => ({ decrit, quartier })));
    if (parts.length > 0) return parts.map(({ decrit, quartier }) => bassin(commune, quartier, decrit, parts.length));
    const decrit = findSiteDeCommune(commune, territoires);
    if (!decrit)
      throw new Error(`Aucun site ne dessert ${commune.nom} (${commune.codeInsee}, ${commune.intercommunalite})`);
    return [bassin(commune, '', decrit, 1)];
  });
}
