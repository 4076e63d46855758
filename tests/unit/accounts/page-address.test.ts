import { expect, test } from 'vitest'
import { pageAddress } from '../../../app/accounts/request.server'

test.each([
  ['/projects/abc', '/projects/abc'],
  ['/projects/abc.data', '/projects/abc'],
  ['/projects/abc.data?_routes=root%2Croutes%2Fproject&binned=x', '/projects/abc?binned=x'],
  ['/_root.data', '/'],
  ['/artefacts/a?view=outline', '/artefacts/a?view=outline'],
])('whoever has to sign in for %s comes back to %s', (asked, page) => {
  expect(pageAddress(`http://localhost:3000${asked}`)).toBe(page)
})
