import { Download } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../components/dialog'
import { SelectField } from '../components/select-field'
import { languageNames, languages, type Language } from '../i18n/languages'
import { useLanguage, useTranslate } from '../i18n/use-translate'
import { formatsOffered } from './formats'
import { TranslationNote } from './translation-note'

interface ExportDialogProps {
  isOpen: boolean
  onOpenChange(open: boolean): void
  /** What is exported, in words: "Versio 3: Lausuntokierrokselle", "Luonnos nyt". */
  source: string
  /** What is to be known of it beside that. */
  note?: string
  /** Where its files are: `/artefacts/ID` or `/artefacts/ID/versions/3`. */
  address: string
  hasPicture: boolean
  hasReview: boolean
}

/** The formats as plain links, so that the browser shows the progress and keeps the file. */
export function ExportDialog({ isOpen, onOpenChange, source, note, address, hasPicture, hasReview }: ExportDialogProps) {
  const t = useTranslate('exports')
  const [language, setLanguage] = useState<Language>(useLanguage())
  return (
    <Dialog title={t('dialog.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="mb-4 text-ink-soft">{source}</p>
      {note === undefined ? null : <p className="mb-4">{note}</p>}
      <SelectField
        label={t('dialog.language')}
        hint={t('dialog.languageHint')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        className="mb-5"
      />
      <TranslationNote address={address} language={language} />
      <ul className="divide-y divide-line border-y border-line">
        {formatsOffered({ hasPicture, hasReview }).map(({ id }) => (
          <li key={id}>
            <a
              href={`${address}/export.${id}?language=${language}`}
              download
              className="flex items-center gap-4 rounded-md px-2 py-2.5 text-ink no-underline hover:bg-accent-soft"
            >
              <Download aria-hidden className="size-5 shrink-0 text-accent" />
              <span>
                <span className="block font-semibold">{t(`formats.${id}.name`)}</span>
                <span className="block text-sm text-ink-soft">{t(`formats.${id}.explained`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
