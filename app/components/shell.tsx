import { LogOut, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Form, Link, useLocation, useMatches, useNavigation } from 'react-router'
import { languageNames, languages } from '../i18n/languages'
import { useLanguage, useTranslate } from '../i18n/use-translate'
import { SignOutForm } from '../sync/sign-out-form'
import { Mark } from './mark'

export type Viewer =
  | { kind: 'stranger' }
  | { kind: 'member' | 'guest'; name: string; /** `user:ID` or `seat:ID`. */ key: string }

/** A page that fills the window and scrolls within itself, such as a board, says so in its route's `handle`. */
export interface PageHandle {
  fullHeight?: boolean
  /** Nothing but the page: for the wall. */
  bare?: boolean
}

/** What stands around every page: the way home, who one is, the language. */
export function Shell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = useTranslate('components')
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined)
  if (handles.some((handle) => handle?.bare)) return <main>{children}</main>
  const fullHeight = handles.some((handle) => handle?.fullHeight)
  return (
    <div className={fullHeight ? 'flex h-dvh flex-col' : 'flex min-h-dvh flex-col'}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('shell.skipToContent')}
      </a>
      <Progress label={t('shell.loading')} />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 max-w-[110rem] flex-wrap items-center justify-between gap-x-4 px-3 sm:px-5">
          <Link to="/" className="flex min-h-11 items-center gap-2 font-bold text-ink no-underline">
            <Mark className="size-7 text-accent" />
            <span className="text-lg tracking-tight">{t('shell.appName')}</span>
          </Link>
          <div className="flex flex-wrap items-center gap-x-1">
            <LanguageSwitch label={t('shell.language')} />
            <ViewerLinks viewer={viewer} />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 flex-col overflow-x-clip outline-none">
        {children}
      </main>
    </div>
  )
}

function ViewerLinks({ viewer }: { viewer: Viewer }) {
  const t = useTranslate('components')
  const item = 'inline-flex min-h-11 items-center gap-2 rounded-md px-2.5 text-ink no-underline hover:bg-accent-soft'
  if (viewer.kind === 'stranger') {
    return (
      <Link to="/sign-in" className={`${item} max-sm:px-1.5 max-sm:text-sm`}>
        {t('shell.signIn')}
      </Link>
    )
  }
  return (
    <>
      {viewer.kind === 'member' ? (
        <Link to="/account" className={item} aria-label={`${t('shell.account')}: ${viewer.name}`}>
          <UserRound aria-hidden className="size-5 shrink-0" />
          <span className="hidden max-w-48 truncate md:inline">{viewer.name}</span>
        </Link>
      ) : (
        <span className="hidden max-w-64 truncate px-2.5 text-ink-soft md:inline">
          {t('shell.guest', { name: viewer.name })}
        </span>
      )}
      <SignOutForm participantKey={viewer.key} leaving={viewer.kind === 'guest' ? 'workshop' : 'account'}>
        <button type="submit" className={`${item} cursor-pointer`}>
          <LogOut aria-hidden className="size-5 shrink-0" />
          <span className="sr-only md:not-sr-only">{viewer.kind === 'guest' ? t('shell.leave') : t('shell.signOut')}</span>
        </button>
      </SignOutForm>
    </>
  )
}

/** Three short buttons rather than a menu: one press, and it works without JavaScript. */
function LanguageSwitch({ label }: { label: string }) {
  const current = useLanguage()
  const location = useLocation()
  return (
    <Form method="post" action="/language" aria-label={label} className="flex">
      <input type="hidden" name="next" value={`${location.pathname}${location.search}`} />
      {languages.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-label={languageNames[language]}
          aria-pressed={language === current}
          className={
            'min-h-11 min-w-9 cursor-pointer rounded-md px-1.5 text-sm uppercase hover:bg-accent-soft ' +
            (language === current ? 'font-bold underline decoration-2 underline-offset-4' : 'text-ink-soft')
          }
        >
          {language}
        </button>
      ))}
    </Form>
  )
}

/** A thin moving line while a page is on its way. */
function Progress({ label }: { label: string }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-50 h-0.5">
      {busy ? (
        <div className="h-full w-full animate-pulse bg-accent">
          <span className="sr-only">{label}</span>
        </div>
      ) : null}
    </div>
  )
}
