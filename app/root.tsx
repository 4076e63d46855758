import { I18nProvider } from 'react-aria-components'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root'
import { actorOf } from './accounts/audit.server'
import { identify } from './accounts/request.server'
import { ErrorPage } from './components/error-page'
import { Shell } from './components/shell'
import { wordsOf } from './i18n/catalogue.server'
import { defaultLanguage } from './i18n/languages'
import { TranslatorProvider } from './i18n/use-translate'
import './styles/app.css'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { participant, language } = await identify(request, context)
  return {
    language,
    words: wordsOf(language),
    viewer:
      participant.kind === 'stranger'
        ? { kind: participant.kind }
        : { kind: participant.kind, name: participant.name, key: actorOf(participant) },
    nonce: context.nonce,
  }
}

export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  // The browser hides a nonce from scripts, so there it reads as empty: React must not compare the two.
  const nonce = typeof document === 'undefined' ? data?.nonce : ''
  return (
    <html lang={data?.language ?? defaultLanguage} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body className="bg-paper font-sans">
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root({ loaderData }: Route.ComponentProps) {
  const { language, words, viewer } = loaderData
  return (
    <I18nProvider locale={localeOf[language]}>
      <TranslatorProvider language={language} words={words}>
        <Shell viewer={viewer}>
          <Outlet />
        </Shell>
      </TranslatorProvider>
    </I18nProvider>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>('root')
  if (!data) return <ErrorPage error={error} />
  return (
    <I18nProvider locale={localeOf[data.language]}>
      <TranslatorProvider language={data.language} words={data.words}>
        <Shell viewer={data.viewer}>
          <ErrorPage error={error} />
        </Shell>
      </TranslatorProvider>
    </I18nProvider>
  )
}

const localeOf = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' }
