import { data, redirect, type AppLoadContext } from 'react-router'
import { preferredLanguage } from '../i18n/catalogue.server'
import { defaultLanguage, type Language } from '../i18n/languages'
import { chosenLanguage } from './cookies.server'
import {
  can,
  type Actions,
  type GuestParticipant,
  type MemberParticipant,
  type Participant,
  type Thing,
} from './permissions'
import { recognise, type GuestRefusal, type Recognised } from './recognise.server'

/** Who asks, and in which language to answer. */
export interface Identity {
  participant: Participant
  language: Language
  sessionTokenHash: string | null
  expiresAt: Date | null
  /** Why a guest is not let in, though the seat is known. */
  refusal: GuestRefusal | null
  /** Of a guest whose workshop is closed: they may still say what they thought of it, and nothing else. */
  mayGiveFeedback: boolean
  /** A guest's, as the others see it; null for everybody else. */
  organisation: Recognised['organisation']
}

// One page is several loaders; they share one look at the database.
const identities = new WeakMap<AppLoadContext, Promise<Identity>>()

export function identify(request: Request, context: AppLoadContext): Promise<Identity> {
  const known = identities.get(context)
  if (known) return known
  const asked = look(request, context)
  identities.set(context, asked)
  return asked
}

async function look(request: Request, { services }: AppLoadContext): Promise<Identity> {
  const cookies = request.headers.get('cookie')
  const recognised = await recognise(services, cookies)
  const language =
    recognised?.language ??
    chosenLanguage(cookies) ??
    preferredLanguage(request.headers.get('accept-language')) ??
    defaultLanguage
  if (!recognised) {
    return {
      participant: { kind: 'stranger' },
      language,
      sessionTokenHash: null,
      expiresAt: null,
      refusal: null,
      mayGiveFeedback: false,
      organisation: null,
    }
  }
  const { participant, sessionTokenHash, expiresAt, refusal, mayGiveFeedback, organisation } = recognised
  return { participant, language, sessionTokenHash, expiresAt, refusal, mayGiveFeedback, organisation }
}

/** What the page of an error is told beside the status. */
export interface RefusalData {
  reason: GuestRefusal | 'signed-out' | 'workshop-deleted'
  /** Where a guest whose workshop is closed may still go. */
  feedbackAt?: string
}

/**
 * Whoever may be let into something: a member, or a guest whose seat holds. A stranger who opens a page is
 * sent to sign in and comes back; one who posts gets 401. A guest whose seat ended gets 403 with the reason,
 * whatever was asked for, so that nothing can be learnt by asking.
 */
export async function requireParticipant(
  request: Request,
  context: AppLoadContext,
): Promise<Identity & { participant: MemberParticipant | GuestParticipant }> {
  const identity = await identify(request, context)
  const { participant, refusal } = identity
  if (participant.kind === 'stranger') throw signInFirst(request)
  if (refusal) throw data(refusalOf(refusal, identity), { status: 403 })
  return { ...identity, participant }
}

function refusalOf(reason: GuestRefusal, identity: Identity): RefusalData {
  const feedbackAt = feedbackAddress(identity)
  return feedbackAt ? { reason, feedbackAt } : { reason }
}

/** Where a guest whose workshop is closed may still say what they thought of it; null for everybody else. */
export function feedbackAddress({ participant, mayGiveFeedback }: Identity): string | null {
  if (participant.kind !== 'guest' || !mayGiveFeedback) return null
  return `/workshops/${participant.workshopId}/feedback`
}

/** The same for pages of people with an account: to a guest they do not exist. */
export async function requireMember(
  request: Request,
  context: AppLoadContext,
): Promise<Identity & { participant: MemberParticipant }> {
  const identity = await requireParticipant(request, context)
  const { participant } = identity
  if (participant.kind !== 'member') throw new Response(null, { status: 404 })
  return { ...identity, participant }
}

function signInFirst(request: Request): unknown {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return data({ reason: 'signed-out' } satisfies RefusalData, { status: 401 })
  }
  return redirect(`/sign-in?next=${encodeURIComponent(pageAddress(request.url))}`)
}

/** The page that a request is for, as a path: navigation within the app asks for its data at an address beside it. */
export function pageAddress(requestUrl: string): string {
  const { pathname, searchParams } = new URL(requestUrl)
  searchParams.delete('_routes')
  const search = searchParams.toString()
  const page = pathname.replace(/\/_root\.data$|\/_\.data$/, '/').replace(/\.data$/, '')
  return search ? `${page}?${search}` : page
}

/** Throws 403 where the thing may be known, and 404 where its existence must not be learnt. */
export function authorise<T extends Thing>(
  participant: Participant,
  action: Actions[T['type']],
  thing: T,
): void {
  if (can(participant, action, thing)) return
  throw new Response(null, { status: mayKnow(participant, thing) ? 403 : 404 })
}

function mayKnow(participant: Participant, thing: Thing): boolean {
  return thing.type === 'installation' || can(participant, 'see', thing)
}

export { readForm, readFormWithFile, refusedField } from './form.server'
