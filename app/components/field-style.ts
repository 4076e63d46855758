export const labelStyle = 'mb-1 block font-semibold'

export const inputStyle =
  'block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-ink ' +
  'placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger data-[invalid]:border-2 data-[invalid]:border-danger'

export const hintStyle = 'mt-1 text-sm text-ink-soft'

export const errorStyle = 'mt-1 flex items-start gap-1.5 text-sm font-semibold text-danger'
