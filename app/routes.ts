import { index, route, type RouteConfig } from '@react-router/dev/routes'

/** Every address of the app. */
export default [
  index('routes/home.tsx'),

  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('account', 'routes/own-page.tsx'),
  route('start/:token', 'routes/owner-link.tsx'),
  route('invitations/:token', 'routes/invitation.tsx'),
  route('language', 'routes/language.ts'),

  route('projects/new', 'routes/project-new.tsx'),
  route('projects/:projectId', 'routes/project.tsx'),
  route('projects/:projectId/organisations', 'routes/project-organisations.tsx'),
  route('projects/:projectId/people', 'routes/project-people.tsx'),
  route('projects/:projectId/clause-library', 'routes/project-clause-library.tsx'),
  // Where whoever asks is called by a comment: JSON.
  route('projects/:projectId/calls', 'routes/project-calls.ts'),
  route('projects/:projectId/figures', 'routes/project-figures.tsx'),
  route('projects/:projectId/figures/:file', 'routes/project-figures-file.ts'),
  route('projects/:projectId/artefacts/new', 'routes/artefact-new.tsx'),
  route('projects/:projectId/artefacts/import', 'routes/artefact-import.tsx'),
  // Where a Word file goes: the body is the file, the answer JSON.
  route('projects/:projectId/artefacts/import/file', 'routes/artefact-import-file.ts'),
  route('projects/:projectId/workshops/new', 'routes/workshop-new.tsx'),

  route('workshops/:workshopId', 'routes/workshop.tsx'),
  route('workshops/:workshopId/wall', 'routes/workshop-wall.tsx'),
  route('workshops/:workshopId/run', 'routes/workshop-run.tsx'),
  // What the facilitator's screen asks for again and again, and where its commands go: JSON.
  route('workshops/:workshopId/desk', 'routes/workshop-desk.ts'),
  route('workshops/:workshopId/desk/boards', 'routes/workshop-desk-boards.ts'),
  // A participant's own hand: JSON.
  route('workshops/:workshopId/hand', 'routes/workshop-hand.ts'),
  route('workshops/:workshopId/feedback', 'routes/workshop-feedback.tsx'),
  route('workshops/:workshopId/report', 'routes/workshop-report.tsx'),
  // One's own ballot and what there is to vote for: JSON.
  route('workshops/:workshopId/ballot', 'routes/workshop-ballot.ts'),
  route('workshops/:workshopId/results', 'routes/workshop-results.tsx'),
  route('workshops/:workshopId/votes.csv', 'routes/workshop-votes-file.ts'),
  route('workshops/:workshopId/decisions', 'routes/workshop-decisions.tsx'),
  // Where in an artefact a decision may stand: JSON.
  route('workshops/:workshopId/carry-places', 'routes/workshop-carry-places.ts'),
  // Where a clause, a card or a note came from, by the id of its decision or step.
  route('origins/:originId', 'routes/origin.tsx'),
  route('workshops/:workshopId/agenda', 'routes/workshop-agenda.tsx'),
  route('workshops/:workshopId/run-sheet', 'routes/workshop-run-sheet.tsx'),
  // A participant's page while it runs; what is one's own in it, and one's private notes onto the board: JSON.
  route('workshops/:workshopId/live', 'routes/workshop-live.tsx'),
  route('workshops/:workshopId/own', 'routes/workshop-own.ts'),
  route('workshops/:workshopId/own-notes', 'routes/workshop-own-notes.ts'),
  route('join', 'routes/join.tsx'),
  route('join/:code', 'routes/join-code.tsx'),

  route('artefacts/:artefactId', 'routes/artefact.tsx'),
  route('artefacts/:artefactId/versions', 'routes/artefact-versions.tsx'),
  route('artefacts/:artefactId/versions/:number', 'routes/artefact-version.tsx'),
  route('artefacts/:artefactId/compare', 'routes/artefact-compare.tsx'),
  // Who has approved what; a version to the parties; what has changed for one of them; its decision.
  route('artefacts/:artefactId/approvals', 'routes/artefact-approvals.tsx'),
  route('artefacts/:artefactId/approvals/propose', 'routes/artefact-approvals-propose.tsx'),
  route('artefacts/:artefactId/approvals/changes', 'routes/artefact-approvals-changes.tsx'),
  route('artefacts/:artefactId/approvals/decision', 'routes/artefact-approvals-decision.tsx'),
  route('artefacts/:artefactId/approvals/extracts/:hash', 'routes/artefact-approvals-extract.ts'),
  route('artefacts/:artefactId/approvals/:file', 'routes/artefact-approvals-file.ts'),
  route('artefacts/:artefactId/proposals', 'routes/artefact-proposals.tsx'),
  route('artefacts/:artefactId/proposals/:proposalId', 'routes/artefact-proposal.tsx'),
  // Clauses to insert into an open agreement, and one of its own to keep: JSON.
  route('artefacts/:artefactId/clause-library', 'routes/artefact-clause-library.ts'),
  // Where each organisation stands on each clause: the page, what it asks for again (JSON) and the table as a file.
  route('artefacts/:artefactId/positions', 'routes/artefact-positions.tsx'),
  route('artefacts/:artefactId/positions/now', 'routes/artefact-positions-now.ts'),
  route('artefacts/:artefactId/positions.csv', 'routes/artefact-positions-file.ts'),
  // What an open page asks for again when it hears of a change: JSON.
  route('artefacts/:artefactId/facts', 'routes/artefact-facts.ts'),
  // Versions of other artefacts that may be annexes: JSON.
  route('artefacts/:artefactId/annex-choices', 'routes/artefact-annex-choices.ts'),
  // Where a browser sends what it could not merge.
  route('artefacts/:artefactId/kept-copy', 'routes/kept-copy.ts'),
  // One's own package of a version, under way and ready: JSON, and the ZIP.
  route('artefacts/:artefactId/versions/:number/package', 'routes/version-package.ts'),
  route('artefacts/:artefactId/versions/:number/package/:packageId', 'routes/version-package-file.ts'),
  route('artefacts/:artefactId/versions/:number/publication', 'routes/version-publication.ts'),
  // A final version to whoever comes: permanent addresses.
  route('published/:publicationId', 'routes/published.ts'),
  route('published/:publicationId/:file', 'routes/published-file.ts'),
  route('artefacts/:artefactId/versions/:number/translation', 'routes/version-translation.ts'),
  route('artefacts/:artefactId/translation', 'routes/artefact-translation.ts'),
  // Stable addresses of final documents: …/versions/3/export.pdf, and …/export.pdf for the present state.
  route('artefacts/:artefactId/versions/:number/:file', 'routes/version-export.ts'),
  // The later of two versions with what has changed as tracked changes: ?from=2&to=3
  route('artefacts/:artefactId/redline.docx', 'routes/artefact-redline.ts'),
  route('artefacts/:artefactId/:file', 'routes/artefact-export.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
