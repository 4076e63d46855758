import { benchLiveEdit } from './live-edit'
import { table } from './figures'

// Every client of y-websocket listens for the end of the process.
process.setMaxListeners(0)
console.log('Live editing: server, disk and clients on this machine, milliseconds\n')
console.log(table(await benchLiveEdit()))
process.exit(0)
