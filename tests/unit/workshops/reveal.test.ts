import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewNote } from '../../../app/artefacts/workshop-face'
import type { PrivateNote } from '../../../app/load-context'
import type { Authorship } from '../../../app/workshops/model/steps'
import { releaseOwn, reveal } from '../../../app/workshops/run/reveal.server'
import { plannedWorkshop, type PlannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let workshop: PlannedWorkshop
let step: string

beforeEach(async () => {
  services = await temporaryServices()
})

afterEach(() => services.close())

async function writing(authorship: Authorship) {
  workshop = await plannedWorkshop(services, (artefactId) => [
    { title: 'Kirjoitetaan', type: 'write', artefactId, place: 'tarpeet', settings: { authorship } },
  ])
  step = workshop.stepIds[0] ?? ''
  services.live.read = async () => ({ content: { items: board().map((note) => ({ type: 'note', ...note })) }, sequence: 1 })
  await workshop.move('start')
}

/** A guest who has written these in private. */
async function writer(organisation: number, ...notes: (string | { text: string; heldBack: true })[]): Promise<string> {
  const key = await workshop.guest(organisation)
  write(key, notes)
  return key
}

function write(key: string, notes: (string | { text: string; heldBack: true })[]) {
  const { notes: drafts } = services.liveWorkshops
  const before = drafts.get(`${step} ${key}`) ?? []
  const more = notes.map((note, index) => ({
    id: `note${before.length + index}`,
    text: typeof note === 'string' ? note : note.text,
    heldBack: typeof note !== 'string',
    shown: false,
  }))
  drafts.set(`${step} ${key}`, [...before, ...more])
}

const draft = (key: string) => services.liveWorkshops.notes.get(`${step} ${key}`) ?? []

/** What the board was given so far; ids that it has already it leaves alone. */
function board(): NewNote[] {
  const there = new Map<string, NewNote>()
  for (const { change } of services.liveWorkshops.changes) {
    if (change.do === 'add-notes') for (const note of change.notes) if (!there.has(note.id)) there.set(note.id, note)
  }
  return [...there.values()]
}

/** What happens once right after the board was given something. */
function afterChange(happens: () => Promise<void>) {
  const { change } = services.liveWorkshops
  services.liveWorkshops.change = async (...about) => {
    services.liveWorkshops.change = change
    const result = await change(...about)
    await happens()
    return result
  }
}

function only(key: string): PrivateNote {
  const [note] = draft(key)
  if (!note) throw new Error('Nothing is left in this draft')
  return note
}

const revealKey = async () =>
  (await services.database.workshopStep.findUniqueOrThrow({ where: { id: step } })).revealKey

const texts = () => board().map(({ text }) => text).sort()

describe('a reveal', () => {
  test('shows everybody’s notes once, at the step’s place, and leaves empty ones and those held back', async () => {
    await writing('person')
    const one = await writer(0, 'Yksi ovi', 'Yhteinen lomake', '  ')
    await writer(2, { text: 'En ole varma', heldBack: true })
    expect(await reveal(services, workshop.id, step)).toEqual({ outcome: 'done', shown: 2 })
    expect(texts()).toEqual(['Yhteinen lomake', 'Yksi ovi'])
    expect(services.liveWorkshops.changes[0]?.change).toMatchObject({ do: 'add-notes', frame: 'tarpeet' })
    expect(draft(one).map(({ shown }) => shown)).toEqual([true, true, false])
  })

  test('done again shows nothing twice', async () => {
    await writing('person')
    await writer(0, 'Yksi ovi')
    await reveal(services, workshop.id, step)
    expect(await reveal(services, workshop.id, step)).toEqual({ outcome: 'done', shown: 0 })
    expect(texts()).toEqual(['Yksi ovi'])
  })

  test.each<Authorship>(['person', 'nobody'])('cut short between board and drafts, it finishes when it is done again (%s)', async (authorship) => {
    await writing(authorship)
    await writer(0, 'Yksi ovi', 'Yhteinen lomake')
    await writer(1, 'Sama lomake')
    afterChange(() => Promise.reject(new Error('the server was killed')))
    await expect(reveal(services, workshop.id, step)).rejects.toThrow()
    expect((await reveal(services, workshop.id, step)).outcome).toBe('done')
    expect(texts()).toEqual(['Sama lomake', 'Yhteinen lomake', 'Yksi ovi'])
    expect((await reveal(services, workshop.id, step))).toEqual({ outcome: 'done', shown: 0 })
  })

  test.each<Authorship>(['person', 'nobody'])('is done though a draft refuses it, and shows that one’s notes once (%s)', async (authorship) => {
    await writing(authorship)
    const damaged = await writer(0, 'Yksi ovi')
    const others = [await writer(1, 'Sama lomake'), await writer(2, 'Kyyti')]
    const errors: unknown[][] = []
    services.log.error = (...line) => void errors.push(line)
    const { settleDraft } = services.liveWorkshops
    services.liveWorkshops.settleDraft = (...about) =>
      about[1] === damaged ? Promise.reject(new Error('This draft is damaged')) : settleDraft(...about)
    expect(await reveal(services, workshop.id, step)).toEqual({ outcome: 'done', shown: 3 })
    const { revealedAt } = await services.database.workshopStep.findUniqueOrThrow({ where: { id: step } })
    expect(revealedAt).not.toBeNull()
    expect(others.flatMap(draft).every(({ shown }) => shown)).toBe(true)
    expect(errors).toEqual([['workshop.draft-unsettled', expect.any(Error), { step }]])
    services.liveWorkshops.settleDraft = settleDraft
    const release = { workshopId: workshop.id, stepId: step, owner: damaged }
    expect((await releaseOwn(services, release, ['note0'])).outcome).toBe('done')
    expect(texts()).toEqual(['Kyyti', 'Sama lomake', 'Yksi ovi'])
    expect(draft(damaged).every(({ shown }) => shown)).toBe(true)
    expect(await revealKey()).toBeNull()
  })

  test('settles several drafts at a time, and not all of them', async () => {
    await writing('nobody')
    for (let index = 0; index < 20; index++) write(`seat:${index}`, [`lappu ${index}`])
    const { settleDraft } = services.liveWorkshops
    let now = 0
    let most = 0
    services.liveWorkshops.settleDraft = async (...about) => {
      now += 1
      most = Math.max(most, now)
      await settleDraft(...about)
      now -= 1
    }
    expect(await reveal(services, workshop.id, step)).toEqual({ outcome: 'done', shown: 20 })
    expect(most).toBe(8)
  })

  test.each<Authorship>(['person', 'nobody'])('leaves in the draft what is reworded meanwhile; both stand once its writer shows it (%s)', async (authorship) => {
    await writing(authorship)
    const key = await writer(0, 'Yksi ovi')
    afterChange(async () => {
      services.liveWorkshops.notes.set(`${step} ${key}`, [{ ...only(key), text: 'Yksi ovi kaikille' }])
    })
    await reveal(services, workshop.id, step)
    expect(draft(key)).toMatchObject([{ text: 'Yksi ovi kaikille', shown: false }])
    expect(await revealKey()).toBeNull()
    const release = { workshopId: workshop.id, stepId: step, owner: key }
    expect(await releaseOwn(services, release, ['note0'])).toEqual({ outcome: 'done', shown: 1 })
    expect(texts()).toEqual(['Yksi ovi', 'Yksi ovi kaikille'])
    expect(draft(key).every(({ shown }) => shown)).toBe(true)
  })

  test.each<Authorship>(['person', 'nobody'])('leaves in the draft what is held back meanwhile; shown by its writer, it is there once (%s)', async (authorship) => {
    await writing(authorship)
    const key = await writer(0, 'Yksi ovi')
    afterChange(async () => {
      services.liveWorkshops.notes.set(`${step} ${key}`, [{ ...only(key), heldBack: true }])
    })
    await reveal(services, workshop.id, step)
    expect(draft(key)).toMatchObject([{ heldBack: true, shown: false }])
    await releaseOwn(services, { workshopId: workshop.id, stepId: step, owner: key }, ['note0'])
    expect(texts()).toEqual(['Yksi ovi'])
    expect(draft(key).every(({ shown }) => shown)).toBe(true)
    expect(await revealKey()).toBeNull()
  })

  test('gives notes other ids than their writers’ browsers did, so that nobody can claim what is there already', async () => {
    await writing('person')
    await writer(0, 'Yksi ovi')
    await writer(1, 'Sama tunnus')
    await reveal(services, workshop.id, step)
    expect(new Set(board().map(({ id }) => id)).size).toBe(2)
    expect(board().every(({ id }) => /^[0-9a-z]{16}$/.test(id))).toBe(true)
  })

  test('is refused on a locked board, and nothing leaves the drafts', async () => {
    await writing('person')
    const one = await writer(0, 'Yksi ovi')
    await services.database.artefact.update({ where: { id: workshop.board }, data: { lockedAt: new Date() } })
    expect(await reveal(services, workshop.id, step)).toEqual({ outcome: 'closed' })
    expect(draft(one)[0]?.shown).toBe(false)
  })

  test('of a step without a board says so', async () => {
    await writing('person')
    await services.database.workshopStep.update({ where: { id: step }, data: { artefactId: null } })
    expect(await reveal(services, workshop.id, step)).toEqual({ outcome: 'no-board' })
  })
})

describe('whose name is shown', () => {
  test('the person’s, who can change their notes afterwards', async () => {
    await writing('person')
    const key = await writer(0, 'Yksi ovi')
    await reveal(services, workshop.id, step)
    expect(board()[0]).toMatchObject({ author: 'Aino', origin: step })
    expect(await services.database.itemAuthor.findMany()).toEqual([
      { artefactId: workshop.board, itemId: board()[0]?.id, participantKey: key, stepId: step },
    ])
  })

  test('the organisation’s', async () => {
    await writing('organisation')
    await writer(2, 'Yksi ovi')
    await reveal(services, workshop.id, step)
    expect(board()[0]?.author).toBe('Kela')
  })

  test('nobody’s: then nothing that is stored leads from a note to its writer', async () => {
    await writing('nobody')
    const one = await writer(0, 'Yksi ovi')
    const other = await writer(2, 'Yhteinen lomake')
    await reveal(services, workshop.id, step)
    expect(board().map(({ author }) => author)).toEqual(['', ''])
    expect([draft(one), draft(other)]).toEqual([[], []])
    expect(await services.database.itemAuthor.count()).toBe(0)
    expect(await revealKey()).toBeNull()
  })

  test('nobody’s: the order on the board is not the order of the writers', async () => {
    await writing('nobody')
    for (let index = 0; index < 8; index++) await writer(0, `lappu ${index}a`, `lappu ${index}b`)
    await reveal(services, workshop.id, step)
    const written = Array.from({ length: 8 }, (_, index) => [`lappu ${index}a`, `lappu ${index}b`]).flat()
    expect(board().map(({ text }) => text)).not.toEqual(written)
    expect(texts()).toEqual(written)
  })
})

describe('notes of one’s own that come later', () => {
  test('those held back and those written late are shown by their writer', async () => {
    await writing('organisation')
    const key = await writer(0, 'Yksi ovi', { text: 'En ole varma', heldBack: true })
    await reveal(services, workshop.id, step)
    write(key, ['Vielä tämä'])
    const release = { workshopId: workshop.id, stepId: step, owner: key }
    expect(await releaseOwn(services, release, ['note1', 'note2'])).toEqual({ outcome: 'done', shown: 2 })
    expect(texts()).toEqual(['En ole varma', 'Vielä tämä', 'Yksi ovi'])
    expect(await releaseOwn(services, release, ['note1'])).toEqual({ outcome: 'done', shown: 0 })
  })

  test('not before the others are shown, and never somebody else’s', async () => {
    await writing('person')
    const one = await writer(0, 'Yksi ovi')
    const other = await writer(1)
    const release = (owner: string) => releaseOwn(services, { workshopId: workshop.id, stepId: step, owner }, ['note0'])
    expect(await release(one)).toEqual({ outcome: 'not-revealed' })
    await services.database.workshopStep.update({ where: { id: step }, data: { revealedAt: new Date() } })
    expect(await release(other)).toEqual({ outcome: 'done', shown: 0 })
    expect(texts()).toEqual([])
  })
})
