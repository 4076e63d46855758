import { SelectField } from '../../components/select-field'
import { TextField } from '../../components/text-field'
import { isLanguage, languageNames, languages, type Language } from '../../i18n/languages'
import { useTranslate } from '../../i18n/use-translate'

export interface Sought {
  words: string
  /** Null: all. */
  language: Language | null
}

/** What one looks for among clauses. */
export function SearchFields({ sought, onSought }: { sought: Sought; onSought(sought: Sought): void }) {
  const t = useTranslate('clauseLibrary')
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
      <TextField
        type="search"
        label={t('search')}
        value={sought.words}
        onChange={(event) => onSought({ ...sought, words: event.target.value })}
      />
      <SelectField
        label={t('language')}
        value={sought.language ?? ''}
        onChange={(event) => onSought({ ...sought, language: isLanguage(event.target.value) ? event.target.value : null })}
        options={[
          { value: '', label: t('allLanguages') },
          ...languages.map((language) => ({ value: language, label: languageNames[language] })),
        ]}
      />
    </div>
  )
}
