import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A server of the demo in a process of its own. */
export class ServerProcess {
  readonly #script: string;
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #origin = '';

  constructor(script: string, env: Readonly<Record<string, string>>) {
    this.#script = script;
    this.#env = env;
  }

  /** Where it listens, once it has been started. */
  get origin(): string {
    return this.#origin;
  }

  /** Starts it and waits until it listens: on any free port at first, then always on the same. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#script], {
      cwd: root,
      env: { ...process.env, ...this.#env, PORT: this.#origin ? new URL(this.#origin).port : '0' },
      // The channel ends with the tests, however they end, and the server with the channel. What a kit logs about
      // trouble that a test has made is of no interest.
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#origin = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`${this.#script} ended with ${code} before it listened`)));
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const ready = /^ready (\S+)$/m.exec(text)?.[1];
        if (ready) resolve(ready);
      });
    });
  }

  /** Ends it as a power cut would: no handler of its own runs. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
