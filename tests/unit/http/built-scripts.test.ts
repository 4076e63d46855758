import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scriptsOf } from '../../../app/artefacts/page/scripts.server'
import { kindIds } from '../../../app/artefacts/registry'
import { builtScripts, readBuiltScripts } from '../../../server/http/built-scripts'

const view = 'app/artefacts/agreement/view/agreement-view.tsx'
const editor = 'app/artefacts/agreement/view/editor/create-editor.ts'
const review = 'app/artefacts/agreement/view/review/review-tab.tsx'
const words = 'app/artefacts/agreement/messages/fi.json'

const built = builtScripts({
  sources: {
    'app/artefacts/agreement/index.ts': { script: 'assets/index-1.js', loadsLater: [view, words] },
    [words]: { script: 'assets/fi-1.js', loadsLater: [] },
    [view]: { script: 'assets/agreement-view-1.js', loadsLater: [review] },
    [editor]: { script: 'assets/create-editor-1.js', loadsLater: [] },
    [review]: { script: 'assets/review-tab-1.js', loadsLater: [] },
    'app/sync/open-session.ts': { script: 'assets/open-session-1.js', loadsLater: [] },
  },
  imports: {
    'assets/index-1.js': ['assets/records-1.js'],
    'assets/agreement-view-1.js': ['assets/records-1.js'],
    'assets/create-editor-1.js': ['assets/tables-1.js'],
    'assets/tables-1.js': ['assets/records-1.js'],
  },
})

describe('the scripts that an artefact is opened with', () => {
  it('are all known from the start to whoever writes in it: each once, and nothing that is only opened later', () => {
    expect(scriptsOf(built, 'agreement', true)).toEqual([
      '/assets/index-1.js',
      '/assets/records-1.js',
      '/assets/agreement-view-1.js',
      '/assets/create-editor-1.js',
      '/assets/tables-1.js',
      '/assets/open-session-1.js',
    ])
  })

  it('have no editor among them for whoever only reads', () => {
    expect(scriptsOf(built, 'agreement', false)).not.toContain('/assets/create-editor-1.js')
  })

  it('are told of a kind that has no editor of its own, too', () => {
    expect(scriptsOf(built, 'service-blueprint', true)).toEqual(['/assets/open-session-1.js'])
  })

  it('are not told of in development, where nothing is built', () => {
    expect(readBuiltScripts('/nowhere')).toBeUndefined()
    expect(scriptsOf(undefined, 'agreement', true)).toEqual([])
  })

  it('lie where they are looked for', () => {
    for (const kind of kindIds) expect(existsSync(`app/artefacts/${kind}/index.ts`), kind).toBe(true)
    for (const source of [view, editor, 'app/sync/open-session.ts']) expect(existsSync(source), source).toBe(true)
  })
})
