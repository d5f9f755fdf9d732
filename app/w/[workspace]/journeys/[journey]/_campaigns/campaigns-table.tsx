import { useSay, useWords } from '#words'
import type { JourneyMap } from '#lib/maps/types'
import { Row, Table, Td, Th } from '#ui/table'
import { audienceOf, namesOf, whenOf } from './words'

/** The lane as a table. */
export function CampaignsTable({ map }: { map: JourneyMap }) {
  const words = { t: useWords('campaigns'), say: useSay() }
  const { t } = words
  return (
    <Table caption={t('lane.table')}>
      <thead>
        <tr>
          <Th>{t('column.campaign')}</Th>
          <Th>{t('column.where')}</Th>
          <Th>{t('column.when')}</Th>
          <Th>{t('column.channel')}</Th>
          <Th>{t('column.audience')}</Th>
        </tr>
      </thead>
      <tbody>
        {map.campaigns.map((campaign) => (
          <Row key={campaign.id}>
            <Th scope="row" className="whitespace-normal wrap-anywhere">
              {campaign.name}
            </Th>
            <Td>{namesOf(campaign.stages, map.stages)}</Td>
            <Td className="whitespace-nowrap">
              {whenOf(words, campaign, map)}, {t(`state.${campaign.state}`)}
            </Td>
            <Td>{campaign.channel}</Td>
            <Td>{audienceOf(words, campaign)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
