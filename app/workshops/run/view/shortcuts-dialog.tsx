import { Checkbox } from '../../../components/checkbox'
import { Dialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import { shortcuts, type Shortcut } from './use-shortcuts'

interface ShortcutsDialogProps {
  isOpen: boolean
  onOpenChange(open: boolean): void
  on: boolean
  setOn(on: boolean): void
}

/** Which keys do what, and turning them off. */
export function ShortcutsDialog({ isOpen, onOpenChange, on, setOn }: ShortcutsDialogProps) {
  const t = useTranslate('run')
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {(Object.keys(shortcuts) as Shortcut[]).map((name) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="rounded-sm border border-line-strong px-2 font-mono uppercase">{shortcuts[name]}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-4"
        label={t('keys.on')}
        hint={t('keys.onHint')}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
