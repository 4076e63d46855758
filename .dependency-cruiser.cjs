// Who may import whom:
// lib ← document ← artefacts/*/model ← export, templates, view ← registry ← routes, server.

/** Folders of app/artefacts that are no kind. */
const NO_KIND = 'shared|page|messages'
const KIND = `^app/artefacts/(?!(?:${NO_KIND})/)([^/]+)/`
const SCREEN =
  'node_modules/(react|react-dom|react-router|@react-router|react-i18next|react-aria-components|lucide-react|@xyflow|@conform-to|@tiptap/react)/'
const DATABASE = '(node_modules/(@prisma|better-sqlite3)/|^prisma/)'
const SHARED_EDITING = 'node_modules/(yjs|y-protocols|y-websocket|lib0)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two modules that need each other are one, or need a third.', {}, {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    }),
    forbid('app-never-imports-server', 'Loaders reach the server through app/load-context.ts.', { path: '^app/' }, {
      path: '^server/',
    }),
    forbid('lib-stands-alone', 'Primitives know no domain.', { path: '^app/lib/' }, {
      path: '^(app/(?!lib/)|server/|prisma/)',
    }),
    forbid('document-knows-no-kind', 'What lies below every kind.', { path: '^app/document/' }, {
      path: '^(app/(?!lib/|document/)|server/|prisma/)',
    }),
    forbid('kinds-stand-apart', 'What several kinds share is in app/artefacts/shared.', { path: KIND }, {
      path: '^app/artefacts/[^/]+/',
      pathNot: '^app/artefacts/($1|shared)/',
    }),
    forbid('kinds-below-registry', 'A kind does not know who else is there, nor the pages.', { path: KIND }, {
      path: '^app/(artefacts/(registry|page/)|routes/|accounts/.*\\.server\\.|projects/)',
    }),
    forbid('model-first', 'Operations and content know nothing of how they are shown or written.', { path: `${KIND}model/` }, {
      path: `^app/artefacts/[^/]+/(export|templates|view)/`,
    }),
    forbid('exports-and-templates-without-views', 'Both run in workers.', { path: `${KIND}(export|templates)/` }, {
      path: '^app/artefacts/[^/]+/view/',
    }),
    forbid(
      'without-a-screen',
      'Models, exports, templates and what lies below them run in workers and tests.',
      { path: [`${KIND}(model|export|templates)/`, '^app/(document|lib)/', '^app/exports/(?!.*(\\.server\\.ts|\\.tsx)$)'] },
      { path: SCREEN },
    ),
    forbid('views-never-import-yjs', 'A view calls operations; not even the types.', { path: '^app/artefacts/[^/]+/view/' }, {
      path: SHARED_EDITING,
    }),
    forbid('routes-without-yjs', 'A route parses, authorises, calls one function and returns.', { path: '^app/routes/' }, {
      path: SHARED_EDITING,
    }),
    forbid('views-load-lazily', 'Nobody downloads the code of a kind that is not opened.', {
      path: '^(app|server|prisma)/',
      pathNot: '^app/artefacts/[^/]+/view/',
    }, { path: '^app/artefacts/[^/]+/view/', dynamic: false }),
    forbid('prisma-in-server-modules', 'Prisma is for *.server.ts, server/, prisma/ and tests.', {
      path: '^app/',
      // Types only: the interface through which loaders reach the database.
      pathNot: '(\\.server\\.tsx?$|^app/load-context\\.ts$)',
    }, { path: DATABASE }),
    forbid('server-modules-stay-on-the-server', 'Only routes and other server modules import *.server.ts.', {
      path: '^app/',
      pathNot: '(\\.server\\.tsx?$|^app/routes/|^app/(root|routes)\\.tsx?$)',
    }, { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] }),
    forbid('y-websocket-in-one-place', 'The browser end of sync is app/sync.', {
      path: '^(app|server|prisma)/',
      pathNot: '^app/sync/',
    }, { path: 'node_modules/y-websocket/' }),
    forbid('nothing-imports-routes', 'A route is an end.', { path: '^(app|server|prisma)/', pathNot: '^app/routes/' }, {
      path: '^app/routes/',
    }),
    forbid('declared', 'What is imported stands in package.json.', {}, {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
    }),
    forbid('runs-without-development-packages', 'The browser and the running server use dependencies only.', {
      path: '^(app|server)/',
      pathNot: '^server/setup/',
    }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/(@types|@react-router/dev)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated/(internal|models)|build|tests/bench/sync/peers|\\.react-router)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
