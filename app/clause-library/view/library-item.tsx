import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { ConfirmDialog, Dialog } from '../../components/dialog'
import { languageNames } from '../../i18n/languages'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayDay } from '../../workshops/wall-time'
import type { LibraryClause } from '../library-clause'
import type { changeLibrary } from '../library-page.server'
import { ClauseFields } from './clause-fields'
import { ClausePreview } from './clause-preview'

/** One clause of the library, with what those who lead may do to it. */
export function LibraryItem({ clause: kept, mayChange }: { clause: LibraryClause; mayChange: boolean }) {
  const t = useTranslate('clauseLibrary')
  const language = useLanguage()
  const [asked, setAsked] = useState<'describe' | 'drop' | null>(null)
  const fetcher = useFetcher()
  const { id, title, note, addedAt, addedBy, clause } = kept
  const day = sayDay(new Date(addedAt), language)
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-lg font-bold [overflow-wrap:anywhere]">{title}</h2>
          <p className="text-sm text-ink-soft">
            {languageNames[kept.language]} · {t('added', { name: addedBy, day })}
          </p>
        </div>
        {mayChange ? (
          <div className="flex flex-wrap gap-2">
            <Button size="small" aria-label={t('describeOf', { title })} onPress={() => setAsked('describe')}>
              <Pencil aria-hidden className="size-4" />
              {t('describe')}
            </Button>
            <Button size="small" variant="danger" aria-label={t('removeOf', { title })} onPress={() => setAsked('drop')}>
              <Trash2 aria-hidden className="size-4" />
              {t('remove')}
            </Button>
          </div>
        ) : null}
      </div>
      {note === '' ? null : <p className="mt-2 whitespace-pre-wrap">{note}</p>}
      <details className="mt-2">
        <summary className="min-h-6 cursor-pointer py-1 font-semibold text-accent">{t('show')}</summary>
        <ClausePreview clause={clause} language={kept.language} />
      </details>
      <Dialog title={t('describe')} isOpen={asked === 'describe'} onOpenChange={() => setAsked(null)}>
        <DescribeForm kept={kept} onDone={() => setAsked(null)} />
      </Dialog>
      <ConfirmDialog
        title={t('removeTitle')}
        isOpen={asked === 'drop'}
        onOpenChange={() => setAsked(null)}
        confirmLabel={t('remove')}
        onConfirm={() => void fetcher.submit({ intent: 'drop', id }, { method: 'post' })}
        danger
      >
        <p>{t('removeText', { title })}</p>
      </ConfirmDialog>
    </Card>
  )
}

function DescribeForm({ kept, onDone }: { kept: LibraryClause; onDone(): void }) {
  const t = useTranslate('clauseLibrary')
  const fetcher = useFetcher<typeof changeLibrary>()
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  useEffect(() => {
    if (answer && 'done' in answer) onDone()
  }, [answer, onDone])
  return (
    <fetcher.Form method="post" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="describe" />
      <input type="hidden" name="id" value={kept.id} />
      <ClauseFields begins={kept} problems={answer && 'problems' in answer ? answer.problems : {}} />
      <Button type="submit" variant="primary" className="self-end">
        {t('save')}
      </Button>
    </fetcher.Form>
  )
}
