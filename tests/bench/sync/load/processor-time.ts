import { readFileSync } from 'node:fs'

/** Linux tells processor time in hundredths of a second, whatever its own clock. */
const TICKS_PER_SECOND = 100
const PAGE_BYTES = 4096

/** Processor seconds that all threads of a process have used. Linux only. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program, in brackets, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

export function residentBytes(pid: number): number {
  const pages = /^\d+ (\d+)/.exec(readFileSync(`/proc/${pid}/statm`, 'utf8'))?.[1]
  return Number(pages) * PAGE_BYTES
}
