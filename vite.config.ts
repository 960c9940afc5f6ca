import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  build: {
    // Aucun fichier n'est recopié en `data:` dans les feuilles de style : la CSP reste simple.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
  },
  environments: {
    ssr: { build: { rollupOptions: { input: 'src/server/http.ts' } } },
  },
});
