import type { BuiltScripts } from '../../load-context'
import type { KindId } from '../registry'

/**
 * Addresses of the scripts that an artefact is opened with, for the browser to fetch while it still reads the page: each is
 * asked for by the one before it, and would wait for it. A kind's view, what keeps it in step with others and, for whoever
 * writes, the kind's own editor where it has one.
 */
export function scriptsOf(built: BuiltScripts | undefined, kind: KindId, writes: boolean): string[] {
  if (!built) return []
  const own = `app/artefacts/${kind}`
  const views = built.loadedLaterBy(`${own}/index.ts`).filter((source) => source.startsWith(`${own}/view/`))
  const editor = writes ? [`${own}/view/editor/create-editor.ts`] : []
  return built.addressesOf([`${own}/index.ts`, ...views, ...editor, 'app/sync/open-session.ts'])
}
