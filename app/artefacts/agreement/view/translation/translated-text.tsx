import type { Editor } from '@tiptap/core'
import { Bold, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../../../../components/icon-button'
import { Notice } from '../../../../components/notice'
import { Toolbar, ToolbarDivider } from '../../../../components/toolbar'
import type { Language } from '../../../../i18n/languages'
import type { Translate } from '../../../kind'
import type { TranslationBody } from '../../model/translation-document'
import type { AtomSurroundings } from '../atom-label'
import { showSurroundings } from '../editor/atom-labels'
import { createTranslationEditor, type ReferenceLabel } from '../editor/translation-editor'

interface TranslatedTextProps {
  /** Where it is written. */
  body: TranslationBody
  /** Whether whoever asked for it goes on in it: decided when it comes. */
  takesFocus: boolean
  /** What the clause is called: "3.2 Kustannukset". */
  name: string
  language: Language
  labelOf: ReferenceLabel
  around: AtomSurroundings
  t: Translate
}

/** Where a clause is written in the other language. */
export function TranslatedText({ body, takesFocus, name, language, labelOf, around, t }: TranslatedTextProps) {
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | 'unknown'>()
  const latest = useRef({ labelOf, name, t, takesFocus })
  useEffect(() => {
    latest.current = { labelOf, name, t, takesFocus }
  })
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const { t: say } = latest.current
    const made = createTranslationEditor({
      element,
      body,
      label: say('translation.editor', { clause: latest.current.name }),
      gone: say('reference.gone'),
      labelOf: (id) => latest.current.labelOf(id),
      t: say,
    })
    setEditor(made)
    if (made === 'unknown') return undefined
    if (latest.current.takesFocus) made.view.focus()
    return () => {
      made.destroy()
      setEditor(undefined)
    }
  }, [body])
  useEffect(() => {
    if (editor && editor !== 'unknown') editor.view.dispatch(showSurroundings(editor.state, around))
  }, [editor, around])
  if (editor === 'unknown') return <Notice tone="caution" title={t('translation.unknown')} />
  const command = (run: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    void (editor && run(editor.chain().focus()).run())
  return (
    <div>
      <Toolbar label={t('translation.tools')}>
        <IconButton label={t('toolbar.undo')} icon={Undo2} preventFocusOnPress onPress={command((on) => on.undo())} />
        <IconButton label={t('toolbar.redo')} icon={Redo2} preventFocusOnPress onPress={command((on) => on.redo())} />
        <ToolbarDivider />
        <IconButton label={t('toolbar.bold')} icon={Bold} preventFocusOnPress onPress={command((on) => on.toggleMark('bold'))} />
        <IconButton label={t('toolbar.italic')} icon={Italic} preventFocusOnPress onPress={command((on) => on.toggleMark('italic'))} />
        <IconButton label={t('toolbar.bulletList')} icon={List} preventFocusOnPress onPress={command((on) => on.toggleBulletList())} />
        <IconButton label={t('toolbar.orderedList')} icon={ListOrdered} preventFocusOnPress onPress={command((on) => on.toggleOrderedList())} />
      </Toolbar>
      <div ref={place} lang={language} className="mt-2 rounded-md border border-line bg-surface px-3 py-1 focus-within:outline-2 focus-within:outline-accent" />
    </div>
  )
}
