/** A mail server that keeps what it gets. */
import { createServer, Socket } from 'node:net';

export interface Mail {
  readonly to: string;
  readonly text: string;
}

export interface Mailbox {
  /** All that came until now. */
  readonly mails: readonly Mail[];
  stop(): void;
}

export function startMailbox(port: number): Mailbox {
  const mails: Mail[] = [];
  const server = createServer((socket) => converse(socket, mails)).listen(port);
  return { mails, stop: () => server.close() };
}

function converse(socket: Socket, mails: Mail[]): void {
  const say = (line: string): boolean => socket.write(`${line}\r\n`);
  let rest = '';
  let to = '';
  let data: string[] | undefined;
  const line = (text: string): void => {
    if (data === undefined) {
      const command = text.slice(0, 4).toUpperCase();
      if (command === 'RCPT') {
        to = /<(.*)>/.exec(text)?.[1] ?? '';
      }
      if (command === 'DATA') {
        data = [];
      }
      say(command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok');
      if (command === 'QUIT') {
        socket.end();
      }
    } else if (text === '.') {
      mails.push({ to, text: decoded(data.join('\r\n')) });
      data = undefined;
      say('250 kept');
    } else {
      data.push(text.replace(/^\./, ''));
    }
  };
  socket.setEncoding('utf8').on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\r\n');
    rest = lines.pop()!;
    lines.forEach(line);
  });
  say('220 mailbox');
}

/** Without the lines' breaks and the codes of letters that quoted-printable puts in. */
function decoded(text: string): string {
  return text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
