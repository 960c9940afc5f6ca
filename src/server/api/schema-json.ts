import { z } from 'zod';

/** Un schéma JSON (2020-12), tel qu'OpenAPI 3.1 l'emploie. */
export type SchemaJson = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  required?: string[];
  properties?: Record<string, SchemaJson>;
  items?: SchemaJson;
  anyOf?: SchemaJson[];
  [cle: string]: unknown;
};

/** Bornes que Zod pose à tout entier : elles n'apprennent rien à qui lit le contrat. */
const ENTIER_SUR = Number.MAX_SAFE_INTEGER;

/**
 * Le schéma JSON d'un schéma Zod : ce qu'on envoie (`input`) ou ce qu'on reçoit (`output`). `champs` décrit les champs
 * du premier niveau. Un champ est exigé s'il n'accepte pas d'être absent, ce que l'on demande à Zod lui-même.
 */
export function buildSchemaJson(
  schema: z.ZodType,
  io: 'input' | 'output',
  champs: Readonly<Record<string, string>> = {},
): SchemaJson {
  const brut = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => adjust(zodSchema, jsonSchema as SchemaJson, io),
  });
  const { $schema: _, ...resultat } = structuredClone(brut) as SchemaJson;
  for (const [nom, description] of Object.entries(champs)) {
    const champ = resultat.properties?.[nom];
    if (champ) champ.description = description;
  }
  return resultat;
}

function adjust(zodSchema: z.core.$ZodType, json: SchemaJson, io: 'input' | 'output'): void {
  const { json: impose } = json as { json?: SchemaJson };
  if (impose) {
    const { description, default: defaut } = json;
    for (const cle of Object.keys(json)) delete json[cle];
    Object.assign(json, impose, description ? { description } : {}, defaut === undefined ? {} : { default: defaut });
  }
  // Un client doit accepter un champ nouveau : le contrat ne ferme pas les objets.
  if (json.additionalProperties === false) delete json.additionalProperties;
  delete json.readOnly;
  if (json.format === 'uuid') delete json.pattern;
  if (json.maximum === ENTIER_SUR) delete json.maximum;
  if (json.minimum === -ENTIER_SUR) delete json.minimum;
  if (io === 'input' && zodSchema instanceof z.ZodObject) json.required = listExiges(zodSchema);
  if (json.required?.length === 0) delete json.required;
}

function listExiges(schema: z.ZodObject): string[] {
  const champs = Object.entries(schema.shape as Record<string, z.ZodType>);
  return champs.filter(([, champ]) => !champ.safeParse(undefined).success).map(([nom]) => nom);
}
