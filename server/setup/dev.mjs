import './require-node.mjs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { bundleOptions } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { giveUp, root, say } from './steps.mjs'

const DIRECTORY = 'build/dev'
/** Several files saved at once start the server once. */
const SETTLE_MS = 200

try {
  await install()
  await generate()
  await watch(keepRunning())
} catch (error) {
  giveUp(error)
}

/** Builds server.js and the workers, and calls `built` after each build that succeeded. @param {() => void} built */
async function watch(built) {
  const { context } = await import('esbuild')
  const options = bundleOptions(DIRECTORY)
  const bundles = await context({
    ...options,
    logLevel: 'warning',
    plugins: [
      ...(options.plugins ?? []),
      {
        name: 'start-after-build',
        setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? built() : undefined)),
      },
    ],
  })
  await bundles.watch()
}

/** Runs the server; each call of what is returned starts it, or starts it again. */
function keepRunning() {
  /** @type {import('node:child_process').ChildProcess | null} */
  let server = null
  /** @type {NodeJS.Timeout | undefined} */
  let waiting

  function start() {
    waiting = undefined
    if (server) {
      say('• The server has changed: starting it again')
      server.once('exit', run)
      server.kill('SIGTERM')
    } else {
      run()
    }
  }

  function run() {
    server = spawn(process.execPath, ['--enable-source-maps', path.join(DIRECTORY, 'server.js'), '--dev'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development', OPERATOR_NODE_ENV: 'development' },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    server.on('message', (message) => {
      if (message === 'start-again') soon()
    })
    server.on('exit', () => {
      server = null
    })
  }

  function soon() {
    clearTimeout(waiting)
    waiting = setTimeout(start, SETTLE_MS)
  }

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      if (!server) process.exit(0)
      server.removeAllListeners('exit')
      server.once('exit', () => process.exit(0))
      // A terminal's Ctrl-C has reached the server too; a second one would cut its orderly stop short.
      if (signal === 'SIGTERM') server.kill(signal)
    })
  }
  return soon
}
