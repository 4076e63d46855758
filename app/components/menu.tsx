import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
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
      <Popover className="z-50 min-w-48 rounded-lg border border-line bg-surface p-1.5 shadow-floating">
        <AriaMenu aria-label={label} className="max-h-[60dvh] overflow-y-auto outline-none">
          {actions.flatMap((action) => {
            const item = (
              <MenuItem
                key={action.id}
                id={action.id}
                textValue={action.label}
                isDisabled={action.disabled ?? false}
                onAction={action.onAction}
                className={
                  'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 outline-none ' +
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
      </Popover>
    </MenuTrigger>
  )
}
