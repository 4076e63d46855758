/** A button on the bar: 44 px at least, so that a thumb hits it. */
export const barButton =
  'inline-flex min-h-11 min-w-11 shrink-0 cursor-pointer items-center justify-center gap-2 rounded-md px-2.5 font-semibold ' +
  'text-ink hover:bg-accent-soft aria-pressed:bg-accent aria-pressed:text-on-accent aria-expanded:bg-accent-soft'
