import { X } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { IconButton } from '../../components/icon-button'
import { useTranslate } from '../../i18n/use-translate'
import { isSideTabId, useSidePanelState, type SidePanel, type SideTabFacts } from '../shared/side-panel'
import { besideQuery } from './use-kept-panel'
import { useWayBack } from './use-way-back'

/**
 * The panel beside what one works on: a column on wide screens, a drawer over narrow ones. What is in its tabs comes from
 * those who hang them in (`SideTab`). Esc gives the focus back to where one was, and closes the drawer.
 */
export default function SidePanelFrame({ panel }: { panel: SidePanel }) {
  const isBeside = useIsBeside()
  useEffect(() => panel.setOver(!isBeside), [panel, isBeside])
  return isBeside ? <Column panel={panel} /> : <SideDrawer panel={panel} />
}

function Column({ panel }: { panel: SidePanel }) {
  const t = useTranslate('artefacts')
  const root = useRef<HTMLElement>(null)
  const leave = useWayBack(panel, root)
  useEscape(root, leave)
  return (
    <aside
      ref={root}
      aria-label={t('panel.title')}
      className={
        'flex w-[21rem] shrink-0 flex-col border-l border-line bg-surface 2xl:w-[25rem] ' +
        'group-has-[[data-length=page]]/artefact:sticky group-has-[[data-length=page]]/artefact:top-[var(--view-top,0px)] ' +
        'group-has-[[data-length=page]]/artefact:h-[calc(100dvh-var(--view-top,0px)-var(--bar-height,0px))] ' +
        'group-has-[[data-length=page]]/artefact:self-start'
      }
    >
      <div className="flex items-center justify-between gap-2 px-4 pt-2">
        <h2 className="font-bold">
          <OpenTabName panel={panel} />
        </h2>
        <IconButton label={t('panel.close')} icon={X} className="-mr-2" onPress={() => closeAnd(panel, leave)} />
      </div>
      <PanelTabs panel={panel} root={root} />
    </aside>
  )
}

/** What one looks at; what else there is stands below it, and in the menu that opens the panel. */
function OpenTabName({ panel }: { panel: SidePanel }) {
  const t = useTranslate('artefacts')
  const { tabs, open } = useSidePanelState(panel)
  return tabs.find(({ id }) => id === open)?.name ?? t('panel.title')
}

function closeAnd(panel: SidePanel, leave: () => void): void {
  leave()
  panel.close()
}

function SideDrawer({ panel }: { panel: SidePanel }) {
  const t = useTranslate('artefacts')
  const root = useRef<HTMLElement>(null)
  const leave = useWayBack(panel, root)
  const close = () => {
    panel.close()
    // A drawer holds the focus until it is gone.
    requestAnimationFrame(leave)
  }
  useEscape(root, close)
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className="fixed inset-0 z-40 bg-ink/45">
      <Modal className="ml-auto flex h-dvh w-[min(26rem,100vw)] flex-col bg-surface shadow-floating">
        <Dialog ref={root} className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex items-center justify-between gap-2 px-4 pt-2">
            <Heading slot="title" className="text-xl font-bold">
              <OpenTabName panel={panel} />
            </Heading>
            <IconButton label={t('panel.close')} icon={X} className="-mr-2 size-11!" onPress={close} />
          </div>
          <PanelTabs panel={panel} root={root} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface PanelTabsProps {
  panel: SidePanel
  root: { current: HTMLElement | null }
}

function PanelTabs({ panel, root }: PanelTabsProps) {
  const t = useTranslate('artefacts')
  const { tabs, open, called } = useSidePanelState(panel)
  const taken = useRef(0)
  const shown = tabs.find(({ id }) => id === open) ?? tabs[0]
  // Whoever opens the panel goes on in it. Its tabs are drawn only after they have been gathered.
  useEffect(() => {
    if (!shown || taken.current === called) return
    taken.current = called
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus({ preventScroll: true }),
    )
  }, [called, shown, root])
  // The tab that was open on this device is not here: the first that is.
  useEffect(() => {
    if (shown && shown.id !== open) panel.open(shown.id)
  }, [panel, shown, open])
  if (!shown) return null
  return (
    <Tabs
      selectedKey={shown.id}
      onSelectionChange={(key) => isSideTabId(String(key)) && panel.open(shownKey(key, shown))}
      // What has the focus within says so itself.
      className="flex min-h-0 flex-1 flex-col outline-none"
    >
      <TabList
        aria-label={t('panel.tabs')}
        className={`flex shrink-0 flex-wrap gap-1 border-b border-line px-3 pt-1 pb-2 ${tabs.length === 1 ? 'sr-only' : ''}`}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className={
              'flex min-h-9 flex-auto cursor-pointer items-center justify-center gap-1.5 rounded-md border border-line px-2 text-sm ' +
              'font-semibold text-ink data-[hovered]:bg-accent-soft data-[selected]:border-accent data-[selected]:bg-accent ' +
              'data-[selected]:text-on-accent data-[selected]:underline data-[selected]:underline-offset-4 pointer-coarse:min-h-11 ' +
              'forced-colors:border-2 forced-colors:data-[selected]:border-[Highlight]'
            }
          >
            {tab.name}
            <Count {...tab} />
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className="relative flex min-h-0 flex-1 flex-col overflow-y-auto -outline-offset-2">
          <Place panel={panel} />
        </TabPanel>
      ))}
    </Tabs>
  )
}

function shownKey(key: unknown, fallback: SideTabFacts) {
  const id = String(key)
  return isSideTabId(id) ? id : fallback.id
}

function Count({ count = 0, countWords = '' }: SideTabFacts): ReactNode {
  if (count === 0) return null
  return (
    <>
      <span
        aria-hidden
        className="inline-flex min-w-5 items-center justify-center rounded-full bg-sunken px-1.5 text-sm text-ink tabular-nums"
      >
        {count}
      </span>
      <span className="sr-only">{countWords}</span>
    </>
  )
}

/** Where the open tab's owner draws. */
function Place({ panel }: { panel: SidePanel }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const own = place.current
    panel.setPlace(own)
    // The tab before may leave after the next has come.
    return () => {
      if (panel.state().place === own) panel.setPlace(null)
    }
  }, [panel])
  return <div ref={place} className="flex min-h-full flex-col" />
}

/** Esc, pressed anywhere in the panel, where nothing in it took it for its own. */
function useEscape(root: { current: HTMLElement | null }, onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    // After everything that listens in the page.
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (event.target instanceof Node && root.current?.contains(event.target)) latest.current()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [root])
}

function useIsBeside(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(besideQuery)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(besideQuery).matches,
    () => true,
  )
}
