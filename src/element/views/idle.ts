import { nothing } from 'lit';
import type { Scene, ViewContext } from './scene.ts';

/** The button alone: before there is a payment the widget knows no amount, and asks nobody. */
export const idleView = ({ onPay }: ViewContext): Scene => ({
  stage: nothing,
  words: ['', ''],
  main: { onClick: onPay },
});
