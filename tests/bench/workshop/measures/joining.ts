import { arrive, Crowd } from '../../../support/workshop/crowd'

export interface Joining {
  crowd: Crowd
  /** From the first request to knowing how the workshop stands, of each, in milliseconds. */
  each: number[]
}

/** Everybody scans the code in the same instant. */
export async function joining(baseUrl: string, code: string, size: number): Promise<Joining> {
  const started = performance.now()
  const each: number[] = []
  const people = await Promise.all(
    Array.from({ length: size }, async (_, number) => {
      const person = await arrive(baseUrl, code, number)
      each.push(performance.now() - started)
      return person
    }),
  )
  return { crowd: new Crowd(people), each }
}
