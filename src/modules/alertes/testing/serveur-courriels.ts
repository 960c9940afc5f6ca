import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Recu = { de: string; a: string; texte: string };

/** Un vrai serveur de courriels, sur la machine : on le ferme, on le rouvre, il refuse qui l'on veut. */
export class ServeurDeCourriels {
  readonly recus: Recu[] = [];
  /** Adresse → code de refus. */
  readonly refus = new Map<string, number>();
  /** Appelé quand un message est entier, avant d'en accuser réception. */
  onRecu: () => void | Promise<void> = () => undefined;
  #serveur: SMTPServer | undefined;
  #port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const serveur = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, fin) => {
        const code = this.refus.get(address);
        fin(code ? Object.assign(new Error('refus'), { responseCode: code }) : null);
      },
      onData: (flux, { envelope }, fin) => {
        const morceaux: Buffer[] = [];
        flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
        flux.on('end', async () => {
          const de = envelope.mailFrom ? envelope.mailFrom.address : '';
          const texte = Buffer.concat(morceaux).toString('utf8');
          this.recus.push({ de, a: envelope.rcptTo[0]?.address ?? '', texte });
          await this.onRecu();
          fin();
        });
      },
    });
    serveur.on('error', () => undefined);
    await new Promise<void>((resolve) => serveur.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (serveur.server.address() as AddressInfo).port;
    this.#serveur = serveur;
  }

  async stop(): Promise<void> {
    const serveur = this.#serveur;
    this.#serveur = undefined;
    if (serveur) await new Promise<void>((resolve) => serveur.close(() => resolve()));
  }
}
