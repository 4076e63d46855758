import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fingerprint, whenChanged } from '../../../server/setup/fingerprint.mjs'
import { projectRoot } from '../../../server/setup/project-paths'

/** A folder of sources inside the project, where the set-up looks for them. */
function sources(): { folder: string; write(file: string, text: string): void } {
  const folder = `build/when-changed-${process.pid}`
  const absolute = path.join(projectRoot, folder)
  mkdirSync(absolute, { recursive: true })
  onTestFinished(() => rmSync(absolute, { recursive: true, force: true }))
  return { folder, write: (file, text) => writeFileSync(path.join(absolute, file), text) }
}

it('a second start builds nothing, and a changed, added or renamed file builds again', async () => {
  const { folder, write } = sources()
  let builds = 0
  const start = () =>
    whenChanged({
      stamp: `${folder}/.made-from`,
      from: fingerprint([folder], [`${folder}/.made-from`]),
      make: async () => {
        builds += 1
      },
    })
  write('a.ts', 'one')
  expect([await start(), await start(), builds]).toEqual([true, false, 1])
  write('a.ts', 'two')
  expect([await start(), await start(), builds]).toEqual([true, false, 2])
  write('b.ts', 'two')
  expect([await start(), builds]).toEqual([true, 3])
  rmSync(path.join(projectRoot, folder, 'a.ts'))
  expect([await start(), builds]).toEqual([true, 4])
})

it('a build that failed is not taken for done', async () => {
  const { folder } = sources()
  const work = { stamp: `${folder}/.made-from`, from: 'sources' }
  const fail = () => Promise.reject(new Error('broken'))
  await whenChanged({ ...work, make: () => Promise.resolve() })
  await expect(whenChanged({ ...work, from: 'changed', make: fail })).rejects.toThrow('broken')
  expect(await whenChanged({ ...work, make: () => Promise.resolve() })).toBe(true)
})
