import { longestRising } from '../../versions/longest-rising'
import { Effort } from '../../versions/word-difference'
import { markTracked } from '../mark-tracked'
import type { Block, Change, DocumentTree, Heading } from '../tree'
import { redlineBlocks } from './blocks'
import { redlineRuns, wordsOfRuns, type By } from './runs'

/**
 * The later document with what has changed since the earlier one as tracked changes, section by section and word by word.
 * Accepting all of them gives `after`, rejecting all gives `before`. Sections are known by the ids of their headings.
 */
export function redline(before: DocumentTree, after: DocumentTree, change: Change): DocumentTree {
  const by: By = { change, effort: new Effort() }
  const earlier = sectionsOf(before.blocks)
  const later = sectionsOf(after.blocks)
  const stays = stayingPairs(earlier, later)
  const gone = goneAfter(earlier, new Set(stays.values()))
  const blocks = [
    ...takenAway(gone.get(undefined), change),
    ...later.flatMap((section) => {
      const former = stays.get(section)
      if (!former) return markTracked(blocksOf(section), { inserted: change })
      return [...redlineSection(former, section, by), ...takenAway(gone.get(former), change)]
    }),
  ]
  const formerTitle = before.title === after.title ? {} : { formerTitle: { ...change, title: before.title } }
  return { title: after.title, language: after.language, ...formerTitle, blocks }
}

/** A heading with what stands below it up to the next one; without a heading what stands before the first. */
interface Section {
  id: string
  heading: Heading | undefined
  blocks: Block[]
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ id: '', heading: undefined, blocks: [] }]
  const met = new Map<string, number>()
  for (const block of blocks) {
    if (block.type !== 'heading') {
      sections.at(-1)?.blocks.push(block)
      continue
    }
    const name = block.id === undefined ? `words ${wordsOfRuns(block.children)}` : `id ${block.id}`
    const count = (met.get(name) ?? 0) + 1
    met.set(name, count)
    sections.push({ id: `${name} ${count}`, heading: block, blocks: [] })
  }
  return sections
}

const blocksOf = ({ heading, blocks }: Section): Block[] => (heading ? [heading, ...blocks] : blocks)

/** Later sections with what they were, but those that were moved: all but the longest row that kept its order. */
function stayingPairs(earlier: readonly Section[], later: readonly Section[]): Map<Section, Section> {
  const places = new Map(earlier.map((section, index) => [section.id, { section, index }]))
  const pairs = later.flatMap((section) => {
    const former = places.get(section.id)
    const isLevel = former?.section.heading?.level === section.heading?.level
    return former && isLevel ? [{ section, former: former.section, index: former.index }] : []
  })
  const kept = new Set(longestRising(pairs.map(({ index }) => index)))
  return new Map(pairs.filter((_, at) => kept.has(at)).map(({ section, former }) => [section, former]))
}

/** What does not stay, by the section that it stood behind and that does. */
function goneAfter(earlier: readonly Section[], kept: ReadonlySet<Section>): Map<Section | undefined, Section[]> {
  const gone = new Map<Section | undefined, Section[]>()
  let last: Section | undefined
  for (const section of earlier) {
    if (kept.has(section)) last = section
    else gone.set(last, [...(gone.get(last) ?? []), section])
  }
  return gone
}

function takenAway(sections: readonly Section[] | undefined, change: Change): Block[] {
  return (sections ?? []).flatMap((section) => markTracked(blocksOf(section), { deleted: change }))
}

function redlineSection(former: Section, section: Section, by: By): Block[] {
  const blocks = redlineBlocks(former.blocks, section.blocks, by)
  if (!section.heading || !former.heading) return blocks
  return [{ ...section.heading, children: redlineRuns(former.heading.children, section.heading.children, by) }, ...blocks]
}
