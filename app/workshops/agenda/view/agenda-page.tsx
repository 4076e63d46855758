import { ListPlus, Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { Page, PageHeading } from '../../../components/page-heading'
import { useTranslate } from '../../../i18n/use-translate'
import type { AgendaPageData } from '../page.server'
import { AddStep } from './add-step'
import { AgendaFitLine } from './agenda-fit-line'
import { StepList } from './step-list'
import { TemplateOffers } from './template-offers'

/** Where a facilitator plans what happens when. */
export function AgendaPage({ agenda }: { agenda: AgendaPageData }) {
  const t = useTranslate('agenda')
  const [adding, setAdding] = useState(false)
  const addButton = (
    <Button variant="primary" onPress={() => setAdding(true)}>
      <Plus aria-hidden className="size-4" />
      {t('add')}
    </Button>
  )
  return (
    <Page>
      <title>{`${t('title')}: ${agenda.title} – Tahto`}</title>
      <PageHeading
        title={t('title')}
        back={{ to: `/workshops/${agenda.id}`, label: agenda.title }}
        actions={
          agenda.steps.length > 0 ? (
            <ButtonLink to={`/workshops/${agenda.id}/run-sheet`}>
              <Printer aria-hidden className="size-4" />
              {t('runSheet')}
            </ButtonLink>
          ) : null
        }
      >
        {agenda.time}
      </PageHeading>
      {agenda.steps.length === 0 ? (
        <>
          <EmptyState icon={ListPlus} title={t('empty.title')} action={addButton}>
            {t('empty.text')}
          </EmptyState>
          <TemplateOffers agenda={agenda} />
        </>
      ) : (
        <>
          <AgendaFitLine steps={agenda.steps} startsAt={agenda.startsAt} endsAt={agenda.endsAt} />
          <StepList agenda={agenda} />
          <div className="mt-5">{addButton}</div>
        </>
      )}
      <AddStep agenda={agenda} isOpen={adding} onOpenChange={setAdding} />
    </Page>
  )
}
