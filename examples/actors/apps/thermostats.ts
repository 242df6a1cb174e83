/** Hosts the actor type Thermostat: one object for each room. */
import { AbstractActor, DaprServer, Temporal } from '@dapr/dapr';

const EVERY = Temporal.Duration.from({ milliseconds: 200 });
const STEP = 0.5;

/** The name of the class is the actor type. Dapr lets one call in at a time, so that nothing here needs a lock. */
class Thermostat extends AbstractActor {
  public async status(): Promise<object> {
    return { temperature: await this.degrees('temperature'), target: await this.degrees('target') };
  }

  /** Changes the room's temperature little by little: by a timer, which Dapr forgets when the actor goes. */
  public async setTarget(degrees: number): Promise<string> {
    await this.keep('target', degrees);
    await this.registerActorTimer('regulate', 'regulate', EVERY, EVERY);
    return 'regulating';
  }

  public async raiseTarget(degrees: number): Promise<string> {
    return this.setTarget((await this.degrees('target')) + degrees);
  }

  /** Called by the timer. */
  public async regulate(): Promise<void> {
    const missing = (await this.degrees('target')) - (await this.degrees('temperature'));
    if (missing === 0) {
      await this.unregisterActorTimer('regulate');
      return;
    }
    const step = Math.sign(missing) * Math.min(Math.abs(missing), STEP);
    await this.keep('temperature', (await this.degrees('temperature')) + step);
  }

  /** The Scheduler keeps a reminder, and wakes the actor for it: also when all of this was restarted in the meantime. */
  public async lowerAfter(seconds: number, degrees: number): Promise<string> {
    await this.registerActorReminder('lower', Temporal.Duration.from({ seconds }), undefined, undefined, degrees);
    return 'noted';
  }

  public async stayWarm(): Promise<string> {
    await this.unregisterActorReminder('lower');
    return 'forgotten';
  }

  /** Called for all reminders of this actor, with what was given along: a number or a text, nothing else comes through. */
  public async receiveReminder(degrees: string): Promise<void> {
    await this.setTarget(Number(degrees));
  }

  // An object around each number: the SDK takes a stored 0 for nothing.
  private async degrees(name: string): Promise<number> {
    const [found, state] = await this.getStateManager<{ degrees: number }>().tryGetState(name);
    return found && state !== null ? state.degrees : 18;
  }

  private async keep(name: string, degrees: number): Promise<void> {
    await this.getStateManager<{ degrees: number }>().setState(name, { degrees });
  }
}

const server = new DaprServer({
  clientOptions: {
    // What the sidecar asks for at GET /dapr/config: times are the application's business, not the manifest's.
    actor: { actorIdleTimeout: '1h', drainOngoingCallTimeout: '20s', drainRebalancedActors: true },
  },
});

async function main(): Promise<void> {
  await server.actor.init();
  await server.actor.registerActor(Thermostat);
  await server.start();
}

process.once('SIGTERM', () => void server.stop());
void main();
