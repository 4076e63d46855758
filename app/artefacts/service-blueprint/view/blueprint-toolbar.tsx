import {
  Columns3,
  Info,
  Keyboard,
  LayoutGrid,
  List as ListIcon,
  Plus,
  Redo2,
  Rows3,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import { Menu } from '../../../components/menu'
import { Toolbar, ToolbarDivider } from '../../../components/toolbar'
import { useUndoState } from '../../shared/use-artefact'
import type { Arrangement } from '../model/arrangement'
import { useBlueprint } from './blueprint-context'
import type { BlueprintForm } from './form-choice'

interface BlueprintToolbarProps {
  arrangement: Arrangement
  form: BlueprintForm | undefined
  onForm(form: BlueprintForm): void
  zoom: number
  onZoom(zoom: number): void
}

/** How large the grid is drawn: small shows a whole path at once, large is for the back of a room. */
export const zooms = [0.5, 0.65, 0.8, 1, 1.25, 1.5] as const

const forms = [
  { form: 'grid', icon: LayoutGrid },
  { form: 'list', icon: ListIcon },
] as const

/** How the blueprint is shown and what can be added to it; and what never belongs in it. */
export function BlueprintToolbar({ arrangement, form, onForm, zoom, onZoom }: BlueprintToolbarProps) {
  const { t, canEdit } = useBlueprint()
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 py-2 max-md:justify-between sm:px-5 md:gap-x-3">
      <div
        role="group"
        aria-label={t('form.label')}
        className="flex rounded-lg border border-line bg-surface p-1"
      >
        {forms.map(({ form: one, icon: Icon }) => (
          <button
            key={one}
            type="button"
            aria-pressed={form === one}
            onClick={() => onForm(one)}
            className={
              'flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 text-sm font-semibold md:px-3 ' +
              'text-ink-soft hover:bg-accent-soft aria-pressed:bg-accent-soft ' +
              'aria-pressed:text-accent-strong'
            }
          >
            <Icon aria-hidden className="size-4 max-md:hidden" />
            {t(`form.${one}`)}
          </button>
        ))}
      </div>
      {form === 'list' ? null : <ZoomTools zoom={zoom} onZoom={onZoom} />}
      {canEdit ? <EditTools arrangement={arrangement} /> : null}
      <NoClientData className="max-md:hidden" />
    </div>
  )
}

/** Said where people write about cases. */
export function NoClientData({ className = '' }: { className?: string }) {
  const { t } = useBlueprint()
  return (
    <p className={`flex items-start gap-1.5 text-sm text-ink-soft ${className}`}>
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t('noClientData')}
    </p>
  )
}

function ZoomTools({ zoom, onZoom }: { zoom: number; onZoom(zoom: number): void }) {
  const { t } = useBlueprint()
  const smaller = zooms.findLast((one) => one < zoom)
  const larger = zooms.find((one) => one > zoom)
  return (
    <Toolbar label={t('tool.size')} className="max-md:hidden">
      <IconButton
        label={t('tool.smaller')}
        icon={ZoomOut}
        isDisabled={smaller === undefined}
        onPress={() => smaller && onZoom(smaller)}
      />
      <span role="status" className="min-w-12 text-center text-sm tabular-nums">
        {t('tool.percent', { percent: Math.round(zoom * 100) })}
      </span>
      <IconButton
        label={t('tool.larger')}
        icon={ZoomIn}
        isDisabled={larger === undefined}
        onPress={() => larger && onZoom(larger)}
      />
    </Toolbar>
  )
}

function EditTools({ arrangement: { phases, lanes } }: { arrangement: Arrangement }) {
  const { t, session, acts } = useBlueprint()
  const { canUndo, canRedo } = useUndoState(session)
  const additions = [
    {
      id: 'phase',
      label: t('tool.addPhase'),
      icon: Columns3,
      onAction: () => acts.addPhase(phases.length),
    },
    {
      id: 'lane',
      label: t('tool.addLane'),
      icon: Rows3,
      onAction: () => acts.ask({ kind: 'add-lane', index: lanes.length }),
    },
  ]
  return (
    <Toolbar label={t('tool.label')}>
      <IconButton
        label={t('tool.undo')}
        shortcut={t('keys.names.undo')}
        icon={Undo2}
        isDisabled={!canUndo}
        onPress={acts.undo}
      />
      <IconButton
        label={t('tool.redo')}
        shortcut={t('keys.names.redo')}
        icon={Redo2}
        isDisabled={!canRedo}
        onPress={acts.redo}
      />
      <span className="flex items-center md:hidden">
        <Menu
          label={t('tool.add')}
          trigger={<IconButton label={t('tool.add')} icon={Plus} />}
          actions={additions}
        />
      </span>
      <span className="flex items-center max-md:hidden">
        <ToolbarDivider />
        {additions.map(({ id, label, icon: Icon, onAction }) => (
          <Button key={id} variant="quiet" size="small" onPress={onAction}>
            <Icon aria-hidden className="size-4" />
            {label}
          </Button>
        ))}
        <ToolbarDivider />
        <IconButton label={t('tool.keys')} icon={Keyboard} onPress={() => acts.ask({ kind: 'keys' })} />
      </span>
    </Toolbar>
  )
}
