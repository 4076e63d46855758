/** Every bound of the sync server, in one place. Bytes are encoded bytes; times are milliseconds. */
export interface Limits {
  /** One WebSocket message, or one batch over HTTP. Above `updateBytes`, so that a too large update can be answered, not only cut off. */
  frameBytes: number
  /** One update. */
  updateBytes: number
  /** Of one update from whoever may only suggest, and of what is judged at once: so that judging it never takes long. */
  suggestionBytes: number
  /** Updates above this are looked into by a worker: the worst of 256 kB held everybody up for 200 ms on a busy machine. */
  inspectHereBytes: number
  /** People are told that the document has grown large. */
  documentLargeBytes: number
  /** Growth is refused. */
  documentFullBytes: number
  /** The same of what one person writes in private: all of a step's drafts are read together when they are shown. */
  draftFullBytes: number
  /** The same of what is said about an artefact: below `watchedBytes`, so that it is always watched. */
  remarksFullBytes: number
  /** Client ids that ever wrote in a document: each page opened is one. Their state vector must fit `stateVectorBytes`. */
  documentClients: number

  updatesPerSecond: number
  updateBurst: number
  awarenessPerSecond: number
  awarenessBurst: number
  bytesPerSecond: number
  byteBurst: number
  /** Messages of any kind, signs of life included: even those that say nothing cost the reading of them. */
  messagesPerSecond: number
  messageBurst: number
  /** How long a socket may stay beyond its rates before it is closed. */
  tooFastFor: number
  /** Messages that cannot be read, before the socket is closed. */
  malformedMessages: number

  socketsPerAddress: number
  socketsPerParticipant: number
  socketsPerRoom: number
  /** Upgrade requests of one address. */
  knockBurst: number
  knocksPerSecond: number

  /** Unsent bytes above which a socket gets no awareness … */
  skipAwarenessBacklog: number
  /** … and above which, the unsent part of its first sync aside, it is closed. */
  closeBacklog: number
  /** One awareness state. */
  awarenessStateBytes: number
  /** One awareness message; a stock client sends on what it hears of everybody. */
  awarenessBytes: number
  /** One state vector. */
  stateVectorBytes: number
  /** Unwritten bytes above which nobody is read from until the disk has caught up. */
  uncommittedBytes: number

  /** Rows or bytes of log after which a document is compacted. */
  compactRows: number
  compactBytes: number
  /** At most this often, unless the log grows out of proportion or the document is full. */
  compactEvery: number
  /** A shorter log is compacted when nobody has written for so long. */
  compactQuiet: number
  /** How long a room stays in memory after its last socket. */
  unloadAfter: number
  /** How often rooms are looked over for that. */
  sweepEvery: number
  /** Memory of all rooms above which empty ones go at once. */
  roomBytes: number

  /** A socket that misses two pings in a row is ended: presence of a dead one lasts less than 40 s. */
  pingEvery: number
  /** Renewals of awareness and positions. Stock clients drop a state after 30 s, and reconnect after 30 s of silence. */
  beatEvery: number
  /** Over HTTP: messages in one batch. */
  batchMessages: number
  /** Over HTTP: how long nothing of a batch may come before it is given up. */
  bodyPause: number
  /** Over HTTP: how long a poll waits while there is nothing to tell. Proxies end what is quiet for 30 s. */
  pollFor: number
  /** How long a caller at the door may wait for an answer. */
  admitWithin: number
  /** Everybody's right is looked up again, for changes that nobody announced. */
  recheckEvery: number
  /** How long the look-ups may take when a right changed. */
  recheckWithin: number
  /** Updates of one who has just lost the right to edit are only refused for so long; later ones close the socket. */
  downgradeGrace: number
  /** A larger document is not watched for rules finer than the room: the worker would hold many times its size. */
  watchedBytes: number
  /** Updates that wait for the watching worker, and for how long the oldest may, before it is taken for stuck. */
  unjudgedUpdates: number
  unjudgedFor: number
  /** After the watching worker ended; twice as long each time within a minute, up to half a minute. */
  watchAgainAfter: number
  /** For so long after rules have changed, edits are judged by those before: they were on their way. */
  ruleGrace: number
  /** People are told that nothing can be saved after this long without success. */
  cannotSaveAfter: number
  /** The disk is tried this often while nobody writes. */
  probeEvery: number
  /** How long the server's own changes wait for the disk before they fail. */
  ownChangeWithin: number
}

const second = 1000
const kilobyte = 1024
const megabyte = 1024 * kilobyte

export const defaultLimits: Limits = {
  frameBytes: 32 * megabyte,
  updateBytes: 8 * megabyte,
  suggestionBytes: megabyte,
  inspectHereBytes: 32 * kilobyte,
  documentLargeBytes: 8 * megabyte,
  documentFullBytes: 24 * megabyte,
  draftFullBytes: 4 * megabyte,
  remarksFullBytes: 7 * megabyte,
  documentClients: 64_000,

  updatesPerSecond: 60,
  updateBurst: 240,
  awarenessPerSecond: 40,
  awarenessBurst: 80,
  bytesPerSecond: 512 * kilobyte,
  byteBurst: 8 * megabyte,
  messagesPerSecond: 1_000,
  messageBurst: 5_000,
  tooFastFor: 30 * second,
  malformedMessages: 10,

  socketsPerAddress: 400,
  socketsPerParticipant: 20,
  socketsPerRoom: 300,
  knockBurst: 600,
  knocksPerSecond: 50,

  skipAwarenessBacklog: 256 * kilobyte,
  closeBacklog: 4 * megabyte,
  awarenessStateBytes: 4 * kilobyte,
  awarenessBytes: 512 * kilobyte,
  stateVectorBytes: megabyte,
  uncommittedBytes: 64 * megabyte,

  compactRows: 500,
  compactBytes: megabyte,
  compactEvery: 10 * second,
  compactQuiet: 5 * second,
  unloadAfter: 60 * second,
  sweepEvery: 5 * second,
  roomBytes: 256 * megabyte,

  pingEvery: 12 * second,
  beatEvery: 10 * second,
  batchMessages: 2_000,
  bodyPause: 15 * second,
  pollFor: 20 * second,
  admitWithin: 10 * second,
  recheckEvery: 60 * second,
  recheckWithin: 1.5 * second,
  downgradeGrace: 5 * second,
  watchedBytes: 8 * megabyte,
  unjudgedUpdates: 5_000,
  unjudgedFor: 15 * second,
  watchAgainAfter: 0.5 * second,
  ruleGrace: second,
  cannotSaveAfter: 4 * second,
  probeEvery: 10 * second,
  ownChangeWithin: 10 * second,
}
