// C0 and C1 controls but tab and line feed; the byte order mark; Unicode's noncharacters; the bidirectional
// embeddings, overrides and isolates, with which a text can be made to read otherwise than it is stored;
// interlinear annotation; and the invisible tag characters.
const unprintable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu

const lineEndings = /\r\n|[\r\u0085\u2028\u2029]/g

const loneSurrogates = /\p{Surrogate}/gu

function isNoncharacter(codePoint: number): boolean {
  return (codePoint & 0xfffe) === 0xfffe
}

/**
 * The words of a text and nothing else: no control or invisible steering characters, no lone surrogates, one kind of
 * line ending, letters in their composed form. What is left can be written into XML, HTML and PDF.
 */
export function plainText(value: string): string {
  const cleaned = value
    .replace(lineEndings, '\n')
    .replace(loneSurrogates, '')
    .replace(unprintable, '')
    .replace(/[\u{1fffe}-\u{10ffff}]/gu, (character) =>
      isNoncharacter(character.codePointAt(0) ?? 0) ? '' : character,
    )
  return cleaned.normalize('NFC')
}

/** `plainText` on one line: every run of white space becomes one space, and none is left at the ends. */
export function plainLine(value: string): string {
  return plainText(value).replace(/\s+/g, ' ').trim()
}
