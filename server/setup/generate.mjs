import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint, whenChanged } from './fingerprint.mjs'
import { giveUp, root, run, step } from './steps.mjs'

/** Writes the typed database client (prisma/generated) when schema.prisma or Prisma has changed. */
export function generate() {
  const prisma = JSON.parse(readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8'))
  return whenChanged({
    stamp: 'prisma/generated/.made-from',
    from: `${fingerprint(['prisma/schema.prisma'])} prisma ${prisma.version}`,
    make: () =>
      step('Generating the database client', () =>
        run({
          name: 'generate',
          command: process.execPath,
          args: ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema.prisma'],
          env: {
            ...process.env,
            // Prisma would download an engine that generating never runs; any executable satisfies it
            // (docs/decisions/migrations-without-the-prisma-cli.md).
            PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
            PRISMA_HIDE_UPDATE_MESSAGE: '1',
            CHECKPOINT_DISABLE: '1',
          },
          failure: 'The database client could not be generated from prisma/schema.prisma.',
        }),
      ),
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await generate().catch(giveUp)
}
