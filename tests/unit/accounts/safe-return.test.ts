import { expect, test } from 'vitest'
import { safeReturn } from '../../../app/accounts/safe-return'

test.each([
  ['/projects/abc', '/projects/abc'],
  ['/artefacts/a?view=outline#clause', '/artefacts/a?view=outline#clause'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['', '/'],
  [null, '/'],
])('after signing in, %s leads to %s', (asked, place) => expect(safeReturn(asked)).toBe(place))
