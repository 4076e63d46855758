/**
 * The words of a note as they are compared: without case, punctuation, words that say nothing by themselves, and most of
 * their endings. Rough, the same for Finnish, Swedish and English, and made for finding notes that say nearly the same.
 */
export function comparedWords(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !silent.has(word))
  return (telling.length > 0 ? telling : words).map(stemOf)
}

/** Whether a note says that something is not: two that differ in it do not say the same, however alike their words. */
export function isNegative(text: string): boolean {
  const words = text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some((word) => negations.has(word))
}

const shortestStem = 4

/** A word without its endings, two of them at most: "palveluissamme" and "palvelut" come near each other. */
export function stemOf(word: string): string {
  return withoutEnding(withoutEnding(word))
}

function withoutEnding(word: string): string {
  for (const ending of endings) {
    if (word.length - ending.length >= shortestStem && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

const endings = [
  // Finnish: cases and plurals, possessives, and what -nen and -us become in them
  ...['issa', 'issä', 'ista', 'istä', 'illa', 'illä', 'ilta', 'iltä', 'ille', 'ssa', 'ssä', 'sta', 'stä', 'lla', 'llä'],
  ...['lta', 'ltä', 'lle', 'ksi', 'tta', 'ttä', 'iden', 'itten', 'jen', 'ien', 'den', 'een', 'iin', 'seen', 'ita', 'itä'],
  ...['ja', 'jä', 'ia', 'iä', 'aan', 'ään', 'mme', 'nsa', 'nsä', 'nne', 'kset', 'ksen', 'ksia', 'ksiä', 'nen', 'set'],
  ...['sen', 'sia', 'siä', 'inen', 'ys', 'us', 'minen', 'misen', 'mista', 'mistä', 'on', 'en', 'an', 'än', 'un', 'yn'],
  // Swedish: forms of nouns and verbs
  ...['arna', 'erna', 'orna', 'ande', 'ende', 'ningar', 'ningen', 'ning', 'are', 'ade', 'het', 'ar', 'er', 'or', 'et', 'as'],
  // English: plurals and forms of verbs
  ...['ings', 'ing', 'ies', 'ed', 'es', 'ly'],
  ...['n', 't', 'a', 'ä', 's', 'i', 'e', 'y', 'd'],
].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))

const negations = new Set(['ei', 'eivät', 'emme', 'en', 'älä', 'ilman', 'inte', 'ej', 'utan', 'ingen', 'inga', 'not', 'no', 'without', 'never', 'don'])

const silent = new Set([
  ...['ja', 'tai', 'sekä', 'että', 'on', 'ovat', 'olisi', 'voi', 'voisi', 'se', 'ne', 'tämä', 'kun', 'jos', 'niin', 'myös', 'kanssa'],
  ...['och', 'eller', 'att', 'är', 'som', 'en', 'ett', 'det', 'den', 'de', 'i', 'på', 'för', 'med', 'till', 'av', 'också', 'vi', 'ska'],
  ...['and', 'or', 'the', 'a', 'an', 'is', 'are', 'be', 'to', 'of', 'in', 'on', 'for', 'with', 'that', 'this', 'it', 'we', 'should'],
])
