export { createTestClock, type TestClock } from './clock.ts';
export { gatewayContract, type TestRunner } from './gateway-contract.ts';
export { type FixtureContext, type GatewayFixture, type Move } from './gateway-stage.ts';
export { type Trouble, type Wire } from './wire.ts';
