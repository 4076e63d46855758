import { build } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'

/** Everything between a fresh checkout and a server that can run; what is there already is left alone. */
export async function prepare() {
  await install()
  await generate()
  await build()
}
