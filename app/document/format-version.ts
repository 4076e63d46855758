/**
 * What an editor of this build understands. Raised whenever an older editor would misread or delete what a newer
 * one writes: a kind's version, a node of a rich text, a field of a record. Sockets of another version are told
 * to reload before their editor binds (server/sync/SPEC.md, P2).
 */
export const formatVersion = 4
