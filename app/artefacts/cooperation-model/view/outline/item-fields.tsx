import { useEffect, type ChangeEvent, type RefObject } from 'react'
import { Button } from '../../../../components/button'
import { SelectField } from '../../../../components/select-field'
import { TextArea } from '../../../../components/text-field'
import { useContent } from '../../../shared/use-artefact'
import { useLiveText } from '../../../shared/use-live-text'
import {
  isFrame,
  isGroup,
  itemColours,
  longestName,
  longestText,
  textSizes,
  type BoardItem,
  type BoardText,
  type Frame,
  type Note,
} from '../../model/content'
import { nameOf } from '../../model/names'
import { ActorFields } from '../actor-fields'
import { useBoard } from '../board-context'
import { endsEditing, isUndoKey } from '../keys'

interface ItemFieldsProps<Item extends BoardItem = BoardItem> {
  item: Item
  onEnd(): void
}

/** Everything of an item that can be written and chosen, as a form. What is written is kept at once. */
export function ItemFields({ item, onEnd }: ItemFieldsProps) {
  const { acts, t } = useBoard()
  useEffect(() => {
    acts.endStep()
    return () => acts.endStep()
  }, [acts])
  return (
    <div role="group" aria-label={nameOf(item, t)} className="grid gap-3">
      {item.type === 'actor' ? (
        <ActorFields actor={item} onEnd={onEnd} />
      ) : (
        <WordsField item={item} onEnd={onEnd} />
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
        {isFrame(item) ? null : <FrameField item={item} />}
        <LookField item={item} />
      </div>
      <Button variant="primary" size="small" onPress={onEnd} className="justify-self-start">
        {t('edit.done')}
      </Button>
    </div>
  )
}

function WordsField({ item, onEnd }: ItemFieldsProps<Note | BoardText | Frame>) {
  const { acts, t } = useBoard()
  const isNamed = item.type === 'frame'
  const field = useLiveText<HTMLTextAreaElement>(isNamed ? item.name : item.text, (next) =>
    acts.write(item.id, isNamed ? { name: next } : { text: next }),
  )
  useFocus(field.ref)
  return (
    <TextArea
      {...field}
      label={isNamed ? t(isGroup(item) ? 'field.groupName' : 'field.name') : t(`item.${item.type}`)}
      maxLength={isNamed ? longestName : longestText}
      rows={isNamed ? 1 : 2}
      onKeyDown={(event) => endsEditing(event, onEnd) || isUndoKey(event, acts)}
    />
  )
}

function FrameField({ item }: { item: BoardItem }) {
  const { acts, session, t } = useBoard()
  const frames = useContent(session).items.filter(isFrame)
  const outside = { value: '', label: t('edit.outOfFrames') }
  return (
    <SelectField
      label={t('field.frame')}
      value={('frame' in item && item.frame) || ''}
      options={[...frames.map((frame) => ({ value: frame.id, label: nameOf(frame, t) })), outside]}
      onChange={(event) => acts.putInFrame([item.id], event.currentTarget.value || undefined)}
    />
  )
}

/** A note's and a frame's colour, a text's size. */
function LookField({ item }: { item: BoardItem }) {
  const { acts, t } = useBoard()
  if (item.type === 'actor') return null
  if (item.type === 'text') {
    return (
      <SelectField
        label={t('field.size')}
        value={item.size}
        options={textSizes.map((size) => ({ value: size, label: t(`size.${size}`) }))}
        onChange={choice(textSizes, (size) => acts.change([item.id], { size }))}
      />
    )
  }
  return (
    <SelectField
      label={t('field.colour')}
      value={item.colour}
      options={itemColours.map((colour) => ({ value: colour, label: t(`colour.${colour}`) }))}
      onChange={choice(itemColours, (colour) => acts.colour([item.id], colour))}
    />
  )
}

/** Answers a list's change with the value that was chosen, as one of those that were offered. */
function choice<Value extends string>(values: readonly Value[], onChoose: (value: Value) => void) {
  return (event: ChangeEvent<HTMLSelectElement>) => {
    const chosen = values.find((value) => value === event.currentTarget.value)
    if (chosen !== undefined) onChoose(chosen)
  }
}

function useFocus(element: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const field = element.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [element])
}
