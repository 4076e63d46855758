import { useEffect, useId } from 'react'
import { SelectField } from '../../../components/select-field'
import { TextArea, TextField } from '../../../components/text-field'
import { organisationTypeSchema, organisationTypes } from '../../organisation-types'
import { useLiveText } from '../../shared/use-live-text'
import { longestName, longestText, type Actor } from '../model/content'
import { useBoard } from './board-context'
import { endsEditing, isUndoKey } from './keys'

interface ActorFieldsProps {
  actor: Actor
  onEnd(): void
}

/** An actor's name, type and role. The project's organisations are offered as names, and bring their type along. */
export function ActorFields({ actor, onEnd }: ActorFieldsProps) {
  const { acts, organisations, t } = useBoard()
  const listId = useId()
  const name = useLiveText<HTMLInputElement>(actor.name, (next) => {
    const known = organisations.find((organisation) => organisation.name === next)
    acts.write(actor.id, known ? { name: next, organisationType: known.type } : { name: next })
  })
  const role = useLiveText<HTMLTextAreaElement>(actor.role, (next) => acts.write(actor.id, { role: next }))
  const nameField = name.ref
  useEffect(() => {
    nameField.current?.focus({ preventScroll: true })
    nameField.current?.select()
  }, [nameField])
  return (
    <div className="grid gap-3">
      <TextField
        {...name}
        label={t('field.name')}
        maxLength={longestName}
        list={listId}
        autoComplete="off"
        onKeyDown={(event) => endsEditing(event, onEnd) || isUndoKey(event, acts)}
      />
      <datalist id={listId}>
        {organisations.map((organisation) => (
          <option key={organisation.id} value={organisation.name} />
        ))}
      </datalist>
      <SelectField
        label={t('field.organisationType')}
        value={actor.organisationType}
        options={organisationTypes.map((type) => ({ value: type, label: t(`organisationType.${type}`) }))}
        onKeyDown={(event) => event.key === 'Escape' && endsEditing(event, onEnd)}
        onChange={(event) => {
          const type = organisationTypeSchema.safeParse(event.currentTarget.value)
          if (type.success) acts.change([actor.id], { organisationType: type.data })
        }}
      />
      <TextArea
        {...role}
        label={t('field.role')}
        maxLength={longestText}
        rows={2}
        onKeyDown={(event) => endsEditing(event, onEnd) || isUndoKey(event, acts)}
      />
    </div>
  )
}
