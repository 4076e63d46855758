import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { Button } from './button'

/** Puts `value` on the clipboard and says so. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const t = useTranslate('components')
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" onPress={() => void copy()}>
        {outcome === 'copied' ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        {label}
      </Button>
      <span role="status" className="text-sm text-ink-soft">
        {outcome === 'copied' ? t('copied') : outcome === 'failed' ? t('copyFailed') : ''}
      </span>
    </span>
  )
}
