import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { BuiltScripts } from '../../app/load-context'

/** In the folder that the browser is served from; written by the build (server/setup/tell-scripts.ts), and not served. */
export const builtScriptsFile = '.vite/scripts.json'

const builtSourcesSchema = z.object({
  /** Of each source that is loaded when it is needed: the script it is in, and the sources that it loads so itself. */
  sources: z.record(z.string(), z.object({ script: z.string(), loadsLater: z.array(z.string()) })),
  /** The scripts that each script imports. */
  imports: z.record(z.string(), z.array(z.string())),
})

export type BuiltSources = z.output<typeof builtSourcesSchema>

/** Undefined where the build has told nothing. */
export function readBuiltScripts(clientDirectory: string): BuiltScripts | undefined {
  const file = path.join(clientDirectory, builtScriptsFile)
  return existsSync(file) ? builtScripts(builtSourcesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))) : undefined
}

export function builtScripts({ sources, imports }: BuiltSources): BuiltScripts {
  const collect = (script: string, known: Set<string>) => {
    if (known.has(script)) return
    known.add(script)
    for (const one of imports[script] ?? []) collect(one, known)
  }
  return {
    addressesOf: (wanted) => {
      const known = new Set<string>()
      for (const { script } of wanted.flatMap((source) => sources[source] ?? [])) collect(script, known)
      return [...known].map((script) => `/${script}`)
    },
    loadedLaterBy: (source) => sources[source]?.loadsLater ?? [],
  }
}
