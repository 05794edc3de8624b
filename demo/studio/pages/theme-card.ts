import { html, type Html } from '../../support/html.ts';
import { mix } from '../public/colours.js';
import { colourOf, type Theme } from '../public/theme.js';
import { COLOURS } from '../tokens.ts';

const WIDTH = 160;
const HEIGHT = 84;

/** A theme to begin with, and what it looks like in each scheme that it is made for. */
export function themeCard(name: string, theme: Theme): Html {
  const schemes = theme.schemes === 'both' ? (['light', 'dark'] as const) : [theme.schemes];
  const width = WIDTH / schemes.length;
  return html`<label class="theme">
    <input type="radio" name="theme" value="${name}" ${!name && 'checked'} />
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      ${schemes.map((scheme, index) => miniature(theme, scheme, index * width, width))}
    </svg>
    <span>${titleOf(name)}</span>
  </label>`;
}

/** A panel with its code, a line of text and its button. In attributes: the policy of the page allows no style. */
function miniature(theme: Theme, scheme: 'light' | 'dark', start: number, width: number): Html {
  const colour = (name: string): string => colourOf(theme, scheme, name, COLOURS);
  const ground = mix(colour('text'), 8, colour('surface'));
  const radius = Math.min(parseFloat(theme.shape['radius'] ?? '16') / 2, 10);
  const left = (width - 52) / 2;
  return html`<svg x="${start}" width="${width}" height="${HEIGHT}">
    <rect width="${width}" height="${HEIGHT}" fill="${ground}" />
    <rect
      x="${left}"
      y="12"
      width="52"
      height="${HEIGHT}"
      rx="${radius}"
      fill="${colour('surface')}"
      stroke="${colour('line')}"
    />
    <rect x="${left + 15}" y="21" width="22" height="22" rx="2" fill="#ffffff" />
    <path d="M${left + 18} 24h6v6h-6zM${left + 28} 24h6v6h-6zM${left + 18} 34h6v6h-6zM${left + 29} 35h4v4h-4z" />
    <path d="M${left + 12} 51h28" stroke="${colour('text')}" stroke-width="3" stroke-linecap="round" />
    <rect x="${left + 7}" y="60" width="38" height="13" rx="${radius * 0.75}" fill="${colour('accent')}" />
    <path d="M${left + 18} 66.5h16" stroke="${colour('on-accent')}" stroke-width="2.5" stroke-linecap="round" />
  </svg>`;
}

const titleOf = (name: string): string =>
  name ? name.replace('-', ' ').replace(/^./, (first) => first.toUpperCase()) : 'The default';
