import type { LucideIcon } from 'lucide-react'
import { useMemo, type ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'

export interface MenuAction {
  id: string
  label: string
  icon?: LucideIcon
  danger?: boolean
  disabled?: boolean
  /** A line is drawn above it. */
  startsGroup?: boolean
  onAction(): void
}

interface MenuProps {
  /** The button that opens it: Button or IconButton. */
  trigger: ReactElement
  label: string
  actions: readonly MenuAction[]
}

export function Menu({ trigger, label, actions }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={menuStyle}>
        <MenuList label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  )
}

interface AnchoredMenuProps {
  /** The plain button that it was opened by. */
  anchor: HTMLElement
  label: string
  actions: readonly MenuAction[]
  onClose(): void
}

/** One open menu for many plain buttons: where a thousand things have the same actions, only the open one costs. */
export function AnchoredMenu({ anchor, label, actions, onClose }: AnchoredMenuProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover aria-label={label} triggerRef={triggerRef} isOpen onOpenChange={onClose} placement="bottom end" className={menuStyle}>
      <MenuList label={label} actions={actions} onClose={onClose} />
    </Popover>
  )
}

// It scrolls within the room that there is: over its own button it would take the release of the press that opened it.
const menuStyle = 'z-50 flex min-w-48 flex-col rounded-lg border border-line bg-surface p-1.5 shadow-floating'

function MenuList(props: { label: string; actions: readonly MenuAction[]; onClose?: () => void }) {
  const { label, actions, onClose } = props
  return (
    <AriaMenu
      aria-label={label}
      className="shows-more max-h-[75dvh] min-h-0 overflow-y-auto outline-none"
      {...(onClose ? { onClose, autoFocus: 'first' as const } : {})}
    >
      {actions.flatMap((action) => {
        const item = (
          <MenuItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            isDisabled={action.disabled ?? false}
            onAction={action.onAction}
            className={
              'flex min-h-10 max-sm:min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 outline-none ' +
              'data-[focused]:bg-accent-soft data-[disabled]:cursor-default data-[disabled]:opacity-60 ' +
              (action.danger ? 'text-danger' : 'text-ink')
            }
          >
            {action.icon ? <action.icon aria-hidden className="size-4 shrink-0" /> : null}
            {action.label}
          </MenuItem>
        )
        return action.startsGroup
          ? [<Separator key={`${action.id}-line`} className="my-1.5 h-px border-0 bg-line" />, item]
          : [item]
      })}
    </AriaMenu>
  )
}
