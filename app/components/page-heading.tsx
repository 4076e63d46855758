import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface PageHeadingProps {
  title: string
  /** Where one came from. */
  back?: { to: string; label: string }
  children?: ReactNode
  actions?: ReactNode
}

export function PageHeading({ title, back, children, actions }: PageHeadingProps) {
  return (
    <header className="mb-8">
      {back ? (
        <Link to={back.to} className="mb-2 inline-flex min-h-9 items-center gap-1 no-underline hover:underline max-sm:min-h-11">
          <ChevronLeft aria-hidden className="size-4 shrink-0" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">{title}</h1>
          {children ? <div className="mt-2 max-w-prose text-lg text-ink-soft">{children}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </header>
  )
}

/** The page's column: the only place that decides its width. */
export function Page({ children, width = 'normal' }: { children: ReactNode; width?: 'narrow' | 'normal' | 'wide' }) {
  const widths = { narrow: 'max-w-xl', normal: 'max-w-6xl', wide: 'max-w-[110rem]' }
  return <div className={`mx-auto w-full px-4 py-8 sm:px-6 sm:py-10 ${widths[width]}`}>{children}</div>
}
