/** Fills the catalog, and ends: a Kubernetes Job, whose sidecar ends with it. */
import { DaprClient } from '@dapr/dapr';

const STORE = 'products';
const PRODUCTS = { lamp: { price: 12 }, table: { price: 80 }, chair: { price: 35 } };

async function main(): Promise<void> {
  const client = new DaprClient();
  await client.start(); // the program may be there before its sidecar
  const entries = Object.entries(PRODUCTS).map(([key, value]) => ({ key, value: value as object }));
  const { error } = await client.state.save(STORE, [...entries, { key: 'all', value: Object.keys(PRODUCTS) }]);
  if (error !== undefined) {
    throw error;
  }
  console.log(`imported ${entries.length} products`);
}

void main();
