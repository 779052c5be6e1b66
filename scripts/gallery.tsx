/**
 * Writes every component in its states as static pages, to look at them: `npx tsx scripts/gallery.tsx [folder]`.
 * The figures are invented.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ObligationState } from '../src/core/schedule/obligation-dates.ts'
import type { LocalDate } from '../src/core/shared/local-date.ts'
import { BarChart } from '../src/ui/charts/bar-chart.tsx'
import { Board } from '../src/ui/charts/board.tsx'
import { ChartWithTable, countsTable } from '../src/ui/charts/chart-with-table.tsx'
import { Gantt, type GanttMark } from '../src/ui/charts/gantt.ts'
import { MonthCalendar } from '../src/ui/charts/month-calendar.tsx'
import { MonthColumns } from '../src/ui/charts/month-columns.ts'
import { ProgressBar } from '../src/ui/charts/progress-bar.ts'
import { StateLegend } from '../src/ui/charts/state-legend.tsx'
import { type YearMonths, YearStrip } from '../src/ui/charts/year-strip.ts'
import { Card, Grid } from '../src/ui/display/card.tsx'
import { Confirm } from '../src/ui/display/confirm.tsx'
import { DataTable } from '../src/ui/display/data-table.tsx'
import { EmptyState } from '../src/ui/display/empty-state.tsx'
import { KpiRow } from '../src/ui/display/kpi.tsx'
import { Breadcrumbs, Filters, Pagination, Tabs } from '../src/ui/display/navigation.tsx'
import { Notice } from '../src/ui/display/notice.tsx'
import { PageHead } from '../src/ui/display/page-head.tsx'
import { Steps, TaskList } from '../src/ui/display/steps.tsx'
import { Details, SummaryList } from '../src/ui/display/summary.tsx'
import { StateTag, tagMarkup } from '../src/ui/display/tag.tsx'
import { formatDate, relativeDays } from '../src/ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../src/ui/forms/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../src/ui/forms/choice-group.tsx'
import { DateField } from '../src/ui/forms/date-field.tsx'
import { ErrorSummary, errorOf, type FormError } from '../src/ui/forms/error-summary.tsx'
import { Fieldset } from '../src/ui/forms/fieldset.tsx'
import { FileField } from '../src/ui/forms/file-field.tsx'
import { InlineForm, PostForm } from '../src/ui/forms/form.tsx'
import { SelectField } from '../src/ui/forms/select-field.tsx'
import { TextArea, TextField } from '../src/ui/forms/text-field.tsx'
import type { Locale } from '../src/ui/messages.ts'
import { buildAssets } from '../src/web/assets/build-assets.ts'
import { ErrorPage } from '../src/web/error-page.tsx'
import { Layout, type NavGroup } from '../src/web/layout.tsx'

const l: Locale = 'id'
const csrf = 'gallery'
const today: LocalDate = '2026-11-24'
const folder = process.argv[2] ?? join(process.cwd(), '.build/gallery')
const manifest = await buildAssets(folder)
const assets = { stylesheet: manifest.stylesheet.file, icon: manifest.icon.file }

const pages = ['dashboard', 'plan', 'calendar', 'gantt', 'board', 'form', 'parts'] as const
const names: Record<(typeof pages)[number], string> = {
  dashboard: 'Beranda',
  plan: 'Rencana aksi',
  calendar: 'Kalender',
  gantt: 'Gantt',
  board: 'Papan',
  form: 'Impor dokumen',
  parts: 'Bagian lain',
}
const nav = (current: string): NavGroup[] => [
  {
    items: [
      { href: 'dashboard.html', text: 'Beranda', current: current === 'dashboard' },
      { href: '#', text: 'Tugas saya', count: 4, countLabel: 'menunggu' },
    ],
  },
  {
    label: 'Pembangunan',
    items: pages.slice(1, 5).map(p => ({ href: `${p}.html`, text: names[p], current: current === p })),
  },
  {
    label: 'Penilaian',
    items: [
      { href: '#', text: 'LKE 2026' },
      { href: '#', text: 'Evaluasi TPI' },
    ],
  },
  {
    label: 'Organisasi',
    items: pages.slice(5).map(p => ({ href: `${p}.html`, text: names[p], current: current === p })),
  },
]

async function write(page: string, title: string, children: Child, notice?: { text: string }) {
  const document = await (
    <Layout
      locale={l}
      title={title}
      nav={nav(page)}
      assets={assets}
      csrf={csrf}
      landscape={page === 'plan' || page === 'gantt'}
      version="0.1.0"
      user={{ name: 'Siti Rahmawati', roleLabel: 'Ketua Tim ZI' }}
      unit={{
        name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
        shortName: 'DPMPTSP',
        href: '#',
      }}
      notice={notice ? { tone: 'success', children: notice.text } : undefined}
    >
      {children}
    </Layout>
  ).toString()
  await writeFile(join(folder, `${page}.html`), document)
}

const S: Record<string, ObligationState | null> = {
  d: 'done',
  l: 'late',
  u: 'due',
  w: 'upcoming',
  x: 'waived',
  '.': null,
}
const year = (text: string): YearMonths => [...text].map(c => S[c] ?? null)

const areas = [
  { name: 'Manajemen Perubahan', counts: { done: 31, late: 1, due: 2, upcoming: 4 }, value: '6,56', of: '8' },
  { name: 'Penataan Tatalaksana', counts: { done: 22, due: 1, upcoming: 3 }, value: '4,97', of: '7' },
  {
    name: 'Penataan Sistem Manajemen SDM',
    counts: { done: 28, late: 2, upcoming: 6, waived: 1 },
    value: '6,60',
    of: '10',
  },
  { name: 'Penguatan Akuntabilitas', counts: { done: 19, due: 2, upcoming: 2 }, value: '7,80', of: '10' },
  {
    name: 'Penguatan Pengawasan',
    counts: { done: 41, late: 3, due: 4, upcoming: 19 },
    value: '8,10',
    of: '15',
  },
  {
    name: 'Peningkatan Kualitas Pelayanan Publik',
    counts: { done: 35, due: 2, upcoming: 5 },
    value: '8,80',
    of: '10',
  },
]
const duties: { due: LocalDate; text: string; evidence: string; area: string; state: ObligationState }[] = [
  {
    due: '2026-11-06',
    text: 'Laporan pengendalian gratifikasi bulan Oktober',
    evidence: 'Laporan UPG (nihil tetap dilaporkan)',
    area: 'Pengawasan',
    state: 'late',
  },
  {
    due: '2026-11-27',
    text: 'Rapat monev pembangunan ZI semester II',
    evidence: 'Undangan, daftar hadir, notulen',
    area: 'Manajemen Perubahan',
    state: 'due',
  },
  {
    due: '2026-11-30',
    text: 'Rekapitulasi kehadiran pegawai',
    evidence: 'Laporan absensi',
    area: 'Sistem Manajemen SDM',
    state: 'upcoming',
  },
  {
    due: '2026-10-30',
    text: 'Laporan tindak lanjut pengaduan Oktober',
    evidence: 'Dibuat otomatis dari register pengaduan',
    area: 'Pengawasan',
    state: 'done',
  },
]

await write(
  'dashboard',
  'Beranda',
  <>
    <PageHead
      title="6 kewajiban terlambat, 11 jatuh tempo pekan ini"
      note="Posisi Selasa, 24 November 2026 · 176 dari 230 kewajiban selesai"
      actions={
        <>
          <ButtonLink href="#" kind="quiet">
            Cetak laporan
          </ButtonLink>
          <ButtonLink href="#">Lihat yang terlambat</ButtonLink>
        </>
      }
    />
    <KpiRow
      items={[
        {
          label: 'Terlambat',
          value: '6',
          tone: 'late',
          note: <a href="#a">tertua 18 hari: Laporan UPG Oktober</a>,
        },
        { label: 'Jatuh tempo pekan ini', value: '11', tone: 'due', note: <a href="#a">4 tugas Anda</a> },
        { label: 'Bukti diterima', value: '97', unit: 'dari 134', note: '9 menunggu reviu, 3 dikembalikan' },
        { label: 'Indeks Kepuasan (SKM)', value: '91,48', note: 'A · Sangat Baik · 312 responden' },
      ]}
    />
    <Grid>
      <Card title="Yang menunggu Anda" action={<a href="#a">Semua tugas (14)</a>} flush>
        <DataTable
          caption="Yang menunggu Anda"
          rows={duties}
          empty={{ title: 'Tidak ada yang menunggu' }}
          columns={[
            { header: 'Tenggat', width: 'shrink', cell: r => formatDate(r.due, l, 'day-month') },
            { header: 'Langkah aksi', rowHeader: true, cell: r => html`<a href="#a">${r.text}</a>` },
            { header: 'Bukti yang diminta', cell: r => r.evidence },
            { header: 'Area', cell: r => r.area },
            {
              header: 'Status',
              width: 'shrink',
              cell: r =>
                StateTag({
                  locale: l,
                  state: r.state,
                  ...(r.state === 'done' ? {} : { text: relativeDays(r.due, today, l) }),
                }),
            },
          ]}
        />
      </Card>
      <Card title="Kemajuan per area" span="two-thirds">
        <StateLegend locale={l} />
        <ChartWithTable
          locale={l}
          chart={<BarChart locale={l} rows={areas.map(a => ({ ...a, href: '#a' }))} />}
          table={countsTable(l, 'Kewajiban per area', 'Area', areas)}
        />
      </Card>
      <Card title="Nilai dan ambang" note="Garis 60 = syarat WBK, 75 = WBBM" span="third">
        <DataTable
          caption="Nilai per area dan ambangnya"
          phone="scroll"
          rows={areas}
          empty={{ title: 'Belum ada nilai' }}
          columns={[
            {
              header: 'Area',
              rowHeader: true,
              cell: a =>
                html`${a.name}${ProgressBar({
                  locale: l,
                  label: a.name,
                  words: `${a.value} dari ${a.of}`,
                  counts: {
                    [Number(a.value.replace(',', '.')) / Number(a.of) < 0.6 ? 'late' : 'done']: Number(
                      a.value.replace(',', '.'),
                    ),
                  },
                  scale: Number(a.of),
                  ticks: [
                    { at: 0.6, label: '60' },
                    { at: 0.75, label: '75' },
                  ],
                })}`,
            },
            { header: 'Nilai', numeric: true, cell: a => `${a.value} / ${a.of}` },
          ]}
        />
      </Card>
      <Card title="Kewajiban per bulan">
        <ChartWithTable
          locale={l}
          chart={MonthColumns({
            locale: l,
            label: 'Kewajiban per bulan',
            currentMonth: 11,
            months: [14, 17, 21, 16, 18, 24, 15, 17, 20, 22, 19, 27].map((n, i) =>
              i < 9
                ? { done: n }
                : i === 9
                  ? { done: n - 4, late: 4 }
                  : i === 10
                    ? { done: 6, late: 2, due: 11 }
                    : { upcoming: n },
            ),
          })}
          table={countsTable(l, 'Kewajiban per bulan', 'Bulan', [{ name: 'Januari', counts: { done: 14 } }])}
          open
        />
      </Card>
    </Grid>
  </>,
)

type PlanRow = {
  text: string
  action: string
  evidence: string
  have: string
  owner: string | null
  months: YearMonths | null
  state: ObligationState
  word: string
}
const plan: { heading: string; note: string; rows: PlanRow[] }[] = [
  {
    heading: 'V · Penguatan Pengawasan',
    note: '18 indikator · 41 dari 67 kewajiban selesai',
    rows: [
      {
        text: 'Pengendalian gratifikasi dilaksanakan',
        action: 'Menyusun laporan Sub-UPG setiap bulan',
        evidence: 'Laporan bulanan',
        have: '10 dari 12 ada',
        owner: 'Sekretaris UPG',
        months: year('dddddddddluw'),
        state: 'late',
        word: 'Terlambat 18 hari',
      },
      {
        text: 'Penilaian risiko atas kebijakan',
        action: 'Reviu register risiko tiap semester',
        evidence: 'Register risiko, notulen',
        have: '1 dari 2 ada',
        owner: 'Tim SPIP',
        months: year('.....d.....w'),
        state: 'upcoming',
        word: 'Menunggu',
      },
      {
        text: 'SPIP dikomunikasikan ke semua pihak',
        action: 'Sosialisasi SPIP kepada pegawai',
        evidence: 'Daftar hadir, notulen, laporan',
        have: 'belum ada',
        owner: null,
        months: null,
        state: 'due',
        word: 'Perlu dilengkapi',
      },
      {
        text: 'Kebijakan pengaduan masyarakat diimplementasikan',
        action: 'Menindaklanjuti pengaduan melalui SP4N-LAPOR dan register',
        evidence: 'Rekapitulasi triwulan',
        have: '3 dari 4 ada',
        owner: 'Bagian Umum',
        months: year('..d..d..d..w'),
        state: 'upcoming',
        word: 'Sesuai jadwal',
      },
    ],
  },
  {
    heading: 'VI · Peningkatan Kualitas Pelayanan Publik',
    note: '10 indikator',
    rows: [
      {
        text: 'Survei kepuasan masyarakat dilakukan',
        action: 'SKM setiap semester',
        evidence: 'Laporan SKM',
        have: 'dibuat otomatis dari survei',
        owner: 'Pokja VI',
        months: year('.....d.....x'),
        state: 'done',
        word: 'Selesai',
      },
      {
        text: 'Inovasi pelayanan',
        action: 'Menerapkan antrean daring',
        evidence: 'Dokumentasi',
        have: '1 dari 1 ada',
        owner: 'Pokja VI',
        months: year('u...........'),
        state: 'waived',
        word: 'Ditiadakan',
      },
    ],
  },
]
await write(
  'plan',
  'Rencana aksi 2026',
  <>
    <PageHead
      title="Rencana aksi 2026"
      note="68 indikator · 115 langkah aksi · 134 bukti · disetujui 14 Januari 2026, versi 3"
      actions={
        <>
          <ButtonLink href="#" kind="quiet">
            Ekspor
          </ButtonLink>
          <ButtonLink href="#">Impor dokumen</ButtonLink>
        </>
      }
    />
    <Tabs
      label="Tampilan rencana"
      items={[
        { text: 'Tabel', href: '#a', current: true },
        { text: 'Kalender', href: 'calendar.html' },
        { text: 'Gantt', href: 'gantt.html' },
        { text: 'Papan', href: 'board.html', count: 17 },
      ]}
    />
    <Filters locale={l} action="#" clearHref="#">
      <TextField
        locale={l}
        name="q"
        label="Cari"
        type="search"
        placeholder="Cari langkah atau bukti"
        labelHidden
      />
      <SelectField
        locale={l}
        name="area"
        label="Area"
        labelHidden
        empty="Semua area"
        options={areas.map((a, i) => ({ value: String(i), text: a.name }))}
      />
      <SelectField
        locale={l}
        name="state"
        label="Status"
        labelHidden
        empty="Semua status"
        options={[{ value: 'late', text: 'Terlambat' }]}
        value="late"
      />
    </Filters>
    <StateLegend locale={l} />
    <DataTable
      caption="Rencana aksi 2026"
      groups={plan}
      empty={{ title: 'Belum ada rencana' }}
      columns={[
        {
          header: 'Indikator dan langkah aksi',
          rowHeader: true,
          width: 'grow',
          cell: r => html`<a href="#a">${r.text}</a><span class="sub">${r.action}</span>`,
        },
        {
          header: 'Bukti fisik',
          cell: r => html`${r.evidence}<span class="sub"><a href="#a">${r.have}</a></span>`,
        },
        { header: 'Penanggung jawab', cell: r => r.owner ?? html`<a href="#a">Tetapkan orang</a>` },
        {
          header: 'Jan–Des',
          width: 'shrink',
          cell: r =>
            r.months
              ? YearStrip({ locale: l, months: r.months })
              : html`<span class="text-due">Jadwal kosong.</span> <a href="#a">Isi jadwal</a>`,
        },
        {
          header: 'Status',
          width: 'shrink',
          cell: r => StateTag({ locale: l, state: r.state, text: r.word }),
        },
      ]}
    />
    <Pagination locale={l} page={2} pageSize={30} total={68} hrefOf={n => `?page=${n}`} />
  </>,
)

await write(
  'calendar',
  'Kalender November 2026',
  <>
    <PageHead title="November: 11 tenggat, 2 terlambat" note="Posisi 24 November 2026" />
    <MonthCalendar
      locale={l}
      year={2026}
      month={11}
      today={today}
      previousHref="?m=10"
      nextHref="?m=12"
      dayHref={d => `?d=${d}`}
      holidays={new Map<LocalDate, string>([['2026-11-10', 'Contoh hari libur']])}
      items={[
        { date: '2026-11-06', text: 'Laporan pengendalian gratifikasi Oktober', href: '#a', state: 'late' },
        { date: '2026-11-13', text: 'Rekap absensi', href: '#a', state: 'done' },
        { date: '2026-11-24', text: 'Unggah notulen monev', href: '#a', state: 'due' },
        ...[
          'Rapat monev semester II',
          'Laporan SPIP',
          'Publikasi survei',
          'Reviu SOP',
          'Laporan bulanan',
        ].map(text => ({
          date: '2026-11-30' as const,
          text,
          href: '#a',
          state: 'upcoming' as const,
        })),
      ]}
    />
  </>,
)

const monthly = (states: string): GanttMark[] =>
  [...states].map((c, i) => ({
    to: `2026-${String(i + 1).padStart(2, '0')}-28` as LocalDate,
    state: S[c] ?? 'upcoming',
  }))
await write(
  'gantt',
  'Jadwal 2026',
  <>
    <PageHead
      title="Jadwal 2026: 3 terlambat"
      note="Posisi 24 November 2026"
      actions={
        <ButtonLink href="#" kind="quiet">
          Cetak
        </ButtonLink>
      }
    />
    <StateLegend locale={l} marks />
    {Gantt({
      locale: l,
      year: 2026,
      today,
      caption: 'Jadwal langkah aksi 2026',
      nameHeader: 'Langkah aksi',
      groups: [
        {
          heading: 'I · Manajemen Perubahan',
          rows: [
            {
              name: 'Membentuk tim kerja pembangunan ZI',
              href: '#a',
              marks: [{ from: '2026-01-05', to: '2026-01-31', state: 'done' }],
            },
            {
              name: 'Menyusun dan menetapkan rencana kerja',
              href: '#a',
              marks: [{ from: '2026-01-15', to: '2026-03-15', state: 'done' }],
            },
            {
              name: 'Monitoring dan evaluasi pembangunan ZI',
              href: '#a',
              marks: [
                { to: '2026-06-30', state: 'done' },
                { from: '2026-11-01', to: '2026-11-27', state: 'due' },
              ],
            },
          ],
        },
        {
          heading: 'V · Penguatan Pengawasan',
          rows: [
            { name: 'Menyusun laporan Sub-UPG setiap bulan', href: '#a', marks: monthly('dddddddddluw') },
            {
              name: 'Reviu register risiko tiap semester',
              href: '#a',
              marks: [
                { to: '2026-06-30', state: 'waived' },
                { to: '2026-12-31', state: 'upcoming' },
              ],
            },
            { name: 'Sosialisasi SPIP kepada pegawai', href: '#a', marks: [] },
          ],
        },
      ],
    })}
  </>,
)

await write(
  'board',
  'Papan kewajiban',
  <>
    <PageHead title="17 kewajiban masih terbuka" note="Posisi 24 November 2026" />
    <Board
      locale={l}
      csrf={csrf}
      columns={[
        {
          title: 'Terlambat',
          tone: 'late',
          cards: [
            {
              id: 'c1',
              title: 'Laporan pengendalian gratifikasi bulan Oktober',
              href: '#a',
              note: 'Sekretaris UPG · 6 Nov',
              moves: [
                { text: 'Selesai', action: '#' },
                { text: 'Ditiadakan', action: '#' },
              ],
            },
          ],
        },
        {
          title: 'Jatuh tempo',
          tone: 'due',
          cards: [
            {
              id: 'c2',
              title: 'Rapat monev pembangunan ZI semester II',
              href: '#a',
              note: 'Siti Rahmawati · 27 Nov',
              moves: [{ text: 'Selesai', action: '#' }],
            },
          ],
          total: 11,
          moreHref: '#a',
        },
        { title: 'Belum waktunya', tone: 'wait', cards: [] },
        {
          title: 'Selesai',
          tone: 'done',
          cards: [{ id: 'c3', title: 'Rekapitulasi kehadiran', href: '#a', note: 'Bagian Umum · 30 Okt' }],
        },
      ]}
    />
  </>,
)

const errors: FormError[] = [
  { field: 'title', text: 'Isi nama rencana' },
  { field: 'due', text: 'Tanggal 31 Februari tidak ada' },
  {
    field: 'file',
    text: 'Berkas "rencana.pdf" terkunci kata sandi. Buka kuncinya, simpan, lalu unggah lagi',
  },
  { field: 'kind', text: 'Pilih cara membaca' },
]
await write(
  'form',
  'Impor dokumen',
  <>
    <Breadcrumbs locale={l} items={[{ text: 'Rencana aksi', href: '#' }, { text: 'Impor dokumen' }]} />
    <PageHead title="Impor rencana kerja" note="Dokumen apa adanya: Zona mencari tabelnya sendiri" />
    <Steps locale={l} items={['Pilih dokumen', 'Periksa bacaan', 'Setujui']} current={1} />
    <ErrorSummary locale={l} errors={errors} />
    <PostForm action="#" csrf={csrf} idempotencyKey="1" multipart>
      <TextField locale={l} name="title" label="Nama rencana" error={errorOf(errors, 'title')} />
      <TextField
        locale={l}
        name="year"
        label="Tahun"
        value="2026"
        width={4}
        inputmode="numeric"
        hint="Tahun rencana, empat angka"
      />
      <FileField
        locale={l}
        name="file"
        label="Dokumen rencana kerja"
        kinds="Excel, Word, PDF atau CSV"
        limit="10 MB"
        error={errorOf(errors, 'file')}
      />
      <DateField locale={l} name="due" label="Tenggat" value="2026-03-31" error={errorOf(errors, 'due')} />
      <SelectField
        locale={l}
        name="unit"
        label="Unit kerja"
        options={[
          { value: 'a', text: 'DPMPTSP' },
          { value: 'b', text: 'Sekretariat' },
        ]}
      />
      <RadioGroup
        locale={l}
        name="kind"
        label="Cara membaca"
        error={errorOf(errors, 'kind')}
        choices={[
          { value: 'new', text: 'Rencana baru', hint: 'Rencana yang ada tidak berubah' },
          { value: 'diff', text: 'Perbarui rencana yang ada', hint: 'Anda melihat bedanya sebelum disimpan' },
        ]}
      />
      <RadioGroup
        locale={l}
        name="yes"
        label="Kirim pengingat?"
        inline
        choices={[
          { value: 'y', text: 'Ya' },
          { value: 'n', text: 'Tidak' },
        ]}
        value="y"
      />
      <CheckboxGroup
        locale={l}
        name="areas"
        label="Area yang dipegang"
        values={['1']}
        choices={areas.slice(0, 3).map((a, i) => ({ value: String(i), text: a.name }))}
      />
      <Fieldset legend="Keterangan tambahan">
        <TextArea locale={l} name="note" label="Catatan" optional rows={3} />
        <Checkbox name="keep" label="Simpan juga berkas aslinya" checked />
      </Fieldset>
      <ButtonRow>
        <SubmitButton>Periksa dokumen</SubmitButton>
        <SubmitButton kind="quiet" skipValidation>
          Simpan draf
        </SubmitButton>
        <a href="#a">Batal</a>
      </ButtonRow>
    </PostForm>
  </>,
)

await write(
  'parts',
  'Bagian lain',
  <>
    <PageHead title="Bagian lain" note="Keadaan kosong, pemberitahuan, konfirmasi" />
    <Notice locale={l} tone="info" title="Tahun rencana berbeda">
      <p>
        Dokumen menyebut 2019. <a href="#a">Pindahkan ke 2026</a>
      </p>
    </Notice>
    <Notice locale={l} tone="warning" title="14 baris perlu diperiksa">
      <p>Frekuensi di langkah aksi berbeda dari jadwalnya.</p>
    </Notice>
    <Grid>
      <Card title="Bukti" span="half">
        <EmptyState
          title="Belum ada bukti"
          text="Bukti muncul di sini setelah diunggah atau dibuat oleh register."
          action={<ButtonLink href="#">Unggah bukti</ButtonLink>}
        />
      </Card>
      <Card title="Rencana" span="half">
        <SummaryList
          rows={[
            { key: 'Tahun', value: '2026', action: <a href="#a">Ubah</a> },
            { key: 'Disetujui', value: '14 Januari 2026 oleh Kepala Dinas' },
          ]}
        />
        <Details summary="Mengapa baris ini diperingatkan?">
          Langkah aksi berkata setiap bulan, jadwal berkata Juni.
        </Details>
        <InlineForm action="#" csrf={csrf} label="Tandai selesai" /> {tagMarkup('done', 'Siap diterbitkan')}
      </Card>
    </Grid>
    <Card title="Sebelum diterbitkan">
      <TaskList
        id="t"
        items={[
          {
            text: 'Isi jadwal indikator V.2.4',
            href: '#a',
            hint: 'Kosong di dokumen',
            tone: 'due',
            state: 'Perlu diisi',
          },
          { text: 'Periksa 14 peringatan', href: '#a', tone: 'wait', state: 'Belum mulai' },
          { text: 'Persetujuan pimpinan', tone: 'done', state: 'Selesai' },
        ]}
      />
    </Card>
    <br />
    <Confirm
      locale={l}
      title="Hapus rencana 2026?"
      action="#"
      label="Ya, hapus"
      cancelHref="#a"
      danger
      csrf={csrf}
    >
      <p>230 tenggat ikut terhapus. Bukti yang sudah diunggah tetap ada.</p>
    </Confirm>
  </>,
  { text: 'Rencana 2026 diterbitkan. 230 tenggat dibuat.' },
)

const failures = [
  { kind: 'not-found' },
  { kind: 'forbidden', permission: 'plan.publish' },
  { kind: 'fault', reference: 'Z-7F3K-29QM' },
] as const
await mkdir(folder, { recursive: true })
for (const error of failures) {
  const page = await (<ErrorPage locale={l} assets={assets} error={error} />).toString()
  await writeFile(join(folder, `error-${error.kind}.html`), page)
}
console.log(`${folder}: ${manifest.stylesheet.bytes} bytes of CSS, ${manifest.stylesheet.gzip} gzipped`)
