import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { compressAssets } from './compress-assets.mjs'
import { fingerprint, whenChanged } from './fingerprint.mjs'
import { giveUp, root, run, say, SetupFailed, step } from './steps.mjs'

/** Everything that the builds read. Migrations are read when the server starts, from where they are. */
const SOURCES = [
  'app',
  'server',
  'public',
  'prisma',
  'vite.config.ts',
  'remix.config.js',
  'react-router.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const NOT_BUILT = ['prisma/generated', 'prisma/migrations']

/** Builds the web application and the server's bundles when what they are made from has changed. */
export async function build() {
  const built = await whenChanged({
    stamp: 'build/.made-from',
    from: fingerprint(SOURCES, NOT_BUILT),
    make: async () => {
      await step('Building the web application (half a minute)', buildWeb)
      await step('Building the server and its workers', () => buildBundles('build'))
    },
  })
  if (!built) say('• Nothing has changed since the last build')
}

async function buildWeb() {
  rmSync(path.join(root, 'build/web'), { recursive: true, force: true })
  await run({
    name: 'web',
    command: process.execPath,
    args: ['node_modules/@react-router/dev/bin.js', 'build'],
    env: { ...process.env, NODE_ENV: 'production' },
    failure: 'The web application could not be built.',
  })
  compressAssets(path.join(root, 'build/web/client/assets'))
}

/** @param {string} directory relative to the project */
async function buildBundles(directory) {
  const { build: bundle, stop } = await import('esbuild')
  rmSync(path.join(root, directory, 'workers'), { recursive: true, force: true })
  try {
    await bundle(bundleOptions(directory))
  } catch (error) {
    throw new SetupFailed(`The server could not be built: ${error instanceof Error ? error.message : error}`)
  } finally {
    await stop()
  }
}

/**
 * esbuild's options for server.js and one file a worker, `workers/NAME.worker.js`, below `directory`.
 * @param {string} directory relative to the project
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions(directory) {
  return {
    absWorkingDir: root,
    entryPoints: [
      { in: 'server/index.ts', out: 'server' },
      ...workerSources().map((file) => ({ in: file, out: `workers/${path.basename(file, '.ts')}` })),
    ],
    outdir: directory,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    loader: { '.typ': 'text' },
    plugins: [viewsStayInTheBrowser, rawText],
    logLevel: 'silent',
  }
}

/** Every server/**\/NAME.worker.ts. @returns {string[]} */
function workerSources() {
  const files = readdirSync(path.join(root, 'server'), { recursive: true })
    .map((file) => path.posix.join('server', String(file).replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith('.worker.ts') && statSync(path.join(root, file)).isFile())
  const names = files.map((file) => path.basename(file))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new SetupFailed(`Two workers have the name ${twice}.`)
  return files
}

// A kind names its view lazily; no worker opens it, and React must not come along.
/** @type {import('esbuild').Plugin} */
const viewsStayInTheBrowser = {
  name: 'views-stay-in-the-browser',
  setup(pluginBuild) {
    const views = /[\\/]app[\\/]artefacts[\\/][^\\/]+[\\/]view([\\/]|$)/
    pluginBuild.onResolve({ filter: /^\.{1,2}\// }, ({ path: imported, resolveDir }) => {
      const file = path.resolve(resolveDir, imported)
      return views.test(file) ? { path: file, namespace: 'view' } : undefined
    })
    pluginBuild.onLoad({ filter: /.*/, namespace: 'view' }, () => ({ contents: 'export default undefined' }))
  },
}

// As in Vite: `import text from './layout.typ?raw'`.
/** @type {import('esbuild').Plugin} */
const rawText = {
  name: 'raw-text',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^\..*\?raw$/ }, ({ path: imported, resolveDir }) => ({
      path: path.resolve(resolveDir, imported.slice(0, -'?raw'.length)),
      namespace: 'raw',
    }))
    pluginBuild.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path: file }) => {
      const { readFile } = await import('node:fs/promises')
      return { contents: await readFile(file, 'utf8'), loader: 'text', watchFiles: [file] }
    })
  },
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch(giveUp)
}
