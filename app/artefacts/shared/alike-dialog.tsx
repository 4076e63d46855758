import { useState, type FormEvent } from 'react'
import { Button } from '../../components/button'
import { Checkbox } from '../../components/checkbox'
import { Dialog } from '../../components/dialog'
import { FieldMessages } from '../../components/field-messages'
import { useTranslate } from '../../i18n/use-translate'
import { findAlikeByPlace, type AlikeNotes, type ComparedNote } from './alike-notes'

interface AlikeDialogProps {
  isOpen: boolean
  onClose(): void
  /** Those that are in no group. */
  notes: readonly (ComparedNote & { frame: string | null })[]
  /** What was chosen, to be made into groups as one act. */
  onAccept(groups: readonly AlikeNotes[]): void
}

/** Proposes groups of notes that say nearly the same. What is proposed is worked out in this browser. */
export function AlikeDialog({ isOpen, onClose, notes, onAccept }: AlikeDialogProps) {
  const t = useTranslate('artefacts')
  return (
    <Dialog title={t('alike.title')} isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} size="wide">
      {isOpen ? <Proposals notes={notes} onClose={onClose} onAccept={onAccept} /> : null}
    </Dialog>
  )
}

function Proposals({ notes, onClose, onAccept }: Omit<AlikeDialogProps, 'isOpen'>) {
  const t = useTranslate('artefacts')
  // As they were when one asked: a list that changed under one's hands could not be judged.
  const [asked] = useState(() => ({ count: notes.length, groups: findAlikeByPlace(notes), texts: textsOf(notes) }))
  const [chosen, setChosen] = useState<ReadonlySet<AlikeNotes>>(() => new Set(asked.groups))
  const [error, setError] = useState<string>()
  if (asked.groups.length === 0) {
    return (
      <>
        <p>{asked.count < 2 ? t('alike.tooFew') : t('alike.none', { count: asked.count })}</p>
        <div className="mt-5 flex justify-end">
          <Button onPress={onClose}>{t('alike.close')}</Button>
        </div>
      </>
    )
  }
  const choose = (group: AlikeNotes) => {
    setError(undefined)
    setChosen((before) => new Set(before.has(group) ? [...before].filter((other) => other !== group) : [...before, group]))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.size === 0) return setError(t('alike.chooseOne'))
    onAccept(asked.groups.filter((group) => chosen.has(group)))
    onClose()
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="mb-4 text-ink-soft">{t('alike.explained')}</p>
      <fieldset aria-describedby={error ? 'alike-error' : undefined}>
        <legend className="sr-only">{t('alike.groups')}</legend>
        <ol className="grid gap-4">
          {asked.groups.map((group) => (
            <li key={group.ids[0]} className="rounded-lg border border-line p-3">
              <Checkbox
                label={t('alike.group', { name: group.name, count: group.ids.length })}
                checked={chosen.has(group)}
                onChange={() => choose(group)}
                className="font-semibold [overflow-wrap:anywhere]"
              />
              <ul aria-label={t('alike.notes', { name: group.name })} className="ml-8 grid gap-1">
                {group.ids.map((id) => (
                  <li key={id} className="border-t border-line/60 pt-1 [overflow-wrap:anywhere]">
                    {asked.texts.get(id)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </fieldset>
      <div role="status">
        <FieldMessages id="alike" error={error} />
      </div>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t('alike.cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('alike.accept', { count: chosen.size })}
        </Button>
      </div>
    </form>
  )
}

const textsOf = (notes: readonly ComparedNote[]): ReadonlyMap<string, string> => new Map(notes.map(({ id, text }) => [id, text]))
