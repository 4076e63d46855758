import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../server/setup/project-paths'
import { temporaryDirectory } from './temporary-directory'

const { forbidden, options } = createRequire(import.meta.url)(
  path.join(projectRoot, '.dependency-cruiser.cjs'),
) as { forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden']; options: ICruiseOptions }

/** The rules that these files break, by name. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const directory = temporaryDirectory()
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(directory, 'node_modules'))
  for (const [file, text] of Object.entries({ ...EXISTING, ...files })) {
    mkdirSync(path.join(directory, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(directory, file), text)
  }
  const { doNotFollow, tsPreCompilationDeps } = options
  const { output } = await cruise(
    ['app', 'server', 'prisma'],
    { baseDir: directory, doNotFollow, tsPreCompilationDeps, validate: true, ruleSet: { forbidden } },
    { ...options.enhancedResolveOptions },
  )
  const { violations } = (output as ICruiseResult).summary
  return [...new Set(violations.map(({ rule }) => rule.name))].sort()
}

/** A small tree in which every rule holds. */
const EXISTING = {
  'package.json': JSON.stringify({
    dependencies: { yjs: '1', react: '1', 'y-websocket': '1', '@prisma/client': '1' },
    devDependencies: { vitest: '1' },
  }),
  'app/lib/id.ts': `export const id = 1`,
  'app/document/order.ts': `import { id } from '../lib/id'\nimport * as Y from 'yjs'\nexport const order = [id, Y]`,
  'app/artefacts/agreement/index.ts': `import './model/content'\nexport const view = () => import('./view/page')`,
  'app/artefacts/agreement/model/content.ts': `import { order } from '../../../document/order'\nexport const content = order`,
  'app/artefacts/agreement/view/page.tsx': `import 'react'\nimport { content } from '../model/content'\nexport default content`,
  'app/artefacts/agreement/export/tree.ts': `import { content } from '../model/content'\nexport const tree = content`,
  'app/artefacts/cooperation-model/model/content.ts': `export const board = 1`,
  'app/artefacts/registry.ts': `import './agreement'`,
  'app/accounts/session.server.ts': `import type { PrismaClient } from '@prisma/client'\nexport type Client = PrismaClient`,
  'app/sync/connection.ts': `import 'y-websocket'`,
  'app/routes/artefact.tsx': `import '../artefacts/registry'\nimport '../accounts/session.server'`,
  'server/app.ts': `import '../app/artefacts/registry'\nexport const app = 1`,
  'prisma/client.server.ts': `import '@prisma/client'`,
}

describe('the import rules', () => {
  it('let through what is built as it should be', async () => {
    expect(await brokenRules({})).toEqual([])
  })

  it.each<[rule: string, file: string, text: string]>([
    ['app-never-imports-server', 'app/versions/list.ts', `import '../../server/app'`],
    ['lib-stands-alone', 'app/lib/bad.ts', `import '../document/order'`],
    ['document-knows-no-kind', 'app/document/bad.ts', `import '../artefacts/agreement/model/content'`],
    ['kinds-stand-apart', 'app/artefacts/agreement/model/bad.ts', `import '../../cooperation-model/model/content'`],
    ['kinds-below-registry', 'app/artefacts/cooperation-model/model/bad.ts', `import '../../registry'`],
    ['model-first', 'app/artefacts/agreement/model/bad.ts', `import '../export/tree'`],
    ['without-a-screen', 'app/artefacts/agreement/export/bad.ts', `import 'react'`],
    ['without-a-screen', 'app/lib/bad.ts', `import type { ReactNode } from 'react'\nexport type Bad = ReactNode`],
    ['views-never-import-yjs', 'app/artefacts/agreement/view/bad.ts', `import type * as Y from 'yjs'\nexport type Bad = Y.Doc`],
    ['routes-without-yjs', 'app/routes/bad.ts', `import 'yjs'`],
    ['views-load-lazily', 'app/artefacts/agreement/bad.ts', `import page from './view/page'\nexport const bad = page`],
    ['prisma-in-server-modules', 'app/versions/bad.ts', `import '@prisma/client'`],
    ['prisma-in-server-modules', 'app/routes/bad.ts', `import '../../prisma/client.server'`],
    ['server-modules-stay-on-the-server', 'app/components/bad.tsx', `import '../accounts/session.server'`],
    ['y-websocket-in-one-place', 'app/components/bad.tsx', `import 'y-websocket'`],
    ['nothing-imports-routes', 'app/components/bad.tsx', `import '../routes/artefact'`],
    ['declared', 'app/lib/bad.ts', `import 'zod'`],
    ['runs-without-development-packages', 'app/lib/bad.ts', `import 'vitest'`],
  ])('%s: caught in %s', async (rule, file, text) => {
    expect(await brokenRules({ [file]: text })).toContain(rule)
  })

  it('no-cycles: caught between two modules', async () => {
    const files = { 'app/lib/a.ts': `import { b } from './b'\nexport const a = [b]`, 'app/lib/b.ts': `import { a } from './a'\nexport const b = [a]` }
    expect(await brokenRules(files)).toEqual(['no-cycles'])
  })

  it('exports-and-templates-without-views: caught, lazily too', async () => {
    const bad = `export const bad = () => import('../view/page')`
    expect(await brokenRules({ 'app/artefacts/agreement/export/bad.ts': bad })).toEqual([
      'exports-and-templates-without-views',
    ])
  })
})
