import { Duplex } from 'node:stream';
import type { PGliteServer } from './pglite-server.ts';

type Done = (error?: Error | null) => void;

/** Type byte of the message with which a client says goodbye (PostgreSQL protocol, "Terminate"). */
const TERMINATE = 0x58;

/** What node-postgres takes for a socket: whole messages go to the server, its answers come back. */
export class WireStream extends Duplex {
  readonly #server: PGliteServer;

  constructor(server: PGliteServer) {
    super();
    this.#server = server;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    if (chunk[0] === TERMINATE) {
      this.push(null);
      done();
      return;
    }
    this.#server.exchange(chunk).then(
      (answer) => {
        this.push(answer);
        done();
      },
      (error: Error) => done(error),
    );
  }

  /** All that has been written meanwhile, in one exchange. */
  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), '', done);
  }
}
