import { CirclePlay, Copy, EllipsisVertical, FileChartColumn, Smartphone, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ButtonLink } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { Menu } from '../../components/menu'
import { useTranslate } from '../../i18n/use-translate'
import { CopyWorkshop } from './copy-workshop'
import { DeleteWorkshop } from './delete-workshop'
import { EditWorkshop } from './edit-workshop'
import type { MemberView } from './workshop-parts'

/** The ways on from a workshop's page: run it, take part, see what came of it. */
export function MemberActions({ workshop }: { workshop: MemberView }) {
  const t = useTranslate('workshops')
  const { id, stage, mayTakePart, facilitation } = workshop
  const runWords = { planned: t('members.start'), running: t('members.goOn'), closed: t('members.runAgain') }
  return (
    <>
      {facilitation ? (
        <ButtonLink to={`/workshops/${id}/run`} variant={stage === 'closed' ? 'secondary' : 'primary'}>
          <CirclePlay aria-hidden className="size-4" />
          {runWords[stage]}
        </ButtonLink>
      ) : null}
      {mayTakePart && stage !== 'closed' ? (
        <ButtonLink to={`/workshops/${id}/live`} variant={facilitation || stage === 'planned' ? 'secondary' : 'primary'}>
          <Smartphone aria-hidden className="size-4" />
          {t('members.takePart')}
        </ButtonLink>
      ) : null}
      {stage === 'planned' ? null : (
        <ButtonLink to={`/workshops/${id}/results`} variant={stage === 'closed' ? 'primary' : 'secondary'}>
          <FileChartColumn aria-hidden className="size-4" />
          {t('members.results')}
        </ButtonLink>
      )}
      {facilitation ? (
        <>
          <EditWorkshop facilitation={facilitation} />
          <MoreActions workshop={workshop} facilitation={facilitation} />
        </>
      ) : null}
    </>
  )
}

interface MoreActionsProps {
  workshop: MemberView
  facilitation: NonNullable<MemberView['facilitation']>
}

function MoreActions({ workshop, facilitation }: MoreActionsProps) {
  const t = useTranslate('workshops')
  const [open, setOpen] = useState<'copy' | 'delete' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        label={t('members.more')}
        trigger={<IconButton icon={EllipsisVertical} label={t('members.more')} className="size-11" />}
        actions={[
          { id: 'copy', label: t('copy.action'), icon: Copy, onAction: () => setOpen('copy') },
          {
            id: 'delete',
            label: t('delete.action'),
            icon: Trash2,
            danger: true,
            startsGroup: true,
            onAction: () => setOpen('delete'),
          },
        ]}
      />
      {open === 'copy' ? <CopyWorkshop form={facilitation.form} onClose={close} /> : null}
      {open === 'delete' ? <DeleteWorkshop title={workshop.title} lost={facilitation.lost} onClose={close} /> : null}
    </>
  )
}
