import { benchLiveEdit } from './live-edit'
import { table } from './figures'

console.log('Live editing: server, disk and clients on this machine, milliseconds\n')
console.log(table(await benchLiveEdit()))
process.exit(0)
