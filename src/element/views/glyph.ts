import { html } from 'lit';

/** A purse in the accent colour, for as long as the shop has put no licensed logo into its slot. */
export const glyph = html`<svg class="glyph" viewBox="0 0 28 28" aria-hidden="true">
  <rect width="28" height="28" rx="8" />
  <path
    d="M7 10.5h13a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5H8a2 2 0 0 1-2-2V9.5a2 2 0 0 1 2-2h10m-.5 8.25h.01"
  />
</svg>`;
