import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] },
})

export default defineConfig({
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  esbuild: { jsx: 'automatic' },
  test: {
    projects: [project('unit'), project('contracts'), project('sync')],
    environment: 'node',
    // Native modules (SQLite, Typst) are safest in processes of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // As the others that wait for what is seen: a second is short where a worker has to start on a busy machine.
    expect: { poll: { timeout: 8_000 } },
    allowOnly: false,
  },
})
