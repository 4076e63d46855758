import { ArrowRight } from 'lucide-react'
import { Button } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import { useDeletedWorkshop } from '../../room/use-deleted-workshop'
import { useWorkshopRoom } from '../../room/use-workshop-room'
import type { TakingPartData } from '../page.server'
import { AfterEnd } from './after-end'
import { BeforeStart } from './before-start'
import { StepPage } from './step-page'
import { useFollowing } from './use-following'
import { useOwn } from './use-own'
import { goesOn, useShownState } from './use-shown-state'
import { WorkshopBar } from './workshop-bar'

/** A participant's page: what is waited for, what is done now, and what comes after. One page, from start to end. */
export function TakingPartPage({ data }: { data: TakingPartData }) {
  const t = useTranslate('takingPart')
  const { workshop } = data
  const room = useWorkshopRoom(workshop.id, workshop.state)
  useDeletedWorkshop(workshop.id, room.ended)
  const { own, ask } = useOwn(workshop.id, workshop.own, room.state)
  const following = useFollowing(workshop.id, room.state)
  const { shown, heldBy, goOn, area } = useShownState(room.state)
  return (
    <>
      <title>{`${workshop.title} – Tahto`}</title>
      <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 pt-5 sm:pt-8">
        <h1 className={shown.stage === 'running' ? 'mb-1 font-semibold text-ink-soft' : 'text-3xl font-bold'}>
          {workshop.title}
        </h1>
        <section ref={area} className="flex flex-1 flex-col">
          {shown.stage === 'planned' ? <BeforeStart data={data} state={shown} /> : null}
          {shown.stage === 'running' ? (
            <StepPage key={shown.step?.id ?? ''} workshop={workshop} state={shown} own={own} />
          ) : null}
          {shown.stage === 'closed' ? <AfterEnd data={data} /> : null}
        </section>
      </div>
      <WorkshopBar workshop={workshop} room={room} handRaised={own.handRaised} onHandMoved={ask} following={following}>
        {heldBy ? (
          <span {...goesOn} className="shrink-0 max-sm:w-full">
            <span role="status" className="block max-w-80 px-2 pb-1 text-sm font-semibold max-sm:max-w-none">
              {t(`bar.stepOver.${heldBy}`, { title: shown.step?.title ?? workshop.title })}
            </span>
            <Button variant="primary" onPress={goOn} className="w-full">
              {t(room.state.stage === 'closed' ? 'bar.goToEnd' : 'bar.goOn')}
              <ArrowRight aria-hidden className="size-5 shrink-0" />
            </Button>
          </span>
        ) : null}
      </WorkshopBar>
    </>
  )
}
