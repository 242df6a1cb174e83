/** Runs in the cluster beside the shop, outside of Dapr: is its mail server and its collector of traces, and a customer of it. */
import { createServer } from 'node:http';
import { startCollector } from './collector';
import { Customer } from './customer';
import { startMailbox } from './mailbox';

const { spans } = startCollector(4317);
const { mails } = startMailbox(1025);
let customer: Customer | undefined;

const answers: { readonly [path: string]: (query: URLSearchParams) => unknown } = {
  '/healthz': () => 'healthy',
  '/spans': () => spans,
  '/mails': () => mails,
  '/customer/start': (query) => {
    customer = new Customer(query.get('url')!, query.get('name')!);
    return 'orders';
  },
  '/customer/stop': () => customer?.stop(),
};

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://witness');
  const answer = answers[pathname];
  response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify((await answer?.(searchParams)) ?? null));
}).listen(8080);
