import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { NoteGroup } from '../../../../artefacts/workshop-face'
import { Button } from '../../../../components/button'
import { IconButton } from '../../../../components/icon-button'
import { TextField } from '../../../../components/text-field'
import { useTranslate } from '../../../../i18n/use-translate'
import { plainLine } from '../../../../lib/plain-text'
import type { StepBoard } from './on-board'

export const longestGroupName = 120

interface GroupHeadingProps {
  /** Null: for those in none. */
  group: NoteGroup | null
  count: number
  board: StepBoard
  mayRename: boolean
  /** Notes were just put into it, by what is gone by now: the focus is here where it is nowhere else. */
  isEntered: boolean
}

export function GroupHeading({ group, count, board, mayRename, isEntered }: GroupHeadingProps) {
  const t = useTranslate('takingPart')
  const [renaming, setRenaming] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isEntered && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [isEntered])
  const name = group ? group.name || t('board.namelessGroup') : t('board.noGroup')
  if (group && renaming) {
    const rename = (form: HTMLFormElement) => {
      const typed = new FormData(form).get('name')
      const next = typeof typed === 'string' ? plainLine(typed) : ''
      if (next !== group.name) board.change((notes, root) => notes.renameGroup(root, group.id, next))
      setRenaming(false)
    }
    return (
      <form
        className="mb-2 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          rename(event.currentTarget)
        }}
      >
        <TextField
          label={t('group.nameLabel')}
          name="name"
          defaultValue={group.name}
          maxLength={longestGroupName}
          autoFocus
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'Escape') setRenaming(false)
          }}
          className="min-w-0 flex-1 basis-52"
        />
        <Button type="submit" variant="primary">
          {t('group.saveName')}
        </Button>
      </form>
    )
  }
  return (
    <div className="mb-1 flex min-h-11 items-center gap-2">
      <h3 ref={heading} tabIndex={-1} className="min-w-0 text-lg font-bold outline-none [overflow-wrap:anywhere]">
        {name} <span className="font-normal text-ink-soft">{t('group.count', { count })}</span>
      </h3>
      {group && mayRename ? (
        <IconButton label={t('group.rename', { name })} icon={Pencil} onPress={() => setRenaming(true)} className="size-11" />
      ) : null}
    </div>
  )
}
