'use server'

import * as annotations from '#lib/annotations/write'
import { action } from '#lib/auth/action'
import * as baselines from '#lib/journeys/baseline'

export const addAnnotation = action(annotations.NewAnnotation, annotations.addAnnotation)
export const changeAnnotation = action(annotations.EditAnnotation, annotations.changeAnnotation)
export const removeAnnotation = action(annotations.AnnotationOf, annotations.removeAnnotation)

export const setBaseline = action(baselines.SetBaseline, baselines.setBaseline)
export const clearBaseline = action(baselines.BaselineOf, baselines.clearBaseline)
