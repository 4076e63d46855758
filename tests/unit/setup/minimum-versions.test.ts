import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import minimumVersions from '../../../docs/minimum-versions.json'
import { projectRoot } from '../../../server/setup/project-paths'

const lockfile = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')))

/** Every version of a package that is installed, also inside other packages. */
function installedVersions(name: string): string[] {
  return Object.entries(lockfile.packages)
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? '0.0.0')
}

function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split('-')[0]?.split('.').map(Number) ?? [])
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

describe('no part with a known fault is installed (docs/minimum-versions.json)', () => {
  it.each(Object.entries(minimumVersions.minimum))('%s is at least %s wherever it is used', (name, least) => {
    expect(installedVersions(name).filter((version) => !isAtLeast(version, least))).toEqual([])
  })

  it.each(Object.entries(minimumVersions.never))('%s is not used: %s', (name) => {
    expect(installedVersions(name)).toEqual([])
  })

  it('compares versions as numbers', () => {
    expect(isAtLeast('7.18.4', '7.18.0')).toBe(true)
    expect(isAtLeast('7.9.9', '7.18.0')).toBe(false)
    expect(isAtLeast('10.0.0', '9.9.9')).toBe(true)
  })
})
