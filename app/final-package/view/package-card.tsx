import { Archive, Download, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../components/button'
import { buttonStyle } from '../../components/button-style'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { SelectField } from '../../components/select-field'
import { languageNames, languages, type Language } from '../../i18n/languages'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import type { PackageState } from '../model/progress'
import { ProgressBar } from './progress-bar'
import { saySize } from './say-size'
import { usePackage } from './use-package'

interface PackageCardProps {
  /** `/artefacts/ID/versions/3` */
  address: string
  /** Whether all parties have approved the version. */
  isFinal: boolean
}

/** The final package of a version: one button, how far it has come, and the file. */
export function PackageCard({ address, isFinal }: PackageCardProps) {
  const t = useTranslate('finalPackage')
  const headingId = useId()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const { made, underWay, trouble, start, cancel, download } = usePackage(address)
  useFetchWhenReady(made, download)
  return (
    <Card>
      <section aria-labelledby={headingId} className="flex flex-col gap-4">
        <h2 id={headingId} className="text-xl font-bold">
          {t('card.title')}
        </h2>
        <p className="max-w-prose text-ink-soft">{t('card.explained')}</p>
        <p className="max-w-prose font-semibold">{t(isFinal ? 'card.final' : 'card.notFinal')}</p>
        {underWay && made ? (
          <UnderWay made={made} onCancel={cancel} />
        ) : (
          <div className="flex flex-wrap items-end gap-4">
            <SelectField
              label={t('card.language')}
              hint={t('card.languageHint')}
              value={language}
              onChange={(event) => setLanguage(event.currentTarget.value as Language)}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
              className="max-w-md min-w-0 flex-1 basis-64"
            />
            <Button variant={made?.state === 'ready' ? 'secondary' : 'primary'} onPress={() => start(language)}>
              <Archive aria-hidden className="size-5" />
              {t(made?.state === 'ready' ? 'card.makeAgain' : 'card.make')}
            </Button>
          </div>
        )}
        <Said made={made} />
        {made?.state === 'ready' ? <Ready made={made} download={download} /> : null}
        {trouble ? (
          <Notice tone="caution" role="status">
            {t(trouble === 'busy' ? 'card.busy' : 'card.outOfReach')}
          </Notice>
        ) : null}
      </section>
    </Card>
  )
}

/** The file comes by itself to whoever waited for it, and not again to whoever comes back to the page. */
function useFetchWhenReady(made: PackageState | null, download: string): void {
  const waitedFor = useRef('')
  useEffect(() => {
    if (!made) return
    if (made.state === 'waiting' || made.state === 'making') waitedFor.current = made.id
    if (made.state !== 'ready' || waitedFor.current !== made.id) return
    waitedFor.current = ''
    window.location.assign(download)
  }, [made, download])
}

function UnderWay({ made: { state, progress }, onCancel }: { made: PackageState; onCancel(): void }) {
  const t = useTranslate('finalPackage')
  const { step, done, total } = progress
  const said = state === 'waiting' ? t('card.waiting') : `${t(`step.${step}`)}. ${t('card.made', { done, total })}`
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar label={t('card.progress')} value={done} of={total} said={said} />
      <Button onPress={onCancel} className="self-start">
        <X aria-hidden className="size-5" />
        {t('card.cancel')}
      </Button>
    </div>
  )
}

function Ready({ made: { bytes, missing }, download }: { made: PackageState; download: string }) {
  const t = useTranslate('finalPackage')
  const language = useLanguage()
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a href={download} download className={buttonStyle('primary', 'medium')}>
          <Download aria-hidden className="size-5" />
          {t('card.download')}
        </a>
        <span className="text-ink-soft">{t('card.size', { size: saySize(bytes, language) })}</span>
      </p>
      <p className="text-sm text-ink-soft">{t('card.kept')}</p>
      {missing.length > 0 ? <Notice tone="caution">{t('card.missing', { names: missing.join(', ') })}</Notice> : null}
    </div>
  )
}

/** Read aloud at the beginning, half-way and at the end: the bar itself says the rest to whoever asks it. */
function Said({ made }: { made: PackageState | null }) {
  const t = useTranslate('finalPackage')
  const words = () => {
    switch (made?.state) {
      case 'waiting':
      case 'making':
        return t(made.progress.total > 1 && made.progress.done * 2 >= made.progress.total ? 'card.halfSaid' : 'card.startedSaid')
      case 'ready':
        return t('card.ready')
      case 'failed':
        return t('card.failed')
      case 'cancelled':
        return t('card.cancelled')
      default:
        return ''
    }
  }
  const isOver = made?.state === 'ready' || made?.state === 'failed' || made?.state === 'cancelled'
  return (
    <p role="status" className={isOver ? `font-semibold ${made.state === 'failed' ? 'text-danger' : ''}` : 'sr-only'}>
      {words()}
    </p>
  )
}
