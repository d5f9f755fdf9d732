import { BY_API, BY_IMPORT } from '#lib/maps/versions/notes'
import type { Translate } from '../../../../../../_words/translate'

/** What whoever published it wrote, or how else it came about. */
export function noteText(t: Translate<'versions'>, note: string | null): string | null {
  if (note === BY_API) return t('byApi')
  return note === BY_IMPORT ? t('byImport') : note
}
