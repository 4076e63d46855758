import { UNSAFE_decodeViaTurboStream, UNSAFE_ErrorResponseImpl, UNSAFE_SingleFetchRedirectSymbol } from 'react-router'
import { z } from 'zod'

/** Fields of a form as somebody fills them in; a list is a field that is there several times. */
export type Fields = Record<string, string | readonly string[]>

/** What came of a posted form. */
export interface Submitted {
  status: number
  /** Where it leads; undefined where one stays. */
  goTo: string | undefined
  /** What the action answered, or undefined where it leads elsewhere or threw. */
  data: unknown
}

const redirectSchema = z.object({ redirect: z.string() })

/** A browser as far as HTTP goes: it keeps cookies, names its origin, and asks and posts what our own pages do. */
export class HttpBrowser {
  private readonly cookies = new Map<string, string>()

  constructor(readonly baseUrl: string) {}

  /** As it is sent with each request, also with that of a WebSocket. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** A page as one that opens an address gets it, where that leads on to another included. */
  async page(path: string): Promise<{ path: string; status: number; html: string }> {
    const answer = await this.ask(path)
    const next = answer.headers.get('location')
    if (next) {
      await answer.arrayBuffer()
      return this.page(next)
    }
    return { path, status: answer.status, html: await answer.text() }
  }

  /** What a page's own loader answers, as navigating within the app asks for it. @throws where the page is refused. */
  async load<Schema extends z.ZodType>(path: string, route: string, schema: Schema): Promise<z.infer<Schema>> {
    const [pathname, search] = path.split('?')
    const answer = await this.ask(`${pathname}.data${search ? `?${search}` : ''}`)
    const pages = z.record(z.string(), z.unknown()).parse(await decoded(answer))
    const page = z.object({ data: z.unknown() }).safeParse(pages[`routes/${route}`])
    if (!page.success) throw new Error(`${path} answered ${answer.status}`)
    return schema.parse(page.data.data)
  }

  /** An address that answers JSON. @throws for any other status than 200. */
  async json<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    const answer = await this.ask(path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return schema.parse(await answer.json())
  }

  /** A file of the server's own. @throws for any other status than 200. */
  async file(path: string): Promise<Uint8Array> {
    const answer = await this.ask(path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }

  /** Posts a page's form as the page does. */
  async submit(path: string, fields: Fields): Promise<Submitted> {
    const answer = await this.ask(`${path}.data`, { method: 'POST', body: formOf(fields) })
    const value = await decoded(answer)
    const led = redirectOf(value)
    if (led !== undefined) return { status: answer.status, goTo: led, data: undefined }
    const data = z.object({ data: z.unknown() }).safeParse(value).data?.data
    return { status: answer.status, goTo: undefined, data }
  }

  /** The same where anything else than going well is a fault of the test. */
  async submitted(path: string, fields: Fields): Promise<Submitted> {
    const answer = await this.submit(path, fields)
    if (answer.status < 300) return answer
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.data)}`)
  }

  /** Posts a form to an address that is no page, and answers JSON. The body is undefined where it is none. */
  async send(path: string, fields: Fields): Promise<{ status: number; body: unknown }> {
    const answer = await this.ask(path, { method: 'POST', body: formOf(fields) })
    return { status: answer.status, body: parsedJson(await answer.text()) }
  }

  /** Nothing is followed: where an answer leads is for the caller to see. */
  async ask(path: string, init: { method?: string; body?: URLSearchParams } = {}) {
    const answer = await fetch(new URL(path, this.baseUrl), {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.cookie, origin: this.baseUrl, 'accept-language': 'fi' },
    })
    for (const line of answer.headers.getSetCookie()) this.keep(line)
    return answer
  }

  private keep(setCookie: string): void {
    const [pair = ''] = setCookie.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/max-age=0\b/i.test(setCookie)) this.cookies.delete(name)
    else this.cookies.set(name, value.join('='))
  }
}

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  }
  return form
}

/** An answer in React Router's own form; undefined for any other. */
async function decoded(answer: Response): Promise<unknown> {
  if (!answer.body || !answer.headers.get('content-type')?.startsWith('text/x-script')) {
    await answer.arrayBuffer()
    return undefined
  }
  const { value, done } = await UNSAFE_decodeViaTurboStream(answer.body, globalThis)
  await done
  return value instanceof UNSAFE_ErrorResponseImpl ? undefined : value
}

function redirectOf(value: unknown): string | undefined {
  const given = redirectSchema.safeParse(value)
  if (given.success) return given.data.redirect
  if (typeof value !== 'object' || value === null) return undefined
  const within = (value as { [UNSAFE_SingleFetchRedirectSymbol]?: unknown })[UNSAFE_SingleFetchRedirectSymbol]
  return redirectSchema.safeParse(within).data?.redirect
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
