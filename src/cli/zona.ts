import process from 'node:process'

/** The command line: finds the command and hands it the rest. Every command is one file beside this one. */
type Command = (args: string[]) => Promise<number> | number

const out = {
  stdout: (text: string) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  stderr: (text: string) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
}

const usage = `zona: program Zona Integritas, dari rencana sampai predikat

  zona plan read BERKAS [--year T] [--json]      baca rencana aksi dari .xlsx, .docx, .pdf atau .csv
  zona schedule "TEKS" --year T [--json]         baca target waktu menjadi tanggal
  zona score JAWABAN.json [--json] [--road]      hitung nilai LKE dan jalan menuju predikat
  zona verify BUNDEL [--evidence FOLDER]         periksa bundel LKE yang sudah ditutup
  zona keys create | show                        kunci tanda tangan instansi
  zona lke read BERKAS.xlsx [--json]             baca jawaban LKE dari buku kerja
  zona lke write JAWABAN.json HASIL.xlsx         tulis buku kerja LKE dengan rumus hidup
  zona serve                                     jalankan server web
  zona admin create --email E --name N           buat akun admin pertama
  zona migrate                                   perbarui skema basis data
  zona evidence match FOLDER|ZIP --plan BERKAS   cocokkan berkas lama dengan rencana aksi
  zona evidence import FOLDER --unit U --year T  impor folder drive bersama ke bukti
  zona evidence verify | sweep [--remove]        periksa simpanan berkas bukti

Setiap perintah menjelaskan dirinya dengan --help.`

/** Loaded only when called, so that reading a file does not load the server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'plan read': async () => {
    const { planReadCommand } = await import('./plan-read.ts')
    return args => planReadCommand(args, process)
  },
  schedule: async () => {
    const { scheduleCommand } = await import('./schedule.ts')
    return args => scheduleCommand(args, out)
  },
  score: async () => {
    const { scoreCommand } = await import('./score.ts')
    return args => scoreCommand(args, out)
  },
  verify: async () => {
    const { verifyCommand } = await import('./verify.ts')
    return args => verifyCommand(args, out)
  },
  keys: async () => {
    const { keysCommand } = await import('./keys.ts')
    return args => keysCommand(args, out)
  },
  'lke read': async () => {
    const { lkeReadCommand } = await import('./lke-read.ts')
    return args => lkeReadCommand(args, out)
  },
  'lke write': async () => {
    const { lkeWriteCommand } = await import('./lke-write.ts')
    return args => lkeWriteCommand(args, out)
  },
  serve: async () => {
    const { serveCommand } = await import('./serve.ts')
    return args => serveCommand(args, out)
  },
  'admin create': async () => {
    const { adminCreate } = await import('./admin-create.ts')
    return args => adminCreate(args, out)
  },
  'evidence match': async () => {
    const { evidenceMatchCommand } = await import('./evidence-match.ts')
    return args => evidenceMatchCommand(args, process)
  },
  'evidence import': async () => {
    const { evidenceImportCommand } = await import('./evidence-import.ts')
    return args => evidenceImportCommand(args, out)
  },
  evidence: async () => {
    const { evidenceCommand } = await import('./evidence.ts')
    return args => evidenceCommand(args, out)
  },
  migrate: async () => {
    const { migrateCommand } = await import('./migrate.ts')
    return args => migrateCommand(args, out)
  },
}

async function main(args: string[]): Promise<number> {
  const [first = '', second = ''] = args
  if (first === '' || first === '--help' || first === 'help') {
    out.stdout(usage)
    return first === '' ? 2 : 0
  }
  const name = `${first} ${second}` in commands ? `${first} ${second}` : first
  const load = commands[name]
  if (!load) {
    const below = Object.keys(commands).filter(known => known.startsWith(`${first} `))
    out.stderr(
      below.length > 0
        ? `zona: sesudah "${first}" tulis salah satu dari: ${below.map(known => known.slice(first.length + 1)).join(', ')}. Jalankan "zona ${below[0]} --help" untuk cara pakainya.`
        : `zona: perintah "${first}" tidak dikenal. Jalankan "zona --help" untuk melihat daftar perintah.`,
    )
    return 2
  }
  const command = await load()
  try {
    return await command(args.slice(name.split(' ').length))
  } catch (problem) {
    const { explainFault } = await import('./explain-fault.ts')
    const sentence = await explainFault(problem, process.env)
    if (sentence === null) throw problem
    out.stderr(`zona: ${sentence}`)
    return 2
  }
}

// Whoever reads may stop early, as `zona … | head` does: nobody sees the rest, and the command still ends as it would.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
})

process.exitCode = await main(process.argv.slice(2))
