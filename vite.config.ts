import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { tellScripts } from './server/setup/tell-scripts'

// The server's own code (server/app.ts) is the entry of the server build, so that the web app
// and the sync server share one copy of every module, Yjs above all.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    reactRouter(),
    isSsrBuild ? undefined : tellScripts(),
    // React Aria ships its words in some thirty languages; the page needs three.
    { ...optimizeLocales.vite({ locales: ['fi-FI', 'sv-SE', 'en-GB', 'en-US'] }), enforce: 'pre' as const },
  ],
  build: isSsrBuild
    ? { rollupOptions: { input: './server/app.ts' }, target: 'node20' }
    : { rollupOptions: { output: { experimentalMinChunkSize: 8_000, manualChunks: ownChunk } } },
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
}))

/** All icons in one file: by itself each that two pages share becomes a file of its own (docs/decisions/few-scripts-a-page.md). */
function ownChunk(id: string): string | undefined {
  return id.includes('/lucide-react/dist/esm/icons/') ? 'icons' : undefined
}
