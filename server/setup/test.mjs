import './require-node.mjs'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { browser } from './browser.mjs'
import { build } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { checkStage, playwrightStage, setUpStage, vitestStage } from './stages.mjs'
import { root, say, seconds } from './steps.mjs'

const E2E = 'End-to-end tests in Chromium'

// What an operator sets for a server must not change what the tests see.
delete process.env.NODE_ENV
rmSync(path.join(root, 'build/test'), { recursive: true, force: true })

const ready = await runStage(
  setUpStage('Set-up', async () => {
    await install()
    await generate()
  }),
)
summarise(ready.faults.length === 0 ? [ready, ...(await runChecks())] : [ready])

/** Every check runs, whatever became of the one before. */
async function runChecks() {
  // Two at a time: each of them uses one processor, and says little unless it fails.
  const [built, imports] = await Promise.all([
    runStage(setUpStage('Build', build)),
    runStage(
      checkStage('Import rules', 'imports', [
        ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'server', 'prisma', 'tests'],
      ]),
    ),
  ])
  const [types, lint] = await Promise.all([
    runStage(
      checkStage('Types', 'types', [
        ['node_modules/@react-router/dev/bin.js', 'typegen'],
        ['node_modules/typescript/bin/tsc', '--noEmit'],
      ]),
    ),
    runStage(checkStage('Lint', 'lint', [['node_modules/eslint/bin/eslint.js', '.']])),
  ])
  const folders = ['tests/unit', 'tests/contracts', 'tests/sync']
  const tests = await runStage(vitestStage('Unit, contract and sync tests', folders))
  const chromium = await runStage(setUpStage('A Chromium', browser))
  const canOpenPages = [built, chromium].every(({ faults }) => faults.length === 0)
  const endToEnd = canOpenPages
    ? await runStage(playwrightStage(E2E, 'tests/e2e'))
    : { title: E2E, passed: 0, faults: ['not run, for what is missing above'], took: seconds(0) }
  return [built, imports, types, lint, tests, chromium, endToEnd]
}

/** @param {import('./stages.mjs').Stage} stage */
async function runStage({ title, work }) {
  say(`\n── ${title}`)
  const started = performance.now()
  const result = await work()
  return { title, ...result, took: seconds(performance.now() - started) }
}

/** @param {Awaited<ReturnType<typeof runStage>>[]} results */
function summarise(results) {
  say('\n── Summary')
  for (const { title, passed, faults, took } of results) {
    say(`${faults.length === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${faults.length} failed (${took})`)
    for (const fault of faults) say(`    ${fault}`)
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.faults.length, 0)
  process.exitCode = failed === 0 ? 0 : 1
  say(`\n${passed} passed, ${failed} failed`)
}
