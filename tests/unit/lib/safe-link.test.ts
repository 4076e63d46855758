import { describe, expect, it } from 'vitest'
import { safeLink } from '../../../app/lib/safe-link'

describe('a link', () => {
  it.each([
    ['https://example.org/alue?x=1#y', 'https://example.org/alue?x=1#y'],
    ['HTTP://Example.ORG', 'http://example.org/'],
    [' https://ylivieska.example/päätös ', 'https://ylivieska.example/p%C3%A4%C3%A4t%C3%B6s'],
    ['mailto:kirjaamo@example.org', 'mailto:kirjaamo@example.org'],
  ])('may lead to the web or to mail: %s', (given, expected) => {
    expect(safeLink(given)).toBe(expected)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '\\\\host\\share',
    'https:\\\\evil.example',
    'https:evil.example',
    'ms-word:ofe|u|https://evil.example',
    'mailto://x',
    '/suhteellinen',
    'example.org',
    '',
    'https://',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('may lead nowhere else: %s', (given) => {
    expect(safeLink(given)).toBeUndefined()
  })
})
