import { CircleAlert } from 'lucide-react'
import { useTranslate } from '../../i18n/use-translate'
import { ChoiceCard } from '../../components/choice-card'
import { errorStyle } from '../../components/field-style'
import type { KindChoice } from '../new-artefact.server'

interface TemplatePickerProps {
  kinds: readonly KindChoice[]
  legend: string
  hint?: string
  /** The value chosen at first: "kind/template", or empty for none. */
  chosen: string
  error?: string | undefined
  /** Offers to choose nothing yet. */
  withNone?: boolean
}

/** Every kind with its templates, as cards of which one is chosen. */
export function TemplatePicker({
  kinds,
  legend,
  hint,
  chosen,
  error,
  withNone = false,
}: TemplatePickerProps) {
  const t = useTranslate('projects')
  return (
    <fieldset aria-describedby={error ? 'template-error' : undefined}>
      <legend className="mb-1">
        <h2 className="text-xl font-bold">{legend}</h2>
      </legend>
      {hint ? <p className="mb-4 text-ink-soft">{hint}</p> : null}
      <div className="flex flex-col gap-6">
        {kinds.map(({ kind, name, description, templates }) => (
          <div key={kind}>
            <h3 className="font-bold">{name}</h3>
            <p className="mb-2 max-w-prose text-ink-soft">{description}</p>
            <div className="grid gap-3 sm:grid-cols-2">
              {templates.map((template) => (
                <ChoiceCard
                  key={template.id}
                  group="template"
                  value={`${kind}/${template.id}`}
                  chosen={chosen}
                  name={template.name}
                  description={template.description}
                />
              ))}
            </div>
          </div>
        ))}
        {withNone ? (
          <ChoiceCard group="template" value="" chosen={chosen} name={t('new.none')} description={t('new.noneHint')} />
        ) : null}
      </div>
      {error ? (
        <p id="template-error" className={errorStyle}>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
