import type * as Y from 'yjs'

/**
 * Reads part of a document through a memory. A reader calls `remember(type, make)` for each record;
 * a live document's memory answers with what it made last time until something below that type changed,
 * so that a change to one note does not read ten thousand, and unchanged records stay the same object.
 */
export type Remember = <Part>(type: Y.AbstractType<unknown>, make: () => Part) => Part

/** The memory of a single reading: none. */
export const readAfresh: Remember = (_type, make) => make()
