import type { Config } from '@react-router/dev/config';
import { compressAssets } from './src/web/precompression.ts';

// appDirectory est `src` et non `src/web` : React Router ne génère les types `./+types/page`
// que pour les pages situées sous ce dossier, et les pages vivent dans leurs modules.
export default {
  appDirectory: 'src',
  ssr: true,
  // Toute la carte des pages arrive une fois dans un fichier mis en cache : le HTML reste maigre.
  routeDiscovery: { mode: 'initial' },
  buildEnd: async ({ reactRouterConfig }) => {
    await compressAssets(`${reactRouterConfig.buildDirectory}/client`);
  },
} satisfies Config;
