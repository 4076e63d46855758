import { Dialog } from '../../components/dialog'
import { useTranslate } from '../../i18n/use-translate'

const keys = ['begin', 'walk', 'ends', 'go', 'answer', 'settle', 'reattach', 'send', 'mention', 'back'] as const

/** The keys of the comments, told where they are used. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const t = useTranslate('remarks')
  return (
    <Dialog title={t('keys.title')} isOpen onOpenChange={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt className="font-semibold whitespace-nowrap">{t(`keys.${key}.key`)}</dt>
            <dd>{t(`keys.${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
