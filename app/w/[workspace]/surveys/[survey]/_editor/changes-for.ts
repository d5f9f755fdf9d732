import { changesBetweenVersions } from '#lib/surveys/changes'
import { cleaned } from './cleaned'
import type { Draft } from './draft'
import type { Publication } from './go-live'
import type { EditorWords } from './instruments'

/** What publishing this draft would change for people, in sentences, each once. */
export function changesFor(t: EditorWords, { published, place }: Pick<Publication, 'published' | 'place'>, draft: Draft): string[] {
  const after = { definition: cleaned(draft).definition, touchpoint: draft.touchpoint }
  const changes = changesBetweenVersions(published && { definition: published, touchpoint: place }, after)
  return changes.length > 0 ? [...new Set(changes)] : [t('live.nothing')]
}
