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
import { useLostFocus } from './use-lost-focus'
import { usePackage } from './use-package'

export type Finality = 'final' | 'finalOfAsked' | 'notFinal'

interface PackageCardProps {
  /** `/artefacts/ID/versions/3` */
  address: string
  /** Whether the version is final, and if so, whether only among those that were asked. */
  finality: Finality
}

/** The final package of a version: one button, how far it has come, and the file. */
export function PackageCard({ address, finality }: PackageCardProps) {
  const t = useTranslate('finalPackage')
  const headingId = useId()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [isLed, setLed] = useState(false)
  const { made, underWay, trouble, start, cancel, download } = usePackage(address)
  useFetchWhenReady(made, download)
  return (
    <Card>
      <section aria-labelledby={headingId} className="flex flex-col gap-4">
        <h2 id={headingId} className="text-xl font-bold">
          {t('card.title')}
        </h2>
        <p className="max-w-prose text-ink-soft">{t('card.explained')}</p>
        <p className="max-w-prose font-semibold">{t(`card.${finality}`)}</p>
        {underWay && made ? (
          <UnderWay made={made} isLed={isLed} onCancel={cancel} />
        ) : (
          <Begin
            isAgain={made?.state === 'ready'}
            isLed={isLed}
            language={language}
            onLanguage={setLanguage}
            onBegin={() => {
              setLed(true)
              start(language)
            }}
          />
        )}
        <Said made={made} />
        {made?.state === 'ready' ? <Ready made={made} download={download} isLed={isLed} /> : null}
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

interface BeginProps {
  /** Whether there is a finished one already. */
  isAgain: boolean
  isLed: boolean
  language: Language
  onLanguage(language: Language): void
  onBegin(): void
}

function Begin({ isAgain, isLed, language, onLanguage, onBegin }: BeginProps) {
  const t = useTranslate('finalPackage')
  // Of a finished package the file is what one goes on with.
  const button = useLostFocus<HTMLButtonElement>(isLed && !isAgain)
  return (
    <div className="flex flex-col items-start gap-4">
      <SelectField
        label={t('card.language')}
        hint={t('card.languageHint')}
        value={language}
        onChange={(event) => onLanguage(event.currentTarget.value as Language)}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        className="w-full max-w-md"
      />
      <Button ref={button} variant={isAgain ? 'secondary' : 'primary'} onPress={onBegin}>
        <Archive aria-hidden className="size-5" />
        {t(isAgain ? 'card.makeAgain' : 'card.make')}
      </Button>
    </div>
  )
}

interface UnderWayProps {
  made: PackageState
  isLed: boolean
  onCancel(): void
}

function UnderWay({ made: { state, progress }, isLed, onCancel }: UnderWayProps) {
  const t = useTranslate('finalPackage')
  const button = useLostFocus<HTMLButtonElement>(isLed)
  const { step, done, total } = progress
  // While the material is gathered nobody knows yet how many parts there will be.
  const counted = total > 1 ? `. ${t('card.made', { done, total })}` : ''
  const said = state === 'waiting' ? t('card.waiting') : `${t(`step.${step}`)}${counted}`
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar label={t('card.progress')} value={done} of={total} said={said} />
      <Button ref={button} onPress={onCancel} className="self-start">
        <X aria-hidden className="size-5" />
        {t('card.cancel')}
      </Button>
    </div>
  )
}

interface ReadyProps {
  made: PackageState
  download: string
  isLed: boolean
}

function Ready({ made: { bytes, missing }, download, isLed }: ReadyProps) {
  const t = useTranslate('finalPackage')
  const link = useLostFocus<HTMLAnchorElement>(isLed)
  const language = useLanguage()
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a ref={link} href={download} download className={buttonStyle('primary', 'medium')}>
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
