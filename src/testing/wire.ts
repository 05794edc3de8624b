/** What becomes of a call: `lost` is carried out and never answered; `down` never arrives. */
export type Trouble = 'none' | 'lost' | 'down' | 'server-error' | 'html' | 'truncated' | 'empty';

/** A network between an adapter and its gateway that can be told to misbehave. */
export interface Wire {
  trouble: Trouble;
  /** The given `fetch`, as it is over this network. */
  readonly over: (send: typeof fetch) => typeof fetch;
  /** Every address that was called. */
  readonly addresses: string[];
}

export function createWire(): Wire {
  const wire: Wire = {
    trouble: 'none',
    addresses: [],
    over: (send) => async (input, init) => {
      const request = new Request(input, init);
      wire.addresses.push(request.url);
      const { trouble } = wire;
      if (trouble === 'down') throw new TypeError('fetch failed');
      if (trouble === 'html') return new Response('<!doctype html><h1>Bad gateway</h1>', HTML);
      if (trouble === 'server-error') return new Response('', { status: 500 });
      if (trouble === 'empty') return new Response(null, { status: 200 });
      const response = await send(request);
      if (trouble === 'lost') throw new DOMException('The operation timed out', 'TimeoutError');
      if (trouble === 'none') return response;
      const { status, headers } = response;
      const text = await response.text();
      return new Response(text.slice(0, Math.max(1, text.length - 3)), { status, headers });
    },
  };
  return wire;
}

const HTML = { status: 200, headers: { 'content-type': 'text/html' } };
