import { type Created, parseCreated } from '../protocol/payment.ts';

/**
 * The payment that the page was rendered with: a `<script type="application/json">` inside the element, with the body of
 * a create answer. Null where there is none or it is not one: the element then begins as without it.
 */
export function declaredPayment(element: Element): Created | null {
  const block = element.querySelector(':scope > script[type="application/json"]');
  if (!block) return null;
  try {
    return parseCreated(JSON.parse(block.textContent));
  } catch {
    return null;
  }
}
