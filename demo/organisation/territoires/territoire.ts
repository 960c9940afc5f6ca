/**
 * Le découpage du département en territoires et sites. Les communes y sont rattachées par leur nom, sinon par leur
 * premier code postal, sinon par leur intercommunalité : c'est la géographie que donnent les fichiers publics.
 */
export type SiteDecrit = {
  nom: string;
  commune: string;
  communes?: readonly string[];
  postaux?: readonly string[];
  intercommunalites?: readonly string[];
  /** Quartiers desservis dans les communes partagées entre plusieurs sites. */
  quartiers?: Readonly<Record<string, readonly string[]>>;
};
export type TerritoireDecrit = { code: string; nom: string; sites: readonly SiteDecrit[] };

export type DecoupageDecrit = {
  motTerritoire: string;
  motSite: string;
  direction: string;
  territoires: readonly TerritoireDecrit[];
  tribunaux: readonly { ville: string; cabinets: number }[];
  courAppel: string;
};
