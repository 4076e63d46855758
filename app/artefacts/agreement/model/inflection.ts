/**
 * Whether a word in a text is some form of the word of a term. Not a dictionary: a word counts when it begins as the
 * term does, with what commonly becomes of a Finnish stem (kunta, kunnan; asiakas, asiakkaan; sopimus, sopimuksen), and
 * goes on for a few letters only. So a compound of the term is another word, and a rare form may be missed.
 */
export function inflectionsOf(word: string): (other: string) => boolean {
  const term = word.toLowerCase()
  const stems = stemsOf(term)
  return (other) => {
    const form = other.toLowerCase()
    return form === term || stems.some((stem) => form.startsWith(stem) && form.length - stem.length <= longestEnding)
  }
}

/** With how many letters every form of the word begins as the term does, as far as `inflectionsOf` knows. */
export function commonStart(word: string): string {
  const term = word.toLowerCase()
  return stemsOf(term).reduce(sharedStart, term)
}

const longestEnding = 5

/** Shorter stems begin too many other words. */
const shortestStem = 3

function stemsOf(term: string): string[] {
  if (term.length <= shortestStem) return []
  return [...new Set(stemsOfEnding(term))].filter((stem) => stem.length >= shortestStem)
}

function stemsOfEnding(term: string): string[] {
  const back = (letters: number) => term.slice(0, -letters)
  // työllinen: työllisen, työllistä
  if (/n?nen$/u.test(term) && term.length > 5) return [term, `${back(3)}s`]
  // sopimus: sopimuksen, sopimukseen, sopimusta, oikeuden
  if (/[uy]s$/u.test(term)) return [term, `${back(1)}ks`, `${back(1)}d`, `${back(1)}t`]
  // asiakas: asiakkaan
  if (/[aäei]s$/u.test(term)) return [term, ...graded(back(2), strong).map((stem) => stem + term.slice(-2, -1))]
  // alue: alueen; palvelu: palvelun; tiede: tieteen
  if (/e$/u.test(term)) return [term, ...graded(back(1), strong).map((stem) => `${stem}e`)]
  // kunta: kunnan, kuntien; tieto: tiedon
  const stem = /[aäoöuyi]$/u.test(term) ? back(1) : term
  if (stem === term) return [term]
  const short = stem.length <= shortestStem
  return [...graded(stem, weak).flatMap((one) => (short || one.length <= shortestStem ? vowelled(one, term) : [one])), term]
}

/** A short stem begins many words: it counts with the vowels that can follow it. */
function vowelled(stem: string, term: string): string[] {
  const last = term.slice(-1)
  const others = /[aä]/u.test(last) ? ['i', 'o', 'ö'] : last === 'i' ? ['e'] : []
  return [stem + last, ...others.map((vowel) => stem + vowel)]
}

type Gradation = readonly (readonly [from: RegExp, to: string])[]

const weak: Gradation = [
  [/kk$/u, 'k'],
  [/pp$/u, 'p'],
  [/tt$/u, 't'],
  [/nt$/u, 'nn'],
  [/nk$/u, 'ng'],
  [/mp$/u, 'mm'],
  [/lt$/u, 'll'],
  [/rt$/u, 'rr'],
  [/(?<=[aeiouyäö]|h)t$/u, 'd'],
  [/(?<=[aeiouyäölr])p$/u, 'v'],
  [/(?<=[aeiouyäölrh])k$/u, ''],
]

const strong: Gradation = [
  [/(?<![k])k$/u, 'kk'],
  [/(?<![p])p$/u, 'pp'],
  [/(?<![t])t$/u, 'tt'],
  [/nn$/u, 'nt'],
  [/d$/u, 't'],
  [/(?<=[rl])v$/u, 'p'],
]

function graded(stem: string, changes: Gradation): string[] {
  const change = changes.find(([from]) => from.test(stem))
  return change ? [stem, stem.replace(change[0], change[1])] : [stem]
}

function sharedStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return one.slice(0, length)
}
