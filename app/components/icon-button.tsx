import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className'> {
  /** What it does, in words: its name, and its tooltip. */
  label: string
  icon: LucideIcon
  /** Shown in the tooltip after the label, such as "Ctrl+Z". */
  shortcut?: string
  /** For a button that is on or off. */
  pressed?: boolean
  className?: string
}

/** A quiet button with an icon only: 40 px and more, on a phone 44. */
export function IconButton({ label, icon: Icon, shortcut, pressed, className = '', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={
          'inline-flex size-10 max-sm:size-11 shrink-0 cursor-pointer items-center justify-center rounded-md text-ink ' +
          'hover:bg-accent-soft aria-pressed:bg-accent-soft aria-pressed:text-accent-strong ' +
          `data-[disabled]:cursor-default data-[disabled]:text-line-strong data-[disabled]:hover:bg-transparent ${className}`
        }
      >
        <Icon aria-hidden className="size-5" />
      </AriaButton>
      <Tooltip
        offset={6}
        className="z-50 max-w-60 rounded-sm bg-ink px-2 py-1 text-sm text-white shadow-floating"
      >
        {label}
        {shortcut ? <span className="ml-2 opacity-80">{shortcut}</span> : null}
      </Tooltip>
    </TooltipTrigger>
  )
}
