import { connect } from 'node:http2';
import { connect as dial } from 'node:net';
import { freePort } from '../../tools/real/ports';
import { startCollector } from '../../tools/deploy-check/witness/collector';
import { startMailbox } from '../../tools/deploy-check/witness/mailbox';
import { spansOf } from '../../tools/deploy-check/witness/spans';

/** A field of a message of protocol buffers: bytes, or a number. */
function field(number: number, value: Buffer | string | number): Buffer {
  if (typeof value === 'number') {
    return Buffer.from([number << 3, value]);
  }
  const bytes = Buffer.from(value);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes]);
}

const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);
const FIXED_64 = Buffer.from([(7 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8]);
const attribute = (key: string, value: string): Buffer => field(1, message(field(1, key), field(2, message(field(1, value)))));
const span = (name: string): Buffer => field(2, message(field(1, 'an id'), field(5, name), field(6, 3), FIXED_64));
const exported = (service: string, ...names: string[]): Buffer =>
  field(
    1,
    message(field(1, message(attribute('host.name', 'pod'), attribute('service.name', service))), field(2, message(...names.map(span)))),
  );

const REQUEST = message(
  exported('checkout', 'CallLocal', 'a name that is longer than one hundred and twenty-seven letters '.repeat(3)),
  exported('orders', 'get'),
);

test('spans are counted by service, whatever else an export holds', () => {
  expect([...spansOf(REQUEST)]).toEqual([
    ['checkout', ['CallLocal', expect.stringMatching(/^a name that is longer/)]],
    ['orders', ['get']],
  ]);
});

test('the collector takes an export by gRPC, and refuses other methods', async () => {
  const port = await freePort();
  const collector = startCollector(port);
  const session = connect(`http://127.0.0.1:${port}`);
  const call = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' });
      stream.on('trailers', (trailers) => resolve(String(trailers['grpc-status'])));
      stream.on('error', reject).resume();
      stream.end(Buffer.concat([Buffer.from([0, 0, 0, 0, REQUEST.length & 0xff]), REQUEST]));
    });
  try {
    expect(await call('/opentelemetry.proto.collector.trace.v1.TraceService/Export')).toBe('0');
    expect(await call('/opentelemetry.proto.collector.metrics.v1.MetricsService/Export')).toBe('12');
    expect(collector.spans).toMatchObject({ checkout: { CallLocal: 1 }, orders: { get: 1 } });
  } finally {
    session.close();
    collector.stop();
  }
});

test('the mailbox keeps who a mail is for, and what it says', async () => {
  const port = await freePort();
  const mailbox = startMailbox(port);
  const lines = [
    'EHLO shop',
    'MAIL FROM:<a@example.com>',
    'RCPT TO:<b@example.com>',
    'DATA',
    'Subject: x',
    '',
    'sig=3Dnature=',
    ' ends',
    '..',
    '.',
    'QUIT',
  ];
  try {
    await new Promise((resolve, reject) => {
      const socket = dial(port, '127.0.0.1', () => socket.write(lines.map((line) => `${line}\r\n`).join('')));
      socket.on('close', resolve).on('error', reject).resume();
    });
    expect(mailbox.mails).toEqual([{ to: 'b@example.com', text: 'Subject: x\r\n\r\nsig=nature ends\r\n.' }]);
  } finally {
    mailbox.stop();
  }
});
