// Declares the commands for lists on Tiptap's editor.
import type {} from '@tiptap/extension-list'
import {
  Bold,
  CircleHelp,
  Italic,
  Link2,
  List,
  ListOrdered,
  MessageSquarePlus,
  Plus,
  Redo2,
  Search,
  SquareSplitVertical,
  Table2,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../components/icon-button'
import { Menu, type MenuAction } from '../../../components/menu'
import { Toolbar, ToolbarDivider } from '../../../components/toolbar'
import type { Translate } from '../../kind'
import { useUndoState } from '../../shared/use-artefact'
import type { PlacedClause } from '../model/clauses'
import type { AgreementSession } from './agreement-session'
import type { ClauseActs } from './clause-acts'
import type { LibraryActions } from './clause-library'
import { clauseActions } from './clause-actions'
import type { OpenEditor } from './editor/create-editor'
import { HelpDialog } from './help-dialog'
import { LinkDialog } from './link-dialog'
import { ModeSwitch } from './suggesting/mode-switch'
import type { WritingMode } from './suggesting/writing-mode'
import { tableActions } from './table-actions'
import type { EditorFacts } from './use-editor-facts'

interface AgreementToolbarProps {
  session: AgreementSession
  /** Undefined until it is there: the buttons stand still and wait. */
  open: OpenEditor | undefined
  facts: EditorFacts
  acts: ClauseActs
  mode: WritingMode
  placed: readonly PlacedClause[]
  /** Undefined for whoever has no library. */
  library: LibraryActions | undefined
  /** What a clause's menu offers about the suggestions in it. */
  suggestionActions: (id: string) => MenuAction[]
  /** What can be put into the text beside words. */
  inserts: MenuAction[]
  t: Translate
  onRemove(id: string): void
  /** Begins a comment on what is selected, on a clause; undefined where one may not. */
  onComment: (() => void) | undefined
  onCommentClause: ((id: string) => void) | undefined
  /** What was chosen goes on in the text. */
  onChosen(): void
  onFind(): void
}

type OpenDialog = 'link' | 'help'

/** The quiet row above the text. */
export function AgreementToolbar(props: AgreementToolbarProps) {
  const { session, open, facts, acts, mode, placed, library, inserts, t } = props
  const { suggestionActions, onRemove, onComment, onCommentClause, onChosen, onFind } = props
  const editor = open?.editor
  const [dialog, setDialog] = useState<OpenDialog>()
  const { canUndo, canRedo } = useUndoState(session)
  const close = () => {
    setDialog(undefined)
    onChosen()
  }
  const chosen = (actions: MenuAction[]) =>
    actions.map((action) => ({
      ...action,
      onAction: () => {
        onChosen()
        action.onAction()
      },
    }))
  const isOff = !editor
  const button = { isDisabled: isOff, preventFocusOnPress: true }
  const inText = { ...button, isDisabled: isOff || facts.inTitle }
  return (
    <>
      <Toolbar label={t('toolbar.label')} className="max-md:flex-nowrap! max-md:overflow-x-auto">
        <ModeSwitch mode={mode} t={t} />
        <ToolbarDivider />
        <IconButton
          {...button}
          label={t('toolbar.undo')}
          icon={Undo2}
          shortcut={t('key.undo')}
          isDisabled={!canUndo}
          onPress={() => session.undo()}
        />
        <IconButton
          {...button}
          label={t('toolbar.redo')}
          icon={Redo2}
          shortcut={t('key.redo')}
          isDisabled={!canRedo}
          onPress={() => session.redo()}
        />
        <ToolbarDivider />
        <Menu
          label={t('toolbar.clause')}
          trigger={<IconButton {...button} label={t('toolbar.clause')} icon={SquareSplitVertical} />}
          actions={[
            ...chosen(clauseActions({ id: facts.clause, acts, placed, t, suggestionActions: () => [], onRemove, onComment: onCommentClause, onAdded: onChosen })),
            // These open a window, which gives the focus back itself.
            ...(library?.(facts.clause) ?? []),
            ...suggestionActions(facts.clause),
          ]}
        />
        <ToolbarDivider />
        <IconButton
          {...inText}
          label={t('toolbar.bold')}
          icon={Bold}
          shortcut={t('key.bold')}
          pressed={facts.bold}
          onPress={() => editor?.chain().focus().toggleMark('bold').run()}
        />
        <IconButton
          {...inText}
          label={t('toolbar.italic')}
          icon={Italic}
          shortcut={t('key.italic')}
          pressed={facts.italic}
          onPress={() => editor?.chain().focus().toggleMark('italic').run()}
        />
        <IconButton
          {...inText}
          label={t('toolbar.link')}
          icon={Link2}
          pressed={facts.link}
          onPress={() => setDialog('link')}
        />
        <Menu
          label={t('toolbar.insert')}
          trigger={<IconButton {...inText} label={t('toolbar.insert')} icon={Plus} />}
          actions={chosen(inserts)}
        />
        <ToolbarDivider />
        <IconButton
          {...inText}
          label={t('toolbar.bulletList')}
          icon={List}
          pressed={facts.bulletList}
          onPress={() => editor?.chain().focus().toggleBulletList().run()}
        />
        <IconButton
          {...inText}
          label={t('toolbar.orderedList')}
          icon={ListOrdered}
          pressed={facts.orderedList}
          onPress={() => editor?.chain().focus().toggleOrderedList().run()}
        />
        <Menu
          label={t('toolbar.table')}
          trigger={
            <IconButton {...button} label={t('toolbar.table')} icon={Table2} pressed={facts.inTable} />
          }
          actions={chosen(tableActions(open, facts.inTable, t))}
        />
        <ToolbarDivider />
        <IconButton
          {...button}
          label={t('toolbar.comment')}
          icon={MessageSquarePlus}
          shortcut={t('key.comment')}
          isDisabled={isOff || !onComment}
          onPress={() => onComment?.()}
        />
        <IconButton {...button} label={t('toolbar.find')} icon={Search} shortcut={t('key.find')} onPress={onFind} />
        <IconButton label={t('toolbar.help')} icon={CircleHelp} onPress={() => setDialog('help')} />
      </Toolbar>
      {editor && dialog === 'link' ? <LinkDialog editor={editor} t={t} onClose={close} /> : null}
      {dialog === 'help' ? <HelpDialog t={t} onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}
