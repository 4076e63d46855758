import { Route, Type } from 'lucide-react'
import { memo, useRef } from 'react'
import { OrganisationShape } from '../../../../components/organisation-badge'
import { RemarkBadge } from '../../../../remarks/view/remark-badge'
import type { BoardItem } from '../../model/content'
import { borders, noteGrounds, organisationLooks } from '../../model/looks'
import { nameOf } from '../../model/names'
import { useBoard } from '../board-context'
import { useWishedFocus } from '../focus'
import { ItemFields } from './item-fields'
import { ThingMenu } from './thing-menu'

interface OutlineItemProps {
  item: BoardItem
  isFirst: boolean
  isLast: boolean
  isChosen: boolean
  isEditing: boolean
  onShow(id: string): void
}

/** One item of the outline: its words, which are pressed to write in them, and what else can be done with it. */
export const OutlineItem = memo(function OutlineItem(props: OutlineItemProps) {
  const { item, isFirst, isLast, isChosen, isEditing, onShow } = props
  const { edit, endEditing, may, t } = useBoard()
  const canEdit = may.edit(item)
  const button = useRef<HTMLButtonElement>(null)
  useWishedFocus('outline', item.id, button, !isEditing)
  if (isEditing && canEdit) {
    return (
      <li className="my-2 rounded-lg border border-line-strong p-3">
        <ItemFields item={item} onEnd={() => endEditing({ face: 'outline', id: item.id })} />
      </li>
    )
  }
  const words = <ItemWords item={item} />
  const look = 'flex min-h-10 min-w-0 flex-1 items-start gap-2.5 rounded-md px-2 py-1.5 text-left'
  return (
    <li data-remark-item={item.id} className={`flex items-start gap-1 border-b border-line/60 ${isChosen ? 'bg-accent-soft' : ''}`}>
      {canEdit ? (
        <button
          ref={button}
          type="button"
          onClick={() => edit(item.id, 'outline')}
          className={`cursor-pointer hover:bg-accent-soft ${look}`}
        >
          {words}
        </button>
      ) : (
        <div className={look}>{words}</div>
      )}
      <RemarkBadge item={item.id} name={nameOf(item, t)} className="mt-2" />
      <OriginLink item={item} />
      <ThingMenu item={item} isFirst={isFirst} isLast={isLast} onShow={onShow} />
    </li>
  )
})

/** Leads to where it came from: the workshop's step, the decision. */
function OriginLink({ item }: { item: BoardItem }) {
  const { t } = useBoard()
  const origin = item.origins?.at(-1)
  if (origin === undefined) return null
  return (
    <a
      href={`/origins/${origin}`}
      aria-label={t('origin.open', { name: nameOf(item, t) })}
      title={t('origin.has')}
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-accent-soft"
    >
      <Route aria-hidden className="size-4" />
    </a>
  )
}

function ItemWords({ item }: { item: BoardItem }) {
  const { t } = useBoard()
  return (
    <>
      <ItemMark item={item} />
      <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
        <span className="sr-only">{t(`item.${item.type}`)}: </span>
        {item.type === 'actor' ? (
          <>
            <span className="font-semibold">{item.name.trim() || t('unnamed.actor')}</span>
            <span className="text-sm" style={{ color: organisationLooks[item.organisationType].ink }}>
              {' '}
              {t(`organisationType.${item.organisationType}`)}
            </span>
            {item.role.trim() === '' ? null : <span className="block text-sm text-ink-soft">{item.role.trim()}</span>}
          </>
        ) : (
          ('text' in item && item.text.trim()) || <span className="text-ink-soft">{t(`unnamed.${item.type}`)}</span>
        )}
        {item.type === 'note' && item.author !== undefined ? (
          <span className="block text-sm text-ink-soft">
            <span className="sr-only">{t('field.author')}: </span>
            {item.author}
          </span>
        ) : null}
      </span>
    </>
  )
}

function ItemMark({ item }: { item: BoardItem }) {
  const box = 'mt-1 flex size-4.5 shrink-0 items-center justify-center'
  if (item.type === 'actor') {
    return (
      <span className={box} style={{ color: organisationLooks[item.organisationType].ink }}>
        <OrganisationShape type={item.organisationType} className="size-4" />
      </span>
    )
  }
  if (item.type === 'text') {
    return (
      <span className={`${box} text-ink-soft`}>
        <Type aria-hidden className="size-4" />
      </span>
    )
  }
  return (
    <span
      className={`${box} rounded-[3px] border`}
      style={{ background: noteGrounds[item.colour], borderColor: borders[item.colour] }}
    />
  )
}
