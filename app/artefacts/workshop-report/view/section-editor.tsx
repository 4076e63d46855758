import { ArrowDown, ArrowUp, EllipsisVertical, IndentDecrease, IndentIncrease, Plus, Table2, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../../../components/icon-button'
import { Menu, type MenuAction } from '../../../components/menu'
import { useCommentActions } from '../../../remarks/view/comment-actions'
import { RemarkBadge } from '../../../remarks/view/remark-badge'
import type { Person } from '../../../sync/session'
import { longest, type ReportSection } from '../model/content'
import { sectionName } from '../model/names'
import { focusName } from './acts'
import { LiveField } from './live-field'
import { looks } from './looks'
import { PeopleAt } from './people-at'
import { useReport } from './report-context'
import { TableEditor } from './table-editor'

interface SectionEditorProps {
  section: ReportSection
  number: string
  index: number
  count: number
  /** Who else is in it. */
  people: readonly Person[]
}

/** A section to be written: its heading, its text, its table, and what can be done with the whole of it. */
export function SectionEditor({ section, number, index, count, people }: SectionEditorProps) {
  const { t, acts } = useReport()
  const { id } = section
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    acts.moveSection(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    // The keys move the section from wherever one is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section aria-label={`${number} ${sectionName(section, t)}`} data-section={id} data-remark-item={id} onKeyDown={onKeyDown}>
      <div className="flex flex-wrap items-start gap-x-2 sm:flex-nowrap">
        <span aria-hidden className={`${looks.number} ${looks.heading(section.depth)} py-1.5`}>
          {number}
        </span>
        <div className="min-w-0 flex-1 basis-64">
          <LiveField
            value={section.heading}
            onText={(heading) => acts.write(id, { heading })}
            label={t('section.headingOf', { number })}
            longest={longest.heading}
            placeholder={t('section.headingPlaceholder')}
            name={focusName.heading(id)}
            onEnter={() => acts.focus(focusName.text(id))}
            className={looks.heading(section.depth)}
          />
        </div>
        <SectionTools section={section} number={number} index={index} count={count} />
      </div>
      <PeopleAt people={people} t={t} />
      <LiveField
        value={section.text}
        onText={(text) => acts.write(id, { text })}
        label={t('section.textOf', { number })}
        longest={longest.text}
        placeholder={t('section.textPlaceholder')}
        name={focusName.text(id)}
        className={`${looks.text} mt-1`}
      />
      {section.table ? <TableEditor section={section} table={section.table} number={number} /> : null}
    </section>
  )
}

function SectionTools({ section, number, index, count }: Omit<SectionEditorProps, 'people'>) {
  const { t, acts } = useReport()
  const { id, depth, table } = section
  const comment = useCommentActions(id, `${number} ${sectionName(section, t)}`)
  const actions: MenuAction[] = [
    { id: 'add', label: t('section.addAfter'), icon: Plus, onAction: () => acts.addSection(index + 1, depth) },
    depth === 1
      ? {
          id: 'deeper',
          label: t('section.makePart'),
          icon: IndentIncrease,
          disabled: index === 0,
          onAction: () => acts.setDepth(id, 2),
        }
      : { id: 'higher', label: t('section.makeChapter'), icon: IndentDecrease, onAction: () => acts.setDepth(id, 1) },
    table
      ? { id: 'no-table', label: t('table.remove'), icon: Table2, onAction: () => acts.removeTable(id) }
      : { id: 'table', label: t('table.add'), icon: Table2, onAction: () => acts.addTable(id) },
    ...comment,
    {
      id: 'remove',
      label: t('section.remove'),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      onAction: () => acts.removeSection(id),
    },
  ]
  return (
    <div className="ml-auto flex items-center">
      <RemarkBadge item={id} name={`${number} ${sectionName(section, t)}`} />
      <IconButton
        label={t('section.up', { number })}
        icon={ArrowUp}
        shortcut="Alt+↑"
        isDisabled={index === 0}
        onPress={() => acts.moveSection(id, -1)}
      />
      <IconButton
        label={t('section.down', { number })}
        icon={ArrowDown}
        shortcut="Alt+↓"
        isDisabled={index === count - 1}
        onPress={() => acts.moveSection(id, 1)}
      />
      <Menu
        label={t('section.menu', { number })}
        trigger={<IconButton label={t('section.menu', { number })} icon={EllipsisVertical} />}
        actions={actions}
      />
    </div>
  )
}
