import { loadConfig } from '../config.ts';
import { openService } from '../service.ts';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
}

/** `dateline serve`: the service until it is told to stop; what is under way then is finished. */
export async function serveCommand({ host, port }: ServeOptions): Promise<void> {
  const config = loadConfig(process.env);
  const service = await openService({
    ...config,
    ...(host !== undefined && { HOST: host }),
    ...(port !== undefined && { PORT: port }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
  await service.listen();
}
