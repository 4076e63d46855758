import { describe, expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../server/log'
import { temporaryServices } from '../support/temporary-services'

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  write(createLog((line) => lines.push(line)))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('is one JSON object a line, with when, how grave, what, and the cause', () => {
    const [info, error] = logged((log) => {
      log.info('backup.made', { bytes: 5 })
      log.error('backup.failed', new TypeError('no room'), { failures: 1 })
    })
    expect(info).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/), level: 'info', event: 'backup.made', bytes: 5 })
    expect(error).toMatchObject({ level: 'error', event: 'backup.failed', failures: 1 })
    expect(error?.cause).toMatch(/^TypeError: no room\n +at /)
  })

  // Trust case A41.
  it('does not quote what somebody wrote when the database refuses how it was asked', async () => {
    const services = await temporaryServices()
    onTestFinished(() => services.close())
    const data = { id: 'p1', name: 'Salaista', nonsense: true }
    const cause: unknown = await services.database.project.create({ data }).catch((error: unknown) => error)
    const [line] = logged((log) => log.error('project.failed', cause))
    expect(line?.cause).toMatch(/^PrismaClientValidationError: Unknown argument `nonsense`/)
    expect(JSON.stringify(line)).not.toContain('Salaista')
  })

  it('does not quote what could not be read', () => {
    const parse = () => JSON.parse('Salaista') as unknown
    const cause = (() => {
      try {
        return parse()
      } catch (error) {
        return error
      }
    })()
    const [line] = logged((log) => log.error('version.unreadable', cause))
    expect(line?.cause).toMatch(/^SyntaxError: This is not valid JSON/)
    expect(JSON.stringify(line)).not.toContain('Salaista')
  })
})
