import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { SelectField } from '../../../../components/select-field'

interface ChoiceDialogProps {
  words: {
    title: string
    /** Of the list to choose from. */
    label: string
    hint: string
    insert: string
  }
  choices: readonly { value: string; label: string }[]
  /** Shown where there is nothing to choose. */
  whenNone: ReactNode
  onChoose(value: string): void
  onClose(): void
}

/** Asks which one of several is to be put into the text: a clause, an annex, a party. */
export function ChoiceDialog({ words, choices, whenNone, onChoose, onClose }: ChoiceDialogProps) {
  const [chosen, setChosen] = useState(choices[0]?.value ?? '')
  const insert = (event: FormEvent) => {
    event.preventDefault()
    onChoose(chosen)
    onClose()
  }
  return (
    <Dialog title={words.title} isOpen onOpenChange={onClose}>
      {choices.length === 0 ? (
        whenNone
      ) : (
        <form onSubmit={insert}>
          <SelectField
            label={words.label}
            hint={words.hint}
            value={chosen}
            autoFocus
            onChange={(event) => setChosen(event.target.value)}
            options={choices}
          />
          <div className="mt-6 flex justify-end">
            <Button variant="primary" type="submit">
              {words.insert}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
