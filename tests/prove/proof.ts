import { z } from 'zod'

/** What a proof found. */
export interface Outcome {
  /** Figures for the table, by what they count. */
  counts: Record<string, number | string>
  /** One sentence for each thing that does not hold; empty when the promise holds. */
  broken: string[]
}

/** A promise of the product that can be tried out. */
export interface Proof {
  /** The names of its options, as `--rounds` on the command line. */
  optionNames: string[]
  /** @throws z.ZodError for options that it does not know or cannot read; whatever stopped it from being tried. */
  run(given: Record<string, string>): Promise<Outcome>
}

/** Options have defaults that keep all proofs together under five minutes. */
export function defineProof<Shape extends z.ZodRawShape>(
  shape: Shape,
  prove: (options: z.output<z.ZodObject<Shape>>) => Promise<Outcome>,
): Proof {
  const options = z.strictObject(shape)
  return {
    optionNames: Object.keys(shape),
    run: async (given) => prove(options.parse(given)),
  }
}

/** A whole number of at least 1, as it stands on the command line. */
export function count(byDefault: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number above 0')
    .transform(Number)
    .default(byDefault)
}
