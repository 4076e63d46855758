import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions } from 'esbuild'
import { projectRoot } from '../../../../server/setup/project-paths'

let made: Promise<string> | undefined

/** The directory with our server for figures and its workers, bundled as `npm start` bundles them. */
export function bundledServer(): Promise<string> {
  made ??= bundle()
  return made
}

async function bundle(): Promise<string> {
  const directory = 'build/bench'
  const script = pathToFileURL(path.join(projectRoot, 'server/setup/build.mjs')).href
  const { bundleOptions } = (await import(script)) as { bundleOptions(directory: string): BuildOptions }
  await build({
    ...bundleOptions(directory),
    entryPoints: {
      'log.worker': 'server/persistence/log.worker.ts',
      'content.worker': 'server/sync/content.worker.ts',
      'tahto-server': 'tests/bench/sync/subjects/tahto-server.ts',
    },
    logLevel: 'error',
  })
  return path.join(projectRoot, directory)
}
