import { html, type Html } from '../../support/html.ts';
import type { Tea } from '../catalogue.ts';

/** A tin and a cup of the tea. Colours come from the stylesheet, by the tea's name. */
export function teaArt({ id, characters }: Tea): Html {
  const [upper = '', lower = ''] = characters;
  return html`<svg class="tea-art" data-tea="${id}" viewBox="0 0 480 400" aria-hidden="true">
    <circle class="sun" cx="262" cy="166" r="126" />
    <path class="far" d="M0 268c70-56 118-70 168-34s92 18 140-26 112-40 172 8v184H0z" />
    <path class="near" d="M0 310c92-34 160-30 240-8s160 8 240-22v120H0z" />
    <ellipse class="shade" cx="186" cy="352" rx="92" ry="10" />
    <ellipse class="shade" cx="338" cy="352" rx="94" ry="9" />
    <rect class="tin" x="112" y="128" width="148" height="224" rx="14" />
    <rect class="lid" x="106" y="100" width="160" height="44" rx="12" />
    <rect class="rim" x="112" y="144" width="148" height="5" />
    <rect class="label" x="140" y="178" width="92" height="138" rx="6" />
    <rect class="frame" x="146" y="184" width="80" height="126" rx="3" />
    <text x="186" y="239" lang="zh-Hans">${upper}</text>
    <text x="186" y="291" lang="zh-Hans">${lower}</text>
    <path class="steam" d="M316 214c-14-18 12-28 0-48M344 206c-14-20 14-32 0-56M370 214c-12-16 10-26 0-44" />
    <ellipse class="saucer" cx="340" cy="344" rx="86" ry="11" />
    <path class="cup" d="M276 246h130c0 58-24 94-65 94s-65-36-65-94z" />
    <ellipse class="lip" cx="341" cy="246" rx="65" ry="13" />
    <ellipse class="brew" cx="341" cy="248" rx="57" ry="9.5" />
    <path class="sprig" d="M52 346c14-34 40-44 66-40-8 30-34 46-66 40zM44 340c-16-26-10-50 8-66 16 24 12 48-8 66z" />
  </svg>`;
}
