import { ArrowRight } from 'lucide-react'
import { ButtonLink } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'
import type { ProjectPageData } from '../page.server'
import type { NextStep } from '../way'

/** One thing to do next, with the way to it; words alone for whoever may not do it. */
export function NextStepCard({ project }: { project: ProjectPageData }) {
  const t = useTranslate('projects')
  const { next } = project
  const href = placeOf(next, project)
  const values = { title: 'title' in next ? next.title : '', number: 'number' in next ? next.number : 0 }
  return (
    <section className="rounded-xl bg-accent p-5 text-on-accent shadow-raised sm:p-6">
      <h2 className="text-sm font-bold tracking-wide uppercase opacity-90">{t('page.next')}</h2>
      <p className="mt-1 text-lg">{t(`next.${next.step}`, values)}</p>
      {href ? (
        <ButtonLink to={href} className="mt-4 border-transparent">
          {t(`next.${next.step}Do`)}
          <ArrowRight aria-hidden className="size-4" />
        </ButtonLink>
      ) : (
        <p className="mt-3">{t('next.wait')}</p>
      )}
    </section>
  )
}

/** Where the step is done; null where whoever looks may not do it. */
function placeOf(next: NextStep, { id, may }: ProjectPageData): string | null {
  switch (next.step) {
    case 'addOrganisations':
      return may.editOrganisations ? `/projects/${id}/organisations` : null
    case 'goToWorkshop':
      return `/workshops/${next.workshopId}`
    case 'createModel':
      return may.createArtefact ? `/projects/${id}/artefacts/new` : null
    case 'createAgreement':
      return may.createArtefact ? `/projects/${id}/artefacts/new?kind=agreement` : null
    case 'planWorkshop':
      return may.createWorkshop ? `/projects/${id}/workshops/new` : null
    case 'takeVersion':
      return `/artefacts/${next.artefactId}/versions`
    case 'takeNewVersion':
      return `/artefacts/${next.artefactId}/compare?from=${next.number}`
    case 'invitePeople':
      return may.invite ? `/projects/${id}/people` : null
    case 'proposeVersion':
      return may.createArtefact
        ? `/artefacts/${next.artefactId}/approvals/propose?version=${next.number}`
        : `/artefacts/${next.artefactId}/versions/${next.number}`
    case 'followDecisions':
      return `/artefacts/${next.artefactId}/approvals`
    case 'exportDocuments':
      return `/artefacts/${next.artefactId}/versions/${next.number}`
  }
}
