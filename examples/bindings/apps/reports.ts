/** Writes a report every night, and sends it to those who wait for it. */
import { DaprServer } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '6001' });
const { binding } = server.client;

async function main(): Promise<void> {
  await server.binding.receive('reports/nightly', report);
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

async function report(): Promise<void> {
  const name = `${new Date().toISOString()}.json`;
  const sales = { tea: 12, ink: 3 };
  try {
    await binding.send('report-archive', 'create', sales, { key: name });
    await binding.send('accountant-inbox', 'create', sales, { blobName: name });
    await binding.send('tax-office', 'post', sales, { path: '/reports' });
    console.log(`report ${name} is where it belongs`);
  } catch (error) {
    // Cron does not come again before tomorrow: somebody has to see to it.
    console.log(`report ${name} failed: ${(error as Error).message}`);
    await binding.send('on-call-sms', 'create', `The report ${name} failed.`, { toNumber: process.env.ON_CALL ?? '+15550199' });
  }
}

void main();
