import { type CommuneOfficielle, listCommunesOfficielles } from '#modules/organisation/index.server.ts';
import { createAlea } from '../alea.ts';
import { NOMS_CRECHES } from '../noms/creches.ts';
import { DECOUPAGES } from '../organisation/territoires/decoupages.ts';
import type { SiteDecrit } from '../organisation/territoires/territoire.ts';
import { CRECHES } from '../parametres/creches.ts';
import { CODES_DEPARTEMENT, type Commande } from '../parametres/profils.ts';

/** Une crèche à ouvrir : sa place dans le plan ne change pas avec l'échelle, donc ni son nom, ni ses murs. */
export type CrechePrevue = {
  code: string;
  nom: string;
  territoireCode: string;
  places: number;
  commune: CommuneOfficielle;
};
export type TerritoirePrevu = { code: string; nom: string; commune: CommuneOfficielle; creches: CrechePrevue[] };

const COMMUNES_PAR_TERRITOIRE = 6;

/** Les six territoires de la petite enfance, ou les premiers dans un petit jeu, et leurs crèches. */
export function listTerritoiresPrevus(commande: Commande): TerritoirePrevu[] {
  const communes = listCommunesDesTerritoires(commande);
  const nombres = computeNombres(commande.echelle);
  let rang = 0;
  return CRECHES.places.valeur.flatMap((places, t) => {
    const siennes = communes[t] ?? [];
    const [chefLieu] = siennes;
    if (!chefLieu) throw new Error('Un territoire de la petite enfance sans commune');
    const debut = rang;
    rang += places.length;
    const code = `PE-${t + 1}`;
    const creches = places.slice(0, nombres[t] ?? 0).map((n, i): CrechePrevue => {
      const codeCreche = `C-${t + 1}${String(i + 1).padStart(2, '0')}`;
      const alea = createAlea(commande.graine, commande.profil, 'creches', codeCreche, 'plan');
      return {
        code: codeCreche,
        nom: `Crèche ${NOMS_CRECHES[debut + i] ?? codeCreche}`,
        territoireCode: code,
        places: n,
        commune: tirerCommune(alea.reel(), siennes),
      };
    });
    return creches.length === 0 ? [] : [{ code, nom: `Petite enfance – ${chefLieu.nom}`, commune: chefLieu, creches }];
  });
}

/** Combien de crèches par territoire : toutes à l'échelle 1 ; dans un petit jeu, deux territoires, et le premier d'abord. */
function computeNombres(echelle: number): number[] {
  const toutes = CRECHES.places.valeur.map((l) => l.length);
  const total = Math.min(
    toutes.reduce((somme, n) => somme + n, 0),
    Math.max(4, Math.round(echelle * 81)),
  );
  const servis = Math.max(2, Math.min(toutes.length, Math.floor(total / 4)));
  const nombres = Array.from({ length: servis }, (_, i) => Math.floor(total / servis) + (i < total % servis ? 1 : 0));
  if (servis < toutes.length) {
    nombres[0] = (nombres[0] ?? 0) + 1;
    nombres[servis - 1] = (nombres[servis - 1] ?? 0) - 1;
  }
  return nombres;
}

/** Les sites du département, en six groupes voisins ; chacun garde ses communes les plus peuplées. */
function listCommunesDesTerritoires({ profil }: Commande): CommuneOfficielle[][] {
  const sites = DECOUPAGES[profil].territoires.flatMap((t) => t.sites);
  const communes = listCommunesOfficielles(CODES_DEPARTEMENT[profil]);
  const prises = new Set<string>();
  return CRECHES.places.valeur.map((_, t, liste) => {
    const groupe = sites.slice(
      Math.floor((t * sites.length) / liste.length),
      Math.floor(((t + 1) * sites.length) / liste.length),
    );
    const siennes = communes
      .filter((c) => !prises.has(c.codeInsee) && groupe.some((site) => isServie(c, site)))
      .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.codeInsee.localeCompare(b.codeInsee))
      .slice(0, COMMUNES_PAR_TERRITOIRE);
    for (const c of siennes) prises.add(c.codeInsee);
    return siennes;
  });
}

const isServie = (c: CommuneOfficielle, site: SiteDecrit): boolean =>
  site.commune === c.nom ||
  (site.communes?.includes(c.nom) ?? false) ||
  site.quartiers?.[c.nom] !== undefined ||
  (site.postaux?.includes(c.codesPostaux[0] ?? '') ?? false);

function tirerCommune(reel: number, communes: readonly CommuneOfficielle[]): CommuneOfficielle {
  let reste = reel * communes.reduce((somme, c) => somme + Math.sqrt(c.population ?? 100), 0);
  for (const c of communes) {
    reste -= Math.sqrt(c.population ?? 100);
    if (reste < 0) return c;
  }
  return communes[0] as CommuneOfficielle;
}
