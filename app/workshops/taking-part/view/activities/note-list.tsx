import { useState } from 'react'
import { useTranslate } from '../../../../i18n/use-translate'
import { newId } from '../../../../lib/id'
import type { LiveStep } from '../../../model/live-state'
import { listRights, stillChosen, type ListRights } from '../../note-list'
import { ownIds } from '../../own-ids'
import type { Me } from '../../page.server'
import { FindAlike } from './find-alike'
import { GroupedNotes } from './grouped-notes'
import { GroupingDock } from './grouping-dock'
import { ListedNote } from './listed-note'
import { NoteComposer } from './note-composer'
import { changeWords, type StepBoard } from './on-board'

interface NoteListProps {
  board: StepBoard
  step: LiveStep
  me: Me
  /** Ids of one's own, as the server keeps them. */
  written: readonly string[]
}

/** A board's notes by group, with what the step allows: write, change one's own, choose several and group them. */
export function NoteList({ board, step, me, written }: NoteListProps) {
  const t = useTranslate('takingPart')
  const [here, setHere] = useState<readonly string[]>(() => ownIds(step.id).read())
  const own = [...new Set([...written, ...here])]
  const [newest, setNewest] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [entered, setEntered] = useState<string | null>(null)
  const rights = listRights({
    open: board.open && me.takesPart,
    facilitates: me.facilitates,
    may: step.may,
    // Where nobody's name is kept, the server knows no note as one's own.
    own: step.settings.authorship === 'nobody' ? [] : own,
  })
  const moving = stillChosen(chosen, board.notes, rights)
  const choose = (id: string, on: boolean) => {
    const next = new Set(moving)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
    setEntered(null)
  }
  const add = (text: string) => {
    const id = newId()
    const note = { id, text, author: authorOf(step, me), origin: step.id }
    const added = board.change((notes, root) => {
      notes.addNotes(root, board.frame, [note])
      return true
    })
    if (!added) return false
    ownIds(step.id).add(id)
    setNewest(id)
    setHere((before) => [...before, id])
    return true
  }
  return (
    <>
      <p className="mb-3 text-ink-soft">{explained(t, step, rights)}</p>
      {rights.group && board.notes.length > 1 ? <FindAlike board={board} /> : null}
      <GroupedNotes board={board} mayRename={rights.group} entered={entered}>
        {(note) => (
          <ListedNote
            note={note}
            isNew={note.id === newest}
            own={own.includes(note.id)}
            chosen={rights.mayMove(note.id) && step.type !== 'write' ? moving.includes(note.id) : undefined}
            onChoose={(on) => choose(note.id, on)}
            onChange={rights.mayChange(note.id) ? (text) => changeWords(board, note.id, text) : undefined}
          />
        )}
      </GroupedNotes>
      {moving.length > 0 ? (
        <GroupingDock
          board={board}
          ids={moving}
          mayMake={rights.group}
          onDone={(group) => {
            setChosen(new Set())
            setEntered(group)
          }}
        />
      ) : rights.add ? (
        <NoteComposer ready onAdd={add} refused={t('board.notAdded')} count={here.length} />
      ) : null}
    </>
  )
}

type Say = ReturnType<typeof useTranslate<'takingPart'>>

function explained(t: Say, { settings }: LiveStep, { add, group }: ListRights): string {
  if (add) return [t('board.writeOpen'), t(`board.author.${settings.authorship}`), t('own.noClients')].join(' ')
  return t(group ? 'board.groupThese' : 'board.lookOnly')
}

/** What others see beside a note. */
function authorOf({ settings }: LiveStep, me: Me): string {
  if (settings.authorship === 'person') return me.name
  return settings.authorship === 'organisation' ? me.organisation : ''
}
