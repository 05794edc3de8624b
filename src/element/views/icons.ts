import { html, type TemplateResult } from 'lit';

const shapes = {
  phone: 'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3zM10.5 18h3',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17zM12 7.5v5l3 1.8',
  tick: 'M5.5 12.5l4.5 4.5l8.5-9.5',
  cross: 'M7 7l10 10M17 7l-10 10',
  alert: 'M12 5v9M12 18.5v.01',
  window:
    'M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM3.5 9h17',
  back: 'M9 6l-4.5 4.5l4.5 4.5M4.5 10.5h10a4.5 4.5 0 0 1 0 9h-3',
} as const;

export type Icon = keyof typeof shapes;

/** A drawn mark on a disc: what the stage shows where there is no code. Says nothing that the words do not say. */
export function disc(icon: Icon): TemplateResult {
  return html`<div part="icon" class="disc">
    <svg class="mark ${icon}" viewBox="0 0 24 24" aria-hidden="true"><path pathLength="1" d=${shapes[icon]} /></svg>
  </div>`;
}
