import { BookCheck, ChevronDown, Languages, MessagesSquare, Paperclip, Scale, SquarePen, X, type LucideIcon } from 'lucide-react'
import { Button } from '../../components/button'
import { Menu } from '../../components/menu'
import { useTranslate } from '../../i18n/use-translate'
import { useSidePanelState, type SidePanel, type SideTabFacts, type SideTabId } from '../shared/side-panel'

const icons: Record<SideTabId, LucideIcon> = {
  comments: MessagesSquare,
  suggestions: SquarePen,
  positions: Scale,
  translation: Languages,
  review: BookCheck,
  annexes: Paperclip,
}

/** Leads into the panel. Where it has several tabs, a menu names them all: nobody has to open it to learn what is in it. */
export function SidePanelButton({ panel }: { panel: SidePanel }) {
  const t = useTranslate('artefacts')
  const { tabs, open } = useSidePanelState(panel)
  const [first, ...others] = tabs
  if (!first) return null
  if (others.length === 0) return <OnlyTab tab={first} panel={panel} />
  const comments = tabs.find(({ id }) => id === 'comments')
  const goTo = tabs.map((tab) => ({
    id: tab.id,
    label: nameOf(tab),
    icon: icons[tab.id],
    onAction: () => panel.show(tab.id),
  }))
  const close = { id: 'close', label: t('panel.close'), icon: X, startsGroup: true, onAction: () => panel.close() }
  return (
    <Menu
      label={t('panel.tabs')}
      trigger={
        <Button variant="quiet" size="small" aria-label={[t('panel.button'), wordsOf(comments)].filter(Boolean).join(', ')}>
          <MessagesSquare aria-hidden className="size-5" />
          <span className="max-lg:hidden">{t('panel.button')}</span>
          <Waiting tab={comments} />
          <ChevronDown aria-hidden className="size-4 max-sm:hidden" />
        </Button>
      }
      actions={open === null ? goTo : [...goTo, close]}
    />
  )
}

function OnlyTab({ tab, panel }: { tab: SideTabFacts; panel: SidePanel }) {
  const { open } = useSidePanelState(panel)
  return (
    <Button
      variant="quiet"
      size="small"
      aria-label={nameOf(tab)}
      aria-expanded={open !== null}
      onPress={() => (open === null ? panel.show(tab.id) : panel.close())}
    >
      <MessagesSquare aria-hidden className="size-5" />
      <span className="max-lg:hidden">{tab.name}</span>
      <Waiting tab={tab} />
    </Button>
  )
}

function Waiting({ tab }: { tab: SideTabFacts | undefined }) {
  return tab?.count ? <span className="tabular-nums">{tab.count}</span> : null
}

/** "Kommentit, 3 avointa" */
function nameOf(tab: SideTabFacts): string {
  return [tab.name, wordsOf(tab)].filter(Boolean).join(', ')
}

function wordsOf(tab: SideTabFacts | undefined): string {
  return tab?.count ? (tab.countWords ?? '') : ''
}
