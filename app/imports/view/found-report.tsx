import { useState, type Ref } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { Found } from '../docx/found'

interface FoundReportProps {
  /** The file's. */
  name: string
  found: Found
  isMaking: boolean
  headingRef: Ref<HTMLHeadingElement>
  onMake(title: string): void
}

const counted = ['clauses', 'words', 'tables', 'footnotes', 'suggestions', 'comments'] as const

/** What was found in a file and what does not come along, before anything is made of it. */
export function FoundReport({ name, found, isMaking, headingRef, onMake }: FoundReportProps) {
  const t = useTranslate('imports')
  const [title, setTitle] = useState(found.title || name.replace(/\.docx$/i, ''))
  return (
    <Card className="flex flex-col gap-5">
      <div>
        <h2 ref={headingRef} tabIndex={-1} className="text-xl font-bold">
          {t('found.title')}
        </h2>
        <p className="break-words text-ink-soft">{name}</p>
      </div>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {counted.map((what) => (
          <div key={what} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-soft">{t(`found.${what}`)}</dt>
            <dd className="text-2xl font-bold">{found[what]}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-prose">{t(`headings.${found.headings}`)}</p>
      {found.suggestions + found.comments > 0 ? <p className="max-w-prose">{t('found.authors')}</p> : null}
      <LeftOut left={found.left} />
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onMake(title)
        }}
      >
        <TextField label={t('make.name')} value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
        <Button type="submit" variant="primary" size="large" isDisabled={isMaking} className="self-start">
          {isMaking ? t('make.making') : t('make.submit')}
        </Button>
      </form>
    </Card>
  )
}

function LeftOut({ left }: Pick<Found, 'left'>) {
  const t = useTranslate('imports')
  if (left.length === 0) return <Notice tone="positive">{t('left.nothing')}</Notice>
  return (
    <Notice tone="caution" title={t('left.title')}>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {left.map(({ what, count }) => (
          <li key={what}>{t(`left.${what}`, { count })}</li>
        ))}
      </ul>
    </Notice>
  )
}
