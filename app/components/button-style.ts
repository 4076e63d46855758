export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const base =
  'inline-flex cursor-pointer items-center justify-center gap-2 rounded-md text-center font-semibold no-underline ' +
  'transition-colors select-none disabled:cursor-default disabled:opacity-60 data-[disabled]:cursor-default ' +
  'data-[disabled]:opacity-60'

const variants: Record<ButtonVariant, string> = {
  // Where somebody's own colours take the place of ours, the border is what is left of a button.
  primary: 'border border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-accent hover:bg-accent-soft',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 py-1 text-sm max-sm:min-h-11',
  medium: 'min-h-11 px-4 py-2',
  large: 'min-h-13 px-6 py-3 text-lg',
}

export function buttonStyle(variant: ButtonVariant, size: ButtonSize): string {
  return `${base} ${variants[variant].replace('', '')} ${sizes[size]}`
}
