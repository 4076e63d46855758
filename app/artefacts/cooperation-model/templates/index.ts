import type { Template } from '../../kind'
import type { CooperationModel } from '../model/content'
import { actorsTemplate } from './actors'
import { levelsTemplate } from './levels'

export const templates: Template<CooperationModel>[] = [levelsTemplate, actorsTemplate]
