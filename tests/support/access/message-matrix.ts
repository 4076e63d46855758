import type { Answers } from './matrix'

/** What each message in an artefact's room does, for each role. */
export const messageMatrix = {
  'the content is sent': ['yes', 'yes', 'yes', 'yes', 'yes', '4403 removed', 'http 404', '4401 signed-out'],
  'an edit': ['stored', 'stored', 'stored', '4403 read-only', 'stored', '4403 removed', 'http 404', '4401 signed-out'],
  'an edit as an answer': [
    'stored',
    'stored',
    'stored',
    '4403 read-only',
    'stored',
    '4403 removed',
    'http 404',
    '4401 signed-out',
  ],
  'an empty answer': ['stored', 'stored', 'stored', 'stored', 'stored', '4403 removed', 'http 404', '4401 signed-out'],
  'a place of one’s own': ['shown', 'shown', 'shown', 'shown', 'shown', '4403 removed', 'http 404', '4401 signed-out'],
  'who is there': ['told', 'told', 'told', 'told', 'told', '4403 removed', 'http 404', '4401 signed-out'],
} as const satisfies Record<string, Answers>

const outside = ['4403 removed', 'http 404', '4401 signed-out'] as const

/** The same for the rooms of a workshop, while one step of it is private writing on the board; the draft is the guest's. */
export const workshopMessageMatrix = {
  'to be told how the workshop stands': ['told', 'told', 'told', 'told', 'told', ...outside],
  'an edit in the workshop’s own room': [
    '4403 read-only',
    '4403 read-only',
    '4403 read-only',
    '4403 read-only',
    '4403 read-only',
    ...outside,
  ],
  'an edit in the guest’s draft': ['http 404', 'http 404', 'http 404', 'http 404', 'stored', ...outside],
  'an edit of the board’s remarks, though the step allows none on the board': [
    'stored',
    'stored',
    'stored',
    '4403 read-only',
    'stored',
    ...outside,
  ],
  'an edit of what an organisation says among itself': ['http 404', 'stored', 'stored', 'http 404', 'http 404', ...outside],
  'an edit on the board that the step does not allow': [
    'stored',
    'stored',
    '4403 read-only',
    '4403 read-only',
    '4403 read-only',
    ...outside,
  ],
} as const satisfies Record<string, Answers>
