import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerRequest } from 'srvx';
import { toNodeHandler } from 'srvx/node';
import type { Checkout } from './checkout.ts';

export interface NodeHandlerOptions {
  /**
   * Whether to settle what is due in the background, beginning with the call of `nodeHandler`. Default true. False for
   * those who call `checkout.startSweep()` themselves, to be able to stop it, or leave the sweep to another process.
   */
  readonly sweep?: boolean;
}

export type NodeHandler = (req: IncomingMessage, res: ServerResponse) => void;

/** What frameworks add to a request: Express the address before it took the mount's path off, others the body's bytes. */
interface HostedRequest extends IncomingMessage {
  readonly originalUrl?: string;
  readonly rawBody?: Uint8Array;
}

/**
 * Serves a checkout from `node:http`, Express or Fastify: `http.createServer(nodeHandler(checkout))`,
 * `app.use('/alipay', nodeHandler(checkout))`.
 *
 * Must come before any body parser: a gateway's signature covers the bytes of the body. The handler throws where one
 * has been there, unless it kept the bytes as `req.rawBody`.
 */
export function nodeHandler(
  checkout: Pick<Checkout, 'fetch' | 'startSweep'>,
  { sweep = true }: NodeHandlerOptions = {},
): NodeHandler {
  const convert = toNodeHandler((request: ServerRequest) =>
    // The socket's own address: which proxy's header may be believed is for the kit's `clientAddress` to know.
    checkout.fetch(request, { socketAddress: request.ip }),
  ) as NodeHandler;
  if (sweep) checkout.startSweep();

  return (req: HostedRequest, res) => {
    if (req.readableDidRead && !req.rawBody) {
      throw new Error('The body of the request has been read already: mount nodeHandler() before any body parser');
    }
    req.url = req.originalUrl ?? req.url;
    convert(req, res);
  };
}
