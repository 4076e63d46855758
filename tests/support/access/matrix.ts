import type { Place } from './live-project'

/**
 * What each visit and each post answers to each role, in the order of `roles`: owner, facilitator, member, viewer,
 * guest, removed guest, outsider, stranger. A route of app/routes.ts that is not here fails `npm run prove access`.
 */
export interface RouteAccess {
  path: string
  /** What the route is of; without it, the board. */
  of?: 'agreement'
  /** What a visit answers; `nothing` when the route has no page. */
  visit: Answers
  posts?: readonly PostAccess[]
}

export type Answers = readonly [string, string, string, string, string, string, string, string]

export interface PostAccess {
  form(place: Place): Record<string, string>
  answers: Answers
}

const everybody = (answer: string): Answers => [answer, answer, answer, answer, answer, answer, answer, answer]
/** Those of the project; to a guest and an outsider it does not exist. */
const project = (answers: readonly [string, string, string, string]): Answers => [...answers, '404', '403', '404', 'sign in']
/** The same for posts: who has no session is not sent to a page and back. */
const posted = (answers: readonly [string, string, string, string], guest = '404'): Answers => [
  ...answers,
  guest,
  '403',
  '404',
  '401',
]

const leaders = ['200', '200', '403', '403'] as const
/** An id that names nothing. */
const noStep = '0000000000000000'
const plan = { title: 'Seuraava', purpose: '', date: '2027-01-15', startClock: '09:00', endClock: '12:00' }

export const matrix: readonly RouteAccess[] = [
  { path: '', visit: ['200', '200', '200', '200', 'elsewhere', '200', '200', '200'] },
  { path: 'sign-in', visit: ['elsewhere', 'elsewhere', 'elsewhere', 'elsewhere', '200', '200', 'elsewhere', '200'] },
  { path: 'sign-out', visit: everybody('elsewhere') },
  {
    path: 'account',
    visit: ['200', '200', '200', '200', '404', '403', '200', 'sign in'],
    posts: [
      {
        form: () => ({ intent: 'details', name: 'Uusi nimi', language: 'fi' }),
        answers: ['elsewhere', 'elsewhere', 'elsewhere', 'elsewhere', '404', '403', 'elsewhere', '401'],
      },
    ],
  },
  // Links with a secret in them: whoever has it, whoever they are. This one names nothing.
  { path: 'start/:token', visit: everybody('410') },
  { path: 'invitations/:token', visit: everybody('410') },
  { path: 'language', visit: everybody('elsewhere') },
  {
    path: 'projects/new',
    visit: ['200', '200', '403', '403', '404', '403', '403', 'sign in'],
    posts: [
      {
        form: () => ({ name: 'Toinen hanke', purpose: '' }),
        answers: ['elsewhere', 'elsewhere', '403', '403', '404', '403', '403', '401'],
      },
    ],
  },
  {
    path: 'projects/:projectId',
    visit: project(['200', '200', '200', '200']),
    posts: [
      {
        form: () => ({ intent: 'details', name: 'Hanke', purpose: '' }),
        answers: posted(['200', '403', '403', '403']),
      },
      { form: ({ artefactId }) => ({ intent: 'bring-back', id: artefactId }), answers: posted(leaders) },
    ],
  },
  {
    path: 'projects/:projectId/organisations',
    visit: project(['200', '200', '200', '200']),
    posts: [
      { form: () => ({ intent: 'add', type: 'business', names: 'Yritys' }), answers: posted(leaders) },
    ],
  },
  {
    path: 'projects/:projectId/people',
    visit: project(['200', '200', '200', '200']),
    posts: [
      {
        form: ({ organisationId }) => ({ intent: 'invite', role: 'member', organisation: organisationId, note: '' }),
        answers: posted(leaders),
      },
      {
        form: () => ({ intent: 'invite', role: 'owner', organisation: '', note: '' }),
        answers: posted(['200', '403', '403', '403']),
      },
      {
        form: ({ membershipId }) => ({ intent: 'change', id: membershipId, role: 'viewer', organisation: '' }),
        answers: posted(['200', '403', '403', '403']),
      },
      { form: ({ membershipId }) => ({ intent: 'mandate', id: membershipId, mandate: 'taken' }), answers: posted(leaders) },
      {
        form: ({ membershipId }) => ({ intent: 'remove', id: membershipId }),
        answers: posted(['200', '403', '403', '403']),
      },
    ],
  },
  {
    path: 'projects/:projectId/clause-library',
    visit: project(['200', '200', '200', '200']),
    posts: [
      // There is no such clause: past the right.
      { form: () => ({ intent: 'drop', id: noStep }), answers: posted(['404', '404', '403', '403']) },
    ],
  },
  { path: 'projects/:projectId/calls', visit: project(['200', '200', '200', '200']) },
  { path: 'projects/:projectId/figures', visit: project(['200', '200', '200', '200']) },
  // There is no such file: past the right.
  { path: 'projects/:projectId/figures/:file', visit: project(['404', '404', '404', '404']) },
  { path: 'projects/:projectId/artefacts/import', visit: project(leaders) },
  {
    path: 'projects/:projectId/artefacts/import/file',
    visit: everybody('nothing'),
    // Past the right, and refused for what is missing.
    posts: [{ form: () => ({ file: 'no Word file' }), answers: posted(['400', '400', '403', '403']) }],
  },
  {
    path: 'projects/:projectId/artefacts/new',
    visit: project(leaders),
    posts: [
      {
        form: () => ({ template: 'agreement/no-such-template', title: 'Uusi' }),
        // Past the right, and refused for the template.
        answers: posted(['400', '400', '403', '403']),
      },
    ],
  },
  {
    path: 'projects/:projectId/workshops/new',
    visit: project(leaders),
    posts: [
      { form: () => ({ intent: 'plan', ...plan }), answers: posted(['elsewhere', 'elsewhere', '403', '403']) },
    ],
  },
  {
    path: 'workshops/:workshopId',
    visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'],
    posts: [
      { form: () => ({ intent: 'close-door' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'renew-code' }), answers: posted(leaders, '403') },
      { form: ({ seatId }) => ({ intent: 'revoke-seat', seat: seatId }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'summary', summary: 'Sovittiin.' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'plan', ...plan }), answers: posted(leaders, '403') },
    ],
  },
  {
    path: 'workshops/:workshopId/agenda',
    visit: ['200', '200', '403', '403', '403', '403', '404', 'sign in'],
    posts: [
      {
        form: () => ({ intent: 'add', type: 'talk', title: 'Avaus', instructions: '', minutes: '10' }),
        answers: posted(leaders, '403'),
      },
      { form: () => ({ intent: 'apply-template', template: 'forum' }), answers: posted(leaders, '403') },
    ],
  },
  { path: 'workshops/:workshopId/run-sheet', visit: ['200', '200', '403', '403', '403', '403', '404', 'sign in'] },
  { path: 'workshops/:workshopId/wall', visit: ['200', '200', '403', '403', '403', '403', '404', 'sign in'] },
  {
    path: 'workshops/:workshopId/feedback',
    visit: ['200', '200', '200', '403', '200', '403', '404', 'sign in'],
    // It has not been asked for yet; and those with an account have not been there.
    posts: [{ form: () => ({ worth: '5' }), answers: ['403', '403', '403', '403', '409', '403', '404', '401'] }],
  },
  {
    // Past the right, and there is no such vote: a visit needs one, and a post is told that it is gone.
    path: 'workshops/:workshopId/ballot',
    visit: ['404', '404', '404', '403', '404', '403', '404', 'sign in'],
    posts: [
      { form: () => ({ intent: 'cast', step: noStep, dots: '{}' }), answers: posted(['409', '409', '409', '403'], '409') },
      {
        form: () => ({ intent: 'cast-for', step: noStep, voter: '', name: 'Eturivi', organisationType: '', dots: '{}' }),
        answers: posted(['409', '409', '403', '403'], '403'),
      },
      {
        form: () => ({ intent: 'remove-voter', step: noStep, voter: noStep }),
        answers: posted(['409', '409', '403', '403'], '403'),
      },
    ],
  },
  { path: 'workshops/:workshopId/votes.csv', visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'] },
  { path: 'workshops/:workshopId/results', visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'] },
  {
    path: 'workshops/:workshopId/decisions',
    visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'],
    posts: [
      { form: () => ({ intent: 'add', text: 'Sovittiin.', organisation: '', due: '' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'remove', decision: noStep }), answers: posted(leaders, '403') },
      {
        form: ({ artefactId }) => ({ intent: 'carry', decision: noStep, artefact: artefactId, what: 'note' }),
        answers: posted(leaders, '403'),
      },
    ],
  },
  // No artefact was named.
  { path: 'workshops/:workshopId/carry-places', visit: ['404', '404', '403', '403', '403', '403', '404', 'sign in'] },
  // This one names nothing; what may be seen of one that does is asked of its workshop.
  { path: 'origins/:originId', visit: ['404', '404', '404', '404', '404', '403', '404', 'sign in'] },
  {
    path: 'workshops/:workshopId/run',
    visit: ['200', '200', '403', '403', '403', '403', '404', 'sign in'],
    posts: [{ form: () => ({ intent: 'pause', turn: '0' }), answers: posted(leaders, '403') }],
  },
  {
    path: 'workshops/:workshopId/desk',
    visit: ['200', '200', '403', '403', '403', '403', '404', 'sign in'],
    posts: [
      { form: () => ({ intent: 'start', turn: '0' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'lower-hands' }), answers: posted(leaders, '403') },
      {
        form: ({ artefactId }) => ({ intent: 'close-place', artefact: artefactId, place: '', forWhom: 'guests' }),
        answers: posted(leaders, '403'),
      },
      {
        form: ({ artefactId }) => ({ intent: 'open-place', artefact: artefactId, place: '' }),
        answers: posted(leaders, '403'),
      },
    ],
  },
  { path: 'workshops/:workshopId/desk/boards', visit: ['200', '200', '403', '403', '403', '403', '404', 'sign in'] },
  {
    path: 'workshops/:workshopId/hand',
    visit: ['200', '200', '200', '403', '200', '403', '404', 'sign in'],
    posts: [{ form: () => ({ raised: 'yes' }), answers: posted(['200', '200', '200', '403'], '200') }],
  },
  { path: 'workshops/:workshopId/live', visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'] },
  { path: 'workshops/:workshopId/own', visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'] },
  {
    path: 'workshops/:workshopId/own-notes',
    visit: everybody('nothing'),
    // Past the right: there is no such step.
    posts: [
      {
        form: () => ({ step: '0123456789abcdef', note: '0123456789abcdef' }),
        answers: posted(['409', '409', '409', '403'], '409'),
      },
    ],
  },
  {
    path: 'workshops/:workshopId/report',
    visit: ['200', '200', '200', '200', '403', '403', '404', 'sign in'],
    // It has not been closed.
    posts: [{ form: () => ({}), answers: posted(['409', '409', '403', '403'], '403') }],
  },
  { path: 'join', visit: everybody('200') },
  { path: 'join/:code', visit: everybody('404') },
  {
    path: 'artefacts/:artefactId',
    visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'],
    posts: [
      { form: () => ({ intent: 'rename', title: 'Uusi nimi' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'lock' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'close-place', place: '', forWhom: 'guests' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'open-place', place: '' }), answers: posted(leaders, '403') },
      { form: () => ({ intent: 'bin' }), answers: posted(['elsewhere', 'elsewhere', '403', '403'], '403') },
    ],
  },
  {
    path: 'artefacts/:artefactId/clause-library',
    of: 'agreement',
    visit: project(['200', '200', '200', '200']),
    posts: [
      {
        form: () => ({ clause: 'parties', title: 'Sopijapuolet', note: '', language: 'fi' }),
        answers: posted(['200', '200', '200', '403']),
      },
    ],
  },
  {
    path: 'artefacts/:artefactId/positions',
    of: 'agreement',
    visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'],
  },
  {
    path: 'artefacts/:artefactId/positions/now',
    of: 'agreement',
    visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'],
    posts: [
      {
        // The owner speaks for no organisation. The others saw another wording than what stands there.
        form: () => ({ positions: JSON.stringify([{ clause: 'parties', stance: 'accepts', words: '', wordingHash: '0'.repeat(64) }]) }),
        answers: posted(['403', '200', '200', '403'], '403'),
      },
    ],
  },
  {
    path: 'artefacts/:artefactId/positions.csv',
    of: 'agreement',
    visit: ['200', '200', '200', '403', '403', '403', '404', 'sign in'],
  },
  { path: 'artefacts/:artefactId/facts', visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'] },
  { path: 'artefacts/:artefactId/annex-choices', of: 'agreement', visit: project(['200', '200', '200', '200']) },
  {
    path: 'artefacts/:artefactId/versions',
    visit: project(['200', '200', '200', '200']),
    posts: [
      {
        form: () => ({ name: 'Toinen', note: '' }),
        answers: posted(['elsewhere', 'elsewhere', 'elsewhere', '403']),
      },
    ],
  },
  {
    path: 'artefacts/:artefactId/versions/:number',
    visit: project(['200', '200', '200', '200']),
    posts: [
      { form: () => ({ intent: 'restore' }), answers: posted(['elsewhere', 'elsewhere', '403', '403']) },
    ],
  },
  {
    path: 'artefacts/:artefactId/versions/:number/package',
    visit: project(['200', '200', '200', '403']),
    posts: [
      { form: () => ({ intent: 'start', language: 'fi' }), answers: posted(['200', '200', '200', '403']) },
      { form: () => ({ intent: 'cancel', id: noStep }), answers: posted(['200', '200', '200', '403']) },
    ],
  },
  // Somebody else's: past the right.
  { path: 'artefacts/:artefactId/versions/:number/package/:packageId', visit: project(['404', '404', '404', '403']) },
  {
    path: 'artefacts/:artefactId/versions/:number/publication',
    visit: everybody('nothing'),
    posts: [
      // Not every party has approved it, and it was never published: past the right.
      { form: () => ({ intent: 'publish', language: 'fi' }), answers: posted(['409', '409', '403', '403']) },
      { form: () => ({ intent: 'withdraw', words: 'Virhe' }), answers: posted(['404', '404', '403', '403']) },
    ],
  },
  // For whoever comes. These name nothing.
  { path: 'published/:publicationId', visit: everybody('404') },
  { path: 'published/:publicationId/:file', visit: everybody('404') },
  { path: 'artefacts/:artefactId/compare', visit: project(['200', '200', '200', '200']) },
  {
    path: 'artefacts/:artefactId/approvals',
    visit: project(['200', '200', '200', '200']),
    posts: [
      // Past the right: there is no such circulation, and nothing is final.
      { form: () => ({ intent: 'withdraw', circulation: noStep, words: '' }), answers: posted(['404', '404', '403', '403']) },
      { form: () => ({ intent: 'copy-final' }), answers: posted(['409', '409', '403', '403']) },
    ],
  },
  {
    path: 'artefacts/:artefactId/approvals/propose',
    visit: project(leaders),
    posts: [
      // Past the right, and refused for the day, which is over.
      { form: () => ({ version: '1', due: '2020-01-01', words: '', parties: noStep }), answers: posted(['400', '400', '403', '403']) },
    ],
  },
  // Nothing has been proposed.
  { path: 'artefacts/:artefactId/approvals/changes', visit: project(['404', '404', '404', '404']) },
  {
    // Nobody here has a mandate, and those who lead the project have none by that.
    path: 'artefacts/:artefactId/approvals/decision',
    visit: project(['403', '403', '403', '403']),
    posts: [
      {
        form: ({ organisationId }) => ({
          ...{ circulation: noStep, organisation: organisationId, versionHash: '0'.repeat(64), body: 'Kunnanhallitus' },
          ...{ decidedOn: '2020-01-01', outcome: 'approved', words: '' },
        }),
        answers: posted(['403', '403', '403', '403']),
      },
    ],
  },
  // There is no such file, nor such an extract: past the right.
  { path: 'artefacts/:artefactId/approvals/extracts/:hash', visit: project(['404', '404', '404', '404']) },
  { path: 'artefacts/:artefactId/approvals/:file', visit: project(['404', '404', '404', '404']) },
  // A viewer and a guest see their own alone, of which there is none here.
  { path: 'artefacts/:artefactId/proposals', visit: ['200', '200', '200', '200', '200', '403', '404', 'sign in'] },
  {
    path: 'artefacts/:artefactId/proposals/:proposalId',
    visit: ['200', '200', '200', '404', '404', '403', '404', 'sign in'],
    posts: [
      // It is of another history, so that nobody can merge it.
      { form: () => ({ intent: 'merge' }), answers: posted(['409', '409', '409', '403'], '403') },
      { form: () => ({ intent: 'replace' }), answers: posted(['elsewhere', 'elsewhere', '403', '403'], '403') },
      { form: () => ({ intent: 'set-aside' }), answers: posted(['elsewhere', 'elsewhere', '403', '403'], '403') },
      // It waits already.
      { form: () => ({ intent: 'reopen' }), answers: posted(['409', '409', '403', '403'], '403') },
    ],
  },
  {
    path: 'artefacts/:artefactId/kept-copy',
    visit: everybody('nothing'),
    posts: [{ form: () => ({ copy: 'no update' }), answers: posted(['422', '422', '422', '403'], '422') }],
  },
  // The version that was taken, and the present state.
  { path: 'artefacts/:artefactId/versions/:number/translation', visit: ['200', '200', '200', '403', '403', '403', '404', 'sign in'] },
  { path: 'artefacts/:artefactId/translation', visit: ['200', '200', '200', '403', '403', '403', '404', 'sign in'] },
  {
    path: 'artefacts/:artefactId/versions/:number/:file',
    visit: ['200', '200', '200', '403', '403', '403', '404', 'sign in'],
  },
  // There are no such versions: past the right.
  { path: 'artefacts/:artefactId/redline.docx', visit: ['404', '404', '404', '403', '403', '403', '404', 'sign in'] },
  { path: 'artefacts/:artefactId/:file', visit: ['200', '200', '200', '403', '403', '403', '404', 'sign in'] },
  { path: '*', visit: everybody('404') },
]
