import { FileUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { hintStyle } from '../../components/field-style'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import { FoundReport } from './found-report'
import { useWordFile, type Trouble } from './use-word-file'

const wordFile = ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']

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
          <FileField
            isBusy={standing.at === 'reading' || standing.at === 'making'}
            isFirst={standing.at === 'start' || standing.at === 'reading'}
            onChoose={(file) => void look(file)}
          />
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

interface FileFieldProps {
  isBusy: boolean
  isFirst: boolean
  onChoose(file: File): void
}

/** The browser's own field speaks the browser's language, and not the page's. */
function FileField({ isBusy, isFirst, onChoose }: FileFieldProps) {
  const t = useTranslate('imports')
  return (
    <>
      <FileTrigger
        acceptedFileTypes={wordFile}
        onSelect={(files) => {
          const [file] = files ?? []
          if (file) onChoose(file)
        }}
      >
        <Button variant={isFirst ? 'primary' : 'secondary'} size="large" isDisabled={isBusy} aria-describedby="word-file-hint">
          <FileUp aria-hidden className="size-5 shrink-0" />
          {isFirst ? t('file.choose') : t('file.chooseAnother')}
        </Button>
      </FileTrigger>
      <p id="word-file-hint" className={hintStyle}>
        {t('file.hint')}
      </p>
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
