import type { ReactiveControllerHost } from 'lit';
import type { CodeOptions, QrPath } from '../qr-path.ts';

type Encode = (text: string) => QrPath;

type Host = Pick<ReactiveControllerHost, 'requestUpdate'> & CodeOptions;

/** Loads the QR encoder when it is first wanted, and remembers the last code that it drew for its host. */
export class CodeController {
  readonly #host: Host;
  #encode: Encode | null = null;
  #loading: Promise<void> | null = null;
  #text = '';
  #code: QrPath | 'missing' | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Fetches the encoder. Called with the create request, not after it: one hop on a slow network costs half a second. */
  load(): void {
    this.#loading ??= fetchEncoder(this.#host)
      .then((encode) => {
        this.#encode = encode;
        this.#code = null;
      })
      .catch(() => {
        this.#loading = null;
        this.#code = 'missing';
      })
      .then(() => this.#host.requestUpdate());
  }

  /** The code of the last text, which may outlive its payment: it is then shown faded. Null while the encoder loads. */
  get code(): QrPath | 'missing' | null {
    return this.#code;
  }

  /** Draws the code of a text, at once or as soon as the encoder is there. */
  draw(text: string): void {
    if (text === this.#text && this.#code) return;
    this.#text = text;
    if (this.#encode) this.#code = draw(this.#encode, text);
    else if (this.#code !== 'missing') this.load();
  }

  /** Forgets the last code: another payment begins. */
  clear(): void {
    this.#text = '';
    this.#code = null;
  }
}

async function fetchEncoder(host: Host): Promise<Encode> {
  const [{ encode }, options] = await Promise.all([
    import('../qr-path.ts'),
    // Without its mark it is still a code.
    (host.qrMark || host.qrErrorCorrection !== 'M') && import('../qr-options.ts').catch(() => null),
  ]);
  return options ? options.encoderWith(encode, host) : encode;
}

function draw(encode: Encode, text: string): QrPath | 'missing' {
  try {
    return encode(text);
  } catch {
    // Longer than any QR code can hold: the shopper is told, and may still cancel or open the app.
    return 'missing';
  }
}
