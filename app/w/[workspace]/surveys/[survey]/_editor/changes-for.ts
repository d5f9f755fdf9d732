import { toldIn } from '#lib/surveys/change-sentence'
import { type Change, changesBetweenVersions } from '#lib/surveys/changes'
import type { Say } from '#lib/words/say'
import { cleaned } from './cleaned'
import type { Draft } from './draft'
import type { Publication } from './go-live'
import type { EditorWords } from './instruments'

/** A change of a survey as a sentence. */
export function changeIn(t: EditorWords, say: Say, change: Change): string {
  const { key, values } = toldIn(say.language, change)
  return t(`changes.${key}`, values)
}

/** What publishing this draft would change for people, in sentences, each once. */
export function changesFor(t: EditorWords, say: Say, { published, place }: Pick<Publication, 'published' | 'place'>, draft: Draft): string[] {
  const after = { definition: cleaned(draft).definition, touchpoint: draft.touchpoint }
  const changes = changesBetweenVersions(published && { definition: published, touchpoint: place }, after)
  return changes.length > 0 ? [...new Set(changes.map((change) => changeIn(t, say, change)))] : [t('live.nothing')]
}
