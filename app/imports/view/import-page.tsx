import { FileUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { Card } from '../../components/card'
import { describedBy, FieldMessages } from '../../components/field-messages'
import { inputStyle, labelStyle } from '../../components/field-style'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import { FoundReport } from './found-report'
import { useWordFile, type Trouble } from './use-word-file'

const wordFile = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A Word file becomes an agreement: chosen, looked into, told of, and only then made. */
export function ImportPage({ projectId }: { projectId: string }) {
  const t = useTranslate('imports')
  const navigate = useNavigate()
  const { standing, look, make } = useWordFile(projectId, (id) => void navigate(`/artefacts/${id}`))
  const report = useRef<HTMLHeadingElement>(null)
  const isFound = standing.at === 'found'
  useEffect(() => {
    if (isFound) report.current?.focus()
  }, [isFound])
  return (
    <Page>
      <title>{`${t('page.title')} – Tahto`}</title>
      <PageHeading title={t('page.title')} back={{ to: `/projects/${projectId}/artefacts/new`, label: t('page.back') }}>
        {t('page.intro')}
      </PageHeading>
      <div className="flex max-w-3xl flex-col gap-6">
        <Card>
          <FileField isBusy={standing.at === 'reading' || standing.at === 'making'} onChoose={(file) => void look(file)} />
          <p role="status" className="mt-3 text-ink-soft empty:hidden">
            {standing.at === 'reading' ? t('page.reading', { name: standing.name }) : ''}
            {standing.at === 'making' ? t('page.making') : ''}
          </p>
          {'trouble' in standing && standing.trouble ? <Told trouble={standing.trouble} /> : null}
        </Card>
        {standing.at === 'found' || standing.at === 'making' ? (
          <FoundReport
            key={standing.name}
            headingRef={report}
            name={standing.name}
            found={standing.found}
            isMaking={standing.at === 'making'}
            onMake={(title) => void make(title)}
          />
        ) : null}
      </div>
    </Page>
  )
}

function FileField({ isBusy, onChoose }: { isBusy: boolean; onChoose(file: File): void }) {
  const t = useTranslate('imports')
  const hint = t('file.hint')
  return (
    <>
      <label htmlFor="word-file" className={`${labelStyle} flex items-center gap-2`}>
        <FileUp aria-hidden className="size-5 text-accent" />
        {t('file.label')}
      </label>
      <input
        id="word-file"
        type="file"
        accept={wordFile}
        disabled={isBusy}
        aria-describedby={describedBy({ id: 'word-file', hint })}
        className={`${inputStyle} file:mr-4 file:min-h-9 file:rounded-md file:border file:border-line-strong file:bg-sunken file:px-3 file:font-semibold`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onChoose(file)
        }}
      />
      <FieldMessages id="word-file" hint={hint} />
    </>
  )
}

function Told({ trouble }: { trouble: Trouble }) {
  const t = useTranslate('imports')
  return (
    <div className="mt-4">
      <Notice tone="danger" role="alert" title={t('refused.title')}>
        <p>{t(`refused.${trouble}`)}</p>
      </Notice>
    </div>
  )
}
