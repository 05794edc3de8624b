import { GatewayError } from '../../gateway.ts';
import { type Fields, toFields, toText } from '../../gateway-fields.ts';
import { callGateway, type HttpAnswer } from '../../gateway-http.ts';
import { encodeBase64 } from '../../signing.ts';
import { OK } from './error-codes.ts';
import { jsonFormat } from './json-format.ts';
import type { ClientConfig } from './options.ts';
import { parseTransaction } from './parse-messages.ts';
import type { Call } from './wire-format.ts';
import { xmlFormat } from './xml-format.ts';

const FORMATS = { json: jsonFormat, xml: xmlFormat } as const;

/**
 * Sends one request and reads the only item of its answer.
 *
 * Never sends it again, not even after a failed connection as the official libraries do: `fetch` does not tell one from
 * a connection that broke later, and there is no key that would make a repetition the same payment.
 *
 * @throws {GatewayError} `unknown` without an answer that can be believed; `misconfigured` for an unwanted caller, or
 * where the answer comes from a live site and a test site was expected, or the other way round.
 */
export type Send = (call: Call, timeoutMs: number) => Promise<Fields>;

export function createTransport(config: ClientConfig): Send {
  const { username, password, origin, livestatus, send } = config;
  const format = FORMATS[config.format];
  const credentials = encodeBase64(new TextEncoder().encode(`${username}:${password}`));

  function readAnswer(call: Call, requestReference: string, { status, body }: HttpAnswer): Fields {
    if (status === 401) {
      throw new GatewayError('misconfigured', 'The gateway does not know this user: check "username" and "password"', {
        gatewayCode: 'HTTP 401',
      });
    }
    // Even refusals come as 200: anything else is a proxy, a broken request, or a gateway in trouble.
    if (status !== 200) throw new GatewayError('unknown', `The gateway answered HTTP ${status}`);
    const item = decode(body, requestReference);
    const { requesttypedescription: type = 'ERROR', errorcode } = parseTransaction(item);
    if (type !== call.type && (type !== 'ERROR' || errorcode === OK)) {
      throw new GatewayError('unknown', 'The answer is to another kind of request');
    }
    refuseOtherMode([item, ...(Array.isArray(item.records) ? item.records.map(toFields) : [])]);
    return item;
  }

  function decode(body: Uint8Array, requestReference: string): Fields {
    try {
      return format.decode(body, requestReference);
    } catch (cause) {
      throw new GatewayError('unknown', 'The answer is not readable', { cause });
    }
  }

  // Test money must never pay for real goods.
  function refuseOtherMode(items: readonly Fields[]): void {
    const isOther = items.some((item) => (toText(item.livestatus) ?? livestatus) !== livestatus);
    if (!isOther) return;
    const [expected, answered] = livestatus === '1' ? ['live', 'test'] : ['test', 'live'];
    throw new GatewayError(
      'misconfigured',
      `A ${answered} site answers where a ${expected} one is expected: see "live"`,
    );
  }

  return async (call, timeoutMs) => {
    const requestReference = createRequestReference();
    const headers = {
      'content-type': format.contentType,
      accept: format.accept,
      authorization: `Basic ${credentials}`,
    };
    const request = { method: 'POST', headers, body: format.encode(call, username, requestReference) };
    const answer = await callGateway(send, origin + format.path, request, config.timeoutMs ?? timeoutMs);
    return readAnswer(call, requestReference, answer);
  };
}

/** As the Python library makes them: `A` and eight letters or digits. */
function createRequestReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return `A${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
