import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { createMailer } from '../mailer.ts'

/** A real mail server in this process, which can be told to refuse. */
export async function openMailServer() {
  const mails: string[] = []
  const control = { refuse: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (control.refuse) return done(new Error('mailbox of sari is full'))
        mails.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    control,
    mailer: createMailer(`smtp://127.0.0.1:${port}`, 'Zona <zona@contoh.go.id>'),
    close: () => new Promise<void>(closed => server.close(() => closed())),
  }
}
