import { Fragment, type ReactNode } from 'react'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'
import type { Inline, Mark } from '../model/content'
import { isSafeLink } from '../model/links'
import { atomLook, labelOf, type AtomSurroundings, type ShownAtom } from './atom-label'
import { looks } from './looks'
import { authorIn, inlineElement, inlineLook } from './suggested-look'

interface Known {
  clauses: ReadonlyMap<string, PlacedClause>
  /** The numbers of the footnotes. */
  footnotes: ReadonlyMap<Inline, number>
  around: AtomSurroundings
  t: Translate
}

/** What stands in a line, to be read: drawn as the editor draws it. */
export function StaticInline({ inline, known }: { inline: Inline; known: Known }) {
  if (inline.type === 'text') return <Fragment>{markedWords(inline.text, inline.marks ?? [])}</Fragment>
  const suggestion = inline.attrs?.suggestion
  if (!suggestion) return <Atom inline={inline} known={known} />
  const Element = inlineElement({ suggestion })
  return (
    <Element className={inlineLook({ suggestion })} title={authorIn({ ...suggestion })}>
      <Atom inline={inline} known={known} />
    </Element>
  )
}

/** Words with their marks, the first of them outermost. */
export function markedWords(words: string, marks: readonly Mark[]): ReactNode {
  return marks.reduceRight<ReactNode>(marked, words)
}

function Atom({ inline, known }: { inline: Exclude<Inline, { type: 'text' }>; known: Known }) {
  const { clauses, footnotes, around, t } = known
  if (inline.type === 'hardBreak') return <br />
  if (inline.type === 'clauseReference') {
    const target = clauses.get(inline.attrs.clause)
    if (!target) return <span className={looks.goneReference}>{t('reference.gone')}</span>
    return (
      <a href={`#clause-${target.id}`} className={looks.reference}>
        {target.title === '' ? target.number : `${target.number}\u00a0${target.title}`}
      </a>
    )
  }
  const number = footnotes.get(inline) ?? 0
  const atom: ShownAtom = inline.type === 'footnote' ? { type: 'footnote', number, words: inline.attrs.words } : shown(inline)
  const label = labelOf(atom, around, t)
  const look = atomLook(inline.type, label)
  if (inline.type === 'footnote') {
    return (
      <a id={`footnote-call-${number}`} href={`#footnote-${number}`} aria-label={label.says} className={look}>
        {label.words}
      </a>
    )
  }
  if (inline.type === 'annexReference' && label.state === 'well') {
    return (
      <a href={`#annex-${inline.attrs.annex}`} className={look}>
        {label.words}
      </a>
    )
  }
  return (
    <span className={look}>
      <span aria-hidden={label.says === '' ? undefined : true}>{label.words}</span>
      {label.says === '' ? null : <span className="sr-only">{label.says}</span>}
    </span>
  )
}

function shown(inline: Extract<Inline, { type: 'party' | 'annexReference' }>): ShownAtom {
  if (inline.type === 'annexReference') return { type: 'annexReference', annex: inline.attrs.annex }
  return { type: 'party', organisation: inline.attrs.organisation, name: inline.attrs.name }
}

function marked(content: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{content}</strong>
    case 'italic':
      return <em>{content}</em>
    case 'definedTerm':
      return <dfn className={looks.definedTerm}>{content}</dfn>
    case 'insertion':
      return (
        <ins title={authorIn(mark.attrs)} className={looks.insertion}>
          {content}
        </ins>
      )
    case 'deletion':
      return (
        <del title={authorIn(mark.attrs)} className={looks.deletion}>
          {content}
        </del>
      )
    case 'formatting':
      return (
        <span title={authorIn(mark.attrs)} className={looks.formatting}>
          {content}
        </span>
      )
    case 'link':
      return isSafeLink(mark.attrs.href) ? (
        <a href={mark.attrs.href} rel="noopener noreferrer" className={looks.link}>
          {content}
        </a>
      ) : (
        content
      )
  }
}
