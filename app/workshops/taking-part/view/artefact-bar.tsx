import { ArrowRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { AnyKind } from '../../../artefacts/registry'
import type { Follow } from '../../../artefacts/view-props'
import { Button } from '../../../components/button'
import { Drawer } from '../../../components/drawer'
import { useTranslate } from '../../../i18n/use-translate'
import type { OpenSession } from '../../../sync/session'
import type { StepType } from '../../model/steps'
import { useWorkshopRoom } from '../../room/use-workshop-room'
import { usePageWithin } from '../../../components/use-page-within'
import type { TakingPartData, WorkshopAtHand } from '../page.server'
import { OpenArtefactContext } from './activities/open-board'
import { FollowedSight } from './followed-sight'
import { StepPage } from './step-page'
import { UndoneNotice } from './undone-notice'
import { useFollowing } from './use-following'
import { useOwn } from './use-own'
import { goesOn, useShownState } from './use-shown-state'
import { WorkshopBar } from './workshop-bar'

interface ArtefactBarProps {
  workshopId: string
  kind: AnyKind
  session: OpenSession<unknown>
  /** Is given whom the artefact's view follows, whenever that changes. */
  onFollow(follow: Follow): void
}

/** A running workshop's bar on the page of an artefact that it works on. */
export default function ArtefactBar({ workshopId, ...page }: ArtefactBarProps) {
  const data = usePageWithin<TakingPartData>(`/workshops/${workshopId}/live`)
  return data ? <Bar key={workshopId} workshop={data.workshop} {...page} /> : null
}

/** What leads to a step's activity; without words where there is nothing to do but listen and look. */
const opens: Partial<Record<StepType, 'write' | 'group' | 'vote' | 'decide' | 'breakout' | 'feedback'>> = {
  write: 'write',
  group: 'group',
  vote: 'vote',
  decide: 'decide',
  breakout: 'breakout',
  feedback: 'feedback',
}

function Bar({ workshop, kind, session, onFollow }: { workshop: WorkshopAtHand } & Omit<ArtefactBarProps, 'workshopId'>) {
  const t = useTranslate('takingPart')
  const room = useWorkshopRoom(workshop.id, workshop.state)
  const { own, ask } = useOwn(workshop.id, workshop.own, room.state)
  const following = useFollowing(workshop.id, room.state)
  const { shown, heldBy, goOn, area } = useShownState(room.state)
  const [open, setOpen] = useState(false)
  const around = useMemo(() => ({ kind, session }), [kind, session])
  const { step } = room.state
  const activity = step ? opens[step.type] : undefined
  return (
    <>
      <div className="px-3 sm:px-5">
        <UndoneNotice session={session} may={step?.may ?? []} />
      </div>
      {workshop.me.facilitates ? null : <FollowedSight session={session} following={following} onFollow={onFollow} />}
      <WorkshopBar workshop={workshop} room={room} handRaised={own.handRaised} onHandMoved={ask} following={following}>
        {activity ? (
          <Button variant="primary" className="shrink-0" onPress={() => setOpen(true)}>
            {t(`open.${activity}`)}
          </Button>
        ) : null}
      </WorkshopBar>
      <Drawer title={t('open.title')} isOpen={open && shown.stage === 'running'} onOpenChange={setOpen}>
        <section ref={area} className="flex min-h-[calc(100dvh-6rem)] flex-col [--bar-height:0px]">
          {heldBy ? (
            <span {...goesOn}>
              <Button variant="primary" className="mb-4 w-full" onPress={goOn}>
                {t(room.state.stage === 'closed' ? 'bar.goToEnd' : 'bar.goOn')}
                <ArrowRight aria-hidden className="size-5 shrink-0" />
              </Button>
            </span>
          ) : null}
          <OpenArtefactContext value={around}>
            <StepPage key={shown.step?.id ?? ''} workshop={workshop} state={shown} own={own} />
          </OpenArtefactContext>
        </section>
      </Drawer>
    </>
  )
}
