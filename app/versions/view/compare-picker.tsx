import { Form } from 'react-router'
import { Button } from '../../components/button'
import { SelectField } from '../../components/select-field'
import { useTranslate } from '../../i18n/use-translate'
import type { Side } from '../compare-page.server'

interface ComparePickerProps {
  artefactId: string
  /** Newest first. */
  versions: readonly { number: number; name: string }[]
  sides?: { from: Side; to: Side }
}

/** Chooses what to compare; the choice stands in the address, so that it can be shared. */
export function ComparePicker({ artefactId, versions, sides }: ComparePickerProps) {
  const t = useTranslate('versions')
  const numbered = versions.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))
  const now = { value: 'now', label: t('compare.now') }
  return (
    <Form
      method="get"
      action={`/artefacts/${artefactId}/compare`}
      aria-label={t('compare.pick')}
      className="mb-6 flex flex-wrap items-end gap-4 rounded-xl border border-line bg-sunken p-4 sm:px-6"
    >
      <SelectField
        key={`from ${sides?.from}`}
        label={t('compare.from')}
        name="from"
        defaultValue={String(sides?.from ?? versions[0]?.number ?? 'now')}
        options={[...numbered, now]}
        className="min-w-0 flex-1 basis-52"
      />
      <SelectField
        key={`to ${sides?.to}`}
        label={t('compare.to')}
        name="to"
        defaultValue={String(sides?.to ?? 'now')}
        options={[now, ...numbered]}
        className="min-w-0 flex-1 basis-52"
      />
      <Button type="submit">{t('compare.show')}</Button>
    </Form>
  )
}
