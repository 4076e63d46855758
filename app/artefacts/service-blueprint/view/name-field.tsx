import type { KeyboardEvent } from 'react'
import { longest } from '../model/content'
import { useBlueprint } from './blueprint-context'
import { LiveText } from './live-text'
import type { Editing } from './open-things'

interface NameFieldProps {
  editing: Editing & { kind: 'phase' | 'lane' }
  value: string
  label: string
  onText(name: string): void
}

/** A phase's or lane's name, open for writing in place. */
export function NameField({ editing, value, label, onText }: NameFieldProps) {
  const { acts } = useBlueprint()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    acts.close(editing)
  }
  return (
    <LiveText
      lines="one"
      start="select"
      value={value}
      onText={onText}
      label={label}
      longest={longest.name}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (document.hasFocus()) acts.leave(editing)
      }}
      className="font-bold"
    />
  )
}
