import { Gavel, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { EmptyState } from '../../../components/empty-state'
import { useTranslate } from '../../../i18n/use-translate'
import type { DecisionsPageData, DecisionWriting } from '../decisions-page.server'
import { DecisionCard } from './decision-card'
import { NewDecision } from './new-decision'

/** The list of decisions, and for facilitators all that is done with them. */
export function Decisions({ data }: { data: DecisionsPageData }) {
  const t = useTranslate('decisions')
  const { workshop, decisions, writing } = data
  return (
    <div className="flex flex-col gap-4">
      {writing ? <AddDecision workshopId={workshop.id} writing={writing} /> : null}
      {decisions.length === 0 ? (
        <EmptyState icon={Gavel} title={t('empty.title')}>
          {t(writing ? 'empty.write' : 'empty.read')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-4">
          {decisions.map((decision, index) => (
            <DecisionCard
              key={decision.id}
              workshopId={workshop.id}
              decision={decision}
              place={{ index, of: decisions.length }}
              writing={writing}
            />
          ))}
        </ol>
      )}
    </div>
  )
}

function AddDecision({ workshopId, writing }: { workshopId: string; writing: DecisionWriting }) {
  const t = useTranslate('decisions')
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button variant="primary" onPress={() => setOpen(true)}>
        <Plus aria-hidden className="size-5" />
        {t('add')}
      </Button>
      <Dialog title={t('addTitle')} isOpen={isOpen} onOpenChange={setOpen} size="wide">
        <NewDecision workshopId={workshopId} writing={writing} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}
