import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** Cuts the connection once when this many more bytes have gone to the server. */
  cutAfter(bytes: number): void;
  /** How often it was cut. */
  cuts(): number;
  close(): Promise<void>;
}

/** A wire to a server on this machine that breaks when it is told to. @param target its address */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    upstream.pipe(client);
    client.on('data', (bytes) => {
      if (bytes.length < left) {
        left -= bytes.length;
        upstream.write(bytes);
        return;
      }
      // The bytes before the cut arrive, those behind it do not, and there is no answer.
      const arrived = bytes.subarray(0, left);
      left = Number.POSITIVE_INFINITY;
      cuts += 1;
      upstream.write(arrived, () => upstream.end());
      client.destroy();
    });
    client.on('end', () => upstream.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes) => {
      left = bytes;
    },
    cuts: () => cuts,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
