/**
 * How an agreement is set, once for the page that the server sends and once more for the editor that takes its
 * place: the same names on the same elements, so that nothing moves when one follows the other.
 */
export const looks = {
  sheet:
    'w-full rounded-lg border border-line bg-surface px-5 py-8 shadow-raised ' +
    'sm:px-8 md:py-12 md:pr-14 md:pl-24 lg:py-16',
  // `clauses`: app.css.
  body: 'clauses max-w-[70ch] text-[1.0625rem] leading-[1.65] whitespace-pre-wrap break-words',
  clause: 'group/clause mt-3 first:mt-0',
  paragraph: 'my-2.5 min-h-[1.65em]',
  bulletList: 'my-2.5 list-disc pl-6 marker:text-ink-soft [&_ul]:my-1 [&_ol]:my-1 [&_p]:my-1',
  orderedList: 'my-2.5 list-decimal pl-7 marker:text-ink-soft [&_ul]:my-1 [&_ol]:my-1 [&_p]:my-1',
  // A column is at least as wide as its longest word; what is wider than the sheet then scrolls within its own box.
  tableFrame: 'py-4 overflow-x-auto',
  table: 'w-full border-collapse text-[0.9375rem] leading-normal hyphens-auto [overflow-wrap:normal] max-sm:text-sm',
  cell: 'relative min-w-24 border border-line-strong/50 px-3 py-1.5 text-left align-top font-normal [&_p]:my-0.5 [&.selectedCell]:bg-accent-soft',
  headerCell:
    'relative min-w-24 border border-line-strong/50 bg-sunken px-3 py-1.5 text-left align-top font-semibold [&_p]:my-0.5 ' +
    '[&.selectedCell]:bg-accent-soft',
  link: 'text-accent underline underline-offset-[0.2em]',
  reference:
    'rounded-sm bg-accent-soft px-1 text-accent-strong no-underline [.ProseMirror-selectednode&]:ring-2',
  goneReference: 'rounded-sm bg-danger-soft px-1 text-danger line-through',
  party: 'rounded-sm px-0.5 font-semibold [.ProseMirror-selectednode&]:ring-2',
  /** Of a party whose name has changed since. */
  outdated: 'underline decoration-caution decoration-dashed decoration-2 underline-offset-[0.25em]',
  footnote:
    'mx-px rounded-sm px-0.5 align-super text-[0.75em] leading-none font-semibold text-accent no-underline [.ProseMirror-selectednode&]:ring-2',
  definedTerm: 'font-semibold not-italic underline decoration-line-strong decoration-dotted decoration-2 underline-offset-[0.2em]',
  // Told by line and sign as well as by colour.
  insertion: 'rounded-sm bg-positive-soft text-positive underline decoration-2 underline-offset-[0.2em]',
  deletion: 'rounded-sm bg-danger-soft text-danger line-through',
  formatting: 'border-b-2 border-dashed border-caution bg-caution-soft',
  suggestedClause: {
    insert: 'border-l-4 border-double border-positive pl-3',
    delete: 'border-l-4 border-dashed border-danger pl-3 line-through decoration-danger',
    move: 'border-l-4 border-dotted border-caution pl-3',
  },
  suggestedBreak: {
    insert: "before:mr-1 before:text-positive before:underline before:content-['¶+']",
    delete: "before:mr-1 before:text-danger before:line-through before:content-['¶']",
  },
  /** A line break that is put in or taken out. */
  suggestedLine: "before:content-['↵']",
  /** What is looked for, and the one that one is at: told by its frame too. */
  found: 'rounded-xs bg-caution-soft',
  foundHere: 'rounded-xs bg-caution-soft outline-2 outline-caution',
  title(level: number): string {
    const common = 'relative text-balance hyphens-auto text-ink'
    if (level === 1) return `${common} mt-10 mb-2 text-[1.4375rem] leading-tight font-bold`
    if (level === 2) return `${common} mt-6 mb-1.5 text-[1.1875rem] leading-snug font-semibold`
    return `${common} mt-5 mb-1 text-[1.0625rem] leading-snug font-semibold`
  },
  /** A number as an element of its own, in the margin where there is one. */
  number:
    'mr-2 font-semibold text-accent tabular-nums md:absolute md:top-0 md:right-full md:mr-4 md:w-16 md:text-right',
  /** The same number, drawn before a title from its `data-number`. */
  numberBefore:
    'before:mr-2 before:font-semibold before:text-accent before:tabular-nums before:content-[attr(data-number)] ' +
    'md:before:absolute md:before:top-0 md:before:right-full md:before:mr-4 md:before:w-16 md:before:text-right',
  /** Below the title of a clause that a workshop brought. */
  provenance: 'my-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm leading-normal whitespace-normal select-none',
  proposed: 'rounded-full bg-caution-soft px-2.5 py-0.5 font-semibold text-caution',
  confirm: 'min-h-8 cursor-pointer rounded-md border border-line-strong bg-surface px-3 font-semibold hover:bg-sunken',
  /** Commented passages: told apart by their line, not by colour alone. The count of a clause stands beside its title. */
  remark: {
    shared:
      'cursor-pointer rounded-xs bg-caution-soft text-inherit underline decoration-caution decoration-2 underline-offset-4',
    internal:
      'cursor-pointer rounded-xs bg-authority-soft text-inherit underline decoration-authority decoration-dashed decoration-2 underline-offset-4',
    chosen: 'outline-2 outline-ink',
    countLine: 'select-none md:relative md:h-0',
    count:
      'inline-flex min-h-8 min-w-8 cursor-pointer items-center justify-center gap-1 rounded-full rounded-bl-none border border-line-strong ' +
      'bg-surface px-2 text-sm leading-none font-semibold text-ink tabular-nums hover:bg-sunken pointer-coarse:min-h-11 ' +
      'pointer-coarse:min-w-11 md:absolute md:bottom-1 md:left-[calc(100%+0.5rem)]',
  },
  /** What an empty title asks for: on its first line, where the editor puts a break that holds the caret. */
  placeholder:
    'md:after:absolute md:after:top-0 md:after:left-0 after:pointer-events-none after:font-normal after:text-ink-soft after:content-[attr(data-placeholder)]',
} as const
