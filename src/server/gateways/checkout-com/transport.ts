import { GatewayError, type IncomingNotification, NotificationRefused } from '../../gateway.ts';
import { callGateway, type HttpAnswer, parseJson } from '../../gateway-http.ts';
import { decodeHex, hmacSha256, isSameBytes } from '../../signing.ts';
import { type Purpose, toError } from './errors.ts';
import type { ClientConfig } from './options.ts';

/** A call that does something: the same key makes it the same call for 24 hours (Checkout.com docs, "Idempotency"). */
export interface Command {
  readonly purpose: Exclude<Purpose, 'ask'>;
  readonly path: string;
  readonly message: object;
  readonly idempotencyKey: string;
}

/** Carries messages to and from the gateway: what comes out of it is JSON, and in notifications signed. */
export interface Transport {
  /** @throws {GatewayError} where the answer is a refusal, or cannot be read. */
  command(command: Command): Promise<unknown>;
  /** Undefined where there is no such thing. @throws {GatewayError} where the question was not answered. */
  ask(path: string): Promise<unknown>;
  /** @throws {NotificationRefused} 401 where it is not the gateway's, 400 where it is not JSON. */
  open(notification: IncomingNotification): Promise<unknown>;
}

// Their Node SDK waits as long.
const COMMAND_TIMEOUT_MS = 15_000;
const QUESTION_TIMEOUT_MS = 8_000;

export function createTransport(config: ClientConfig): Transport {
  const { authorization, origin, platform, webhookKey, webhookAuthorization, send, timeoutMs } = config;

  async function command({ purpose, path, message, idempotencyKey }: Command): Promise<unknown> {
    const request = {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'cko-idempotency-key': idempotencyKey },
      body: JSON.stringify(message),
    };
    return read(purpose, await callGateway(send, origin + path, request, timeoutMs ?? COMMAND_TIMEOUT_MS));
  }

  async function ask(path: string): Promise<unknown> {
    const request = { method: 'GET', headers: { authorization } };
    const answer = await callGateway(send, origin + path, request, timeoutMs ?? QUESTION_TIMEOUT_MS);
    return answer.status === 404 ? undefined : read('ask', answer);
  }

  function read(purpose: Purpose, answer: HttpAnswer): unknown {
    if (answer.status === 401) throw unauthorized();
    if (answer.status < 200 || answer.status > 299) throw toError(purpose, answer);
    try {
      return parseJson(answer.body);
    } catch (cause) {
      throw new GatewayError('unknown', 'The answer is not JSON', { cause });
    }
  }

  function unauthorized(): GatewayError {
    const form = platform === 'previous' ? 'bare, as the previous platform wants it' : 'with "Bearer"';
    const message = `${origin} does not take "secretKey", sent ${form}: is it of the other "environment" or "platform"?`;
    return new GatewayError('misconfigured', message, { reason: 'gateway_error', gatewayCode: 'HTTP 401' });
  }

  async function open({ headers, body }: IncomingNotification): Promise<unknown> {
    const given = decodeHex(headers.get('cko-signature') ?? '');
    if (!given) throw new NotificationRefused(401, 'The notification is not signed');
    // A copy: WebCrypto asks for bytes that no other thread can change meanwhile.
    if (!isSameBytes(given, await hmacSha256(webhookKey, new Uint8Array(body)))) {
      throw new NotificationRefused(401, 'The signature of the notification is wrong: is "webhookKey" the webhook’s?');
    }
    if (webhookAuthorization !== undefined && !isSameText(headers.get('authorization'), webhookAuthorization)) {
      throw new NotificationRefused(401, 'The notification does not carry "webhookAuthorization"');
    }
    try {
      return parseJson(body);
    } catch (cause) {
      throw new NotificationRefused(400, 'The notification is not JSON', cause);
    }
  }

  return { command, ask, open };
}

function isSameText(given: string | null, expected: string): boolean {
  const encoder = new TextEncoder();
  return isSameBytes(encoder.encode(given ?? ''), encoder.encode(expected));
}
