import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'
import type { MemberView } from './workshop-parts'

interface DeleteWorkshopProps {
  title: string
  lost: NonNullable<MemberView['facilitation']>['lost']
  onClose(): void
}

/** Asks before a workshop goes, and says what goes with it. */
export function DeleteWorkshop({ title, lost, onClose }: DeleteWorkshopProps) {
  const t = useTranslate('workshops')
  const components = useTranslate('components')
  const fetcher = useFetcher<WorkshopAnswer>()
  const { decisions, feedback } = lost
  const lines = (['decisions', 'feedback', 'seats', 'here'] as const).filter((what) => lost[what] > 0)
  const grew = fetcher.data !== undefined && 'grew' in fetcher.data
  return (
    <Dialog title={t('delete.title', { title })} isOpen onOpenChange={onClose} role="alertdialog">
      {grew ? (
        <div className="mb-4">
          <Notice tone="caution" role="alert">
            {t('delete.grew')}
          </Notice>
        </div>
      ) : null}
      <p>{t('delete.text')}</p>
      {lines.length > 0 ? (
        <ul className="mt-3 list-disc pl-5 font-semibold">
          {lines.map((what) => (
            <li key={what}>{t(`delete.${what}`, { count: lost[what] })}</li>
          ))}
        </ul>
      ) : null}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{components('cancel')}</Button>
        <Button
          variant="danger"
          isPending={fetcher.state !== 'idle'}
          onPress={() => void fetcher.submit({ intent: 'delete', decisions, feedback }, { method: 'post' })}
        >
          {t('delete.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}
