import { describe, expect, test } from 'vitest'
import {
  nextStep,
  stageStates,
  workshopPhase,
  type ArtefactFacts,
  type ProjectFacts,
} from '../../../app/projects/way'

const empty: ProjectFacts = { organisations: 0, members: 1, openInvitations: 0, artefacts: [], workshops: [] }

function artefact(changes: Partial<ArtefactFacts> = {}): ArtefactFacts {
  return { id: 'a', kind: 'cooperation-model', title: 'Malli', version: null, changedSince: null, approval: null, ...changes }
}

const model = artefact()
const agreement = artefact({ id: 's', kind: 'agreement', title: 'Sopimus' })
const held = { id: 'w', title: 'Työpaja', phase: 'held' } as const
const settled = { version: { number: 1 }, changedSince: false }

describe('the next step that a project is offered', () => {
  test.each<[string, Partial<ProjectFacts>, string]>([
    ['a new project', {}, 'addOrganisations'],
    ['with its network', { organisations: 5 }, 'createModel'],
    ['with a model', { organisations: 5, artefacts: [model] }, 'planWorkshop'],
    [
      'with a workshop ahead',
      { organisations: 5, artefacts: [model], workshops: [{ ...held, phase: 'planned' }] },
      'goToWorkshop',
    ],
    [
      'with a workshop going on',
      { organisations: 5, workshops: [{ ...held, phase: 'open' }] },
      'goToWorkshop',
    ],
    ['after a workshop', { organisations: 5, artefacts: [model], workshops: [held] }, 'createAgreement'],
    ['with a draft', { organisations: 5, artefacts: [model, agreement], workshops: [held] }, 'takeVersion'],
    [
      'with a version that work has gone past',
      {
        organisations: 5,
        workshops: [held],
        artefacts: [
          artefact(settled),
          artefact({ ...agreement, version: { number: 2 }, changedSince: true }),
        ],
      },
      'takeNewVersion',
    ],
    [
      'with versions, alone',
      {
        organisations: 5,
        workshops: [held],
        artefacts: [artefact(settled), artefact({ ...agreement, ...settled })],
      },
      'invitePeople',
    ],
    [
      'with versions, and company',
      {
        organisations: 5,
        members: 3,
        workshops: [held],
        artefacts: [artefact(settled), artefact({ ...agreement, ...settled })],
      },
      'proposeVersion',
    ],
    [
      'with a version that is with the parties',
      { organisations: 5, members: 3, workshops: [held], artefacts: [model, artefact({ ...agreement, ...settled, approval: { state: 'underway', number: 1 } })] },
      'followDecisions',
    ],
    [
      'with a final version',
      { organisations: 5, members: 3, workshops: [held], artefacts: [artefact(settled), artefact({ ...agreement, ...settled, approval: { state: 'final', number: 1 } })] },
      'exportDocuments',
    ],
  ])('%s', (_, facts, step) => expect(nextStep({ ...empty, ...facts }).step).toBe(step))
})

describe('where the stages stand', () => {
  test('everything is ahead of a new project', () => {
    expect(new Set(Object.values(stageStates(empty)))).toEqual(new Set(['ahead']))
  })

  test('a model without a version is under way, with one it is in place', () => {
    expect(stageStates({ ...empty, artefacts: [model] }).model).toBe('underway')
    expect(stageStates({ ...empty, artefacts: [artefact(settled)] }).model).toBe('reached')
  })

  test('versions are in place only when nothing has changed since any of them', () => {
    const changed = artefact({ ...agreement, version: { number: 1 }, changedSince: true })
    expect(stageStates({ ...empty, artefacts: [artefact(settled)] }).version).toBe('reached')
    expect(stageStates({ ...empty, artefacts: [artefact(settled), changed] }).version).toBe('underway')
    expect(stageStates({ ...empty, artefacts: [artefact(settled), model] }).version).toBe('underway')
  })
})

describe('the stage of decisions', () => {
  const stage = (...artefacts: ArtefactFacts[]) => stageStates({ ...empty, artefacts }).decision
  const approved = (state: 'underway' | 'final') => artefact({ ...agreement, ...settled, approval: { state, number: 1 } })

  test('is under way once a version stands, and reached when the parties have approved every draft', () => {
    expect(stage(model)).toBe('ahead')
    expect(stage(artefact(settled))).toBe('underway')
    expect(stage(model, approved('underway'))).toBe('underway')
    expect(stage(model, approved('final'))).toBe('reached')
    expect(stage(approved('final'), artefact({ ...agreement, ...settled }))).toBe('underway')
  })
})

describe('a workshop', () => {
  const startsAt = new Date('2026-11-18T07:00:00Z')
  const endsAt = new Date('2026-11-18T13:00:00Z')
  const at = (time: string) => Date.parse(time)

  test('is planned until its end, held after it, and open whenever its door is', () => {
    expect(workshopPhase({ startsAt, endsAt, doorOpen: false, run: null }, at('2026-11-18T12:59:00Z'))).toBe('planned')
    expect(workshopPhase({ startsAt, endsAt, doorOpen: false, run: null }, at('2026-11-18T13:01:00Z'))).toBe('held')
    expect(workshopPhase({ startsAt, endsAt, doorOpen: true, run: null }, at('2026-12-01T00:00:00Z'))).toBe('open')
    // One that is run step by step is held when its facilitator ends it, whatever the clock and the door say.
    const early = at('2026-11-01T00:00:00Z')
    expect(workshopPhase({ startsAt, endsAt, doorOpen: true, run: { stage: 'closed' } }, early)).toBe('held')
    expect(workshopPhase({ startsAt, endsAt, doorOpen: false, run: { stage: 'running' } }, early)).toBe('open')
  })
})
