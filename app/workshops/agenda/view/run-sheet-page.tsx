import { ChevronLeft, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Button } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import { spacedCode } from '../../code'
import type { RunSheet } from '../run-sheet.server'
import './run-sheet.css'

/** One page of paper for the day: what happens when, and who does what. */
export function RunSheetPage({ sheet }: { sheet: RunSheet }) {
  const t = useTranslate('agenda')
  return (
    <>
      <title>{`${t('sheet.title')}: ${sheet.title} – Tahto`}</title>
      <nav className="run-sheet-tools">
        <Link to={`/workshops/${sheet.id}/agenda`} className="inline-flex min-h-11 items-center gap-1">
          <ChevronLeft aria-hidden className="size-4 shrink-0" />
          {t('sheet.back')}
        </Link>
        <Button variant="primary" onPress={() => window.print()}>
          <Printer aria-hidden className="size-4" />
          {t('sheet.print')}
        </Button>
      </nav>
      <article className="run-sheet">
        <header>
          <p>
            {t('sheet.title')} · {sheet.projectName}
          </p>
          <h1>{sheet.title}</h1>
          <p className="run-sheet-time">{sheet.time}</p>
        </header>
        <Facts sheet={sheet} />
        {sheet.steps.length > 0 ? <Steps sheet={sheet} /> : <p>{t('sheet.noAgenda')}</p>}
        <Preparations sheet={sheet} />
      </article>
    </>
  )
}

function Facts({ sheet }: { sheet: RunSheet }) {
  const t = useTranslate('agenda')
  return (
    <dl className="run-sheet-facts">
      {sheet.purpose ? <Fact name={t('sheet.purpose')}>{sheet.purpose}</Fact> : null}
      <Fact name={t('sheet.place')}>
        {sheet.address}, <strong>{t('sheet.code', { code: spacedCode(sheet.code) })}</strong>
      </Fact>
      <Fact name={t('sheet.invited')}>{sheet.invited.join(', ') || t('sheet.noInvited')}</Fact>
      {sheet.artefacts.length > 0 ? <Fact name={t('sheet.works')}>{sheet.artefacts.join(', ')}</Fact> : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Steps({ sheet }: { sheet: RunSheet }) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('sheet.time')}</th>
          <th scope="col">{t('sheet.step')}</th>
          <th scope="col">{t('sheet.who')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.steps.map(({ id, type, title, instructions, minutes, where, clock, facilitator, allowed }) => (
          <tr key={id} className={type === 'break' ? 'run-sheet-break' : ''}>
            <td>
              <strong>{clock}</strong> <span>{minutes === null ? '' : t('list.minutes', { count: minutes })}</span>
            </td>
            <td>
              <strong>{title}</strong>
              {type === 'break' ? null : <span className="run-sheet-type"> · {workshops(`stepType.${type}`)}</span>}
              {where ? <span className="run-sheet-type"> · {where}</span> : null}
              {instructions ? <p>{instructions}</p> : null}
            </td>
            <td>
              {t(`sheet.facilitator.${facilitator}`)} {allowed ? t('sheet.participants', { list: allowed }) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Preparations({ sheet }: { sheet: RunSheet }) {
  const t = useTranslate('agenda')
  return (
    <section>
      <h2>{t('sheet.prepare')}</h2>
      <ul>
        {sheet.materials.map(({ what, count }) => (
          <li key={what}>{what === 'groupPlaces' ? t('sheet.materials.groupPlaces', { count: count ?? 0 }) : t(`sheet.materials.${what}`)}</li>
        ))}
        {sheet.artefacts.length > 0 ? (
          <li>{t('sheet.materials.open', { list: sheet.artefacts.join(', ') })}</li>
        ) : null}
      </ul>
    </section>
  )
}
