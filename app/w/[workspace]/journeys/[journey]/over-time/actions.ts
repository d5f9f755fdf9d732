'use server'

import * as annotations from '#lib/annotations/write'
import * as baselines from '#lib/journeys/baseline'
import { action } from '../../../../../_refusals/action'

export const addAnnotation = action(annotations.NewAnnotation, annotations.addAnnotation)
export const changeAnnotation = action(annotations.EditAnnotation, annotations.changeAnnotation)
export const removeAnnotation = action(annotations.AnnotationOf, annotations.removeAnnotation)

export const setBaseline = action(baselines.SetBaseline, baselines.setBaseline)
export const clearBaseline = action(baselines.BaselineOf, baselines.clearBaseline)
