/** Answers customers: POST /questions with `{"question": "Where is my parcel?"}`. When one model is down, it asks the next. */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

/** Components, in the order in which they are asked. `chat-echo` needs no provider. */
const MODELS = (process.env.MODELS ?? 'chat,chat-fallback').split(',');

interface Answer {
  readonly outputs: { readonly choices: { readonly message: { readonly content: string } }[] }[];
}

/** The SDK has nothing for conversations; the sidecar's own API needs no more than this. */
async function converse(model: string, question: string): Promise<string> {
  const url = `http://127.0.0.1:${process.env.DAPR_HTTP_PORT ?? 3500}/v1.0-alpha2/conversation/${model}/converse`;
  const message = { ofUser: { content: [{ text: question }] } };
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [{ messages: [message], scrubPii: true }] }),
  });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  return ((await answer.json()) as Answer).outputs[0].choices[0].message.content;
}

async function ask(question: string): Promise<object> {
  for (const model of MODELS) {
    try {
      return { model, answer: await converse(model, question) };
    } catch (error) {
      console.log(`${model} is down: ${(error as Error).message}`);
    }
  }
  return { answer: 'Please ask again later.' };
}

async function answer(request: IncomingMessage): Promise<object | undefined> {
  switch (`${request.method} ${request.url}`) {
    case 'GET /healthz':
      return {};
    case 'POST /questions':
      return ask(((await json(request)) as { question: string }).question);
    default:
      return undefined;
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(Number(process.env.APP_PORT ?? 8080));
process.once('SIGTERM', () => server.close());
