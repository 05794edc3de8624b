import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { RULES } from '../../a11y/axe.ts';

export type LookName = 'Light' | 'Dark' | 'Right to left' | 'Forced colours';

/** The theme studio, as a designer uses it. */
export class StudioPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  theme(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  /** The field in which a colour is written, as in `Accent, light`. */
  colour(name: string): Locator {
    return this.page.locator(`[type=text][aria-label="${name}"]`);
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  shown(name: LookName): Locator {
    return this.page.getByRole('checkbox', { name, exact: true });
  }

  look(name: LookName): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The checkout that stands under a state's name. */
  checkout(look: LookName, state: string): Locator {
    const caption = this.page.getByText(state, { exact: true });
    return this.look(look).locator('figure').filter({ has: caption }).locator('studio-checkout');
  }

  /** Copies the CSS, and reads it back from the clipboard. */
  async copyCss(): Promise<string> {
    await this.button('Copy the CSS').click();
    await this.page.getByText('The CSS is copied.').waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** A computed value of a part in every checkout of a look that shows it, without doubles. */
  values(look: LookName, part: string, property: string): Promise<readonly string[]> {
    return this.look(look)
      .locator(`studio-checkout [part~="${part}"]`)
      .evaluateAll(
        (elements, name) => [
          ...new Set(
            elements
              .filter((element) => element.checkVisibility())
              .map((element) => getComputedStyle(element).getPropertyValue(name)),
          ),
        ],
        property,
      );
  }
}

/** How every part of a checkout looks that is seen, by its name and its place among those of the same name. */
export function looksOf(checkout: Locator): Promise<Readonly<Record<string, string>>> {
  return checkout.evaluate((element) => {
    const PROPERTIES = [
      ...['color', 'background-color', 'fill', 'border-block-start-color', 'border-block-start-width'],
      ...['border-start-start-radius', 'box-shadow', 'font-family', 'font-size', 'font-weight', 'line-height'],
      ...['letter-spacing', 'padding', 'gap'],
    ];
    const seen: Record<string, string> = {};
    const moving = element.shadowRoot!.getAnimations();
    for (const animation of moving) animation.finish();
    for (const part of element.shadowRoot!.querySelectorAll('[part]')) {
      // A row without a look of its own, whose colour is that of the page.
      if (part.matches('[part=actions]')) continue;
      if (!part.checkVisibility({ visibilityProperty: true })) continue;
      const name = part.getAttribute('part')!;
      const place = Object.keys(seen).filter((key) => key.startsWith(`${name} `)).length;
      const style = getComputedStyle(part);
      seen[`${name} ${place}`] = PROPERTIES.map((property) => style.getPropertyValue(property)).join(' | ');
    }
    return seen;
  });
}

/** What axe objects to in a whole page by all of its rules, best practice and level AAA included. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(document, {
      runOnly: { type: 'rule', values },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
  }, RULES);
}
