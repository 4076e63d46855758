import { isRouteErrorResponse, useLocation } from 'react-router'
import { useOptionalTranslate } from '../i18n/use-translate'
import { buttonStyle } from './button-style'
import { Page } from './page-heading'

const ofStatus = {
  400: ['error.badRequestTitle', 'error.badRequest'],
  401: ['error.signedOutTitle', 'error.signedOut'],
  403: ['error.forbiddenTitle', 'error.forbidden'],
  404: ['error.notFoundTitle', 'error.notFound'],
  413: ['error.tooLargeTitle', 'error.tooLarge'],
  429: ['error.tooManyTitle', 'error.tooMany'],
  503: ['error.busyTitle', 'error.busy'],
} as const

/** Why a guest is not let in (RefusalData of accounts/request.server.ts): more than the status says. */
const ofReason = {
  removed: ['error.removedTitle', 'error.removed'],
  'workshop-closed': ['error.workshopClosedTitle', 'error.workshopClosed'],
  'workshop-deleted': ['error.workshopDeletedTitle', 'error.workshopDeleted'],
} as const

const unexpected = ['error.unexpectedTitle', 'error.unexpected'] as const

function keysOf(error: unknown) {
  if (!isRouteErrorResponse(error)) return unexpected
  const { status } = error
  const reason = reasonIn(error.data)
  if (reason) return ofReason[reason]
  return status in ofStatus ? ofStatus[status as keyof typeof ofStatus] : unexpected
}

function reasonIn(data: unknown): keyof typeof ofReason | undefined {
  const reason = typeof data === 'object' && data !== null && 'reason' in data ? data.reason : undefined
  return typeof reason === 'string' && Object.hasOwn(ofReason, reason) ? (reason as keyof typeof ofReason) : undefined
}

/** An address within the app, from the same place; nothing else is led to. */
function feedbackAtOf(error: unknown): string | undefined {
  const data: unknown = isRouteErrorResponse(error) ? error.data : undefined
  const at = typeof data === 'object' && data !== null && 'feedbackAt' in data ? data.feedbackAt : undefined
  return typeof at === 'string' && at.startsWith('/workshops/') ? at : undefined
}

/** What a person sees instead of a page: what happened and a way on, never the cause. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useOptionalTranslate('components')
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const [title, words] = keysOf(error)
  const feedbackAt = feedbackAtOf(error)
  if (!t) return <BareErrorPage />
  return (
    <Page width="narrow">
      <title>{`${t(title)} – ${t('shell.appName')}`}</title>
      <h1 className="text-3xl font-bold">{t(title)}</h1>
      <p className="mt-3 text-lg">{t(words)}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        {/* Plain links: after a fault the app's own navigation may be what is broken. */}
        {feedbackAt ? (
          <a href={feedbackAt} className={buttonStyle('primary', 'medium')}>
            {t('error.giveFeedback')}
          </a>
        ) : null}
        <a href="/" className={buttonStyle(feedbackAt ? 'secondary' : 'primary', 'medium')}>
          {t('error.backHome')}
        </a>
        {status >= 500 ? (
          <a href={pathname + search} className={buttonStyle('secondary', 'medium')}>
            {t('error.reload')}
          </a>
        ) : null}
      </div>
    </Page>
  )
}

/** For when not even the words could be loaded: the three languages at once. */
function BareErrorPage() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <title>Tahto</title>
      <h1 className="text-2xl font-bold">Palvelu ei juuri nyt toimi. Yritä hetken päästä uudelleen.</h1>
      <p lang="sv" className="mt-4">
        Tjänsten fungerar inte just nu. Försök på nytt om en stund.
      </p>
      <p lang="en" className="mt-2">
        The service is not working just now. Try again in a moment.
      </p>
    </main>
  )
}
