/** A request's body, no more than `limit` bytes of it read. Throws a 413 Response for more, a 400 for less than was announced. */
export async function boundedBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Response(null, { status: 413 })
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const chunk = await reader?.read().catch(() => {
      // The caller went away half-way.
      throw new Response(null, { status: 400 })
    })
    if (!chunk || chunk.done) return joined(chunks, length)
    length += chunk.value.byteLength
    if (length > limit) {
      void reader?.cancel()
      throw new Response(null, { status: 413 })
    }
    chunks.push(chunk.value)
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
