import { useTranslate } from '../i18n/use-translate'
import { CopyButton } from './copy-button'

/** A SHA-256 by its first letters, and the whole of it to whoever copies or opens it. */
export function Hash({ value }: { value: string }) {
  const t = useTranslate('components')
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
      <details className="min-w-0">
        <summary className="min-h-6 cursor-pointer font-mono text-sm text-ink-soft">{value.slice(0, 12)}…</summary>
        <span className="block font-mono text-sm text-ink-soft [overflow-wrap:anywhere]">{value}</span>
      </details>
      <CopyButton value={value} label={t('copyHash')} />
    </span>
  )
}
