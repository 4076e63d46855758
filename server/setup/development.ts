import type { Server } from 'node:http'
import type { EnvironmentModuleNode, ViteDevServer } from 'vite'
import type * as App from '../app'
import { projectRoot } from './project-paths'

const ENTRY = './server/app.ts'
/** Understood by server/setup/dev.mjs. */
const START_AGAIN = 'start-again'

/**
 * Vite inside our server: routes and views are replaced while it runs, and its own socket shares our
 * port (it takes only upgrades with the protocol `vite-hmr`, ours only those below /sync/).
 */
export async function loadForDevelopment(server: Server) {
  const { createServer } = await import('vite')
  const developmentServer = await createServer({
    root: projectRoot,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  })
  startAgainWhenServerChanges(developmentServer)
  const { createApplication } = (await developmentServer.ssrLoadModule(ENTRY)) as typeof App
  return { createApplication, developmentServer }
}

// What server/app.ts has loaded lives in rooms and sessions and cannot be replaced under them.
function startAgainWhenServerChanges({ environments, watcher }: ViteDevServer): void {
  watcher.on('change', (file) => {
    if (isLoadedByServer(environments.ssr.moduleGraph.getModulesByFile(file))) process.send?.(START_AGAIN)
  })
}

function isLoadedByServer(changed: Iterable<EnvironmentModuleNode> = []): boolean {
  const seen = new Set<EnvironmentModuleNode>()
  const open = [...changed]
  for (let module = open.pop(); module; module = open.pop()) {
    if (seen.has(module)) continue
    seen.add(module)
    if (module.url.endsWith('/server/app.ts')) return true
    // The routes hang on this one, and Vite replaces them without our help.
    if (!module.url.includes('virtual:react-router')) open.push(...module.importers)
  }
  return false
}
