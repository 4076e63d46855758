import path from 'node:path'
import type { Plugin } from 'vite'
import { builtScriptsFile, type BuiltSources } from '../http/built-scripts'

/**
 * Writes down in which of the browser's scripts the sources are that are loaded when they are needed, for the server to tell
 * a page of them early. Vite's own manifest leaves out sources that share their script with others.
 */
export function tellScripts(): Plugin {
  return {
    name: 'tell-scripts',
    apply: 'build',
    generateBundle(_options, bundle) {
      const { root } = this.environment.config
      const named = (id: string) => path.relative(root, id).replaceAll(path.sep, '/')
      const told: BuiltSources = { sources: {}, imports: {} }
      for (const script of Object.values(bundle)) {
        if (script.type !== 'chunk') continue
        told.imports[script.fileName] = script.imports
        for (const id of script.moduleIds) {
          const facts = this.getModuleInfo(id)
          if (!facts || facts.dynamicImporters.length === 0) continue
          told.sources[named(id)] = { script: script.fileName, loadsLater: facts.dynamicallyImportedIds.map(named) }
        }
      }
      this.emitFile({ type: 'asset', fileName: builtScriptsFile, source: JSON.stringify(told) })
    },
  }
}
