import { describe, expect, test } from 'vitest'
import {
  can,
  type GuestParticipant,
  type MemberParticipant,
  type ProjectRole,
} from '../../../app/accounts/permissions'

const project = { type: 'project', projectId: 'p1' } as const
const workshop = { type: 'workshop', projectId: 'p1', workshopId: 'w1' } as const
const artefact = { type: 'artefact', projectId: 'p1', artefactId: 'a1', locked: false } as const

function member(role: ProjectRole): MemberParticipant {
  const memberships = [{ projectId: 'p1', role, organisationId: role === 'member' ? 'o1' : null }]
  return { kind: 'member', userId: 'u1', name: 'Jäsen', installationOwner: false, memberships }
}

function guest(changes: Partial<GuestParticipant> = {}): GuestParticipant {
  return {
    kind: 'guest',
    seatId: 's1',
    workshopId: 'w1',
    projectId: 'p1',
    name: 'Vieras',
    organisationId: null,
    artefactIds: ['a1'],
    admitted: true,
    ...changes,
  }
}

const artefactActions = [
  'see',
  'comment',
  'edit',
  'takeVersion',
  'restoreVersion',
  'propose',
  'seeProposals',
  'takeInProposal',
  'setAsideProposal',
  'export',
  'rename',
  'lock',
  'delete',
] as const

describe('what each role may do with an artefact', () => {
  test.each([
    ['owner', [...artefactActions]],
    ['facilitator', [...artefactActions]],
    ['member', ['see', 'comment', 'edit', 'takeVersion', 'propose', 'seeProposals', 'takeInProposal', 'export']],
    ['viewer', ['see']],
  ] as const)('%s', (role, allowed) => {
    expect(artefactActions.filter((action) => can(member(role), action, artefact))).toEqual(allowed)
  })

  test('a guest sees, comments and edits, offers what came too late, and nothing more', () => {
    expect(artefactActions.filter((action) => can(guest(), action, artefact))).toEqual([
      'see',
      'comment',
      'edit',
      'propose',
    ])
  })

  test('nobody edits, restores or renames what is locked, not even its owner', () => {
    const locked = { ...artefact, locked: true }
    for (const participant of [member('owner'), member('facilitator'), member('member'), guest()]) {
      expect(can(participant, 'edit', locked)).toBe(false)
      expect(can(participant, 'restoreVersion', locked)).toBe(false)
      expect(can(participant, 'takeInProposal', locked)).toBe(false)
      expect(can(participant, 'propose', locked)).toBe(true)
    }
    expect(can(member('owner'), 'see', locked)).toBe(true)
    expect(can(member('owner'), 'lock', locked)).toBe(true)
  })
})

describe('a guest', () => {
  test('sees only what the workshop works on', () => {
    expect(can(guest(), 'see', { ...artefact, artefactId: 'a2' })).toBe(false)
    expect(can(guest(), 'see', { ...workshop, workshopId: 'w2' })).toBe(false)
    expect(can(guest(), 'see', project)).toBe(false)
  })

  test('whose seat was taken away, or whose workshop is closed, may do nothing', () => {
    const gone = guest({ admitted: false })
    expect(artefactActions.filter((action) => can(gone, action, artefact))).toEqual([])
    expect(can(gone, 'see', workshop)).toBe(false)
  })
})

test('a stranger may do nothing', () => {
  for (const action of artefactActions) expect(can({ kind: 'stranger' }, action, artefact)).toBe(false)
  expect(can({ kind: 'stranger' }, 'see', project)).toBe(false)
})

test('a member of one project may do nothing in another', () => {
  expect(can(member('owner'), 'see', { ...project, projectId: 'p2' })).toBe(false)
  expect(can(member('owner'), 'see', { ...artefact, projectId: 'p2' })).toBe(false)
})

test('an owner manages, a facilitator invites and runs workshops, a viewer only looks', () => {
  expect(can(member('owner'), 'manage', project)).toBe(true)
  expect(can(member('facilitator'), 'manage', project)).toBe(false)
  expect(can(member('facilitator'), 'invite', project)).toBe(true)
  expect(can(member('facilitator'), 'facilitate', workshop)).toBe(true)
  expect(can(member('member'), 'facilitate', workshop)).toBe(false)
  expect(can(member('viewer'), 'see', project)).toBe(true)
})
