import { describe, expect, it } from 'vitest'
import { enterAndWait, startRoom, texts, until, write } from './support/room'

describe('undo', () => {
  it('takes back only my own edits', async () => {
    const server = await startRoom()
    const mine = await enterAndWait(server)
    const theirs = await enterAndWait(server)
    mine.change(write('b', 'minun'))
    await until(() => texts(theirs.content()).includes('minun'))
    theirs.change(write('c', 'heidän'))
    await until(() => texts(mine.content()).includes('heidän'))
    expect(theirs.canUndo()).toBe(true)
    mine.undo()
    expect(texts(mine.content())).toEqual(['alku', 'heidän'])
    expect(mine.canUndo()).toBe(false)
    await until(() => texts(theirs.content()).join() === 'alku,heidän')
    mine.redo()
    await until(() => texts(theirs.content()).join() === 'alku,minun,heidän')
  })

  it('takes a whole operation back as one step, and what follows an ended step by itself', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    session.change((root) => {
      write('b', 'yksi')(root)
      write('c', 'kaksi')(root)
    })
    session.endStep()
    session.change(write('d', 'kolme'))
    session.undo()
    expect(texts(session.content())).toEqual(['alku', 'yksi', 'kaksi'])
    session.undo()
    expect(texts(session.content())).toEqual(['alku'])
    await until(() => session.state().kind === 'saved')
  })

  it('is not offered to who may not edit', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    session.change(write('b', 'minun'))
    await until(() => session.state().kind === 'saved' && session.canUndo())
    server.giveRight('see')
    await until(() => !session.canUndo())
    session.undo()
    expect(texts(session.content())).toEqual(['alku', 'minun'])
  })
})

describe('what a view reads', () => {
  it('is the same object until something changed, and is told once for each edit', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    let told = 0
    session.onContent(() => (told += 1))
    const before = session.content()
    expect(session.content()).toBe(before)
    session.change((root) => {
      write('b', 'yksi')(root)
      write('c', 'kaksi')(root)
    })
    expect(told).toBe(1)
    const after = session.content()
    expect(after).not.toBe(before)
    expect(after.notes[0]).toBe(before.notes[0])
  })

  it('stays readable after the page has closed the session', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    session.close()
    expect(texts(session.content())).toEqual(['alku'])
    session.close()
  })
})
