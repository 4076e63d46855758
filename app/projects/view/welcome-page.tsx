import type { GuestRefusal } from '../../accounts/recognise.server'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import { CodeForm } from '../../workshops/view/code-form'
import { stageIds } from '../way'
import { stageIcons } from './stage-icons'

interface WelcomePageProps {
  /** Why the seat that this browser has does not open its workshop. */
  refusal: GuestRefusal | null
  /** Where they may say what they thought of it. */
  feedbackAt: string | null
}

/** For whoever is not signed in: the code first, as most who come are on their way to a workshop. */
export function WelcomePage({ refusal, feedbackAt }: WelcomePageProps) {
  const t = useTranslate('projects')
  const workshops = useTranslate('workshops')
  const words = useTranslate('components')
  return (
    <Page>
      <title>{`Tahto – ${t('welcome.title')}`}</title>
      <div className="grid items-start gap-x-16 gap-y-7 lg:grid-cols-[1.1fr_1fr] lg:grid-rows-[auto_1fr] lg:gap-y-5 lg:pt-6">
        <h1 className="text-4xl font-bold tracking-tight sm:text-5xl">{t('welcome.title')}</h1>
        <div className="flex flex-col gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {refusal ? (
            <Notice
              tone="caution"
              title={workshops(refusal === 'removed' ? 'join.removedTitle' : 'join.closedTitle')}
            >
              {workshops(refusal === 'removed' ? 'join.removed' : 'join.closed')}
              {feedbackAt ? (
                <p className="mt-2">
                  <ButtonLink to={feedbackAt}>{words('error.giveFeedback')}</ButtonLink>
                </p>
              ) : null}
            </Notice>
          ) : null}
          <Card>
            <h2 className="text-xl font-bold">{t('welcome.join')}</h2>
            <p className="mt-1 mb-4 text-ink-soft">{t('welcome.joinHint')}</p>
            <CodeForm />
          </Card>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 sm:px-6">
            <div className="min-w-0 flex-1 basis-56">
              <h2 className="font-bold">{t('welcome.account')}</h2>
              <p className="text-ink-soft">{t('welcome.accountHint')}</p>
            </div>
            <ButtonLink to="/sign-in">{t('welcome.signIn')}</ButtonLink>
          </div>
        </div>
        <p className="max-w-prose text-lg text-ink-soft">{t('welcome.intro')}</p>
      </div>
      <WayInWords />
    </Page>
  )
}

/** What the product does, told by the stages of the work. */
function WayInWords() {
  const t = useTranslate('projects')
  return (
    <section className="mt-16 border-t border-line pt-8">
      <h2 className="mb-6 text-2xl font-bold">{t('welcome.way')}</h2>
      <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {stageIds.map((stage, index) => {
          const Icon = stageIcons[stage]
          return (
            <li key={stage} className="flex gap-4">
              <span className="mt-0.5 inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
                <Icon aria-hidden className="size-5" />
              </span>
              <div>
                <h3 className="font-bold">
                  {index + 1}. {t(`stage.${stage}`)}
                </h3>
                <p className="text-ink-soft">{t(`stageIs.${stage}`)}</p>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
