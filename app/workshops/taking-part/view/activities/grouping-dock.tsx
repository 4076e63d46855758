import { FolderInput } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { TextField } from '../../../../components/text-field'
import { useTranslate } from '../../../../i18n/use-translate'
import { plainLine } from '../../../../lib/plain-text'
import { longestGroupName } from './group-heading'
import type { StepBoard } from './on-board'

interface GroupingDockProps {
  board: StepBoard
  /** What is chosen; at least one. */
  ids: readonly string[]
  /** Groups may be made, not only entered. */
  mayMake: boolean
  /** `group`: where they went; null for none. */
  onDone(group: string | null): void
}

/** What is done with the chosen notes; stays in sight above the bar. */
export function GroupingDock({ board, ids, mayMake, onDone }: GroupingDockProps) {
  const t = useTranslate('takingPart')
  const [asked, setAsked] = useState(false)
  const [failed, setFailed] = useState(false)
  const done = (group: string | null | undefined) => {
    setAsked(false)
    setFailed(group === undefined)
    if (group !== undefined) onDone(group)
  }
  const move = (group: string | null) => done(board.change((notes, root) => (notes.moveToGroup(root, ids, group), group)))
  const anyGrouped = board.notes.some(({ id, group }) => group !== null && ids.includes(id))
  return (
    <div className="sticky bottom-[var(--bar-height,0px)] z-20 -mx-4 mt-auto border-t border-line bg-surface px-4 py-3">
      <p role="status" className="mb-2 font-bold">
        {failed ? t('board.notChanged') : t('group.chosen', { count: ids.length })}
      </p>
      <div className="flex gap-2">
        <Button variant="primary" size="large" className="flex-1" onPress={() => setAsked(true)}>
          <FolderInput aria-hidden className="size-5 shrink-0 max-sm:hidden" />
          {t('group.move')}
        </Button>
        <Button size="large" onPress={() => onDone(null)}>
          {t('group.cancel')}
        </Button>
      </div>
      <Dialog title={t('group.moveTitle', { count: ids.length })} isOpen={asked} onOpenChange={setAsked}>
        <ul className="flex flex-col gap-2">
          {board.groups.map(({ id, name }) => (
            <li key={id}>
              <Button size="large" className="w-full justify-start text-left" onPress={() => move(id)}>
                {name || t('board.namelessGroup')}
              </Button>
            </li>
          ))}
          {anyGrouped ? (
            <li>
              <Button size="large" variant="quiet" className="w-full justify-start" onPress={() => move(null)}>
                {t('group.out')}
              </Button>
            </li>
          ) : null}
        </ul>
        {mayMake ? (
          <form
            className={board.groups.length > 0 ? 'mt-5 border-t border-line pt-4' : ''}
            onSubmit={(event) => {
              event.preventDefault()
              const typed = new FormData(event.currentTarget).get('name')
              const name = typeof typed === 'string' ? plainLine(typed) : ''
              done(board.change((notes, root) => notes.gather(root, ids, name)))
            }}
          >
            <TextField
              label={t('group.newLabel')}
              hint={t('group.newHint')}
              name="name"
              maxLength={longestGroupName}
              autoComplete="off"
            />
            <Button type="submit" variant="primary" size="large" className="mt-3 w-full">
              {t('group.make')}
            </Button>
          </form>
        ) : null}
      </Dialog>
    </div>
  )
}
