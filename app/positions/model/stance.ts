import { z } from 'zod'

/** Where an organisation stands on a clause. Stored; never renamed. `none`: it has taken its position back. */
export const stances = ['accepts', 'accepts-with-change', 'open', 'objects'] as const

export const stanceSchema = z.enum([...stances, 'none'])

export type Stance = z.infer<typeof stanceSchema>
