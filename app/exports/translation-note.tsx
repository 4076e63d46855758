import { useEffect, useState } from 'react'
import type { Language } from '../i18n/languages'
import { useTranslate } from '../i18n/use-translate'
import { askForTranslation, type TranslationStanding } from './translation-standing'

interface TranslationNoteProps {
  /** Where the files are: `/artefacts/ID` or `/artefacts/ID/versions/3`. */
  address: string
  /** The one that the document is to be in. */
  language: Language
}

/** How much of a document is in the language that is chosen, before it is fetched in that. */
export function TranslationNote({ address, language }: TranslationNoteProps) {
  const t = useTranslate('exports')
  const [standing, setStanding] = useState<TranslationStanding>()
  useEffect(() => {
    let over = false
    void askForTranslation(address).then((known) => (over ? undefined : setStanding(known)))
    return () => {
      over = true
    }
  }, [address])
  return (
    <div role="status" className="mb-5 text-[0.9375rem] empty:hidden">
      {standing?.language === language ? (
        <>
          <p className="font-semibold">{t('dialog.translation.done', { done: standing.translated, count: standing.parts })}</p>
          {standing.translated < standing.parts ? <p>{t('dialog.translation.others')}</p> : null}
          {standing.older > 0 ? <p>{t('dialog.translation.older', { count: standing.older })}</p> : null}
        </>
      ) : null}
    </div>
  )
}
