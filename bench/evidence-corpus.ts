import { sql } from 'kysely'
import type { Db } from '../src/db/database.ts'

/** Words of such documents, the frequent ones first: the word at place n occurs about 1/n as often as the first. */
const words =
  `laporan kegiatan pelayanan kinerja pegawai rencana aksi pemantauan evaluasi dinas tahun anggaran pembangunan zona
  integritas bersih melayani unit kerja tim penilaian mandiri bukti dokumen rapat notulen daftar hadir undangan surat
  keputusan kepala bidang subbagian umum kepegawaian keuangan perencanaan pengawasan pengendalian gratifikasi benturan
  kepentingan pengaduan masyarakat survei kepuasan indeks persepsi korupsi standar operasional prosedur inovasi sistem
  informasi elektronik publik keterbukaan kompetensi pelatihan disiplin kode etik perilaku sasaran indikator capaian
  target triwulan semester bulanan mingguan sosialisasi kampanye spanduk poster maklumat janji waktu penyelesaian biaya
  tarif persyaratan izin usaha investasi penanaman modal loket antrean petugas pemohon berkas arsip data cadangan
  jaringan aplikasi peladen pemeliharaan ruang tunggu difabel laktasi parkir kotak saran tindak lanjut temuan
  inspektorat audit risiko mitigasi peluang ancaman mutu sertifikat penghargaan teladan agen perubahan budaya`.split(
    /\s+/,
  )

/**
 * Fills a unit with so many pieces of evidence, each with a file and its text, the same ones every time. Files have 200
 * words after the frequencies of a language, a word of one piece in a thousand, and two of their own, one of them a
 * name as they make up most of a language's words.
 */
export async function addCorpus(
  db: Db,
  corpus: {
    readonly unitId: string
    readonly userIds: readonly string[]
    readonly from: number
    readonly to: number
  },
): Promise<void> {
  const batch = 1_000
  for (let from = corpus.from; from < corpus.to; from += batch) {
    const to = Math.min(corpus.to, from + batch)
    await sql`
      with piece as (
        select n, md5('piece' || n)::uuid as id, md5('a' || n) || md5('b' || n) as sha256,
          (${[...corpus.userIds]}::text[])[1 + n % ${corpus.userIds.length}] as person
        from generate_series(${from}::integer, ${to - 1}::integer) n
      ),
      title as (
        select n, string_agg(word, ' ' order by at) as title from piece
        cross join lateral (
          select at, (${words}::text[])[floor(${words.length} ^ zona_chance(n, at))::integer] as word
          from generate_series(1, 5) at
        ) w group by n
      ),
      body as (
        select n, string_agg(word, ' ' order by at) || ' kode' || n || ' kelompok' || n % 1000
          || ' ' || left(translate(md5('nama' || n), '0123456789', 'klmnoprstu'), 9) as text from piece
        cross join lateral (
          select at, (${words}::text[])[floor(${words.length} ^ zona_chance(n, at + 100))::integer] as word
          from generate_series(1, 200) at
        ) w group by n
      ),
      objects as (
        insert into file_object (sha256, size, type, stored_at)
        select sha256, 1000, 'text/plain', '2026-01-01' from piece
      ),
      contents as (
        insert into evidence_content (sha256, state, started_at, text)
        select sha256, 'read', '2026-01-01', text from piece join body using (n)
      ),
      pieces as (
        insert into evidence (id, unit_id, title, kind, document_number, document_date, confidentiality, state,
          created_by, created_at, updated_at)
        select id, ${corpus.unitId}::uuid, title, (array['report', 'minutes', 'photo', 'decree', 'sop'])[1 + n % 5],
          '800/' || n || '/' || 2022 + n % 5, make_date(2022 + n % 5, 1 + n % 12, 1 + n % 28),
          case when n % 20 = 0 then 'restricted' else 'internal' end,
          (array['submitted', 'accepted', 'returned'])[1 + n % 3], person,
          timestamptz '2022-01-01' + n * interval '7 minutes', '2026-01-01'
        from piece join title using (n)
      )
      insert into evidence_version (evidence_id, no, sha256, file_name, type, uploaded_by, uploaded_at)
      select id, 1, sha256, 'berkas-' || n || '.txt', 'text/plain', person, '2026-01-01' from piece`.execute(
      db,
    )
  }
}

/** The share that stands for chance: from 0 to 1, and the same every time. */
export const chance = sql`
  create or replace function zona_chance(n integer, at integer) returns double precision language sql immutable as $$
    select (('x' || substr(md5(n::text || ':' || at::text), 1, 8))::bit(32)::bigint & 4294967295) / 4294967296.0
  $$`
