import { useState, type FormEvent } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { TextField } from '../../../components/text-field'
import { isGroup, longestName, type BoardItem, type Group } from '../model/content'
import { nameOf } from '../model/names'
import { gatheredFrame } from '../model/operations'
import { framesToPutIn } from './allowed'
import { useBoard } from './board-context'

interface GroupDialogProps {
  /** The notes that it is about; undefined while it is closed. */
  notes: readonly string[] | undefined
  items: readonly BoardItem[]
  onClose(): void
}

/** Puts notes into a group by words: one that is there, a new one, or none. */
export function GroupDialog({ notes, items, onClose }: GroupDialogProps) {
  const { t } = useBoard()
  return (
    <Dialog title={t('group.moveTo')} isOpen={notes !== undefined} onOpenChange={(open) => (open ? undefined : onClose())}>
      {notes ? <GroupForm notes={notes} items={items} onClose={onClose} /> : null}
    </Dialog>
  )
}

// Ids of frames never hold a space.
const newGroup = 'new group'
const noGroup = 'no group'

function GroupForm({ notes, items, onClose }: GroupDialogProps & { notes: readonly string[] }) {
  const { acts, may, t } = useBoard()
  const moved = items.filter(({ id }) => notes.includes(id))
  const groups = framesToPutIn(items, may).filter((frame): frame is Group => isGroup(frame) && isOfferedTo(frame, moved, items))
  const isIn = (group: Group) => moved.every((item) => 'frame' in item && item.frame === group.id)
  const isGrouped = moved.some((item) => 'frame' in item && items.some((frame) => frame.id === item.frame && isGroup(frame)))
  const [choice, setChoice] = useState<string>(groups.find((group) => !isIn(group))?.id ?? newGroup)
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (choice === newGroup) acts.gather(notes, name.trim())
    else acts.moveToGroup(notes, choice === noGroup ? null : choice)
    onClose()
  }
  const option = (value: string, label: string) => (
    <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 py-1 hover:bg-accent-soft">
      <input
        type="radio"
        name="group"
        value={value}
        checked={choice === value}
        onChange={() => setChoice(value)}
        className="size-5 shrink-0 accent-accent"
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
    </label>
  )
  return (
    <form onSubmit={submit} noValidate>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('group.which', { what: acts.inWords(notes) })}</legend>
        {groups.map((group) => option(group.id, isIn(group) ? t('group.isHere', { name: nameOf(group, t) }) : nameOf(group, t)))}
        {may.group ? option(newGroup, t('group.new')) : null}
        {isGrouped ? option(noGroup, t('group.none')) : null}
      </fieldset>
      {choice === newGroup && may.group ? (
        <TextField
          label={t('field.groupName')}
          hint={t('group.nameHint')}
          value={name}
          maxLength={longestName}
          onChange={(event) => setName(event.currentTarget.value)}
          className="mt-2"
        />
      ) : null}
      {groups.length === 0 && !may.group ? <p className="text-ink-soft">{t('group.noneYet')}</p> : null}
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t('connect.cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('group.move')}
        </Button>
      </div>
    </form>
  )
}

/** A group that gathers notes of the frame that they are among, or of the whole board. */
function isOfferedTo(group: Group, notes: readonly BoardItem[], items: readonly BoardItem[]): boolean {
  return notes.every((note) => group.gathers === gatheredFrame(items, note))
}
