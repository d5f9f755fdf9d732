import type { Metadata } from 'next'
import { pageContext } from '#lib/auth/session'
import { listCampaigns } from '#lib/campaigns/read'
import { readPersonas } from '#lib/journeys/personas/read'
import { readCampaignBoard } from '#lib/maps/campaigns/read-board'
import type { CampaignBoard } from '#lib/maps/campaigns/types'
import { can } from '#lib/permission'
import { Banner } from '#ui/banner'
import { ButtonLink } from '#ui/button'
import { Page } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { readWords } from '../../../../../_words/server'
import { newHref } from '../_campaigns/shown'
import { MAP_PRESET } from '../_filter/address'
import { Headline, JourneyHead } from '../_head/head'
import { orNotFound } from '../_map/load'
import { Archived } from './archived'
import { rowsOf } from './board'
import { BoardCards, BoardTable } from './board-table'
import { CampaignDialog, type Editing } from './_form/campaign-dialog'
import { RedundantList } from './redundant'

type Asked = { campaign?: string | string[]; new?: string | string[]; stage?: string | string[] }
type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<Asked> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('campaigns'))('title') })

export default async function CampaignsPage({ params, searchParams }: Props) {
  const [{ workspace: slug, journey }, asked] = [await params, await searchParams]
  const { ctx } = await pageContext(slug)
  const board = await orNotFound(readCampaignBoard(ctx, { journey }))
  const t = await readWords('campaigns')
  const mayEdit = can(ctx.actor, 'journey.write')
  const base = `/w/${slug}/journeys/${board.journey.key}`
  const page = `${base}/campaigns`
  const [archived, { personas }] = [(await listCampaigns(ctx, { journey: board.journey.key, archived: true })).data, await readPersonas(ctx, { journey: board.journey.key })]
  const opened = typeof asked.campaign === 'string' ? asked.campaign : null
  const editing = mayEdit ? editingOf(asked, board) : null
  const running = board.campaigns.filter(({ state }) => state === 'now').length
  const table = { rows: rowsOf(board), today: board.today, page, mayEdit, opened, felt: board.effects !== null }
  const add = (
    <ButtonLink href={newHref({ page, gaps: '', mayEdit })} scroll={false} prefetch={false} look="primary">
      {t('new')}
    </ButtonLink>
  )
  return (
    <Page>
      <JourneyHead base={base} view="campaigns" title={board.journey.name} mayEdit={mayEdit} filter={{ period: MAP_PRESET }}>
        {mayEdit && board.campaigns.length > 0 && add}
      </JourneyHead>
      {opened && !board.campaigns.some(({ id }) => id === opened) && (
        <Banner tone="warn" className="mt-3">
          {t('form.gone')}
        </Banner>
      )}
      {board.campaigns.length === 0 ? (
        <div className="mt-4">
          <EmptyState title={t('empty.title')} action={mayEdit ? add : undefined}>
            {mayEdit ? t('empty.text') : t('empty.viewer')}
          </EmptyState>
        </div>
      ) : (
        <>
          <Headline detail={t(board.effects ? 'head.detail' : 'head.hidden')}>{running === 0 ? t('head.idle') : t('head.running', { n: running, redundant: board.pairs })}</Headline>
          <RedundantList board={board} page={page} mayEdit={mayEdit} />
          <BoardTable {...table} />
          <BoardCards {...table} />
        </>
      )}
      {mayEdit && <Archived slug={slug} journey={board.journey.key} campaigns={archived.map(({ id, name }) => ({ id, name }))} />}
      {editing && (
        <CampaignDialog
          key={'campaign' in editing ? editing.campaign.id : `new ${editing.stage}`}
          slug={slug}
          journey={board.journey.key}
          page={page}
          editing={editing}
          stages={board.stages}
          personas={personas.map(({ key, name }) => ({ key, name }))}
        />
      )}
    </Page>
  )
}

/** What the address opens: one campaign, or a new one (with its stage chosen). */
function editingOf(asked: Asked, { campaigns, stages, today }: CampaignBoard): Editing | null {
  const campaign = campaigns.find(({ id }) => id === asked.campaign)
  if (campaign) return { campaign }
  return asked.new === undefined ? null : { stage: stages.find(({ key }) => key === asked.stage)?.key ?? null, today }
}
