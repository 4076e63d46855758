import './require-node.mjs'
import { prepare } from './prepare.mjs'
import { giveUp } from './steps.mjs'

try {
  await prepare()
  // React and Express look at NODE_ENV. Whether the operator asked for production is another question,
  // which server/env.ts answers.
  process.env.OPERATOR_NODE_ENV ??= process.env.NODE_ENV ?? ''
  process.env.NODE_ENV = 'production'
  process.setSourceMapsEnabled(true)
  await import(new URL('../../build/server.js', import.meta.url).href)
} catch (error) {
  giveUp(error)
}
