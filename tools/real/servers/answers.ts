import { connect } from 'node:net';

/** Whether something takes connections there: true, or undefined so that one may ask again. */
export function accepts(host: string, port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => resolve(undefined));
  });
}

/** What is sent to a server that talks text, and all that it answers until `until` matches. */
export function talk(host: string, port: number, text: string, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, host)
      .setEncoding('utf8')
      .on('data', (part: string) => {
        answer += part;
        if (until.test(answer)) {
          socket.destroy();
        }
      })
      .on('error', reject)
      .on('close', () => resolve(answer));
    socket.setTimeout(5_000, () =>
      socket.destroy(new Error(`no answer from ${host}:${port} within 5 seconds, only ${JSON.stringify(answer)}`)),
    );
    socket.write(text);
  });
}
