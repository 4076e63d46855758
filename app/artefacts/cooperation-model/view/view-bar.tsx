import { Combine, Frame, List, Redo2, Shapes, Square, SquareDashedMousePointer, StickyNote, Columns2, Type, Undo2, type LucideIcon } from 'lucide-react'
import { Button as AriaButton, ToggleButton, ToggleButtonGroup, Toolbar } from 'react-aria-components'
import { IconButton } from '../../../components/icon-button'
import { ToolbarDivider } from '../../../components/toolbar'
import { useUndoState } from '../../shared/use-artefact'
import type { ItemType } from '../model/content'
import { useBoard } from './board-context'
import type { Sides } from './sides'

interface ViewBarProps {
  /** Undefined until the window's width is known. */
  sides: Sides | undefined
  isWide: boolean
  onSides(sides: Sides): void
  onAdd(type: ItemType): void
  marksArea: boolean
  onMarksArea(marks: boolean): void
}

/** What is added and taken back, and which of the two faces are seen. */
export function ViewBar({ sides, isWide, onSides, onAdd, marksArea, onMarksArea }: ViewBarProps) {
  const { canEdit } = useBoard()
  const showsBoard = sides !== 'outline'
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-b max-md:flex-wrap-reverse border-line bg-surface px-3 py-1.5 sm:px-5">
      {canEdit ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {showsBoard ? <AddTools onAdd={onAdd} className={sides === undefined ? 'max-md:hidden' : ''} /> : null}
          <EditTools showsBoard={showsBoard} marksArea={marksArea} onMarksArea={onMarksArea} />
        </div>
      ) : (
        <span />
      )}
      <SideSwitch sides={sides} isWide={isWide} onSides={onSides} />
    </div>
  )
}

const additions: { type: ItemType; icon: LucideIcon; key: string }[] = [
  { type: 'note', icon: StickyNote, key: 'N' },
  { type: 'actor', icon: Shapes, key: 'A' },
  { type: 'text', icon: Type, key: 'T' },
  { type: 'frame', icon: Frame, key: 'F' },
]

function AddTools({ onAdd, className }: { onAdd(type: ItemType): void; className: string }) {
  const { may, t } = useBoard()
  const offered = additions.filter(({ type }) => may.add(type))
  if (offered.length === 0) return null
  return (
    <Toolbar aria-label={t('add.toolbar')} className={`-ml-2 flex flex-wrap ${className}`}>
      {offered.map(({ type, icon: Icon, key }) => (
        <AriaButton
          key={type}
          aria-label={t(`add.${type}Long`)}
          aria-keyshortcuts={key}
          onPress={() => onAdd(type)}
          className="inline-flex min-h-10 cursor-pointer items-center gap-1.5 rounded-md px-2.5 text-ink hover:bg-accent-soft max-lg:px-2"
        >
          <Icon aria-hidden className="size-5 text-accent" />
          <span className="max-sm:sr-only">{t(`add.${type}`)}</span>
        </AriaButton>
      ))}
    </Toolbar>
  )
}

interface EditToolsProps {
  showsBoard: boolean
  marksArea: boolean
  onMarksArea(marks: boolean): void
}

function EditTools({ showsBoard, marksArea, onMarksArea }: EditToolsProps) {
  const { acts, may, openAlike, session, t } = useBoard()
  const { canUndo, canRedo } = useUndoState(session)
  return (
    <Toolbar aria-label={t('edit.bar')} className="flex items-center">
      <IconButton label={t('edit.undo')} shortcut="Ctrl+Z" icon={Undo2} isDisabled={!canUndo} onPress={acts.undo} />
      <IconButton label={t('edit.redo')} shortcut="Ctrl+Shift+Z" icon={Redo2} isDisabled={!canRedo} onPress={acts.redo} />
      {showsBoard ? (
        <>
          <ToolbarDivider />
          <IconButton
            label={t('edit.selectArea')}
            icon={SquareDashedMousePointer}
            pressed={marksArea}
            onPress={() => onMarksArea(!marksArea)}
          />
        </>
      ) : null}
      {may.group ? <IconButton label={t('group.suggest')} icon={Combine} onPress={openAlike} /> : null}
    </Toolbar>
  )
}

const sideIcons: Record<Sides, LucideIcon> = { board: Square, both: Columns2, outline: List }

function SideSwitch({ sides, isWide, onSides }: Pick<ViewBarProps, 'sides' | 'isWide' | 'onSides'>) {
  const { t } = useBoard()
  const offered: Sides[] = isWide ? ['board', 'both', 'outline'] : ['outline', 'board']
  return (
    <ToggleButtonGroup
      aria-label={t('view.switch')}
      disallowEmptySelection
      selectedKeys={sides ? [sides] : []}
      onSelectionChange={(keys) => {
        const chosen = offered.find((side) => keys.has(side))
        if (chosen) onSides(chosen)
      }}
      className="flex rounded-lg border border-line bg-sunken p-0.5"
    >
      {offered.map((side) => {
        const Icon = sideIcons[side]
        return (
          <ToggleButton
            key={side}
            id={side}
            className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md px-3 text-sm font-semibold text-ink-soft data-[selected]:bg-surface data-[selected]:text-accent-strong data-[selected]:shadow-raised"
          >
            <Icon aria-hidden className="size-4" />
            {t(`view.${side}`)}
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
