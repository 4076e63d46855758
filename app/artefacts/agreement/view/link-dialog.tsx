import type { Editor } from '@tiptap/core'
import { useState, type FormEvent } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { TextField } from '../../../components/text-field'
import type { Translate } from '../../kind'
import { meantLink } from '../model/links'
import { hrefOf } from '../model/suggestion'

interface LinkDialogProps {
  editor: Editor
  t: Translate
  onClose(): void
}

/** Asks where the selected words lead; where none are selected, the address itself is written. */
export function LinkDialog({ editor, t, onClose }: LinkDialogProps) {
  const isLink = editor.isActive('link')
  const [address, setAddress] = useState(addressOf(editor))
  const [error, setError] = useState<string>()

  const save = (event: FormEvent) => {
    event.preventDefault()
    const href = meantLink(address)
    if (href === undefined) setError(t('link.wrong'))
    else {
      setLink(editor, href, address.trim())
      onClose()
    }
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    onClose()
  }
  return (
    <Dialog title={t('link.title')} isOpen onOpenChange={onClose}>
      <form onSubmit={save} noValidate>
        <TextField
          label={t('link.address')}
          hint={t('link.hint')}
          error={error}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          inputMode="url"
          autoComplete="off"
          autoFocus
        />
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          {isLink ? (
            <Button variant="danger" className="mr-auto" onPress={remove}>
              {t('link.remove')}
            </Button>
          ) : null}
          <Button variant="primary" type="submit">
            {t('link.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Where the words lead; where that is only suggested, where they are to lead. */
function addressOf(editor: Editor): string {
  const suggested: unknown = editor.getAttributes('formatting')['change']
  const present: unknown = editor.getAttributes('link')['href']
  return (typeof suggested === 'string' ? hrefOf(suggested) : undefined) ?? (typeof present === 'string' ? present : '')
}

function setLink(editor: Editor, href: string, written: string): void {
  const mark = { type: 'link', attrs: { href } }
  const suggested: unknown = editor.getAttributes('formatting')['change']
  const isSuggested = editor.state.selection.empty && typeof suggested === 'string' && hrefOf(suggested) !== undefined
  if (isSuggested && !editor.isActive('link')) editor.chain().extendMarkRange('formatting').setMark('link', { href }).run()
  else if (editor.isActive('link')) editor.chain().extendMarkRange('link').setMark('link', { href }).run()
  else if (editor.state.selection.empty)
    editor.commands.insertContent({ type: 'text', text: written, marks: [mark] })
  else editor.commands.setMark('link', { href })
}
