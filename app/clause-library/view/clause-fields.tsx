import { SelectField } from '../../components/select-field'
import { TextArea, TextField } from '../../components/text-field'
import { languageNames, languages, type Language } from '../../i18n/languages'
import { useTranslate } from '../../i18n/use-translate'
import { longestClauseNote, longestClauseTitle } from '../library-clause'

interface ClauseFieldsProps {
  begins: { title: string; note: string; language: Language }
  /** What is wrong, by the names of the fields. */
  problems: Partial<Record<string, string>>
}

/** What a clause is called in the library, in which language it is, and when it is of use. */
export function ClauseFields({ begins, problems }: ClauseFieldsProps) {
  const t = useTranslate('clauseLibrary')
  const errorOf = (field: string) => problems[field] && t(problems[field] === 'missing' ? 'missing' : 'tooLong')
  return (
    <>
      <TextField
        label={t('name')}
        name="title"
        defaultValue={begins.title}
        maxLength={longestClauseTitle}
        autoComplete="off"
        error={errorOf('title')}
      />
      <TextArea label={t('note')} name="note" defaultValue={begins.note} maxLength={longestClauseNote} error={errorOf('note')} />
      <SelectField
        label={t('language')}
        name="language"
        defaultValue={begins.language}
        options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      />
    </>
  )
}
