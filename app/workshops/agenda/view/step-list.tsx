import { useEffect, useState, type RefObject } from 'react'
import { useFetcher } from 'react-router'
import { useTranslate } from '../../../i18n/use-translate'
import type { AgendaAnswer } from '../actions.server'
import type { AgendaPageData, PlannedStep } from '../page.server'
import { scheduleOf } from '../schedule'
import { EditStep } from './edit-step'
import { RemoveStep } from './remove-step'
import { StepItem } from './step-item'
import { useKeptFocus } from './use-kept-focus'
import { useRowDrag } from './use-row-drag'

type ListIntent = 'move' | 'duplicate' | 'remove'

/** The agenda in order, with the clock of each step. */
export function StepList({ agenda }: { agenda: AgendaPageData }) {
  const t = useTranslate('agenda')
  const fetcher = useFetcher<AgendaAnswer>()
  const steps = inOrder(agenda.steps, fetcher.formData)
  const times = scheduleOf(steps, agenda.startsAt)
  const [open, setOpen] = useState<{ what: 'edit' | 'remove'; id: string } | null>(null)
  const [said, setSaid] = useState('')
  const post = (intent: ListIntent, id: string, to = 0) =>
    void fetcher.submit(intent === 'move' ? { intent, id, to } : { intent, id }, { method: 'post' })
  const move = (from: number, to: number) => {
    const step = steps[from]
    if (!step) return
    post('move', step.id, to)
    setSaid(t('list.moved', { name: step.title, place: to + 1, count: steps.length }))
  }
  const { list, drag, handleOf } = useRowDrag(move)
  useDoneWords(fetcher.state === 'idle' ? fetcher.data : undefined, setSaid, list)
  const keepFocus = useKeptFocus(list, steps, fetcher.state === 'idle')
  const close = () => setOpen(null)
  const opened = steps.find(({ id }) => id === open?.id)
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol ref={list} tabIndex={-1} aria-label={t('list.label')} className="flex flex-col gap-2 outline-none">
        {steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            startsAt={times[index]?.startsAt ?? null}
            artefact={agenda.artefacts.find(({ id }) => id === step.artefactId)}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            dropLine={dropLine(drag, index, steps.length)}
            lifted={drag?.from === index}
            handle={handleOf(index)}
            onMove={(way) => {
              keepFocus(step.id, way)
              move(index, way === 'up' ? index - 1 : index + 1)
            }}
            onEdit={() => setOpen({ what: 'edit', id: step.id })}
            onDuplicate={() => post('duplicate', step.id)}
            onRemove={() => setOpen({ what: 'remove', id: step.id })}
          />
        ))}
      </ol>
      {opened && open?.what === 'edit' ? <EditStep agenda={agenda} step={opened} onClose={close} /> : null}
      {opened && open?.what === 'remove' ? (
        <RemoveStep step={opened} onClose={close} onRemove={() => post('remove', opened.id)} />
      ) : null}
    </>
  )
}

/** As it will stand once a move that is on its way has arrived. */
function inOrder(steps: PlannedStep[], onItsWay: FormData | undefined): PlannedStep[] {
  if (onItsWay?.get('intent') !== 'move') return steps
  const moved = steps.find(({ id }) => id === onItsWay.get('id'))
  if (!moved) return steps
  const others = steps.filter((step) => step !== moved)
  const to = Number(onItsWay.get('to'))
  return [...others.slice(0, to), moved, ...others.slice(to)]
}

function dropLine(drag: { from: number; dropAt: number } | null, index: number, count: number): 'above' | 'below' | null {
  if (!drag || drag.dropAt === drag.from || drag.dropAt === drag.from + 1) return null
  if (drag.dropAt === index) return 'above'
  return drag.dropAt === count && index === count - 1 ? 'below' : null
}

/** Says what was done when it has been done; a move is said at once. */
function useDoneWords(
  answer: AgendaAnswer | undefined,
  say: (words: string) => void,
  list: RefObject<HTMLElement | null>,
): void {
  const t = useTranslate('agenda')
  useEffect(() => {
    if (!answer) return
    if ('gone' in answer) say(t('list.gone'))
    else if ('done' in answer && answer.done === 'duplicate') say(t('list.duplicated'))
    else if ('done' in answer && answer.done === 'remove') {
      say(t('list.removed'))
      // The button that it was removed by has gone with it.
      if (document.activeElement === document.body) list.current?.focus()
    }
  }, [answer, say, t, list])
}
