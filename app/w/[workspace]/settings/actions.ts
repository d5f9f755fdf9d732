'use server'

import { CreateKey, createKey as created, RevokeKey, revokeKey as revoked } from '#lib/auth/keys'
import { saveCaps as saved } from '#lib/people/caps'
import { Caps } from '#lib/people/types'
import { RenameWorkspace, renameWorkspace as renamed } from '#lib/workspaces/rename'
import { action } from '../../../_refusals/action'

export const renameWorkspace = action(RenameWorkspace, (ctx, input) => renamed(ctx, input))

export const createKey = action(CreateKey, (ctx, input) => created(ctx, input))

export const revokeKey = action(RevokeKey, (ctx, input) => revoked(ctx, input))

export const saveCaps = action(Caps, (ctx, input) => saved(ctx, input))
