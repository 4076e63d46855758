import { useState, type FormEvent } from 'react'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { keepInLibrary, type KeepAnswer } from '../ask-library'
import { longestClauseTitle } from '../library-clause'
import { ClauseFields } from './clause-fields'

interface KeepDialogProps {
  artefactId: string
  clause: { id: string; title: string }
  onClose(): void
}

/** Keeps a clause of the open agreement in the project's library. */
export function KeepDialog({ artefactId, clause, onClose }: KeepDialogProps) {
  const t = useTranslate('clauseLibrary')
  const language = useLanguage()
  const [answer, setAnswer] = useState<KeepAnswer>()
  const [isSending, setIsSending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsSending(true)
    setAnswer(await keepInLibrary(artefactId, new FormData(event.currentTarget)))
    setIsSending(false)
  }
  return (
    <Dialog title={t('keep.title')} isOpen onOpenChange={onClose}>
      <div role="status">{answer?.outcome === 'kept' ? <Notice tone="positive">{t('keep.done')}</Notice> : null}</div>
      {answer?.outcome === 'kept' ? null : (
        <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
          <p>{t('keep.explained')}</p>
          {answer && answer.outcome !== 'problems' ? (
            <Notice tone="caution" role="alert">
              {t(`keep.${answer.outcome}`)}
            </Notice>
          ) : null}
          <input type="hidden" name="clause" value={clause.id} />
          <ClauseFields
            begins={{ title: clause.title.slice(0, longestClauseTitle), note: '', language }}
            problems={answer?.outcome === 'problems' ? answer.problems : {}}
          />
          <Button type="submit" variant="primary" className="self-end" isPending={isSending}>
            {t('save')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
