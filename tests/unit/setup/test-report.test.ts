import { describe, expect, it } from 'vitest'
import { judge, playwrightTests, vitestTests } from '../../../server/setup/stages.mjs'
import { projectRoot } from '../../../server/setup/project-paths'

const passed = (file: string) => ({ file, name: 'works', state: 'passed' as const })

describe('npm test', () => {
  it('is content when every folder ran a test and all passed', () => {
    expect(judge(0, ['tests/unit'], [passed('tests/unit/a.test.ts')])).toEqual({ passed: 1, faults: [] })
  })

  it('fails when a test was skipped, though the runner does not mind', () => {
    const skipped = { file: 'tests/unit/a.test.ts', name: 'later', state: 'skipped' as const }
    expect(judge(0, ['tests/unit'], [passed('tests/unit/a.test.ts'), skipped])).toEqual({
      passed: 1,
      faults: ['skipped: tests/unit/a.test.ts › later'],
    })
  })

  it('fails when a folder ran no test at all', () => {
    expect(judge(0, ['tests/unit', 'tests/sync'], [passed('tests/unit/a.test.ts')]).faults).toEqual([
      'no test ran in tests/sync',
    ])
  })

  it('fails when the runner failed beside its tests', () => {
    expect(judge(1, ['tests/unit'], [passed('tests/unit/a.test.ts')]).faults).toEqual(['the test runner ended with 1'])
  })

  it('reads a unit test file that does not load as failed', () => {
    const name = `${projectRoot}/tests/unit/a.test.ts`
    expect(vitestTests({ testResults: [{ name, status: 'failed', assertionResults: [] }] })).toEqual([
      { file: 'tests/unit/a.test.ts', name: '(the file itself)', state: 'failed' },
    ])
  })

  it('reads tests marked as pending or to do as skipped', () => {
    const assertionResults = ['passed', 'failed', 'pending', 'todo', 'skipped', 'disabled'].map((status) => ({
      fullName: status,
      status,
    }))
    const report = { testResults: [{ name: `${projectRoot}/tests/unit/a.test.ts`, status: 'passed', assertionResults }] }
    expect(vitestTests(report).map(({ state }) => state)).toEqual([
      'passed',
      'failed',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ])
  })

  it('reads an end-to-end test that passed only at the second try as failed, at every depth', () => {
    const spec = (status: string) => ({ file: 'chain.spec.ts', title: status, tests: [{ status }] })
    const suites = [{ specs: [spec('expected')], suites: [{ specs: [spec('flaky'), spec('unexpected'), spec('skipped')] }] }]
    expect(playwrightTests({ suites }, 'tests/e2e').map(({ file, state }) => `${file} ${state}`)).toEqual([
      'tests/e2e/chain.spec.ts passed',
      'tests/e2e/chain.spec.ts failed',
      'tests/e2e/chain.spec.ts failed',
      'tests/e2e/chain.spec.ts skipped',
    ])
  })
})
