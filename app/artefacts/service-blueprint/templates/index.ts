import type { Template } from '../../kind'
import type { ServiceBlueprint } from '../model/content'
import { lightPath } from './light'
import { standardPath } from './standard'

/** In the order in which they are offered. */
export const serviceBlueprintTemplates: Template<ServiceBlueprint>[] = [standardPath, lightPath]
