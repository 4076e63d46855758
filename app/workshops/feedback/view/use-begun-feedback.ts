import { useCallback, useEffect, useState, type FormEvent } from 'react'
import { z } from 'zod'
import { jsonText } from '../../../lib/json-text'
import { useKeptInTab } from '../../taking-part/view/use-kept-in-tab'
import type { OwnFeedback } from '../questions'

const begunSchema = jsonText(
  z.object({ worth: z.string(), heard: z.string(), clear: z.string(), words: z.string(), mayBeNamed: z.boolean() }),
)

type Begun = z.infer<typeof begunSchema>

/**
 * What stands in the form when it opens: what was being written when the facilitator went on to another step, or else
 * what was given before. `sent`: the server has it, and nothing needs to be remembered.
 */
export function useBegunFeedback(workshopId: string, own: OwnFeedback, sent: boolean) {
  const [kept, keep] = useKeptInTab(`feedback ${workshopId}`)
  const [begun] = useState((): Begun => begunSchema.safeParse(kept ?? '').data ?? givenBefore(own))
  useEffect(() => {
    if (sent) keep('')
  }, [sent, keep])
  const onInput = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const form = new FormData(event.currentTarget)
      const text = (name: string) => {
        const value = form.get(name)
        return typeof value === 'string' ? value : ''
      }
      const written: Begun = {
        worth: text('worth'),
        heard: text('heard'),
        clear: text('clear'),
        words: text('words'),
        mayBeNamed: form.has('mayBeNamed'),
      }
      keep(JSON.stringify(written))
    },
    [keep],
  )
  return { begun, onInput }
}

function givenBefore({ worth, heard, clear, words, mayBeNamed }: OwnFeedback): Begun {
  const point = (value: number | null) => (value === null ? '' : String(value))
  return { worth: point(worth), heard: point(heard), clear: point(clear), words, mayBeNamed }
}
