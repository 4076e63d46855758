import { useFetcher } from 'react-router'
import { FormProblemsNotice, useFormProblems } from '../../accounts/view/form'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { TextArea } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import { longestWithdrawal } from '../limits'
import type { PublishAnswer } from '../publish-request.server'

interface WithdrawDialogProps {
  address: string
  isOpen: boolean
  onOpenChange(open: boolean): void
}

/** Asks why, since that is what the address says from then on. */
export function WithdrawDialog({ address, isOpen, onOpenChange }: WithdrawDialogProps) {
  const t = useTranslate('publishing')
  return (
    <Dialog title={t('withdraw.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <WithdrawForm address={address} onCancel={() => onOpenChange(false)} />
    </Dialog>
  )
}

function WithdrawForm({ address, onCancel }: { address: string; onCancel(): void }) {
  const t = useTranslate('publishing')
  const words = useTranslate('components')
  const fetcher = useFetcher<PublishAnswer>()
  const problems = useFormProblems(fetcher.state === 'idle' ? fetcher.data : undefined)
  return (
    <fetcher.Form
      method="post"
      action={`${address}/publication`}
      noValidate
      ref={problems.form}
      className="flex flex-col gap-5"
    >
      <input type="hidden" name="intent" value="withdraw" />
      <p className="text-ink-soft">{t('withdraw.explained')}</p>
      <FormProblemsNotice shown={problems.hasProblems} />
      <TextArea
        {...problems.field('words')}
        label={t('withdraw.words')}
        hint={t('withdraw.wordsHint')}
        maxLength={longestWithdrawal}
        rows={3}
        required
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onCancel}>{words('cancel')}</Button>
        <Button type="submit" variant="danger" isPending={fetcher.state !== 'idle'}>
          {t('withdraw.confirm')}
        </Button>
      </div>
    </fetcher.Form>
  )
}
