import './require-node.mjs'
import { build } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { giveUp } from './steps.mjs'

try {
  await install()
  await generate()
  await build()
  // React and Express look at NODE_ENV. Whether the operator asked for production is another question,
  // which server/env.ts answers.
  process.env.OPERATOR_NODE_ENV ??= process.env.NODE_ENV ?? ''
  process.env.NODE_ENV = 'production'
  process.setSourceMapsEnabled(true)
  await import(new URL('../../build/server.js', import.meta.url).href)
} catch (error) {
  giveUp(error)
}
