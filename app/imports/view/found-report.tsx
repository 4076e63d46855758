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
      <Outline title={title} outline={found.outline} />
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

/** What will be made, to be looked over before it is. */
function Outline({ title, outline }: Pick<Found, 'outline'> & { title: string }) {
  const t = useTranslate('imports')
  return (
    <section aria-labelledby="found-outline">
      <h3 id="found-outline" className="mb-2 font-bold">
        {t('found.outline')}
      </h3>
      {/* Long ones are scrolled: by keys too. */}
      <div
        role="region"
        aria-labelledby="found-outline"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached
        tabIndex={0}
        className="max-h-80 overflow-y-auto rounded-md border border-line bg-paper p-3"
      >
        <p className="font-semibold break-words">{title}</p>
        <ol className="mt-1">
          {outline.map(({ number, title: clause, level }) => (
            <li key={number} className={`flex gap-2 py-0.5 ${indents[level] ?? 'pl-8'}`}>
              <span className="shrink-0 text-ink-soft tabular-nums">{number}</span>
              <span className="min-w-0 break-words">{clause}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** By level. */
const indents: Record<number, string> = { 1: 'pl-0', 2: 'pl-4' }

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
