import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root, run, say, SetupFailed, step } from './steps.mjs'

/** Installs what package-lock.json asks for and is not there. Nothing is written when all of it is. */
export async function install() {
  if (!isInstalled()) await step('Installing packages (a minute or two the first time)', installPackages)
  if (!sqliteLoads()) await step('Setting up the SQLite driver for this Node', buildSqlite)
}

// Not `npm ci`: it refuses a lock file without the optional packages of every other operating system, which is
// what npm writes where a registry mirror does not carry them. This installs what is locked and writes no lock file.
async function installPackages() {
  await npm('install', ['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional'], {
    failure: 'The packages could not be installed: is the package registry reachable?',
  })
  if (!isInstalled()) throw new SetupFailed('package-lock.json does not fit package.json: run npm install once.')
}

// npm itself keeps this record, and writes it only when an installation has come to its end.
const INSTALLED = 'node_modules/.package-lock.json'

function isInstalled() {
  if (!existsSync(path.join(root, INSTALLED))) return false
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn(INSTALLED)
  return Object.entries(wanted).every(([place, { version, integrity, optional, link }]) => {
    if (place === '' || link) return true
    const found = present[place]
    // Optional ones are for other operating systems.
    return found ? found.version === version && found.integrity === integrity : optional === true
  })
}

/** @param {string} file @returns {Record<string, Record<string, unknown>>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
}

// In a process of its own: a driver made for another Node can end the process that loads it.
function sqliteLoads() {
  const probe = `new (require('better-sqlite3'))(':memory:').prepare('SELECT 1').get()`
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0
}

async function buildSqlite() {
  let told = false
  await npm('sqlite', ['rebuild', 'better-sqlite3', '--foreground-scripts', '--ignore-scripts=false'], {
    env: { ...process.env, ...ownHeaders() },
    failure:
      'The SQLite driver could not be set up. Where its ready-made file cannot be fetched it is compiled, ' +
      'which needs python3, make and g++ (Debian: apt-get install python3 make g++).',
    heard: (output) => {
      if (told || !/node-gyp|gyp info|No prebuilt binaries|prebuild-install warn/.test(output)) return
      told = true
      say('  its ready-made file could not be fetched, so it is compiled here: about 90 s on two cores …')
    },
  })
  if (!sqliteLoads()) {
    throw new SetupFailed('The SQLite driver does not load.', path.join(root, 'build/log/sqlite.log'))
  }
}

// Most Nodes come with the headers that compiling needs; node-gyp would download them all the same.
function ownHeaders() {
  const nodedir = path.resolve(path.dirname(process.execPath), '..')
  return existsSync(path.join(nodedir, 'include/node/node_version.h')) ? { npm_config_nodedir: nodedir } : {}
}

/**
 * @param {string} name of the log
 * @param {string[]} args
 * @param {{ failure: string, heard?: (output: string) => void, env?: NodeJS.ProcessEnv }} options
 */
function npm(name, args, options) {
  const script = process.env.npm_execpath
  const started = script && /npm-cli\.c?js$/.test(script)
  return run({
    name,
    command: started ? process.execPath : 'npm',
    args: started ? [script, ...args] : args,
    ...options,
  })
}
