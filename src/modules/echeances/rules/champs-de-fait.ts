import { z } from 'zod';
import type { FaitDefini } from '#shared/obligation.ts';
import { MODULES_DE_DROIT } from './referentiel.ts';

/** Un champ d'un fait, tel qu'on le demande à l'écran. */
export type ChampDeFait = Readonly<{
  nom: string;
  libelle: string;
  aide: string | null;
  sorte: 'texte' | 'nombre' | 'jour' | 'choix' | 'oui';
  choix: readonly { valeur: string; libelle: string }[];
  requis: boolean;
}>;

export type TypeDeFait = Readonly<{
  type: string;
  titre: string;
  /** Le sujet sous lequel on le choisit. */
  groupe: string;
  date: string;
  champs: readonly ChampDeFait[];
}>;

type Propriete = {
  type?: string;
  format?: string;
  enum?: readonly string[];
  const?: string;
  description?: string;
  'x-libelles'?: Readonly<Record<string, string>>;
};

/** Les types de faits dans l'ordre du référentiel, chacun avec ses champs : l'écran se tire des définitions. */
export const TYPES_DE_FAIT: ReadonlyMap<string, TypeDeFait> = new Map(
  MODULES_DE_DROIT.flatMap(({ titre, faits = [] }) => faits.map((fait) => [fait.type, buildTypeDeFait(fait, titre)])),
);

function buildTypeDeFait({ type, titre, date, schema }: FaitDefini, groupe: string): TypeDeFait {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const champs = Object.entries(properties).map(([nom, propriete]) =>
    buildChamp(nom, propriete as Propriete, required.includes(nom)),
  );
  return { type, titre, groupe, date, champs };
}

function buildChamp(nom: string, propriete: Propriete, requis: boolean): ChampDeFait {
  const [libelle = nom, ...suite] = (propriete.description ?? nom).replace(/\.$/, '').split(/ ?[,;:] /);
  const codes = propriete.enum ?? [];
  return {
    nom,
    libelle,
    aide: suite.length > 0 ? `${suite.join(', ')}.` : null,
    sorte: findSorte(propriete),
    choix: codes.map((code) => ({ valeur: code, libelle: propriete['x-libelles']?.[code] ?? code })),
    requis,
  };
}

function findSorte({ type, format, enum: codes }: Propriete): ChampDeFait['sorte'] {
  if (codes) return 'choix';
  if (type === 'boolean') return 'oui';
  if (type === 'integer' || type === 'number') return 'nombre';
  return format === 'date' ? 'jour' : 'texte';
}
