import { spawn } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../../server/setup/project-paths'
import type { UpgradeServer } from './upgrade'

export interface Flood {
  person: string
  room?: string
  /** Whole frames, masked; sent again and again, as fast as they are taken. */
  frames: Uint8Array
  milliseconds: number
  /** False: takes nothing of what it is answered. */
  reads?: boolean
}

const flooded = z.object({ sent: z.number(), closed: z.boolean() })

/** Floods a server from a process of its own. Says how many bytes left, and whether the server hung up. */
export async function flood(server: UpgradeServer, options: Flood): Promise<z.output<typeof flooded>> {
  const { person, room = 'artefact/board001', frames, milliseconds, reads = true } = options
  const { port, origin } = server
  const given = { port, origin, room, person, milliseconds, reads, frames: Buffer.from(frames).toString('base64') }
  const child = spawn(process.execPath, [path.join(projectRoot, 'tests/support/sync/flood.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(given))
  let printed = ''
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  return flooded.parse(JSON.parse(printed))
}
