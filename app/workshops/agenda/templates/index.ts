import { forum } from './forum'
import { municipalRound } from './municipal-round'
import { rolesAndInterfaces } from './roles-and-interfaces'
import { steeringDay } from './steering-day'
import { training } from './training'
import type { AgendaTemplate } from './template'

/** In the order in which they are offered. */
export const agendaTemplates: readonly AgendaTemplate[] = [
  steeringDay,
  rolesAndInterfaces,
  municipalRound,
  forum,
  training,
]
