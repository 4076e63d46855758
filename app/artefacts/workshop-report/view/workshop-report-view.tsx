import { FileText, Plus, Redo2, Undo2 } from 'lucide-react'
import { useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { Button } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { IconButton } from '../../../components/icon-button'
import { Toolbar } from '../../../components/toolbar'
import { useCanEdit, useContent, usePeople, useUndoState } from '../../shared/use-artefact'
import { useFocusWhenThere } from '../../shared/use-focus-when-there'
import type { ArtefactViewProps } from '../../view-props'
import type { WorkshopReport } from '../model/content'
import { sectionNumbers } from '../model/numbers'
import { createActs, focusName, type Acts } from './acts'
import { Contents } from './contents'
import { peopleBySection, type Place } from './places'
import { ReportContext, useReport } from './report-context'
import { useSectionRemarks } from './use-section-remarks'
import { SectionEditor } from './section-editor'
import { StaticReport } from './static-report'

type Props = ArtefactViewProps<WorkshopReport>

/** A workshop's report, to be read and written on: its contents, and its sections below each other. */
export default function WorkshopReportView({ session, t }: Props) {
  const content = useContent(session)
  const canEdit = useCanEdit(session)
  const root = useRef<HTMLDivElement>(null)
  const focus = useFocusWhenThere(root)
  const [said, setSaid] = useState('')
  const report = useMemo(() => {
    // The same words twice are read out twice only where the text differs.
    const say = (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words))
    return { t, acts: createActs(session, t, { focus, say }) }
  }, [session, t, focus])
  const numbers = sectionNumbers(content.sections)
  useSectionRemarks(session, t, focus)
  return (
    <ReportContext value={report}>
      {/* The keys are those of undo, wherever one is in the report. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={root}
        data-length="page"
        onKeyDown={(event) => onUndoKey(event, report.acts)}
        onFocus={(event) => session.showPlace(placeOf(event))}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) session.showPlace(undefined)
        }}
        className="flex flex-col gap-4 px-3 pt-4 pb-16 sm:px-5 roomy:grid roomy:grid-cols-[minmax(13rem,17rem)_minmax(0,54rem)] roomy:justify-center roomy:gap-8"
      >
        <Contents sections={content.sections} numbers={numbers} t={t} onGo={focus} />
        <div className="min-w-0">
          {canEdit ? (
            <Editor session={session} content={content} numbers={numbers} />
          ) : content.sections.length > 0 ? (
            <StaticReport content={content} t={t} />
          ) : (
            <Empty />
          )}
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </ReportContext>
  )
}

interface EditorProps extends Pick<Props, 'session'> {
  content: WorkshopReport
  numbers: readonly string[]
}

function Editor({ session, content: { sections }, numbers }: EditorProps) {
  const { t, acts } = useReport()
  const people = usePeople(session)
  const bySection = useMemo(() => peopleBySection(people), [people])
  return (
    <>
      <Tools session={session} />
      {sections.length === 0 ? <Empty /> : null}
      <div className="flex flex-col gap-8">
        {sections.map((section, index) => (
          <SectionEditor
            key={section.id}
            section={section}
            number={numbers[index] ?? ''}
            index={index}
            count={sections.length}
            people={bySection.get(section.id) ?? []}
          />
        ))}
      </div>
      <Button data-focus-name={focusName.add} className="mt-8" onPress={() => acts.addSection(sections.length)}>
        <Plus aria-hidden className="size-4" />
        {t('section.add')}
      </Button>
    </>
  )
}

function Tools({ session }: Pick<Props, 'session'>) {
  const { t, acts } = useReport()
  const { canUndo, canRedo } = useUndoState(session)
  return (
    <div className="sticky top-[var(--view-top,0px)] z-20 mb-4 bg-paper py-2">
      <Toolbar label={t('tools')}>
        <IconButton label={t('undo')} icon={Undo2} shortcut="Ctrl+Z" isDisabled={!canUndo} onPress={acts.undo} />
        <IconButton label={t('redo')} icon={Redo2} shortcut="Ctrl+Y" isDisabled={!canRedo} onPress={acts.redo} />
        <p className="px-2 text-sm text-ink-soft">{t('howTo')}</p>
      </Toolbar>
    </div>
  )
}

function Empty() {
  const { t } = useReport()
  return (
    <EmptyState icon={FileText} title={t('empty.title')}>
      {t('empty.words')}
    </EmptyState>
  )
}

function onUndoKey(event: KeyboardEvent<HTMLElement>, acts: Acts) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) acts.redo()
  else acts.undo()
}

/** Where the focus is, for the others to see. */
function placeOf({ target }: FocusEvent<HTMLElement>): Place | undefined {
  const section = target.closest<HTMLElement>('[data-section]')?.dataset['section']
  return section ? { section } : undefined
}
