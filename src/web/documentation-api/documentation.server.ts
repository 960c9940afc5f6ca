import { API } from '#server/api/entrees.ts';
import { buildOpenApi } from '#server/api/openapi.ts';
import { PROBLEMES } from '#server/api/problemes.ts';
import { buildGroupes, formatPhrase } from './documentation-view.ts';

/** Ce que la page montre : les entrées de l'API par sujet, et les problèmes qu'elle rend. */
export function buildDocumentation(adresse: string) {
  const description = buildOpenApi(API);
  return {
    adresse,
    presentation: description.info.description,
    groupes: buildGroupes(description, adresse),
    problemes: Object.entries(PROBLEMES).map(([nom, probleme]) => ({
      nom,
      ...probleme,
      texte: formatPhrase(probleme.texte),
    })),
  };
}
