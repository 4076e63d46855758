import './require-node.mjs'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { browser } from './browser.mjs'
import { prepare } from './prepare.mjs'
import { root, say, seconds, step } from './steps.mjs'
import { checkStage, playwrightStage, vitestStage } from './stages.mjs'

const STAGES = [
  checkStage('Types', 'types', [
    ['node_modules/@react-router/dev/bin.js', 'typegen'],
    ['node_modules/typescript/bin/tsc', '--noEmit'],
  ]),
  checkStage('Lint', 'lint', [['node_modules/eslint/bin/eslint.js', '.']]),
  checkStage('Import rules', 'imports', [
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'server', 'prisma', 'tests'],
  ]),
  vitestStage('Unit, contract and sync tests', ['tests/unit', 'tests/contracts', 'tests/sync']),
  playwrightStage('End-to-end tests in Chromium', 'tests/e2e'),
]

try {
  await prepare()
  rmSync(path.join(root, 'build/test'), { recursive: true, force: true })
  await step('Looking for a Chromium', browser)
  await runAll()
} catch (error) {
  say(`\n✗ ${error instanceof Error ? error.message : error}`)
  say('0 passed, 1 failed')
  process.exitCode = 1
}

/** Every stage runs, whatever became of the one before; the last line sums them up. */
async function runAll() {
  const results = []
  for (const { title, work } of STAGES) {
    say(`\n── ${title}`)
    const started = performance.now()
    const result = await work()
    results.push({ title, ...result, took: seconds(performance.now() - started) })
  }
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
