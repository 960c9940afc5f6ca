import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchRoutes } from 'react-router';

type RouteDuManifeste = { path?: string; index?: boolean; hasDefaultExport: boolean };

/** A page people open (`estPage`), or an address that answers with a file or leads elsewhere. */
export type RouteConstruite = { readonly chemin: string; readonly estPage: boolean };

const CLIENT = join(import.meta.dirname, '../../build/client/assets');

/** Every route of the build, as browsers receive them: a new page is in this list without anybody adding it. */
export function listRoutesConstruites(): RouteConstruite[] {
  return Object.values(readManifeste())
    .filter(({ path, index }) => index || (path !== undefined && path !== '' && !path.endsWith('*')))
    .map(({ path, hasDefaultExport }) => ({ chemin: `/${path ?? ''}`, estPage: hasDefaultExport }));
}

/** From an address to the route that answers it: `/organisation/agents/:id`; undefined when none does. */
export function createReconnaissance(): (chemin: string) => string | undefined {
  const routes = listRoutesConstruites().map(({ chemin }) => ({ path: chemin }));
  return (chemin) => matchRoutes(routes, chemin)?.at(-1)?.route.path;
}

function readManifeste(): Record<string, RouteDuManifeste> {
  const [fichier] = globSync('manifest-*.js', { cwd: CLIENT });
  if (fichier === undefined) throw new Error('Les pages ne sont pas construites : `npm test` les construit');
  const texte = readFileSync(join(CLIENT, fichier), 'utf8');
  return JSON.parse(texte.slice(texte.indexOf('{'), texte.lastIndexOf('}') + 1)).routes;
}
