import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

// The server's own code (server/app.ts) is the entry of the server build, so that the web app
// and the sync server share one copy of every module, Yjs above all.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), reactRouter()],
  build: isSsrBuild ? { rollupOptions: { input: './server/app.ts' }, target: 'node20' } : {},
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
}))
