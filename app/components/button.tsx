import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Link, type LinkProps } from 'react-router'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'

interface Look {
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
}

/** A button. In a form it submits only with `type="submit"`. */
export function Button({ variant = 'secondary', size = 'medium', className = '', ...props }: AriaButtonProps & Look & { ref?: Ref<HTMLButtonElement> }) {
  return <AriaButton {...props} className={`${buttonStyle(variant, size)} ${className}`} />
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({ variant = 'secondary', size = 'medium', className = '', ...props }: LinkProps & Look) {
  return <Link {...props} className={`${buttonStyle(variant, size)} ${className}`} />
}
