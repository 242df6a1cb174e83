import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, IncomingMessage, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { selfSigned } from '../../../tools/real/servers/certificate';
import { startMosquitto } from '../../../tools/real/servers/mosquitto';
import { Example, standIns, startExample } from './support';

interface Call {
  readonly path: string;
  readonly body: unknown;
}

let example: Example;
let archive: string;
const taxOffice: Call[] = [];
const phone: Call[] = [];
const servers: Server[] = [];
beforeAll(async () => {
  example = await startExample('bindings', async (processes) => {
    const [office, shop] = [selfSigned(processes.folder), selfSigned(processes.folder, 'shop')];
    const text = (file: string): string => readFileSync(file, 'utf8');
    const mutual = { cert: text(office.certificate), key: text(office.key), ca: text(shop.certificate), requestCert: true };
    const officePort = await listening(createHttpsServer({ ...mutual, rejectUnauthorized: true }, noting(taxOffice)));
    const phonePort = await listening(createHttpServer(noting(phone)));
    const broker = await startMosquitto(processes);
    archive = join(processes.folder, 'archive');
    mkdirSync(archive);
    const inbox = join(processes.folder, 'inbox');
    return {
      hosts: { 'tax.example.com': `localhost:${officePort}` },
      secrets: { 'tax-office': { 'ca.crt': mutual.cert, 'tls.crt': mutual.ca, 'tls.key': text(shop.key) } },
      overrides: standIns('bindings', {
        '@every 10s': '@every 1s',
        '/tmp/report-archive': archive,
        '/tmp/accountant-inbox': inbox,
        'http://localhost:7000': `http://127.0.0.1:${phonePort}`,
        'mqtt://localhost:1883': broker.url,
      }),
      leaveOut: ['Component/marketplace-orders', 'Component/till-sales'],
    };
  });
});
afterAll(async () => {
  await example?.stop();
  servers.forEach((server) => server.closeAllConnections());
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

function noting(calls: Call[]): (request: IncomingMessage, response: { end(): void }) => void {
  return (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      calls.push({ path: `${request.method} ${request.url}`, body: JSON.parse(body) });
      response.end();
    });
  };
}

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test('when its time has come, a report is archived, sent to the accountants, and to the tax office with a certificate', async () => {
  await example.app('reports').line(/is where it belongs/);
  expect(taxOffice[0]).toEqual({ path: 'POST /v1/reports', body: { tea: 12, ink: 3 } });
  const [file] = readdirSync(archive);
  expect(JSON.parse(readFileSync(join(archive, file), 'utf8'))).toEqual({ tea: 12, ink: 3 });
});

test('when a report fails, somebody is told', async () => {
  expect(phone).toEqual([]);
  rmSync(archive, { recursive: true });
  writeFileSync(archive, 'no folder any more');
  const failed = /^report (\S+) failed/.exec(await example.app('reports').line(/^report \S+ failed/))![1];
  await example.app('reports').process.until('told somebody', () => phone[0]);
  expect(phone[0]).toEqual({ path: 'POST /sms', body: `The report ${failed} failed.` });
});

test('an order of a partner comes to the path that its component names', async () => {
  const { sidecar } = example.app('intake');
  const data = { id: 7, item: 'tea' };
  const answer = await fetch(sidecar.url('/v1.0/bindings/partner-orders'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation: 'create', data }),
  });
  expect(answer.status).toBe(204);
  expect(await example.app('intake').line(/order of a partner/)).toBe(`order of a partner: ${JSON.stringify(data)}`);
});
