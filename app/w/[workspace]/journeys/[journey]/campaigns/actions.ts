'use server'

import * as inputs from '#lib/campaigns/input'
import * as campaigns from '#lib/campaigns/write'
import { action } from '../../../../../_refusals/action'

export const addCampaign = action(inputs.NewCampaign, campaigns.addCampaign)
export const changeCampaign = action(inputs.EditCampaign, campaigns.changeCampaign)
export const archiveCampaign = action(inputs.CampaignOf, campaigns.archiveCampaign)
export const restoreCampaign = action(inputs.CampaignOf, campaigns.restoreCampaign)
