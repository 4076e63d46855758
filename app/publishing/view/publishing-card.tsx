import { ExternalLink, Globe } from 'lucide-react'
import { useId, useState } from 'react'
import { useFetcher } from 'react-router'
import { SubmitButton } from '../../accounts/view/form'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { CopyButton } from '../../components/copy-button'
import { Notice } from '../../components/notice'
import { SelectField } from '../../components/select-field'
import { languageNames, languages } from '../../i18n/languages'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import type { PublishAnswer } from '../publish-request.server'
import type { Publication } from '../publications.server'
import { WithdrawDialog } from './withdraw-dialog'

interface PublishingCardProps {
  /** `/artefacts/ID/versions/3` */
  address: string
  isFinal: boolean
  /** Of this version; null where it was never published. */
  publication: Publication | null
  /** How addresses begin: `https://tahto.esimerkki.fi`. */
  baseUrl: string
  mayPublish: boolean
}

/** A version as a public page: whether it is one, under which address, and how it becomes one or ends. */
export function PublishingCard(props: PublishingCardProps) {
  const { publication, isFinal, mayPublish } = props
  const t = useTranslate('publishing')
  const headingId = useId()
  const isPublic = publication !== null && publication.withdrawnAt === null
  // Before a version is final there is nothing to publish; of what was published everybody is told.
  if (!publication && !(isFinal && mayPublish)) return null
  return (
    <Card>
      <section aria-labelledby={headingId} className="flex flex-col gap-4">
        <h2 id={headingId} className="text-xl font-bold">
          {t('card.title')}
        </h2>
        {isPublic ? <Published {...props} publication={publication} /> : <NotPublished {...props} />}
      </section>
    </Card>
  )
}

function Published({ publication, baseUrl, address, mayPublish }: PublishingCardProps & { publication: Publication }) {
  const t = useTranslate('publishing')
  const language = useLanguage()
  const [withdrawing, setWithdrawing] = useState(false)
  const path = `/published/${publication.id}`
  return (
    <>
      <p role="status">
        {t('card.public', { moment: sayMoment(publication.publishedAt, language), language: languageNames[publication.language] })}
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <a href={path} className="inline-flex min-h-11 items-center gap-2 font-semibold [overflow-wrap:anywhere]">
          <ExternalLink aria-hidden className="size-5 shrink-0" />
          {`${baseUrl}${path}`}
        </a>
        <CopyButton value={`${baseUrl}${path}`} label={t('card.copy')} />
      </p>
      {mayPublish ? (
        <>
          <Button variant="danger" onPress={() => setWithdrawing(true)} className="self-start">
            {t('card.withdraw')}
          </Button>
          <WithdrawDialog address={address} isOpen={withdrawing} onOpenChange={setWithdrawing} />
        </>
      ) : null}
    </>
  )
}

function NotPublished({ publication, address, mayPublish, isFinal }: PublishingCardProps) {
  const t = useTranslate('publishing')
  const language = useLanguage()
  const fetcher = useFetcher<PublishAnswer>()
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  return (
    <>
      {publication?.withdrawnAt ? (
        <div role="status">
          <p>{t('card.withdrawn', { moment: sayMoment(publication.withdrawnAt, language) })}</p>
          <blockquote className="mt-1 border-l-4 border-line pl-3 whitespace-pre-line">{publication.withdrawnWords}</blockquote>
        </div>
      ) : null}
      {mayPublish && isFinal ? (
        <>
          <p className="max-w-prose text-ink-soft">{t(publication ? 'card.againExplained' : 'card.explained')}</p>
          <fetcher.Form method="post" action={`${address}/publication`} className="flex flex-col items-start gap-4">
            <input type="hidden" name="intent" value="publish" />
            <SelectField
              name="language"
              label={t('card.language')}
              hint={t('card.languageHint')}
              defaultValue={publication?.language ?? language}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
              className="w-full max-w-md"
            />
            <SubmitButton busy={fetcher.state !== 'idle'}>
              <Globe aria-hidden className="size-5" />
              {t(publication ? 'card.publishAgain' : 'card.publish')}
            </SubmitButton>
          </fetcher.Form>
        </>
      ) : null}
      {answer && 'refused' in answer ? (
        <Notice tone="caution" role="alert">
          {t('card.notFinal')}
        </Notice>
      ) : null}
    </>
  )
}
