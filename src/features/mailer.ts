import { createTransport } from 'nodemailer'

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

/** Sends one mail, or throws with the server's reason. */
export type Mailer = { readonly send: (mail: Mail) => Promise<void> }

/** A mailer over SMTP. `smtpUrl` such as `smtp://user:password@host:587`; `from` is the visible sender. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from })
  return {
    send: async mail => {
      await transport.sendMail(mail)
    },
  }
}
