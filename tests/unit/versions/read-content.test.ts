import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { AnyKind } from '../../../app/artefacts/registry'
import { readContent } from '../../../app/versions/read-content'
import { VersionRefused } from '../../../app/versions/refusal'

const grown: Pick<AnyKind, 'version' | 'content' | 'migrations'> = {
  version: 3,
  content: z.object({ words: z.array(z.string()) }),
  migrations: [
    { to: 3, content: (before) => ({ words: (before as { text: string }).text.split(' ') }), document: () => undefined },
    { to: 2, content: (before) => ({ text: (before as { name: string }).name }), document: () => undefined },
  ],
}
const kind = grown as AnyKind

const reason = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof VersionRefused ? error.reason : 'another error'
  }
  return 'none'
}

describe('a version of long ago', () => {
  it('is brought to today\'s form, step by step', () => {
    expect(readContent(kind, 1, { name: 'yksi kaksi' })).toEqual({ words: ['yksi', 'kaksi'] })
    expect(readContent(kind, 2, { text: 'yksi kaksi' })).toEqual({ words: ['yksi', 'kaksi'] })
    expect(readContent(kind, 3, { words: ['yksi'] })).toEqual({ words: ['yksi'] })
  })

  it('that no step understands, or that a later build wrote, is said to be unreadable', () => {
    expect(reason(() => readContent(kind, 1, {}))).toBe('unreadable')
    expect(reason(() => readContent(kind, 3, { words: 'yksi' }))).toBe('unreadable')
    expect(reason(() => readContent(kind, 4, { words: [] }))).toBe('unreadable')
  })
})
