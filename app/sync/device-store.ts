import { forgetKeptWords } from './kept-words'
import { artefactRoom, isRoomName, readRoomName, type RoomName } from './room-name'
import type { RoomRight } from './session'

/** What is remembered beside a copy: which history it belongs to, and what was so when last connected. */
export interface CopyFacts {
  epoch?: string | undefined
  right?: RoomRight | undefined
  /** Up to where the server was known to have everything on disk: a server that does not know it has lost something. */
  position?: string | undefined
}

export interface KeptCopy {
  updates: Uint8Array[]
  /** Some of it was never confirmed by the server. */
  unconfirmed: boolean
  facts: CopyFacts
}

/**
 * The copy of one artefact on this device, for one person. Every promise settles when the device has done it, and
 * rejects when it could not: "kept on this device" is said from nothing else.
 */
export interface DeviceStore {
  read(): Promise<KeptCopy>
  /** All or nothing. `own`: holds edits of this page, which the server has not confirmed. Answers how many rows there are. */
  write(updates: readonly Uint8Array[], own: boolean): Promise<number>
  /** Puts one state in the place of all rows that this page has read or written; other tabs' rows stay. */
  replace(state: Uint8Array): Promise<void>
  /** The server has confirmed all that this page read and wrote. */
  confirm(): Promise<void>
  remember(facts: CopyFacts): Promise<void>
  /**
   * Empties the copy, where it holds nothing but what this page has read and written. False, and nothing is done, where
   * another window has written since.
   */
  letGo(): Promise<boolean>
  erase(): Promise<void>
  close(): void
}

const prefix = 'tahto/'

/**
 * One database a room and person, so that two people at one device never share a copy. An artefact's copy goes by its id
 * alone: so the first devices named them.
 */
export function deviceStoreName(participant: string, room: RoomName): string {
  const known = readRoomName(room)
  return `${copiesPrefix(participant)}${known?.of === 'artefact' ? known.artefactId : room}`
}

/** Where what could not be merged waits to be taken up again. */
export function setAsideStoreName(participant: string, room: RoomName): string {
  return `${deviceStoreName(participant, room)}/set-aside`
}

const setAside = /\/set-aside$/

function copiesPrefix(participant: string): string {
  return `${prefix}${participant}/`
}

/** Deletes every copy, and all other words, that this device keeps for that person. For signing out. */
export async function forgetDevice(participant: string): Promise<void> {
  forgetKeptWords(participant)
  const names = await copiesOf(participant)
  await Promise.all(names.map(deleteDatabase))
}

/**
 * Deletes what this device keeps of the internal remarks of organisations that somebody speaks for no more. Of those given,
 * `own` is the one that they speak for now. What they wrote themselves and the server has not confirmed stays, as everywhere.
 */
export async function forgetFormerOrganisations(participant: string, organisations: readonly string[], own: string | null): Promise<void> {
  for (const name of await copiesOf(participant)) {
    const room = roomOfCopy(participant, name)
    const known = room && readRoomName(room)
    if (known?.of !== 'internal' || known.organisationId === own || !organisations.includes(known.organisationId)) continue
    const store = openDeviceStore(name)
    const { unconfirmed } = await store.read().finally(() => store.close())
    if (!unconfirmed) await deleteDatabase(name)
  }
}

/** The rooms of which this device keeps edits of that person that the server never confirmed. */
export async function unconfirmedRooms(participant: string): Promise<RoomName[]> {
  const unconfirmed = new Set<RoomName>()
  for (const name of await copiesOf(participant)) {
    const store = openDeviceStore(name)
    const kept = await store.read().finally(() => store.close())
    const room = roomOfCopy(participant, name)
    if (kept.unconfirmed && room) unconfirmed.add(room)
  }
  return [...unconfirmed]
}

function roomOfCopy(participant: string, name: string): RoomName | undefined {
  const copied = name.slice(copiesPrefix(participant).length)
  const room = copied.includes('/') ? copied.replace(setAside, '') : artefactRoom(copied)
  return isRoomName(room) ? room : undefined
}

async function copiesOf(participant: string): Promise<string[]> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return []
  const databases = await indexedDB.databases()
  return databases.flatMap(({ name }) => (name?.startsWith(copiesPrefix(participant)) ? [name] : []))
}

const rows = 'rows'
const marks = 'marks'
const factsStore = 'facts'
const factsKey = 'facts'

/** The copy in IndexedDB. Opens it at the first use; where the browser refuses, every promise rejects. */
export function openDeviceStore(name: string): DeviceStore {
  return new IndexedDbStore(name)
}

class IndexedDbStore implements DeviceStore {
  private opened: Promise<IDBDatabase> | undefined
  private closed = false
  private known: IDBValidKey[] = []
  /** Marks that were there at reading: tabs that had unconfirmed edits, and how many by then. */
  private foundMarks = new Map<IDBValidKey, unknown>()
  private readonly tab = crypto.randomUUID()
  private ownEdits = 0

  constructor(private readonly name: string) {}

  async read(): Promise<KeptCopy> {
    const transaction = await this.transaction('readonly')
    const [keys, updates, markKeys, markValues, facts] = await Promise.all([
      answer(transaction.objectStore(rows).getAllKeys()),
      answer<unknown[]>(transaction.objectStore(rows).getAll()),
      answer(transaction.objectStore(marks).getAllKeys()),
      answer<unknown[]>(transaction.objectStore(marks).getAll()),
      answer<unknown>(transaction.objectStore(factsStore).get(factsKey)),
    ])
    this.known = keys
    this.foundMarks = new Map(markKeys.map((key, index) => [key, markValues[index]]))
    return {
      updates: updates.filter((update) => update instanceof Uint8Array),
      unconfirmed: markKeys.length > 0,
      facts: typeof facts === 'object' && facts !== null ? facts : {},
    }
  }

  async write(updates: readonly Uint8Array[], own: boolean): Promise<number> {
    const transaction = await this.transaction('readwrite')
    const added = updates.map((update) => answer(transaction.objectStore(rows).add(update)))
    if (own) {
      this.ownEdits += 1
      transaction.objectStore(marks).put(this.ownEdits, this.tab)
    }
    const [keys] = await Promise.all([Promise.all(added), done(transaction)])
    this.known.push(...keys)
    return this.known.length
  }

  async replace(state: Uint8Array): Promise<void> {
    const transaction = await this.transaction('readwrite')
    const store = transaction.objectStore(rows)
    const added = answer(store.add(state))
    for (const key of this.known) store.delete(key)
    const [key] = await Promise.all([added, done(transaction)])
    this.known = [key]
  }

  async confirm(): Promise<void> {
    const transaction = await this.transaction('readwrite')
    const store = transaction.objectStore(marks)
    store.delete(this.tab)
    for (const [key, found] of this.foundMarks) {
      const request = store.get(key)
      // Another tab that is still open may have gone on since: then its mark says more than was read.
      request.onsuccess = () => {
        if (request.result === found) store.delete(key)
      }
    }
    await done(transaction)
    this.foundMarks = new Map()
  }

  async remember(facts: CopyFacts): Promise<void> {
    const transaction = await this.transaction('readwrite')
    transaction.objectStore(factsStore).put(facts, factsKey)
    await done(transaction)
  }

  async letGo(): Promise<boolean> {
    const transaction = await this.transaction('readwrite')
    const finished = done(transaction)
    const keys = await answer(transaction.objectStore(rows).getAllKeys())
    const known = new Set(this.known)
    const isAll = keys.every((key) => known.has(key))
    if (isAll) for (const name of [rows, marks, factsStore]) transaction.objectStore(name).clear()
    await finished
    return isAll
  }

  async erase(): Promise<void> {
    this.close()
    await deleteDatabase(this.name)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.opened?.then(
      (database) => database.close(),
      () => undefined,
    )
  }

  private async transaction(mode: IDBTransactionMode): Promise<IDBTransaction> {
    if (this.closed) throw new DOMException('The copy on this device is closed', 'InvalidStateError')
    this.opened ??= openDatabase(this.name)
    const database = await this.opened
    return database.transaction([rows, marks, factsStore], mode)
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(rows, { autoIncrement: true })
      request.result.createObjectStore(marks)
      request.result.createObjectStore(factsStore)
    }
    request.onerror = () => reject(request.error ?? new Error('The device keeps no copies'))
    request.onsuccess = () => {
      // Somebody signs out in another tab: the copy must be free to be deleted.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
  })
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('The copy could not be deleted'))
  })
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The device did not answer'))
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The device did not keep it'))
    transaction.onerror = () => reject(transaction.error ?? new Error('The device did not keep it'))
  })
}
