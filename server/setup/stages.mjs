import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { outcome, root } from './steps.mjs'

/**
 * @typedef {{ passed: number, faults: string[] }} Result one line for each failure
 * @typedef {{ title: string, work: () => Promise<Result> }} Stage
 */

/**
 * Work of which only a failure counts, since it checks nothing.
 * @param {string} title @param {() => Promise<void>} work @returns {Stage}
 */
export function setUpStage(title, work) {
  return {
    title,
    async work() {
      try {
        await work()
        return { passed: 0, faults: [] }
      } catch (error) {
        return { passed: 0, faults: [error instanceof Error ? error.message : String(error)] }
      }
    },
  }
}

/**
 * A static check counts as one test.
 * @param {string} title @param {string} name of the log @param {string[][]} programs run by this Node, in order
 * @returns {Stage}
 */
export function checkStage(title, name, programs) {
  return {
    title,
    async work() {
      for (const args of programs) {
        const { code, log } = await outcome({ name, command: process.execPath, args, shown: true })
        if (code !== 0) return { passed: 0, faults: [`see ${path.relative(root, log)}`] }
      }
      return { passed: 1, faults: [] }
    },
  }
}

/** @param {string} title @param {string[]} folders each of which must have run a test @returns {Stage} */
export function vitestStage(title, folders) {
  const report = 'build/test/vitest.json'
  return {
    title,
    async work() {
      const { code } = await outcome({
        name: 'vitest',
        command: process.execPath,
        args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json',
          `--outputFile.json=${report}`],
        shown: true,
      })
      return judge(code, folders, vitestTests(readReport(report)))
    },
  }
}

/** @param {string} title @param {string} folder @returns {Stage} */
export function playwrightStage(title, folder) {
  const report = 'build/test/playwright.json'
  return {
    title,
    async work() {
      const { code } = await outcome({
        name: 'playwright',
        command: process.execPath,
        args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
        env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(root, report) },
        shown: true,
      })
      return judge(code, [folder], playwrightTests(readReport(report), folder))
    },
  }
}

/**
 * @typedef {{ file: string, name: string, state: 'passed' | 'failed' | 'skipped' }} Test
 * @param {number | null} code the runner's exit code
 * @param {string[]} folders
 * @param {Test[]} tests
 * @returns {Result}
 */
export function judge(code, folders, tests) {
  const passed = tests.filter(({ state }) => state === 'passed').length
  const faults = tests
    .filter(({ state }) => state !== 'passed')
    .map(({ file, name, state }) => `${state}: ${file} › ${name}`)
  for (const folder of folders) {
    if (!tests.some(({ file }) => file.startsWith(`${folder}/`))) faults.push(`no test ran in ${folder}`)
  }
  // What a runner reports beside its tests: an unhandled rejection, a file that does not load.
  if (code !== 0 && faults.length === 0) faults.push(`the test runner ended with ${code ?? 'no exit code'}`)
  return { passed, faults }
}

/**
 * @param {{ testResults?: { name: string, status: string,
 *           assertionResults: { fullName: string, status: string }[] }[] }} report
 * @returns {Test[]}
 */
export function vitestTests({ testResults = [] }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = inProject(name)
    const tests = assertionResults.map((test) => ({ file, name: test.fullName, state: vitestState(test.status) }))
    const failedOutsideTests = status === 'failed' && !tests.some(({ state }) => state === 'failed')
    /** @type {Test} */
    const outside = { file, name: '(the file itself)', state: 'failed' }
    return failedOutsideTests ? [...tests, outside] : tests
  })
}

/** @param {string} status @returns {Test['state']} */
function vitestState(status) {
  if (status === 'passed' || status === 'failed') return status
  return 'skipped'
}

/**
 * @typedef {{ suites?: PlaywrightSuite[],
 *             specs?: { file: string, title: string, tests: { status: string }[] }[] }} PlaywrightSuite
 * @param {PlaywrightSuite} report
 * @param {string} folder to which the report's file names are relative
 * @returns {Test[]}
 */
export function playwrightTests({ suites = [] }, folder) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map(({ status }) => ({
        file: path.posix.join(folder, spec.file),
        name: spec.title,
        state: playwrightState(status),
      })),
    ),
    ...playwrightTests(suite, folder),
  ])
}

/** @param {string} status @returns {Test['state']} */
function playwrightState(status) {
  if (status === 'expected') return 'passed'
  return status === 'skipped' ? 'skipped' : 'failed'
}

/** @param {string} file */
function inProject(file) {
  return path.relative(root, file).replaceAll(path.sep, '/')
}

/** @param {string} file */
function readReport(file) {
  const absolute = path.join(root, file)
  return existsSync(absolute) ? JSON.parse(readFileSync(absolute, 'utf8')) : {}
}
