import { describe, expect, test } from 'vitest'
import { Radar } from './radar.ts'
import { ThresholdBar } from './threshold-bar.ts'

const thresholds = (met: readonly boolean[]) =>
  met.map((is, index) => ({ at: 0.6 + index * 0.15, label: `<${index}>`, met: is }))

describe('Charts of scores', () => {
  test.each([
    [[true, true], 'p-done'],
    [[true, false], 'p-due'],
    [[false, false], 'p-late'],
  ] as const)('a bar whose thresholds are met %j is drawn as %s', (met, tone) => {
    const bar = String(ThresholdBar({ label: 'Area', share: 0.5, thresholds: thresholds(met) }))
    expect(bar).toContain(`class="${tone}" y="3" width="50%"`)
    expect(bar).toContain('x1="60%"')
    expect(bar).toContain('x1="75%"')
  })

  test('words are escaped, and a share beyond the whole does not leave the drawing', () => {
    const bar = String(ThresholdBar({ label: '"a" & b', share: 3, thresholds: thresholds([true]) }))
    expect(bar).toContain('aria-label="&quot;a&quot; &amp; b"')
    expect(bar).toContain('&lt;0&gt;')
    expect(bar).toContain('width="100%" height="12" rx="6"/><line')
  })

  test('the radar reaches the rim at one and the middle at zero, the first axis upwards', () => {
    const axes = [1, 0, 2, -1].map((value, index) => ({ name: `<${index}>`, note: '', value }))
    const radar = String(Radar({ label: 'Area', axes, thresholds: [0.5] }))
    expect(radar).toContain('class="shape" points="180,58 180,150 180,242 180,150"')
    expect(radar).toContain('class="ring ring-1" points="180,104 226,150 180,196 134,150"')
    expect(radar).not.toContain('<0>')
  })
})
