import type { Importer } from '../../app/load-context'
import { importOutcomeSchema } from '../../app/imports/docx/outcome'
import type { ImportJob } from './import.worker'
import { createProcessPool } from './process-pool'

/** Reads Word files one at a time, apart from everybody's edits and exports, within bounds of time and memory. */
export function createImporter(workerPath: string | URL): Importer & { close(): Promise<void> } {
  const pool = createProcessPool<ImportJob>({ workerPath, mostWaiting: 10, timeout: 20_000, mostMemory: 1024 ** 3 })
  return {
    async docx(bytes, untitled) {
      const json = await pool.make({ bytes, untitled })
      return importOutcomeSchema.parse(JSON.parse(new TextDecoder().decode(json)))
    },
    close: () => pool.close(),
  }
}
