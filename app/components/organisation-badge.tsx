import { organisationShapes } from '../artefacts/organisation-shapes'
import type { OrganisationType } from '../artefacts/organisation-types'
import { useTranslate } from '../i18n/use-translate'

const grounds: Record<OrganisationType, string> = {
  municipality: 'bg-municipality-soft text-municipality',
  authority: 'bg-authority-soft text-authority',
  'third-sector': 'bg-third-sector-soft text-third-sector',
  education: 'bg-education-soft text-education',
  business: 'bg-business-soft text-business',
}

export function OrganisationShape({ type, className = 'size-3.5' }: { type: OrganisationType; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden className={`shrink-0 ${className}`}>
      <path d={organisationShapes[type]} fill="currentColor" />
    </svg>
  )
}

/** An organisation's name with its type's shape and colour; the type's word is read out, or shown with `showType`. */
export function OrganisationBadge({ type, name, showType = false }: { type: OrganisationType; name: string; showType?: boolean }) {
  const t = useTranslate('components')
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium ${grounds[type]}`}
    >
      <OrganisationShape type={type} />
      <span className="min-w-0 break-words">{name}</span>
      <span className={showType ? 'font-normal' : 'sr-only'}>{t(`organisationType.${type}`)}</span>
    </span>
  )
}
