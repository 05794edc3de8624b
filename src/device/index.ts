export type { DeviceBasics } from './basics.ts';
export { detectDevice, type DetectDeviceOptions, type Device } from './detect.ts';
export { CONTAINERS, type ContainerClass, type ContainerRule } from './containers.ts';
export { type DeviceSignals, readDeviceSignals } from './signals.ts';
export type { FormFactor, System } from './surface.ts';
export { choosePresentation, mayBeginByItself, type Presentation } from './presentation.ts';
export { rankWays, type Rung, takesIntents, type Way } from './ways.ts';
