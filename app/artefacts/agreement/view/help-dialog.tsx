import { Dialog } from '../../../components/dialog'
import type { Translate } from '../../kind'

const keys = [
  'newClause',
  'subclause',
  'indent',
  'outdent',
  'up',
  'down',
  'enter',
  'bold',
  'italic',
  'party',
  'footnote',
  'find',
  'mode',
  'undo',
  'redo',
  'comment',
  'toolbar',
  'leave',
] as const

/** Which key does what; above all, how the keyboard gets out of the text. */
export function HelpDialog({ t, onClose }: { t: Translate; onClose(): void }) {
  return (
    <Dialog title={t('help.title')} isOpen onOpenChange={onClose}>
      <dl className="grid gap-x-5 gap-y-2 sm:grid-cols-[auto_1fr]">
        {keys.map((name) => (
          <div key={name} className="sm:contents">
            <dt className="font-semibold whitespace-nowrap">{t(`key.${name}`)}</dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
