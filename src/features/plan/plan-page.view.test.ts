import { expect, test } from 'vitest'
import { planIndicators } from './plan-page.view.tsx'

test('a row of the plan counts which of its dates have evidence, without waived dates', () => {
  const date = { actionId: 'a1', personId: null, person: null }
  const [row] = planIndicators(
    {
      indicators: [{ id: 'a', text: 'Rapat', owner: null, area: 'MP', subNo: '1', subName: 'Tim' }],
      actions: [{ id: 'a1', indicatorId: 'a', text: 'Rapat', personId: null, person: null }],
      evidence: [{ indicatorId: 'a', text: 'Notula' }],
      obligations: [
        { ...date, due: '2028-03-31', stored: 'done', proven: true },
        { ...date, due: '2028-06-30', stored: 'open', proven: false },
        { ...date, due: '2028-09-30', stored: 'waived', proven: true },
        { ...date, due: '2028-12-31', stored: 'open', proven: true },
      ],
    },
    '2028-06-15',
  )
  expect(row?.proven).toEqual({ dates: 3, proven: 2 })
})
