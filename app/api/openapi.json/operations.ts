import { ANNOTATION_OPERATIONS } from '#lib/annotations/contract'
import { CAMPAIGN_OPERATIONS } from '#lib/campaigns/contract'
import { COLLECT_OPERATIONS } from '#lib/collect/contract'
import { PERSONA_OPERATIONS } from '#lib/collect/personas/contract'
import { IMPORT_OPERATIONS } from '#lib/imports/contract'
import { EXCHANGE_OPERATIONS } from '#lib/imports/journey/contract'
import { JOURNEY_OPERATIONS } from '#lib/journeys/contract'
import { DRAFT_OPERATIONS } from '#lib/journeys/draft/contract'
import { CAMPAIGN_BOARD_OPERATIONS } from '#lib/maps/campaigns/board-contract'
import { DRIVER_OPERATIONS } from '#lib/maps/drivers/contract'
import { GAP_OPERATIONS } from '#lib/maps/gaps/contract'
import { MAP_OPERATIONS } from '#lib/maps/contract'
import { VERSION_OPERATIONS } from '#lib/maps/versions/contract'
import { PEOPLE_OPERATIONS } from '#lib/people/contract'
import { INVITATION_OPERATIONS } from '#lib/people/invite-contract'
import { REVIEW_OPERATIONS } from '#lib/journeys/review/contract'
import { ROLLUP_OPERATIONS } from '#lib/rollups/contract'
import { SHARE_OPERATIONS } from '#lib/shares/contract'
import { SURVEY_OPERATIONS } from '#lib/surveys/contract'

/** Everything that machines can ask for, a noun after the other. */
export const OPERATIONS = [
  ...COLLECT_OPERATIONS,
  ...PERSONA_OPERATIONS,
  ...JOURNEY_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...ANNOTATION_OPERATIONS,
  ...CAMPAIGN_OPERATIONS,
  ...SURVEY_OPERATIONS,
  ...INVITATION_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...MAP_OPERATIONS,
  ...VERSION_OPERATIONS,
  ...DRIVER_OPERATIONS,
  ...CAMPAIGN_BOARD_OPERATIONS,
  ...GAP_OPERATIONS,
  ...SHARE_OPERATIONS,
  ...REVIEW_OPERATIONS,
  ...IMPORT_OPERATIONS,
  ...EXCHANGE_OPERATIONS,
  ...ROLLUP_OPERATIONS,
]
